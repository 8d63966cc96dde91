package app

import (
	"bytes"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kring/app/page"
)

// kringTheme is a living room, not an office: warm paper, generous type. Tokens are
// in colours; contrast is tested for both variants.
type kringTheme struct {
	fyne.Theme
	darkness page.Darkness
	rtl      bool
}

func newTheme(d page.Darkness, rtl bool) *kringTheme {
	return &kringTheme{theme.DefaultTheme(), d, rtl}
}

// RightToLeft says that the window is read from right to left (see widget.Mirror).
func (t *kringTheme) RightToLeft() bool { return t.rtl }

// directed are the icons that point along the line of reading.
var directed = []fyne.ThemeIconName{
	theme.IconNameNavigateBack, theme.IconNameNavigateNext, theme.IconNameMenuExpand,
	theme.IconNameContentUndo, theme.IconNameContentRedo, theme.IconNameList,
}

// Icon implements fyne.Theme: where one reads from the right, an arrow on points left.
func (t *kringTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	icon := t.Theme.Icon(name)
	if !t.rtl || !slices.Contains(directed, name) {
		return icon
	}
	return theme.NewThemedResource(fyne.NewStaticResource("mirrored-"+icon.Name(), mirrorSVG(icon.Content())))
}

// mirrorSVG turns a drawing of 24 by 24 around, as all of Fyne's icons are.
func mirrorSVG(svg []byte) []byte {
	from := bytes.Index(svg, []byte("<svg"))
	begin := from + bytes.IndexByte(svg[from:], '>') + 1
	end := bytes.LastIndex(svg, []byte("</svg>"))
	return slices.Concat(svg[:begin], []byte(`<g transform="matrix(-1 0 0 1 24 0)">`), svg[begin:end], []byte("</g>"), svg[end:])
}

type palette map[fyne.ThemeColorName]color.NRGBA

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 0xff}
}

func faint(rgb uint32, alpha uint8) color.NRGBA {
	c := hex(rgb)
	c.A = alpha
	return c
}

var light = palette{
	theme.ColorNameBackground:          hex(0xFBF7F0),
	theme.ColorNameForeground:          hex(0x2B2A33),
	theme.ColorNamePrimary:             hex(0x1F6F6B),
	theme.ColorNameForegroundOnPrimary: hex(0xFFFFFF),
	theme.ColorNameButton:              hex(0xEFE7DA),
	theme.ColorNameDisabled:            hex(0x6E6860),
	theme.ColorNameDisabledButton:      hex(0xF1ECE3),
	theme.ColorNameInputBackground:     hex(0xFFFFFF),
	theme.ColorNameInputBorder:         hex(0xB9AE9E),
	theme.ColorNamePlaceHolder:         hex(0x6E6860),
	theme.ColorNameMenuBackground:      hex(0xFFFFFF),
	theme.ColorNameOverlayBackground:   hex(0xFFFFFF),
	theme.ColorNameHeaderBackground:    hex(0xF3ECE0),
	theme.ColorNameSeparator:           hex(0xE2D9CA),
	theme.ColorNameHover:               faint(0x1F6F6B, 0x1c),
	theme.ColorNamePressed:             faint(0x1F6F6B, 0x38),
	theme.ColorNameFocus:               faint(0x1F6F6B, 0x5c),
	theme.ColorNameSelection:           faint(0x1F6F6B, 0x40),
	theme.ColorNameScrollBar:           faint(0x2B2A33, 0x66),
	theme.ColorNameShadow:              faint(0x2B2A33, 0x28),
	theme.ColorNameError:               hex(0xA3301B),
	theme.ColorNameForegroundOnError:   hex(0xFFFFFF),
	theme.ColorNameWarning:             hex(0x8A4B16),
	theme.ColorNameForegroundOnWarning: hex(0xFFFFFF),
	theme.ColorNameSuccess:             hex(0x2F6B3D),
	theme.ColorNameForegroundOnSuccess: hex(0xFFFFFF),
	theme.ColorNameHyperlink:           hex(0x1F6F6B),
}

var dark = palette{
	theme.ColorNameBackground:          hex(0x211F26),
	theme.ColorNameForeground:          hex(0xF3EEE6),
	theme.ColorNamePrimary:             hex(0x7CC7C0),
	theme.ColorNameForegroundOnPrimary: hex(0x10201F),
	theme.ColorNameButton:              hex(0x37343E),
	theme.ColorNameDisabled:            hex(0xA39C94),
	theme.ColorNameDisabledButton:      hex(0x33313A),
	theme.ColorNameInputBackground:     hex(0x2C2A32),
	theme.ColorNameInputBorder:         hex(0x6A6572),
	theme.ColorNamePlaceHolder:         hex(0xA39C94),
	theme.ColorNameMenuBackground:      hex(0x2C2A32),
	theme.ColorNameOverlayBackground:   hex(0x2C2A32),
	theme.ColorNameHeaderBackground:    hex(0x2C2A32),
	theme.ColorNameSeparator:           hex(0x3F3C47),
	theme.ColorNameHover:               faint(0x7CC7C0, 0x22),
	theme.ColorNamePressed:             faint(0x7CC7C0, 0x44),
	theme.ColorNameFocus:               faint(0x7CC7C0, 0x66),
	theme.ColorNameSelection:           faint(0x7CC7C0, 0x44),
	theme.ColorNameScrollBar:           faint(0xF3EEE6, 0x66),
	theme.ColorNameShadow:              faint(0x000000, 0x66),
	theme.ColorNameError:               hex(0xFF9C85),
	theme.ColorNameForegroundOnError:   hex(0x2A0D06),
	theme.ColorNameWarning:             hex(0xF0B37E),
	theme.ColorNameForegroundOnWarning: hex(0x2A1806),
	theme.ColorNameSuccess:             hex(0x8FD19E),
	theme.ColorNameForegroundOnSuccess: hex(0x0B2411),
	theme.ColorNameHyperlink:           hex(0x7CC7C0),
}

// Color implements fyne.Theme.
func (t *kringTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.darkness {
	case page.Light:
		variant = theme.VariantLight
	case page.Dark:
		variant = theme.VariantDark
	}
	p := light
	if variant == theme.VariantDark {
		p = dark
	}
	if c, ok := p[name]; ok {
		return c
	}
	return t.Theme.Color(name, variant)
}

// Size implements fyne.Theme: base 16, roomy.
func (t *kringTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 16
	case theme.SizeNameCaptionText:
		return 13
	case theme.SizeNameHeadingText:
		return 26
	case theme.SizeNameSubHeadingText:
		return 19
	case theme.SizeNameInnerPadding:
		return 9
	}
	return t.Theme.Size(name)
}
