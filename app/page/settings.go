package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/i18n"
)

// settings are the choices for this laptop, and what somebody should know of the vault.
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
	lock := kwidget.NewButton(loc.T("settings.lock"), nil, p.env.Shell.Lock)
	left := column(gapCards,
		card(section(loc.T("settings.language")), p.language(), section(loc.T("settings.look")), p.darkness()),
		card(section(loc.T("settings.vault")), words(loc.T("settings.privacy")),
			column(0, caption(loc.T("settings.file")), p.env.readable(value(p.env.Vault.Path()))), container.NewHBox(lock)),
		p.env.backups(),
		p.locking(),
		p.privacyCard(),
	)
	right := column(gapCards, card(section(loc.T("settings.keys")), p.keys()), card(column(0, caption(loc.T("settings.version")), p.env.readable(value(p.env.Version)))))
	p.show(container.New(twoColumns{}, left, right))
}

// keys lists what the keyboard does everywhere.
func (p *settings) keys() fyne.CanvasObject {
	loc := p.env.Loc
	box := column(gapLines)
	for _, k := range []struct{ key, id string }{
		{"Ctrl+K", "common.search"},
		{"Ctrl+Z", "common.undo"},
		{"Ctrl+Y", "common.redo"},
		{"Ctrl+L", "settings.lockkey"},
		{"Ctrl+H", "hide.key"},
		{"Ctrl+N", "settings.newkey"},
		{"Alt+1", "nav.today"},
		{"Alt+2", "nav.courses"},
		{"Alt+3", "nav.cafes"},
		{"Alt+4", "nav.people"},
		{"Alt+5", "nav.toolkits"},
		{"Alt+6", "nav.workbook"},
		{"Alt+7", "nav.settings"},
		{"Tab", "settings.tab"},
		{"Ctrl+PgDn", "settings.nexttab"},
	} {
		key := name(k.key)
		box.Add(container.NewGridWithColumns(2, key, words(loc.T(k.id))))
	}
	return box
}

func (p *settings) language() fyne.CanvasObject {
	return p.choice(i18n.Languages(), i18n.OwnName, p.env.Lang(), p.env.Shell.SetLanguage)
}

func (p *settings) darkness() fyne.CanvasObject {
	tags := []string{string(Light), string(Dark), string(Auto)}
	say := func(tag string) string { return p.env.Loc.T("darkness." + tag) }
	return p.choice(tags, say, string(p.env.Shell.Darkness()), func(d string) { p.env.Shell.SetDark(Darkness(d)) })
}

// choice is a row of radio buttons over ids; what is chosen is an id, never a text.
func (p *settings) choice(ids []string, say func(string) string, chosen string, do func(string)) fyne.CanvasObject {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = say(id)
	}
	r := kwidget.NewRadios(names)
	r.Select(slices.Index(ids, chosen))
	r.OnChanged = func(i int) { do(ids[i]) }
	return beside(gapParts, r.Objects()...)
}
