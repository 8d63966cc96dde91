package page

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/toolkit/kit"
)

// all is what makes everything for all groups at once: a button, or what to do first where
// nobody said which toolkit these months have.
func (p *sendList) all(d sendData, lines []kit.SendLine) fyne.CanvasObject {
	loc, x := p.env.Loc, d.slot
	if x.File == "" {
		return quietly(loc.T("make.notoolkit"))
	}
	b := kwidget.NewButton(loc.T("make.all"), theme.DocumentSaveIcon(), func() {
		refresh(p.env, new(turns), func() (paper.Toolkit, error) { return paper.TextOf(p.env.Books, x.File) }, func(k paper.Toolkit) { p.env.makeAll(x, k, d.in, lines) })
	})
	b.Importance = widget.HighImportance
	return container.NewHBox(b)
}

// makeAllForm asks what to make.
type makeAllForm struct {
	env    *Env
	slot   kit.Slot
	kit    paper.Toolkit
	in     paper.Spoken
	lines  []kit.SendLine
	kinds  []*kwidget.Check // in the order of paper.Makes
	both   *kwidget.Check
	wrong  *kwidget.BidiLabel
	dialog *kwidget.Dialog
	then   func(path string) // the folder was chosen
}

// makeAll asks what to make, with what the members asked for ticked, and then where.
func (e *Env) makeAll(x kit.Slot, k paper.Toolkit, in paper.Spoken, lines []kit.SendLine) *makeAllForm {
	loc := e.Loc
	f := &makeAllForm{env: e, slot: x, kit: k, in: in, lines: lines, wrong: warning(loc.T("make.none")), both: kwidget.NewCheck(loc.T("make.both"), nil)}
	f.wrong.Hide()
	f.both.Checked = true
	f.then = func(path string) { e.making(f.jobs(), filepath.Join(path, paper.AllFolder(loc, k, e.Day())), f.ticked) }
	body := column(0, quiet(loc.T("make.about")))
	leave := func() { f.dialog.Hide() }
	for _, kind := range paper.Makes() {
		c := kwidget.NewCheck(loc.T("make."+string(kind)), nil)
		c.Checked = slices.ContainsFunc(lines, func(l kit.SendLine) bool { return paper.MakeFor(l.Member.Form) == kind })
		c.OnEscape = leave
		f.kinds = append(f.kinds, c)
		body.Add(c)
	}
	f.both.OnEscape = leave
	add(body, widget.NewSeparator(), f.both, f.wrong)
	no, yes := kwidget.NewButton(loc.T("common.cancel"), nil, leave), primary(loc.T("make.start"), f.start)
	no.OnEscape, yes.OnEscape = leave, leave
	foot := container.NewHBox(layout.NewSpacer(), no, yes)
	f.dialog = kwidget.ShowDialog(loc.T("make.title"), container.NewBorder(nil, foot, nil, nil, vscroll(body)), fyne.NewSize(680, 600), e.Window)
	e.Window.Canvas().Focus(f.kinds[0])
	return f
}

// chosen are the kinds that are ticked.
func (f *makeAllForm) chosen() (out []paper.Make) {
	for i, kind := range paper.Makes() {
		if f.kinds[i].Checked {
			out = append(out, kind)
		}
	}
	return out
}

func (f *makeAllForm) jobs() []paper.Job {
	return paper.JobsOf(f.lines, f.kit, f.in, f.chosen(), f.both.Checked)
}

// ticked ticks on the send list the groups in which everybody got what they asked for, as one
// action; then hears what the list says now, and of how many groups it does not.
func (f *makeAllForm) ticked(then func(said []string)) {
	e := f.env
	whole, wait := paper.MadeFor(f.lines, f.chosen())
	x, day := f.slot, f.env.Day()
	e.act(func() error {
		_, err := e.Kits.Made(x, whole, day)
		return err
	}, func(err error) {
		var said []string
		if e.failUnlessNil(err); err == nil && len(whole) > 0 {
			said = append(said, e.Loc.N("make.ticked", len(whole)))
		}
		if len(wait) > 0 {
			said = append(said, e.Loc.N("make.wait", len(wait)))
		}
		then(said)
	})
}

