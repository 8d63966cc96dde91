package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

type settings struct {
	simple
	env *Env
}

func newSettings(env *Env) Page {
	p := &settings{env: env}
	p.simple = newSimple(title(env.Loc.T("nav.settings")))
	return p
}

// Update implements Page.
func (p *settings) Update() {
	loc := p.env.Loc
	p.show(
		section(loc.T("settings.language")), p.language(),
		section(loc.T("settings.look")), p.darkness(),
		section(loc.T("settings.vault")),
		words(loc.T("settings.file", "File", p.env.Vault.Path())),
		quiet(loc.T("settings.privacy")),
		widget.NewButton(loc.T("settings.lock"), p.env.Shell.Lock),
		section(loc.T("settings.keys")), words(loc.T("settings.keylist")),
	)
}

func (p *settings) language() fyne.CanvasObject {
	tags := []string{"nl", "en"}
	return p.choice(tags, "language.", p.env.Lang(), p.env.Shell.SetLanguage)
}

func (p *settings) darkness() fyne.CanvasObject {
	tags := []string{string(Auto), string(Light), string(Dark)}
	chosen := fyne.CurrentApp().Preferences().StringWithFallback("darkness", string(Light))
	return p.choice(tags, "darkness.", chosen, func(d string) { p.env.Shell.SetDark(Darkness(d)) })
}

// choice is a row of radio buttons over ids; what is chosen is an id, never a text.
func (p *settings) choice(ids []string, prefix, chosen string, do func(string)) fyne.CanvasObject {
	names := make([]string, len(ids))
	byName := map[string]string{}
	for i, id := range ids {
		names[i] = p.env.Loc.T(prefix + id)
		byName[names[i]] = id
	}
	r := widget.NewRadioGroup(names, nil)
	r.Horizontal, r.Required = true, true
	r.SetSelected(p.env.Loc.T(prefix + chosen))
	r.OnChanged = func(name string) { do(byName[name]) }
	return r
}
