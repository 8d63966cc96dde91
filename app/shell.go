package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kring/app/page"
	"kring/i18n"
	"kring/internal/vault"
	"kring/sessions/course"
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

	env      *page.Env // nil while no vault is open
	unwatch  func()
	current  page.Page
	target   page.Target
	body     *fyne.Container
	sidebar  *fyne.Container
	message  *widget.Label
	messages int
}

func newShell(a fyne.App) *shell {
	s := &shell{app: a, now: time.Now}
	s.loc = i18n.New(a.Preferences().StringWithFallback(prefLanguage, "nl"))
	setFyneLanguage(s.loc)
	a.Settings().SetTheme(newTheme(page.Darkness(a.Preferences().StringWithFallback(prefDarkness, string(page.Light)))))
	a.SetIcon(icon())
	s.win = a.NewWindow(s.loc.T("app.name"))
	s.win.Resize(windowSize)
	s.win.CenterOnScreen()
	s.win.SetCloseIntercept(s.quit)
	return s
}

func (s *shell) start(vaultFile string) {
	s.showWelcome(vaultFile)
	s.win.Show()
}

func (s *shell) quit() {
	if err := s.closeVault(); err != nil {
		fyne.LogError("closing the vault", err)
	}
	s.win.Close()
	s.app.Quit()
}

// enter shows a vault that was just opened.
func (s *shell) enter(v *vault.Vault, store *course.Store) {
	s.env = &page.Env{Vault: v, Store: store, Loc: s.loc, Now: s.now, Window: s.win, Shell: s}
	s.unwatch = v.Watch(func(vault.Event) { fyne.Do(s.update) })
	s.target = page.Target{Page: page.Today}
	s.build()
}

// build makes the frame anew, in the language of the moment.
func (s *shell) build() {
	s.body = container.NewStack()
	s.sidebar = container.NewVBox()
	s.message = widget.NewLabel("")
	s.message.Truncation = fyne.TextTruncateEllipsis
	s.message.Importance = widget.SuccessImportance
	frame := container.NewBorder(nil, s.footer(), s.framed(s.sidebar), nil, container.NewPadded(s.body))
	s.win.SetContent(frame)
	s.shortcuts()
	s.Go(s.target)
}

func (s *shell) framed(bar fyne.CanvasObject) fyne.CanvasObject {
	return container.NewHBox(container.NewPadded(bar), widget.NewSeparator())
}

func (s *shell) footer() fyne.CanvasObject {
	undo := widget.NewButton(s.loc.T("common.undo"), s.undo)
	redo := widget.NewButton(s.loc.T("common.redo"), s.redo)
	undo.Importance, redo.Importance = widget.LowImportance, widget.LowImportance
	return container.NewVBox(widget.NewSeparator(),
		container.NewBorder(nil, nil, nil, container.NewHBox(undo, redo), s.message))
}

// Go implements page.Shell.
func (s *shell) Go(t page.Target) {
	if s.current != nil {
		s.current.Close()
	}
	s.target = t
	s.current = page.New(s.env, t)
	s.body.Objects = []fyne.CanvasObject{s.current.Object()}
	s.body.Refresh()
	s.fillSidebar()
	s.current.Update()
}

func (s *shell) update() {
	if s.env != nil && s.current != nil {
		s.current.Update()
	}
}

func (s *shell) fillSidebar() {
	s.sidebar.Objects = []fyne.CanvasObject{
		container.NewHBox(logo(), heading(s.loc.T("app.name"))),
	}
	search := widget.NewButtonWithIcon(s.loc.T("common.search"), searchIcon(), s.search)
	search.Alignment = widget.ButtonAlignLeading
	s.sidebar.Add(search)
	for _, n := range []page.Name{page.Today, page.Courses, page.People, page.Toolkits, page.Settings} {
		b := widget.NewButtonWithIcon(s.loc.T("nav."+string(n)), navIcon(n), func() { s.Go(page.Target{Page: n}) })
		b.Alignment = widget.ButtonAlignLeading
		b.Importance = widget.LowImportance
		if n == section(s.target.Page) {
			b.Importance = widget.HighImportance
		}
		s.sidebar.Add(b)
	}
	s.sidebar.Add(layout.NewSpacer())
	s.sidebar.Refresh()
}

// section is the entry of the sidebar that a page belongs to.
func section(n page.Name) page.Name {
	if n == page.Course || n == page.NewCourse {
		return page.Courses
	}
	return n
}

func (s *shell) shortcuts() {
	c := s.win.Canvas()
	add := func(key fyne.KeyName, mod fyne.KeyModifier, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod}, func(fyne.Shortcut) {
			if s.env != nil {
				do()
			}
		})
	}
	add(fyne.KeyK, fyne.KeyModifierControl, s.search)
	add(fyne.KeyZ, fyne.KeyModifierControl, s.undo)
	add(fyne.KeyY, fyne.KeyModifierControl, s.redo)
	add(fyne.KeyZ, fyne.KeyModifierControl|fyne.KeyModifierShift, s.redo)
	add(fyne.KeyL, fyne.KeyModifierControl, s.Lock)
	pages := []page.Name{page.Today, page.Courses, page.People, page.Toolkits, page.Settings}
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5} {
		add(key, fyne.KeyModifierAlt, func() { s.Go(page.Target{Page: pages[i]}) })
	}
}
