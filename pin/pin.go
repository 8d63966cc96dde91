//go:build migrated_fynedo

package pin

import (
	_ "fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/test"
	_ "fyne.io/fyne/v2/lang"
	_ "github.com/BurntSushi/toml"
	_ "github.com/arran4/golang-ical"
	_ "github.com/emersion/go-ical"
	_ "github.com/go-text/typesetting/shaping"
	_ "github.com/go-text/typesetting/bidi"
	_ "github.com/nicksnyder/go-i18n/v2/i18n"
	_ "github.com/oklog/ulid/v2"
	_ "github.com/rickar/cal/v2/nl"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/skip2/go-qrcode"
	_ "github.com/tdewolff/font"
	_ "github.com/xuri/excelize/v2"
	_ "go.etcd.io/bbolt"
	_ "golang.org/x/crypto/chacha20poly1305"
	_ "golang.org/x/image/vector"
	_ "golang.org/x/sys/unix"
	_ "golang.org/x/term"
	_ "golang.org/x/text/collate"
	_ "golang.org/x/tools/go/packages"
	_ "pgregory.net/rapid"
	_ "github.com/srwiley/oksvg"
)
