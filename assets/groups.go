package assets

import "embed"

// Groups holds the small steps for a support group that has gone quiet (groups/steps.toml).
//
//go:embed groups
var Groups embed.FS
