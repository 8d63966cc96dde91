package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/vault"
)

// The tabs of the settings. They are few, so that somebody sees at once where to look.
const (
	General  Tab = "general"  // language, look and keys
	Locking  Tab = "locking"  // the vault, who gets in, and what shows
	Copying  Tab = "copying"  // where copies go, and how to bring one back
	Reviewed Tab = "reviewed" // how long data are kept, and erasing
)

var settingsTabs = []Tab{General, Locking, Copying, Reviewed}

// settings are the choices for this laptop, and what somebody should know of the vault.
type settings struct {
	tabbed
	object fyne.CanvasObject
}

func newSettings(env *Env, t Target) Page {
	if !slices.Contains(settingsTabs, t.Tab) {
		t.Tab = General
	}
	p := &settings{}
	p.tabbed = newTabbed(env, "settings.tab.", settingsTabs, p.makeTab)
	p.object = p.under(title(env.Loc.T("nav.settings")))
	p.choose(t.Tab)
	return p
}

func (p *settings) makeTab(tab Tab) Page {
	if tab == Reviewed {
		return newReviewed(p.env)
	}
	t := &settingsTab{simple: newSimple(gap(0)), p: p, tab: tab, damage: column(gapCards), loose: column(gapCards)}
	t.damage.Hide() // until something is known to be wrong
	return t
}

// Object implements Page.
func (p *settings) Object() fyne.CanvasObject { return p.object }

// Update implements Page.
func (p *settings) Update() { p.tab.Update() }

// settingsTab is one of them.
type settingsTab struct {
	simple
	p   *settings
	tab Tab

	damage *fyne.Container // what is wrong with the vault, where something is
	loose  *fyne.Container // what belongs to nothing any more, where there is any
}

// vaultState is what the settings say of the vault itself.
type vaultState struct {
	damaged error // see Privacy.JournalDamage
	loose   []vault.Dangling
}

func (e *Env) vaultState() (d vaultState, err error) {
	e.due() // which reads the journal
	d.damaged = e.Privacy.JournalDamage()
	d.loose, err = e.dangling()
	return d, err
}

// Update implements Page.
func (t *settingsTab) Update() {
	p, loc := t.p, t.p.env.Loc
	switch t.tab {
	case Locking:
		lock := kwidget.NewButton(loc.T("settings.lock"), nil, p.env.Shell.Lock)
		file := card(section(loc.T("settings.vault")), words(loc.T("settings.privacy")),
			column(0, caption(loc.T("settings.file")), p.env.readable(value(p.env.Vault.Path()))), container.NewHBox(lock))
		t.show(container.New(twoColumns{}, column(gapCards, p.locking()), column(gapCards, file)))
	case Copying:
		t.show(t.damage, p.env.backups(), t.loose)
		refresh(p.env, &t.turns, p.env.vaultState, t.say)
	default:
		left := column(gapCards, card(section(loc.T("settings.language")), p.language(), section(loc.T("settings.look")), p.darkness()),
			card(column(0, caption(loc.T("settings.version")), p.env.readable(value(p.env.Version)))))
		t.show(container.New(twoColumns{}, left, column(gapCards, card(section(loc.T("settings.keys")), p.env.keys()))))
	}
}

// say shows what is to be said of the vault, above its copies and below them.
func (t *settingsTab) say(d vaultState) {
	env := t.p.env
	t.damage.Objects = env.damaged(d.damaged, env.backupStates())
	t.loose.Objects = env.loose(d.loose)
	for _, c := range []*fyne.Container{t.damage, t.loose} {
		c.Hidden = len(c.Objects) == 0 // an empty one would still take its gap
		c.Refresh()
	}
	t.column.Refresh()
}

// keys lists what the keyboard does everywhere.
func (e *Env) keys() *fyne.Container {
	loc := e.Loc
	box := column(gapLines)
	for _, k := range []struct{ key, id string }{
		{"F1", "settings.keys"},
		{"Ctrl+K", "common.search"},
		{"Ctrl+Z", "common.undo"},
		{"Ctrl+Y", "common.redo"},
		{"Ctrl+L", "settings.lockkey"},
		{"Ctrl+H", "hide.key"},
		{"Ctrl+N", "settings.newkey"},
		{"Ctrl+Enter", "settings.savekey"},
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
