package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/internal/sheet"
	"kring/toolkit/glossary"
)

// importList asks for a list of words and shows what each row would become.
func (p *terms) importList() {
	p.env.files().Open(p.env.Loc.T("terms.openlist"), listExtensions, p.readList)
}

func (p *terms) readList(path string) {
	lang, chosen := p.lang.id(), p.env.Terms
	refresh(p.env, &p.turns, func() (d termList, err error) {
		tables, err := sheet.Read(path)
		if err == nil {
			d = termList{paper.GlossaryList(tables[0], lang, p.env.Loc), tables[0].Header, chosen.All(nil)}
		}
		return d, err
	}, func(d termList) { p.preview(d) })
}

// termList is a list that was read, and the terms that there are.
type termList struct {
	glossary.List
	header []string
	terms  []glossary.Term
}

// termPreview is the draft of one import.
type termPreview struct {
	env    *Env
	list   termList
	lines  []glossary.Line
	shown  *kwidget.List
	sum    *kwidget.BidiLabel
	yes    *kwidget.Button
	dialog *kwidget.Dialog
}

func (p *terms) preview(d termList) *termPreview {
	loc := p.env.Loc
	x := &termPreview{env: p.env, list: d, sum: name("")}
	x.shown = kwidget.NewList(func() int { return len(x.lines) }, x.line, x.fill, func(int) {})
	x.yes = primary(loc.T("terms.take"), x.run)
	columns := container.NewHBox()
	for i, h := range d.header {
		columns.Add(x.column(i, h))
	}
	no := kwidget.NewButton(loc.T("common.cancel"), nil, func() { x.dialog.Hide() })
	leave := func() { x.dialog.Hide() }
	x.shown.OnEscape, no.OnEscape, x.yes.OnEscape = leave, leave, leave
	about := quietly(loc.T("terms.importabout", "Language", loc.T("language."+d.Lang)))
	top := column(gapParts, about, container.NewHScroll(columns), x.sum)
	foot := container.NewHBox(layout.NewSpacer(), no, x.yes)
	x.judge()
	x.dialog = kwidget.ShowDialog(loc.T("terms.import"), under(top, container.NewBorder(nil, foot, nil, nil, x.shown)), fyne.NewSize(980, 650), p.env.Window)
	if x.yes.Disabled() {
		p.env.Window.Canvas().Focus(no)
	} else {
		p.env.Window.Canvas().Focus(x.yes)
	}
	return x
}

// column is a heading of the list above what Kring takes it for.
func (x *termPreview) column(i int, head string) fyne.CanvasObject {
	loc := x.env.Loc
	ids := append(glossary.Columns(), glossary.Other)
	c := newChoice(func(id string, _ ...any) string {
		if id == "terms.column."+string(glossary.WordsColumn) {
			return loc.T("language." + x.list.Lang)
		}
		return loc.T(id)
	}, "terms.column.", strs(ids), string(x.list.Columns[i]))
	c.sel.OnChanged = func(int) {
		x.list.Columns[i] = glossary.Column(c.id())
		x.judge()
	}
	label := inLine(head)
	label.ColorName, label.SizeName = theme.ColorNamePlaceHolder, theme.SizeNameCaptionText
	return column(gapLines, label, c.sel)
}

// judge tells what the rows would become.
func (x *termPreview) judge() {
	lines, err := glossary.FromRows(x.list.List, x.list.terms)
	x.lines = lines
	x.shown.Refresh()
	counts := map[glossary.Kind]int{}
	for _, l := range lines {
		counts[l.Kind]++
	}
	x.sum.SetText(x.env.Loc.T("terms.sum", "New", counts[glossary.Added], "Changed", counts[glossary.Changed], "Same", counts[glossary.Same], "Bad", counts[glossary.Bad]))
	if err != nil {
		x.sum.SetText(x.env.Shell.Explain(err))
	}
	if counts[glossary.Added]+counts[glossary.Changed] == 0 {
		x.yes.Disable()
		return
	}
	x.yes.Enable()
}

func (x *termPreview) line() fyne.CanvasObject {
	dutch, said, kind := inLine(""), inLine(""), inLine("")
	dutch.Bold = true
	return listLine(column(0, container.NewGridWithColumns(2, dutch, said), kind))
}

func (x *termPreview) fill(i int, o fyne.CanvasObject) {
	l, loc := x.lines[i], x.env.Loc
	rows := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	words := rows[0].(*fyne.Container).Objects
	words[0].(*kwidget.BidiLabel).SetText(loc.T("import.line", "Number", l.Number, "Name", l.Term.Dutch))
	words[1].(*kwidget.BidiLabel).SetText(glossary.JoinWords(l.Term.Words(x.list.Lang)))
	kind := rows[1].(*kwidget.BidiLabel)
	kind.Text, kind.ColorName = loc.T("terms.kind."+string(l.Kind)), theme.ColorNamePlaceHolder
	if l.Kind == glossary.Bad {
		kind.Text, kind.ColorName = loc.Facts(kind.Text, x.env.Shell.Explain(l.Fault)), theme.ColorNameWarning
	}
	kind.Refresh()
}

// run takes what is new or changed.
func (x *termPreview) run() {
	x.yes.Disable()
	var taken []glossary.Term
	for _, l := range x.lines {
		if l.Kind == glossary.Added || l.Kind == glossary.Changed {
			taken = append(taken, l.Term)
		}
	}
	env := x.env
	env.act(func() error { return env.Terms.SaveAll(taken) }, func(err error) {
		x.yes.Enable()
		if err != nil {
			env.Shell.Fail(err)
			return
		}
		x.dialog.Hide()
		env.Shell.Say(env.Loc.N("terms.taken", len(taken)))
	})
}
