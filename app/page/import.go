package page

import (
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/course"
	"kring/sessions/people"
)

// importList asks for a sign-up list and shows what each row would become.
func (p *participants) importList() {
	p.env.files().Open(p.env.Loc.T("dialog.openlist"), listExtensions, p.readList)
}

var listExtensions = []string{".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".xls", ".ods"}

func (p *participants) readList(path string) {
	refresh(p.env, &p.turns, func() ([]sheet.Table, error) { return sheet.Read(path) }, p.preview)
}

// importPreview is the draft of one import.
type importPreview struct {
	env     *Env
	id      string
	table   sheet.Table
	cols    []people.Column
	known   []people.Person
	rows    []people.Row
	columns *fyne.Container
	list    *kwidget.List
	sum     *kwidget.BidiLabel
	yes     *kwidget.Button
	dialog  *kwidget.Dialog
}

func (p *participants) preview(tables []sheet.Table) {
	loc := p.env.Loc
	x := &importPreview{env: p.env, id: p.id, known: p.env.Store.People(p.env.Compare), sum: name(""), columns: container.NewHBox()}
	x.list = kwidget.NewList(func() int { return len(x.rows) }, x.line, x.fill, x.mend)
	x.yes = primary(loc.T("import.do"), x.run)
	x.choose(tables[0])
	top := column(gapParts, quiet(loc.T("import.about")))
	if len(tables) > 1 {
		top.Add(x.sheets(tables))
	}
	top.Add(container.NewHScroll(x.columns))
	top.Add(x.sum)
	rejected := kwidget.NewButton(loc.T("import.rejected"), nil, x.saveRejected)
	no := kwidget.NewButton(loc.T("common.cancel"), nil, func() { x.dialog.Hide() })
	foot := container.NewHBox(rejected, layout.NewSpacer(), no, x.yes)
	leave := func() { x.dialog.Hide() }
	x.list.OnEscape, rejected.OnEscape, no.OnEscape, x.yes.OnEscape = leave, leave, leave, leave
	x.dialog = kwidget.ShowDialog(loc.T("participants.import"), under(top, container.NewBorder(nil, foot, nil, nil, x.list)), fyne.NewSize(980, 650), p.env.Window)
	p.env.Window.Canvas().Focus(x.yes)
}

// sheets picks the sheet of a workbook that has several.
func (x *importPreview) sheets(tables []sheet.Table) fyne.CanvasObject {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.Name
	}
	s := kwidget.NewSelect(names, nil)
	s.SetSelectedIndex(0)
	s.OnChanged = func(int) { x.choose(tables[s.SelectedIndex()]) }
	return container.NewBorder(nil, nil, halfway(aside(x.env.Loc.T("import.sheet"))), nil, s)
}

func (x *importPreview) choose(t sheet.Table) {
	x.table, x.cols = t, people.GuessColumns(t.Header)
	x.columns.Objects = nil
	for i, h := range t.Header {
		x.columns.Add(x.column(i, h))
	}
	x.columns.Refresh()
	x.judge()
}

func (x *importPreview) judge() {
	x.rows = people.Preview(x.table, x.cols, x.known)
	x.show()
}

func (x *importPreview) show() {
	take, doubt := 0, 0
	for _, r := range x.rows {
		if r.Take {
			take++
		}
		if len(r.Problems) > 0 {
			doubt++
		}
	}
	x.sum.SetText(x.env.Loc.T("import.sum", "Take", take, "All", len(x.rows), "Doubt", doubt))
	if take == 0 {
		x.yes.Disable()
	} else {
		x.yes.Enable()
	}
	x.list.Refresh()
}

// column is a heading of the list above what Kring takes it for.
func (x *importPreview) column(i int, head string) fyne.CanvasObject {
	names := make([]string, len(people.Columns()))
	for n, c := range people.Columns() {
		names[n] = x.env.Loc.T("column." + columnKey(c))
	}
	s := kwidget.NewSelect(names, nil)
	s.SetSelectedIndex(int(x.cols[i]))
	s.OnChanged = func(int) {
		x.cols[i] = people.Columns()[s.SelectedIndex()]
		x.judge()
	}
	label := inLine(head)
	label.ColorName, label.SizeName = theme.ColorNamePlaceHolder, theme.SizeNameCaptionText
	return column(gapLines, label, s)
}

