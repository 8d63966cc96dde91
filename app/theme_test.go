package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kring/app/page"
	"kring/internal/contrast"
)

// pairs are what stands on what.
var pairs = []struct{ ink, paper fyne.ThemeColorName }{
	{theme.ColorNameForeground, theme.ColorNameBackground},
	{theme.ColorNameForeground, theme.ColorNameButton},
	{theme.ColorNameForeground, theme.ColorNameInputBackground},
	{theme.ColorNameForeground, theme.ColorNameOverlayBackground},
	{theme.ColorNameForeground, theme.ColorNameMenuBackground},
	{theme.ColorNameForeground, theme.ColorNameHeaderBackground},
	{theme.ColorNamePlaceHolder, theme.ColorNameBackground},
	{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground},
	{theme.ColorNameDisabled, theme.ColorNameDisabledButton},
	{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
	{theme.ColorNameForegroundOnError, theme.ColorNameError},
	{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning},
	{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess},
	{theme.ColorNameWarning, theme.ColorNameBackground},
	{theme.ColorNameWarning, theme.ColorNameInputBackground},
	{theme.ColorNameError, theme.ColorNameInputBackground},
	{theme.ColorNameHyperlink, theme.ColorNameBackground},
	{theme.ColorNamePrimary, theme.ColorNameInputBackground},
}

// Whatever is written can be read, in light and in dark.
func TestContrast(t *testing.T) {
	for darkness, p := range map[page.Darkness]palette{page.Light: light, page.Dark: dark} {
		th := newTheme(darkness, false)
		for _, x := range pairs {
			if c := contrast.Ratio(th.Color(x.ink, 0), th.Color(x.paper, 0)); c < contrast.Text {
				t.Errorf("%s: %s on %s has %.2f", darkness, x.ink, x.paper, c)
			}
		}
		if len(p) != len(light) {
			t.Errorf("%s has %d colours, light has %d", darkness, len(p), len(light))
		}
	}
}
