package app

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/command"
	"kring/app/page"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/backup"
	"kring/internal/vault"
)

// Preferences that Fyne keeps; none of them holds personal data.
const (
	prefLanguage = "language"
	prefDarkness = "darkness"
	prefVault    = "vault"
)

// shell is the window's frame: the sidebar, the page, messages, undo and search.
type shell struct {
	app fyne.App
	win fyne.Window
	loc *i18n.Localizer
	now func() time.Time

	asked    string    // the vault that the welcome page asks to open
	env      *page.Env // nil while no vault is open
	unwatch  func()
	current  page.Page
	target   page.Target
	body     *fyne.Container
	sidebar  *fyne.Container
	message  *kwidget.BidiLabel
	said     *kwidget.Panel // around the message, above Undo
	messages int

	usual   func() string  // where copies go unless somebody chooses; nil: none are made
	backups *backup.Keeper // of the vault that is open
	closing sync.WaitGroup // of a vault, beside the window
	hands   guardian
	keyring bool        // the system has one
	hidden  atomic.Bool // names and notes are covered
}

func newShell(a fyne.App) *shell {
	s := &shell{app: a, now: time.Now}
	s.loc = i18n.New(a.Preferences().StringWithFallback(prefLanguage, "nl"))
	setFyneLanguage(s.loc)
	a.Settings().SetTheme(newTheme(s.Darkness(), s.loc.RTL()))
	a.SetIcon(windowIcon())
	s.win = a.NewWindow(s.loc.T("app.name"))
	s.win.Resize(windowSize)
	s.win.CenterOnScreen()
	s.win.SetCloseIntercept(s.quit)
	kwidget.KeysToDialogs(s.win.Canvas())
	return s
}

func (s *shell) start(vaultFile string) {
	s.showWelcome(vaultFile)
	s.watchHands()
	s.win.Show()
}

func (s *shell) quit() {
	s.win.Hide() // the last copies take a moment
	if err := s.closeVault(); err != nil {
		logError("closing the vault", err)
	}
	s.closing.Wait()
	s.win.Close()
	s.app.Quit()
}

// enter shows a vault that was just opened.
func (s *shell) enter(v *vault.Vault, stores command.Stores) {
	if path := v.Path(); !command.IsDemo(path) {
		s.app.Preferences().SetString(prefVault, path)
	}
	s.env = &page.Env{Vault: v, Store: stores.Courses, Cafe: stores.Places, Kits: stores.Kits, Books: stores.Books, Terms: stores.Terms, Desk: stores.Desk, Privacy: stores.Privacy, Loc: s.loc, Now: s.now, Window: s.win, Shell: s, Queue: page.NewQueue(), OnUI: fyne.Do, Version: Version, Guard: stores.Guard, Dangling: stores.Dangling}
	s.hidden.Store(false)
	kwidget.ForgetSecrets()
	s.guard(s.env)
	s.unwatch = v.Watch(func(e vault.Event) { s.heard(v, e) })
	s.startBackups(v)
	s.target = page.Target{Page: page.Today}
	s.build()
	s.env.Tidy()
	s.offerUnsaved()
	time.AfterFunc(calm, func() { trim(v) })
}

// calm is how long after opening a vault the first page has been drawn, and what the
// opening took of memory can go.
const calm = 2 * time.Second

func trim(v *vault.Vault) {
	if err := v.Trim(); err != nil && !errors.Is(err, vault.ErrClosed) {
		logError("giving memory back", err)
	}
}

// heard is called beside the window: what is new is covered before it can show.
func (s *shell) heard(v *vault.Vault, e vault.Event) {
	if s.hidden.Load() {
		if err := s.cover(v); err != nil {
			fyne.LogError("covering names", err)
		}
	}
	fyne.Do(func() { s.happened(e) })
}

// happened follows an action that is on disk: the page shows it, and a short message
// says what was saved. That a copy was made by itself is shown where copies are, and
// nowhere else: it would be said at every opening.
func (s *shell) happened(e vault.Event) {
	if s.env == nil || backup.ByItself(e.Action) {
		return
	}
	s.current.Update()
	if e.Op == vault.Did {
		s.Say(s.loc.T("common.saved", "What", describe(s.loc, e.Action)))
	}
}

// build makes the frame anew, in the language of the moment.
func (s *shell) build() {
	s.body = container.NewStack()
	s.sidebar = container.NewVBox()
	s.message = kwidget.NewBidiLabel("")
	s.message.SizeName = theme.SizeNameCaptionText
	s.said = kwidget.NewPanel(s.message)
	s.said.Hide()
	bar := container.New(layout.NewCustomPaddedLayout(10, 8, 8, 8), s.sidebar)
	content := container.New(layout.NewCustomPaddedLayout(6, 0, 16, 4), s.body)
	s.win.SetContent(kwidget.NewGround(kwidget.Mirror(container.NewBorder(nil, nil, kwidget.NewSheet(bar), nil, content))))
	s.shortcuts()
	s.Go(s.target)
}