// columnKey is the last part of a column's message id.
func columnKey(c people.Column) string {
	return [...]string{"ignore", "fullname", "firstname", "prefix", "familyname", "phone", "email", "kind", "through", "reads", "childcare", "children", "note"}[c]
}

func (x *importPreview) line() fyne.CanvasObject {
	who, contact, why := inLine(""), inLine(""), inLine("")
	who.Bold, contact.ColorName = true, theme.ColorNamePlaceHolder
	return kwidget.Mirror(container.NewBorder(nil, nil, kwidget.NewCheck("", nil), nil, halfway(column(2, container.NewGridWithColumns(2, who, contact), why))))
}

func (x *importPreview) fill(i int, o fyne.CanvasObject) {
	r := x.rows[i]
	box := o.(*fyne.Container)
	check := box.Objects[1].(*kwidget.Check)
	check.OnChanged = nil
	check.SetChecked(r.Take)
	if r.Bad() {
		check.Disable()
	} else {
		check.Enable()
	}
	check.OnChanged = func(on bool) { x.rows[i].Take = on; x.show() }
	lines := box.Objects[0].(*fyne.Container).Objects[1].(*fyne.Container).Objects
	labels := lines[0].(*fyne.Container).Objects
	who := r.Person.Name
	if who == "" {
		who = strings.Join(r.Cells, " ")
	}
	labels[0].(*kwidget.BidiLabel).SetText(x.env.Loc.T("import.line", "Number", r.Line, "Name", who))
	labels[1].(*kwidget.BidiLabel).SetText(x.env.contact(r.Person))
	why := lines[1].(*kwidget.BidiLabel)
	why.Text, why.ColorName = sayRow(x.env.Loc, r), theme.ColorNamePlaceHolder
	switch {
	case len(r.Problems) > 0:
		why.ColorName = theme.ColorNameWarning
	case why.Text == "":
		why.Text = x.env.Loc.T("import.fine")
	}
	why.Refresh()
}

// sayRow tells what is doubtful about a row and who it probably is.
func sayRow(loc *i18n.Localizer, r people.Row) string {
	var out []string
	for _, p := range r.Problems {
		out = append(out, loc.T("problem."+string(p.Code), "Value", p.Value, "Line", p.Line))
	}
	if len(r.Known) > 0 {
		out = append(out, loc.T("match."+string(r.Known[0].Why), "Name", r.Known[0].Name))
	}
	return loc.Facts(out...)
}

func (x *importPreview) run() {
	x.yes.Disable()
	env, id, rows := x.env, x.id, x.rows
	var done course.Imported
	env.act(func() (err error) {
		done, err = env.Store.Import(id, rows, env.Day())
		return err
	}, func(err error) {
		x.yes.Enable()
		if err != nil {
			env.Shell.Fail(err)
			return
		}
		x.dialog.Hide()
		env.Shell.Say(env.Loc.T("import.done", "Added", done.Added, "Known", done.Known))
	})
}

// saveRejected writes the rows that are not taken, with the reason, as a list to mend.
func (x *importPreview) saveRejected() {
	loc := x.env.Loc
	t := people.Rejected(x.table, x.rows, loc.T("import.reason"), func(r people.Row) string { return sayRow(loc, r) })
	x.env.save(loc.T("import.rejectedfile"), func(w io.Writer) error {
		page := sheet.Page{Name: t.Name, Header: t.Header}
		for _, r := range t.Rows {
			cells := make([]any, len(r))
			for i, c := range r {
				cells[i] = c
			}
			page.Rows = append(page.Rows, cells)
		}
		return sheet.Write(w, []sheet.Page{page})
	})
}
