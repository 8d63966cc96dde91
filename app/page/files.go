package page

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/folder"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// Files asks for files to read and to write. Its sheet is ours and not Fyne's: that one
// has its sides and its names from left to right in every language, and knows no keys.
type Files struct {
	Window  fyne.Window
	Loc     *i18n.Localizer
	Explain func(error) string
	OnUI    func(func()) // as in Env
	several bool         // what is saved may become a file for each page or language
}

func (e *Env) files() Files {
	return Files{Window: e.Window, Loc: e.Loc, Explain: e.Shell.Explain, OnUI: e.OnUI}
}

// Open asks for a file with one of the extensions and gives its path; leaving the sheet
// gives nothing.
func (f Files) Open(title string, extensions []string, then func(path string)) {
	f.opening(title, extensions, then)
}

func (f Files) opening(title string, extensions []string, then func(path string)) *fileSheet {
	s := f.sheet(title, then)
	s.show = func(name string) bool { return slices.Contains(extensions, strings.ToLower(filepath.Ext(name))) }
	s.file = func(name string) { s.leave(filepath.Join(s.dir, name)) }
	s.open(nil, s.list)
	return s
}

// Save asks for a place and a name for a file and gives its path. A file that is there is
// replaced only when that was said.
func (f Files) Save(title, name string, then func(path string)) { f.saving(title, name, then) }

func (f Files) saving(title, name string, then func(path string)) *fileSheet {
	s := f.sheet(title, then)
	ext := filepath.Ext(name)
	s.show = func(name string) bool { return strings.EqualFold(filepath.Ext(name), ext) }
	s.name = kwidget.NewField(name)
	s.file = func(name string) { s.name.SetText(name) }
	s.yes = primary(f.Loc.T("common.save"), func() { s.save(ext) })
	s.name.OnSubmitted = func(string) { s.save(ext) }
	s.name.OnChanged = func(string) { s.replace("") }
	s.name.OnEscape = s.close
	s.open(column(gapLines, caption(f.Loc.T("file.name")), s.name), s.name)
	s.name.Select(0, len([]rune(strings.TrimSuffix(name, ext))))
	return s
}

// Folder asks for a folder and gives its path.
func (f Files) Folder(title string, then func(path string)) { f.choosing(title, then) }

func (f Files) choosing(title string, then func(path string)) *fileSheet {
	s := f.sheet(title, then)
	s.show = func(string) bool { return false }
	s.yes = primary(f.Loc.T("file.here"), func() { s.leave(s.dir) })
	s.open(nil, s.list)
	return s
}

// fileSheet is the sheet while it is open.
type fileSheet struct {
	known []folder.Place // that every laptop has, and sticks
	Files
	turns
	title   string
	dialog  *kwidget.Dialog
	before  fyne.Focusable
	places  *fyne.Container
	path    *kwidget.BidiLabel
	list    *kwidget.List
	entries []folder.Entry // after the way up, which is the first line
	problem *kwidget.BidiLabel
	name    *kwidget.Field // of a file to save; else nil
	yes     *kwidget.Button
	dir     string
	over    string                 // the file that may be replaced
	show    func(name string) bool // which files are listed
	file    func(name string)      // one was pressed
	then    func(path string)
}

// PrefFolder remembers the folder that was used last, where it is one that every laptop
// has. The name of another may be that of a group: it is known until Kring ends.
const PrefFolder = "folder"

var lastFolder string

// fileSheetSize is as large as the smallest window allows.
var fileSheetSize = fyne.NewSize(820, 580)

func (f Files) sheet(title string, then func(string)) *fileSheet {
	s := &fileSheet{Files: f, title: title, then: then, before: f.Window.Canvas().Focused()}
	s.places, s.path, s.problem = column(gapLines), inLine(""), warning("")
	s.path.ColorName, s.problem.ColorName = theme.ColorNamePlaceHolder, theme.ColorNameError
	s.problem.Hide()
	s.list = kwidget.NewList(func() int { return len(s.entries) + 1 }, entryLine, s.fill, s.choose)
	s.list.OnEscape, s.list.OnBack = s.close, func() { s.choose(0) }
	return s
}

