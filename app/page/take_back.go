package page

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// takeBack asks for what a translator sent back and shows what it would change. lang is the
// language that is being translated into, or empty for what the file says.
func (e *Env) takeBack(b book.Book, lang string) {
	kinds := append(paper.TranslatorKinds(), ".md", ".txt")
	e.files().Open(e.Loc.T("back.open"), kinds, func(path string) {
		working(e, e.Loc.T("bringin.reading"), func(ctx context.Context) (exchange.File, error) {
			return paper.ReadBack(ctx, path)
		}, func(in exchange.File) { e.cameBack(b, lang, in) })
	})
}

// cameBack compares a file with a text as it is now and shows what it would change.
func (e *Env) cameBack(b book.Book, lang string, in exchange.File) {
	working(e, e.Loc.T("bringin.reading"), func(context.Context) (backData, error) { return e.compare(b, lang, in) }, func(d backData) { newBackPreview(e, d) })
}

// backData is a file that came back, beside the text that it is compared with.
type backData struct {
	book   book.Book
	title  string
	lang   string
	file   exchange.File
	is     exchange.Preview
	belong string // the title of the text in the vault that it was made of, where that is another
}

func (e *Env) compare(b book.Book, lang string, in exchange.File) (backData, error) {
	d := backData{book: b, title: e.Books.Title(b.ID), lang: lang, file: in}
	if d.lang == "" {
		var err error
		if d.lang, err = paper.BackInto(b, in); err != nil {
			return d, err
		}
	}
	if d.is = paper.Back(e.Books, b.ID, d.lang, in); d.is.Problem != nil {
		return d, d.is.Problem
	}
	if d.is.OtherBook {
		if d.belong = e.Books.Title(in.Book); d.belong == "" {
			d.belong = in.Title
		}
	}
	return d, nil
}

// backPreview is the draft of taking in what came back.
type backPreview struct {
	env    *Env
	data   backData
	rows   []exchange.Row
	shown  []int // of rows, those that the filter lets through
	filter []exchange.Change
	at     int // of rows, the one in the detail; -1: none
	which  *kwidget.Select
	list   *kwidget.List
	detail *fyne.Container
	sum    *kwidget.BidiLabel
	yes    *kwidget.Button
	dialog *kwidget.Dialog
}

func newBackPreview(e *Env, d backData) *backPreview {
	loc := e.Loc
	x := &backPreview{env: e, data: d, rows: d.is.Rows, at: -1, detail: column(gapParts), sum: name("")}
	x.list = kwidget.NewList(func() int { return len(x.shown) }, x.line, x.fill, func(i int) { x.see(x.shown[i]) })
	x.list.OnTick = func(i int) { x.tick(x.shown[i]) }
	x.yes = primary("", x.run)
	x.filters()
	all, none := kwidget.NewButton(loc.T("back.all"), nil, func() { x.tickAll(true) }), kwidget.NewButton(loc.T("back.none"), nil, func() { x.tickAll(false) })
	no := kwidget.NewButton(loc.T("common.cancel"), nil, func() { x.dialog.Hide() })
	foot := container.NewHBox(layout.NewSpacer(), no, x.yes)
	leave := []*kwidget.Button{all, none, no, x.yes}
	if d.is.OtherBook || d.file.Book == "" {
		only := kwidget.NewButton(loc.T("bringin.kind.memory"), nil, x.onlyRemember)
		foot.Objects = append([]fyne.CanvasObject{only}, foot.Objects...)
		leave = append(leave, only)
	}
	x.list.OnEscape = func() { x.dialog.Hide() }
	for _, b := range leave {
		b.OnEscape = x.list.OnEscape
	}
	top := column(gapParts, x.about()...)
	top.Add(stretched(x.which, all, none))
	top.Add(x.sum)
	middle := container.New(rowsAndRow{}, x.list, vscroll(x.detail))
	x.dialog = kwidget.ShowDialog(loc.T("back.title", "Title", d.title, "Language", loc.Language(d.lang)), under(top, container.New(layout.NewBorderLayout(nil, foot, nil, nil), middle, foot)), fyne.NewSize(980, 660), e.Window)
	x.narrow(0)
	if len(x.shown) > 0 {
		e.Window.Canvas().Focus(x.list)
	} else {
		e.Window.Canvas().Focus(no)
	}
	return x
}

// about says what should be known of the file before anything.
func (x *backPreview) about() []fyne.CanvasObject {
	loc := x.env.Loc
	switch {
	case x.data.is.OtherBook:
		return notices(loc.T("back.other", "Title", x.data.belong))
	case x.data.is.ByWords == 0 && x.data.is.Count(exchange.Unknown) == len(x.data.file.Units):
		return notices(loc.T("back.unlike"))
	}
	return nil
}

