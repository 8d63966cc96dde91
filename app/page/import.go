package page

import (
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/people"
)

// importList asks for a sign-up list and shows what each row would become.
func (p *participants) importList() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			p.env.failUnlessNil(err)
			return
		}
		path := r.URI().Path()
		p.env.failUnlessNil(r.Close())
		refresh(p.env, func() ([]sheet.Table, error) { return sheet.Read(path) }, func(t []sheet.Table) { p.preview(t[0]) })
	}, p.env.Window)
	d.Resize(fyne.NewSize(760, 520))
	d.Show()
}

// importPreview is the draft of one import.
type importPreview struct {
	env   *Env
	id    string
	table sheet.Table
	cols  []people.Column
	known []people.Person
	rows  []people.Row
	list  *widget.List
	sum   *widget.Label
}

func (p *participants) preview(t sheet.Table) {
	x := &importPreview{env: p.env, id: p.id, table: t, cols: people.GuessColumns(t.Header), known: p.env.Store.People(p.env.Compare), sum: widget.NewLabel("")}
	x.list = widget.NewList(func() int { return len(x.rows) }, x.line, x.fill)
	x.list.OnSelected = func(i widget.ListItemID) { x.list.UnselectAll(); x.mend(i) }
	x.judge()
	loc := p.env.Loc
	columns := container.NewHBox()
	for i, h := range t.Header {
		columns.Add(x.column(i, h))
	}
	top := container.NewVBox(words(loc.T("import.about")), container.NewHScroll(columns), x.sum)
	rejected := widget.NewButton(loc.T("import.rejected"), x.saveRejected)
	d := dialog.NewCustomConfirm(loc.T("participants.import"), loc.T("import.do"), loc.T("common.cancel"),
		container.NewBorder(top, rejected, nil, nil, x.list), func(ok bool) {
			if ok {
				x.run()
			}
		}, p.env.Window)
	d.Resize(fyne.NewSize(960, 640))
	d.Show()
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
	x.list.Refresh()
}

func (x *importPreview) column(i int, head string) fyne.CanvasObject {
	names := make([]string, len(people.Columns()))
	for n, c := range people.Columns() {
		names[n] = x.env.Loc.T("column." + columnKey(c))
	}
	s := widget.NewSelect(names, nil)
	s.SetSelectedIndex(int(x.cols[i]))
	s.OnChanged = func(string) {
		x.cols[i] = people.Columns()[s.SelectedIndex()]
		x.judge()
	}
	label := quiet("")
	label.Wrapping = fyne.TextWrapOff
	if r := []rune(head); len(r) > 22 {
		head = string(r[:21]) + "…"
	}
	label.SetText(head)
	return container.NewVBox(label, s)
}

// columnKey is the last part of a column's message id.
func columnKey(c people.Column) string {
	return [...]string{"ignore", "fullname", "firstname", "prefix", "familyname", "phone", "email", "kind", "through", "reads", "childcare", "children", "note"}[c]
}

func (x *importPreview) line() fyne.CanvasObject {
	name, why := widget.NewLabel(""), widget.NewLabel("")
	name.Truncation, why.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, widget.NewCheck("", nil), nil, container.NewGridWithColumns(2, name, why))
}

func (x *importPreview) fill(i widget.ListItemID, o fyne.CanvasObject) {
	r := x.rows[i]
	box := o.(*fyne.Container)
	check := box.Objects[1].(*widget.Check)
	check.OnChanged = nil
	check.SetChecked(r.Take)
	if r.Bad() {
		check.Disable()
	} else {
		check.Enable()
	}
	check.OnChanged = func(on bool) { x.rows[i].Take = on; x.show() }
	labels := box.Objects[0].(*fyne.Container).Objects
	name := r.Person.Name
	if name == "" {
		name = strings.Join(r.Cells, " ")
	}
	labels[0].(*widget.Label).SetText(x.env.Loc.T("import.line", "Number", r.Line, "Name", name) + "  " + x.env.contact(r.Person))
	why := labels[1].(*widget.Label)
	why.Importance = widget.MediumImportance
	if len(r.Problems) > 0 {
		why.Importance = widget.WarningImportance
	}
	why.SetText(SayRow(x.env.Loc, r))
}

// SayRow tells what is doubtful about a row and who it probably is.
func SayRow(loc *i18n.Localizer, r people.Row) string {
	var out []string
	for _, p := range r.Problems {
		out = append(out, loc.T("problem."+string(p.Code), "Value", p.Value))
	}
	if len(r.Known) > 0 {
		out = append(out, loc.T("match."+string(r.Known[0].Why), "Name", r.Known[0].Name))
	}
	return strings.Join(out, " · ")
}

// mend changes the values of one row, or who it is.
func (x *importPreview) mend(i int) {
	loc, r := x.env.Loc, x.rows[i]
	name, phone, email := entry(r.Person.Name), entry(people.ShowPhone(r.Person.Phone)), entry(r.Person.Email)
	same := widget.NewCheck("", nil)
	items := []*widget.FormItem{
		widget.NewFormItem(loc.T("person.name"), name), widget.NewFormItem(loc.T("person.phone"), phone), widget.NewFormItem(loc.T("person.email"), email),
	}
	if len(r.Known) > 0 {
		same.SetText(loc.T("import.same", "Name", r.Known[0].Name))
		same.SetChecked(r.Person.ID != "")
		items = append(items, widget.NewFormItem("", same))
	}
	d := dialog.NewForm(loc.T("import.mend", "Number", r.Line), loc.T("common.save"), loc.T("common.cancel"), items, func(ok bool) {
		if !ok {
			return
		}
		mended := r.Mend(people.FullName, name.Text, x.known)
		mended.Person.Phone, mended.Person.Email = "", ""
		mended = mended.Mend(people.Phone, phone.Text, x.known).Mend(people.Email, email.Text, x.known)
		if len(mended.Known) > 0 && !same.Checked {
			mended = mended.Choose("")
		}
		x.rows[i] = mended
		x.show()
	}, x.env.Window)
	d.Resize(fyne.NewSize(520, 320))
	d.Show()
}

func (x *importPreview) run() {
	env, id, rows := x.env, x.id, x.rows
	go func() {
		done, err := env.Store.Import(id, rows, env.Day())
		fyne.Do(func() {
			if err != nil {
				env.Shell.Fail(err)
				return
			}
			env.Shell.Say(env.Loc.T("import.done", "Added", done.Added, "Known", done.Known))
		})
	}()
}

func (x *importPreview) saveRejected() {
	loc := x.env.Loc
	t := people.Rejected(x.table, x.rows, loc.T("import.reason"), func(r people.Row) string { return SayRow(loc, r) })
	x.env.save("niet-opgenomen.xlsx", func(w io.Writer) error {
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
