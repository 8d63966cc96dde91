package assets

import "embed"

// Calendar holds the school holidays (calendar/schoolvakanties.toml).
//
//go:embed calendar
var Calendar embed.FS