// filters offers the kinds of changes that there are.
func (x *backPreview) filters() {
	loc := x.env.Loc
	x.filter = []exchange.Change{""}
	names := []string{loc.T("back.changes", "Number", loc.Int(x.count(x.differs)))}
	for _, c := range exchange.Changes() {
		if n := x.data.is.Count(c); n > 0 {
			x.filter = append(x.filter, c)
			names = append(names, loc.T("back.filter", "What", loc.T("back.change."+string(c)), "Number", loc.Int(n)))
		}
	}
	x.which = kwidget.NewSelect(names, nil)
	x.which.SetSelectedIndex(0)
	x.which.OnChanged = x.narrow
}

// differs tells whether a row is worth a look: it says something else, or stands nowhere.
func (x *backPreview) differs(r exchange.Row) bool {
	return r.Offers() || r.Change == exchange.Unknown
}

func (x *backPreview) count(holds func(exchange.Row) bool) int {
	n := 0
	for _, r := range x.rows {
		if holds(r) {
			n++
		}
	}
	return n
}

// narrow lists the rows of one kind of change, those that ask for a choice first.
func (x *backPreview) narrow(i int) {
	x.shown = nil
	for at, r := range x.rows {
		if c := x.filter[i]; c == r.Change || c == "" && x.differs(r) {
			x.shown = append(x.shown, at)
		}
	}
	slices.SortStableFunc(x.shown, func(a, b int) int { return urgency(x.rows[a]) - urgency(x.rows[b]) })
	x.list.Begin()
	x.list.Refresh()
	if len(x.shown) > 0 {
		x.see(x.shown[0])
	} else {
		x.at = -1
		x.detail.Objects = []fyne.CanvasObject{quiet(x.env.Loc.T("back.nothing"))}
		x.detail.Refresh()
	}
	x.tally()
}

// urgency puts conflicts first; the others stand in the order of reading.
func urgency(r exchange.Row) int {
	if r.Change == exchange.Conflict {
		return 0
	}
	return 1
}

// mayTake tells whether a row can be taken: one that is longer than a page cannot.
func mayTake(r exchange.Row) bool { return r.Offers() && book.Fits(r.In.Text) == nil }

// tick takes a row, or no longer.
func (x *backPreview) tick(at int) {
	if mayTake(x.rows[at]) {
		x.rows[at].Take = !x.rows[at].Take
		x.list.Refresh()
		x.see(at)
		x.tally()
	}
}

// tickAll takes all that is listed, or none of it.
func (x *backPreview) tickAll(take bool) {
	for _, at := range x.shown {
		if mayTake(x.rows[at]) {
			x.rows[at].Take = take
		}
	}
	x.list.Refresh()
	x.tally()
	if x.at >= 0 {
		x.see(x.at)
	}
}

// tally says how many are taken, on the button too.
func (x *backPreview) tally() {
	loc := x.env.Loc
	taken := x.taken()
	conflicts := x.count(func(r exchange.Row) bool { return r.Change == exchange.Conflict && !r.Take })
	facts := []string{loc.N("back.taken", taken)}
	if conflicts > 0 {
		facts = append(facts, loc.N("back.conflicts", conflicts))
	}
	x.sum.SetText(loc.Facts(facts...))
	x.yes.SetText(loc.T("back.do", "Number", loc.Int(taken)))
	if taken == 0 {
		x.yes.Disable()
	} else {
		x.yes.Enable()
	}
}

func (x *backPreview) taken() int {
	return x.count(func(r exchange.Row) bool { return r.Take && r.Offers() })
}

// run takes in what is ticked, as one action.
func (x *backPreview) run() {
	if x.yes.Disabled() {
		return
	}
	x.yes.Disable()
	env, d, by, n := x.env, x.data, x.env.by(), x.taken()
	changes := paper.Changes(exchange.Preview{Rows: x.rows}, by)
	env.act(func() error { return env.Books.TranslateAll(d.book.ID, d.lang, by, changes) }, func(err error) {
		x.yes.Enable()
		if err != nil {
			env.Shell.Fail(err)
			return
		}
		x.dialog.Hide()
		env.Shell.Say(env.Loc.N("back.done", n))
	})
}

// onlyRemember keeps the file in the memory, without touching the text.
func (x *backPreview) onlyRemember() {
	env, d, n := x.env, x.data, 0
	env.act(func() (err error) {
		n, err = env.remember(d.file, d.lang, "")
		return err
	}, func(err error) {
		if err != nil {
			env.Shell.Fail(err)
			return
		}
		x.dialog.Hide()
		env.Shell.Say(env.Loc.N("bringin.kept", n))
	})
}