// open shows the sheet, with what stands under the list, and the keyboard where it begins.
func (s *fileSheet) open(under fyne.CanvasObject, first fyne.Focusable) {
	no := kwidget.NewButton(s.Loc.T("common.cancel"), nil, s.close)
	no.OnEscape = s.close
	buttons := container.NewHBox(layout.NewSpacer(), no)
	if s.yes != nil {
		s.yes.OnEscape = s.close
		folder := low(s.Loc.T("file.newfolder"), s.newFolder)
		folder.OnEscape = s.close
		buttons = container.NewHBox(folder, layout.NewSpacer(), no, s.yes)
	}
	foot := column(gapParts, s.problem, buttons)
	if under != nil {
		foot = column(gapParts, under, s.problem, buttons)
	}
	head := column(gapLines, s.path)
	side := container.New(fixedWidth(180), vscroll(s.places))
	middle := container.New(layout.NewBorderLayout(head, nil, nil, nil), head, s.list)
	body := container.New(layout.NewBorderLayout(nil, foot, side, nil), side, middle, foot)
	s.dialog = kwidget.ShowDialog(s.title, body, fileSheetSize, s.Window)
	s.Window.Canvas().Focus(first)
	s.begin()
}

// begin goes to the folder that was used last, or the first of the places.
func (s *fileSheet) begin() {
	last := cmp.Or(lastFolder, fyne.CurrentApp().Preferences().String(PrefFolder))
	go func() {
		places := folder.Places()
		if _, err := os.Stat(last); err != nil && len(places) > 0 {
			last = places[0].Path
		}
		s.OnUI(func() {
			s.showPlaces(places)
			s.enter(last)
		})
	}()
}

func (s *fileSheet) showPlaces(places []folder.Place) {
	s.known = places
	icons := map[string]fyne.Resource{"documents": theme.DocumentIcon(), "downloads": theme.DownloadIcon(), "desktop": theme.ComputerIcon(), "home": theme.HomeIcon()}
	s.places.Objects = nil
	for _, p := range places {
		text, icon := p.Name, theme.StorageIcon()
		if p.ID != "" {
			text, icon = s.Loc.T("place."+p.ID), icons[p.ID]
		}
		b := kwidget.NewButton(text, icon, func() { s.enter(p.Path) })
		b.Importance, b.Alignment, b.OnEscape = widget.LowImportance, widget.ButtonAlignLeading, s.close
		s.places.Add(b)
	}
	s.places.Refresh()
}

// enter reads a folder beside the window: a stick may be slow.
func (s *fileSheet) enter(dir string) {
	s.run(s.OnUI, func() func() {
		entries, err := folder.List(dir, s.show, s.Loc.Compare)
		return func() { s.entered(dir, entries, err) }
	})
}

func (s *fileSheet) entered(dir string, entries []folder.Entry, err error) {
	if err != nil {
		s.wrong(s.Explain(err))
		return
	}
	s.dir, s.entries = dir, entries
	s.path.SetText(dir)
	s.replace("")
	s.list.Refresh()
	s.list.ScrollToTop()
}

// choose presses a line of the list: the way up, a folder or a file.
func (s *fileSheet) choose(line int) {
	switch {
	case s.dir == "": // nothing is read yet
	case line == 0:
		s.enter(filepath.Dir(s.dir))
	case s.entries[line-1].Dir:
		s.enter(filepath.Join(s.dir, s.entries[line-1].Name))
	case s.file != nil:
		s.file(s.entries[line-1].Name)
	}
}

