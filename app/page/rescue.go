package page

import (
	"cmp"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/backup"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/privacy"
)

// Rescue is the sheet that brings a vault back: from a copy, or from what can still be read of
// a damaged file. It always makes a new file; what there is stays as it is.
type Rescue struct {
	Files
	Present  *vault.Vault // whose copies these are; nil while none is open
	Damaged  string       // a vault that does not open, or ""
	Asked    string       // the vault that the welcome asks for: it may open and yet be damaged; or ""
	Folders  []string     // in which copies may be
	Tag      string       // of one vault; "" for any
	NewDir   string       // for the new file, where no vault says it
	Describe func(vault.Action) string
	Open     func(path, secret string)
	Erasures func(decisions []string) privacy.Erasures                  // of the present vault
	Tidy     func(path, secret string) (gone map[string]int, err error) // takes what belongs to nothing out of what was saved
}

// rescueSheet is the sheet while it is open.
type rescueSheet struct {
	Rescue
	turns
	dialog  *kwidget.Dialog
	before  fyne.Focusable
	secret  *kwidget.Field // nil where the key is in memory
	list    *kwidget.List
	about   *kwidget.BidiLabel // above the list
	details *fyne.Container
	yes     *kwidget.Button
	copies  []backup.Copy
	names   bool // copies of several vaults: each line says which
	places  bool // copies in several folders: each line says where
	chosen  int  // of copies; -1 for none
	ready   func()
}

// Show opens the sheet.
func (r Rescue) Show() { r.show() }

func (r Rescue) show() *rescueSheet {
	s := &rescueSheet{Rescue: r, before: r.Window.Canvas().Focused(), chosen: -1}
	loc := s.Loc
	s.about, s.details = quiet(loc.T("welcome.busy")), column(gapLines)
	s.list = kwidget.NewList(func() int { return len(s.copies) }, entryLine, s.fill, s.choose)
	s.list.OnEscape = s.close
	head := column(gapParts)
	if s.Damaged != "" {
		add(head, notices(loc.T("rescue.damaged"))...)
	}
	head.Add(words(loc.T("rescue.about")))
	first := fyne.Focusable(s.list)
	if s.Present == nil {
		s.secret = kwidget.NewField("")
		s.secret.Secret, s.secret.OnEscape = true, s.close
		s.secret.OnSubmitted = func(string) { s.look() }
		head.Add(column(gapLines, caption(loc.T("welcome.passphraseorcode")), s.secret))
		first = s.secret
	}
	head.Add(s.about)
	foot := column(gapParts, s.details, s.buttons())
	body := container.New(layout.NewBorderLayout(head, foot, nil, nil), head, s.list, foot)
	s.dialog = kwidget.ShowDialog(loc.T("rescue.title"), body, fileSheetSize, s.Window)
	s.Window.Canvas().Focus(first)
	s.read()
	return s
}

func (s *rescueSheet) buttons() fyne.CanvasObject {
	loc := s.Loc
	s.yes = primary(loc.T("rescue.restore"), func() {
		if s.ready != nil {
			s.ready()
		}
	})
	s.yes.Disable()
	no := kwidget.NewButton(loc.T("common.cancel"), nil, s.close)
	elsewhere := low(loc.T("rescue.elsewhere"), func() { s.Folder(loc.T("rescue.elsewhere"), s.lookIn) })
	row := container.NewHBox(elsewhere)
	if s.wreck() != "" {
		row.Add(low(loc.T("rescue.salvage"), s.salvage))
	}
	row.Add(layout.NewSpacer())
	for _, b := range append(buttonsOf(row), no, s.yes) {
		b.OnEscape = s.close
	}
	row.Add(no)
	row.Add(s.yes)
	return row
}

// wreck is the file that can be read for what is left of it, or "".
func (r Rescue) wreck() string { return cmp.Or(r.Damaged, r.Asked) }