// start goes on to where it is to be made.
func (f *makeAllForm) start() {
	if len(f.chosen()) == 0 {
		f.wrong.Show()
		return
	}
	f.dialog.Hide()
	f.env.files().Folder(f.env.Loc.T("make.title"), f.then)
}

// making shows how far it is, with a way to stop.
type making struct {
	env    *Env
	ctx    context.Context
	stop   context.CancelFunc
	dialog *kwidget.Dialog
	line   *kwidget.BidiLabel
	bar    *kwidget.Progress
	ended  chan struct{} // everything was made, or nothing
	keep   func(then func(said []string))
}

// making makes all jobs beside the window. When all of it is there, keep writes down that it is.
func (e *Env) making(jobs []paper.Job, dir string, keep func(then func(said []string))) *making {
	loc := e.Loc
	m := &making{env: e, line: inLine(loc.T("make.begin")), bar: kwidget.NewProgress(), ended: make(chan struct{}), keep: keep}
	m.ctx, m.stop = context.WithCancel(context.Background())
	stop := kwidget.NewButton(loc.T("make.stop"), nil, m.stop)
	stop.OnEscape = m.stop
	foot := container.NewHBox(layout.NewSpacer(), stop)
	m.dialog = kwidget.ShowDialog(loc.T("make.title"), container.NewBorder(nil, foot, nil, nil, column(gapParts, m.line, m.bar)), fyne.NewSize(560, 220), e.Window)
	e.Window.Canvas().Focus(stop)
	go func() {
		made, err := paper.MakeAll(m.ctx, dir, jobs, loc, func(done, of int, name string) {
			e.OnUI(func() { m.say(done, of, name) })
		})
		m.stop()
		e.OnUI(func() { m.end(made, err) })
		close(m.ended)
	}()
	return m
}

func (m *making) say(done, of int, name string) {
	loc := m.env.Loc
	m.line.SetText(loc.T("make.busy", "Done", loc.Int(done), "All", loc.Int(of), "File", name))
	m.bar.SetDone(float64(done) / float64(of))
}

func (m *making) end(made []string, err error) {
	m.dialog.Hide()
	switch {
	case errors.Is(err, context.Canceled):
		m.env.Shell.Say(m.env.Loc.T("make.stopped"))
	case err != nil:
		m.env.Shell.Fail(err)
	default:
		m.keep(func(said []string) { m.env.showMade(made, said) })
	}
}

// showMade lists what was made, with the folder of each group before its files, and what was
// ticked on the send list.
func (e *Env) showMade(made, ticked []string) *kwidget.Dialog {
	loc := e.Loc
	dir := filepath.Dir(made[len(made)-1]) // of the list, which stands beside the groups
	list := kwidget.NewList(func() int { return len(made) }, func() fyne.CanvasObject { return listLine(inLine("")) }, func(i int, o fyne.CanvasObject) {
		name, err := filepath.Rel(dir, made[i])
		if err != nil {
			name = made[i]
		}
		folder, file := filepath.Split(name)
		if folder == "" {
			folder = filepath.Base(dir)
		}
		o.(*fyne.Container).Objects[0].(*kwidget.BidiLabel).SetText(loc.Facts(filepath.Clean(folder), file))
	}, func(int) {})
	var d *kwidget.Dialog
	leave := func() { d.Hide() }
	yes := primary(loc.T("make.close"), leave)
	yes.OnEscape, list.OnEscape = leave, leave
	head := column(gapLines, value(loc.T("make.where", "Folder", filepath.Base(dir))))
	for _, said := range ticked {
		head.Add(value(said))
	}
	d = kwidget.ShowDialog(loc.T("make.done"), under(head, container.NewBorder(nil, container.NewHBox(layout.NewSpacer(), yes), nil, nil, list)), fyne.NewSize(760, 560), e.Window)
	e.Window.Canvas().Focus(yes)
	return d
}