func (s *fileSheet) save(ext string) {
	name := strings.TrimSpace(s.name.Text)
	if err := folder.CheckName(name); err != nil {
		s.wrong(s.Explain(err))
		return
	}
	if !strings.EqualFold(filepath.Ext(name), ext) {
		name += ext
	}
	path := filepath.Join(s.dir, name)
	if there := s.there(path); there != "" && path != s.over {
		s.replace(path)
		s.wrong(s.Loc.T("file.exists", "Name", filepath.Base(there)))
		return
	}
	s.leave(path)
}

// there is a file that would be replaced, or "": the one of that name, or the first of several.
func (s *fileSheet) there(path string) string {
	names := []string{path}
	if ext := filepath.Ext(path); s.several {
		for _, part := range append([]string{"1"}, people.Languages()...) {
			names = append(names, strings.TrimSuffix(path, ext)+"-"+part+ext)
		}
	}
	for _, name := range names {
		if _, err := os.Lstat(name); err == nil {
			return name
		}
	}
	return ""
}

// replace asks whether a file may be replaced, on the button itself; "" asks no more.
func (s *fileSheet) replace(path string) {
	s.over = path
	s.problem.Hide()
	if s.name == nil {
		return
	}
	s.yes.Text = s.Loc.T("common.save")
	if path != "" {
		s.yes.Text = s.Loc.T("file.replace")
		s.wrong(s.Loc.T("file.exists", "Name", filepath.Base(path)))
	}
	s.yes.Refresh()
}

func (s *fileSheet) wrong(text string) {
	s.problem.SetText(text)
	s.problem.Show()
}

// newFolder makes a folder where the sheet is, and goes there.
func (s *fileSheet) newFolder() {
	base := s.Loc.T("file.newfolder")
	for n := 1; n < 100; n++ {
		path := filepath.Join(s.dir, base)
		if n > 1 {
			path += " " + itoa(n)
		}
		err := os.Mkdir(path, 0o700)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			s.wrong(s.Explain(fmt.Errorf("making a folder: %w", err)))
			return
		}
		s.enter(path)
		return
	}
}

// leave closes the sheet with an answer.
func (s *fileSheet) leave(path string) {
	if s.dir == "" {
		return
	}
	s.remember()
	s.close()
	s.then(path)
}

func (s *fileSheet) remember() {
	lastFolder = s.dir
	prefs := fyne.CurrentApp().Preferences()
	if slices.ContainsFunc(s.known, func(p folder.Place) bool { return p.ID != "" && p.Path == s.dir }) {
		prefs.SetString(PrefFolder, s.dir)
		return
	}
	prefs.RemoveValue(PrefFolder)
}

func (s *fileSheet) close() {
	s.closed = true
	s.dialog.Hide()
	if s.before != nil {
		s.Window.Canvas().Focus(s.before)
	}
}

// entryLine is one line: a sign, the name, and when a file was changed.
func entryLine() fyne.CanvasObject {
	row := container.NewBorder(nil, nil, widget.NewIcon(nil), aside(""), inLine(""))
	return kwidget.Mirror(container.New(layout.NewCustomPaddedLayout(7, 7, 8, 8), row))
}

func (s *fileSheet) fill(i int, o fyne.CanvasObject) {
	row := o.(*fyne.Container).Objects[0].(*fyne.Container)
	name, sign, when := row.Objects[0].(*kwidget.BidiLabel), row.Objects[1].(*widget.Icon), row.Objects[2].(*kwidget.BidiLabel)
	if i == 0 {
		sign.SetResource(theme.MoveUpIcon())
		name.SetText(s.Loc.T("file.up"))
		when.SetText("")
		return
	}
	e := s.entries[i-1]
	name.SetText(e.Name)
	if e.Dir {
		sign.SetResource(theme.FolderIcon())
		when.SetText("")
		return
	}
	sign.SetResource(theme.FileIcon())
	d := calendar.DateOf(e.Changed.In(calendar.Amsterdam))
	when.SetText(s.Loc.Date(d.Year, d.Month, d.Day, i18n.Short))
}