func buttonsOf(row *fyne.Container) (out []*kwidget.Button) {
	for _, o := range row.Objects {
		if b, ok := o.(*kwidget.Button); ok {
			out = append(out, b)
		}
	}
	return out
}

// lookIn looks in a folder that was chosen, or in the one of copies within it.
func (s *rescueSheet) lookIn(dir string) {
	s.Folders = []string{filepath.Join(dir, backup.FolderName), dir}
	s.Tag = ""
	s.read()
}

// read lists the copies beside the window: a stick may be slow. The newest good one is chosen.
func (s *rescueSheet) read() {
	s.run(s.OnUI, func() func() {
		var all []backup.Copy
		for _, dir := range slices.Compact(slices.Clone(s.Folders)) {
			found, err := backup.List(dir, s.Tag)
			if err == nil { // a folder that is not there has none
				all = append(all, found...)
			}
		}
		slices.SortStableFunc(all, func(a, b backup.Copy) int { return b.At.Compare(a.At) })
		return func() { s.listed(all) }
	})
}

func (s *rescueSheet) listed(all []backup.Copy) {
	s.copies, s.chosen, s.names, s.places = all, -1, false, false
	for _, c := range all {
		s.names = s.names || c.Tag != all[0].Tag
		s.places = s.places || filepath.Dir(c.Path) != filepath.Dir(all[0].Path)
	}
	s.about.SetText(s.Loc.T("rescue.choose"))
	if len(all) == 0 {
		s.about.SetText(s.Loc.T("rescue.nocopies"))
	}
	s.list.Refresh()
	s.tell()
	if s.secret != nil && s.secret.Text == "" { // which is asked next
		s.Window.Canvas().Focus(s.secret)
	}
	if i := s.best(); i >= 0 {
		s.choose(i)
	}
}

// best is the newest good copy, of the damaged vault where that has one.
func (s *rescueSheet) best() int {
	good := func(c backup.Copy) bool { return c.Good }
	if s.Damaged != "" {
		name := nameOnly(s.Damaged)
		if i := slices.IndexFunc(s.copies, func(c backup.Copy) bool { return c.Good && c.Name == name }); i >= 0 {
			return i
		}
	}
	return slices.IndexFunc(s.copies, good)
}

func nameOnly(path string) string {
	return filepath.Base(path[:len(path)-len(filepath.Ext(path))])
}

func (s *rescueSheet) fill(i int, o fyne.CanvasObject) {
	row := o.(*fyne.Container).Objects[0].(*fyne.Container)
	name, sign, size := row.Objects[0].(*kwidget.BidiLabel), row.Objects[1].(*widget.Icon), row.Objects[2].(*kwidget.BidiLabel)
	c := s.copies[i]
	when := moment(s.Loc, c.At)
	if s.names {
		when = s.Loc.Facts(when, c.Name)
	}
	if s.places {
		when = s.Loc.Facts(when, whereOf(c))
	}
	name.Bold = i == s.chosen
	switch {
	case !c.Good:
		sign.SetResource(theme.WarningIcon())
		when = s.Loc.Facts(when, s.Loc.T("rescue.bad"))
	case i == s.chosen:
		sign.SetResource(theme.ConfirmIcon())
	default:
		sign.SetResource(theme.FileIcon())
	}
	name.SetText(when)
	size.SetText(bytesOf(s.Files, c.Size))
}

// whereOf names the place of a copy: the stick, or the folder that has the one of copies in it.
func whereOf(c backup.Copy) string {
	dir := filepath.Dir(c.Path)
	if filepath.Base(dir) == backup.FolderName {
		dir = filepath.Dir(dir)
	}
	return filepath.Base(dir)
}

// bytesOf says how large a file is.
func bytesOf(f Files, n int64) string {
	if n < 1_000_000 {
		return f.Loc.T("rescue.kb", "Count", f.Loc.Int(int(max(n/1000, 1))))
	}
	return f.Loc.T("rescue.mb", "Count", f.Loc.Int(int(n/1_000_000)))
}