// Go implements page.Shell.
func (s *shell) Go(t page.Target) {
	if s.current != nil {
		s.current.Close()
	}
	s.target = t
	s.clear()
	s.win.Canvas().Unfocus()
	s.current = page.New(s.env, t)
	s.body.Objects = []fyne.CanvasObject{s.current.Object()}
	s.body.Refresh()
	s.fillSidebar()
	s.current.Update()
	if f, ok := s.current.(page.Focuser); ok {
		s.win.Canvas().Focus(f.First())
	}
}

func (s *shell) fillSidebar() {
	search := kwidget.NewButton(s.loc.T("common.search"), searchIcon(), s.search)
	search.Alignment = widget.ButtonAlignLeading
	s.sidebar.Objects = []fyne.CanvasObject{container.NewHBox(logo(), heading(s.loc.T("app.name"))), search}
	for _, n := range []page.Name{page.Today, page.Courses, page.Cafes, page.People, page.Toolkits, page.Workbook, page.Settings} {
		s.sidebar.Add(s.navButton(n))
	}
	s.sidebar.Add(layout.NewSpacer())
	if s.hidden.Load() {
		s.sidebar.Add(s.hiddenSign())
	}
	s.sidebar.Add(s.said)
	s.sidebar.Add(s.stepButton("common.undo", theme.ContentUndoIcon(), s.undo))
	s.sidebar.Add(s.stepButton("common.redo", theme.ContentRedoIcon(), s.redo))
	s.sidebar.Refresh()
}

func (s *shell) navButton(n page.Name) fyne.CanvasObject {
	b := kwidget.NewButton(s.loc.T("nav."+string(n)), navIcon(n), func() { s.Go(page.Target{Page: n}) })
	b.Alignment = widget.ButtonAlignLeading
	b.Importance = widget.LowImportance
	if n == section(s.target.Page) {
		b.Importance = widget.HighImportance
	}
	return b
}

func (s *shell) stepButton(id string, icon fyne.Resource, do func()) fyne.CanvasObject {
	b := kwidget.NewButton(s.loc.T(id), icon, do)
	b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
	return b
}

func (s *shell) stepTab(n int) {
	if p, ok := s.current.(page.Stepper); ok {
		p.Step(n)
	}
}

// makeNew begins what is new on the page that is shown: a course, where it says nothing else.
func (s *shell) makeNew() {
	if p, ok := s.current.(page.Maker); ok {
		p.New()
		return
	}
	s.Go(page.Target{Page: page.NewCourse})
}

// section is the entry of the sidebar that a page belongs to.
func section(n page.Name) page.Name {
	if n == page.Course || n == page.NewCourse {
		return page.Courses
	}
	if n == page.Privacy {
		return page.Settings
	}
	return n
}

func (s *shell) shortcuts() {
	c := s.win.Canvas()
	help := s.unlessAsked(s.help)
	kwidget.WhenHelp(func() { help(nil) })
	add := func(key fyne.KeyName, mod fyne.KeyModifier, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod}, s.unlessAsked(do))
	}
	add(fyne.KeyK, fyne.KeyModifierControl, s.search)
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { s.Lock() })
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyH, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { s.SetHidden(!s.Hidden()) })
	c.AddShortcut(&fyne.ShortcutUndo{}, s.unlessAsked(s.undo))
	c.AddShortcut(&fyne.ShortcutRedo{}, s.unlessAsked(s.redo))
	add(fyne.KeyZ, fyne.KeyModifierControl|fyne.KeyModifierShift, s.redo)
	add(fyne.KeyN, fyne.KeyModifierControl, s.makeNew)
	add(fyne.KeyPageDown, fyne.KeyModifierControl, func() { s.stepTab(1) })
	add(fyne.KeyPageUp, fyne.KeyModifierControl, func() { s.stepTab(-1) })
	for _, k := range page.Keys() {
		add(k.Name, k.Modifier, func() { s.pageKey(k.Name, k.Modifier) })
	}
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) {
		if c.Overlays().Top() != nil {
			kwidget.PressMain(c)
		} else if s.env != nil {
			s.pageKey(fyne.KeyReturn, fyne.KeyModifierControl)
		}
	})
	pages := []page.Name{page.Today, page.Courses, page.Cafes, page.People, page.Toolkits, page.Workbook, page.Settings}
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7} {
		add(key, fyne.KeyModifierAlt, func() { s.Go(page.Target{Page: pages[i]}) })
	}
}

// help lists the keys: those of the page, where it has its own, and those that work everywhere.
func (s *shell) help() {
	if p, ok := s.current.(page.KeyLister); ok {
		p.ListKeys()
		return
	}
	s.env.ListKeys()
}

// pageKey hands a key to the page that is shown.
func (s *shell) pageKey(key fyne.KeyName, mod fyne.KeyModifier) {
	if p, ok := s.current.(page.Keyed); ok {
		p.Key(key, mod)
	}
}

// unlessAsked keeps a shortcut from working under a dialog: it would take away the
// page that the dialog is about, and with it what was typed.
func (s *shell) unlessAsked(do func()) func(fyne.Shortcut) {
	return func(fyne.Shortcut) {
		if s.env != nil && s.win.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

// clear takes away every dialog and menu. They lie over the window and would
// otherwise stay there when the page below them goes.
func (s *shell) clear() {
	for over := s.win.Canvas().Overlays(); over.Top() != nil; {
		over.Remove(over.Top())
	}
}