func (s *rescueSheet) choose(i int) {
	s.chosen = i
	s.list.Refresh()
	s.look()
}

// tell puts lines under the list, and takes away what could be done before.
func (s *rescueSheet) tell(lines ...fyne.CanvasObject) {
	s.ready = nil
	s.yes.Text = s.Loc.T("rescue.restore")
	s.yes.Disable()
	s.details.Objects = lines
	s.details.Refresh()
}

func (s *rescueSheet) wrong(err error) {
	l := warning(s.Explain(err))
	l.ColorName, l.ByWindow = theme.ColorNameError, true
	s.tell(l)
}

// look reads all of the chosen copy and says what is in it.
func (s *rescueSheet) look() {
	if s.chosen < 0 {
		return
	}
	if s.secret != nil && s.secret.Text == "" {
		s.tell(value(s.Loc.T("rescue.asksecret")))
		return
	}
	c, secret := s.copies[s.chosen], s.typed()
	s.tell(value(s.Loc.T("welcome.busy")))
	s.run(s.OnUI, func() func() {
		got, err := s.contents(c.Path, secret)
		return func() {
			if err != nil {
				s.wrong(err)
				return
			}
			s.tell(append(append(s.inside(got), s.erased(got)...), s.until(c)...)...)
			s.ready = func() { s.bringBack(c, secret) }
			s.yes.Enable()
			if s.secret != nil && s.Window.Canvas().Focused() == s.secret {
				s.Window.Canvas().Focus(s.yes)
			}
		}
	})
}

func (s *rescueSheet) typed() string {
	if s.secret == nil {
		return ""
	}
	return s.secret.Text
}

func (s *rescueSheet) contents(path, secret string) (vault.Contents, error) {
	if s.Present == nil {
		return vault.Look(path, secret)
	}
	c, err := s.Present.Look(path)
	delete(c.Newer, backup.Collection) // when copies were made is nothing of people
	return c, err
}

// inside says what a copy holds, its last action, and what is newer in the present vault.
func (s *rescueSheet) inside(c vault.Contents) []fyne.CanvasObject {
	loc := s.Loc
	out := []fyne.CanvasObject{value(loc.T("rescue.inside", "Counts", kinds(s.Loc, c.Records)))}
	if last, ok := backup.LastAction(c.Recent); ok {
		out = append(out, value(loc.T("rescue.lastaction", "What", s.Describe(last.Action), "When", moment(loc, last.At))))
	}
	if c.OtherSecret {
		out = append(out, notices(loc.T("rescue.oldsecret"))...)
	}
	switch {
	case s.Present == nil:
	case len(c.Newer) == 0:
		out = append(out, quiet(loc.T("rescue.same")))
	default:
		out = append(out, notices(loc.T("rescue.newer", "Counts", kinds(s.Loc, c.Newer)))...)
		out = append(out, s.present()...)
	}
	return out
}

// until says when a copy goes by itself: until then it has who was erased since. Elsewhere
// than where Kring keeps them nothing goes by itself.
func (s *rescueSheet) until(c backup.Copy) []fyne.CanvasObject {
	if s.Present == nil || s.Tag == "" {
		return nil
	}
	d := calendar.DateOf(c.GoneBy().In(calendar.Amsterdam))
	return []fyne.CanvasObject{quiet(s.Loc.T("rescue.until", "Date", s.Loc.Date(d.Year, d.Month, d.Day, i18n.Medium)))}
}

// present says what was done last in the vault that is open.
func (s *rescueSheet) present() []fyne.CanvasObject {
	recent, err := s.Present.Journal(8)
	last, ok := backup.LastAction(recent)
	if err != nil || !ok {
		return nil
	}
	return []fyne.CanvasObject{quiet(s.Loc.T("rescue.lastnow", "What", s.Describe(last.Action), "When", moment(s.Loc, last.At)))}
}

func (s *rescueSheet) close() {
	s.closed = true
	s.dialog.Hide()
	if s.before != nil {
		s.Window.Canvas().Focus(s.before)
	}
}
