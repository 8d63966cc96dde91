package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/assets"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// workbook lists the texts that are written and translated here: how far each is in each
// language, and what asks for work.
type workbook struct {
	simple
	env *Env
	add *kwidget.Button
}

func newWorkbook(env *Env) Page {
	p := &workbook{env: env}
	p.add = primary(env.Loc.T("workbook.new"), p.New)
	p.simple = newSimple(title(env.Loc.T("nav.workbook"), p.add))
	return p
}

// New implements Maker: a text begins in more than one way.
func (p *workbook) New() { kwidget.ShowMenu(p.add, p.add.Size().Width, p.env.newTexts()...) }

// ownText is a text with how far it is in each of its languages.
type ownText struct {
	book.Book
	title string // in the window's language, where it has one
	dutch string // where that is another
	words int    // segments with words
	langs []langCount
}

type langCount struct {
	tag string
	book.Count
}

// Update implements Page.
func (p *workbook) Update() {
	refresh(p.env, &p.turns, func() ([]ownText, error) { return p.env.ownTexts(), nil }, p.update)
}

func (e *Env) ownTexts() []ownText {
	var out []ownText
	for _, b := range e.Books.Books() {
		x := ownText{Book: b, title: e.Books.Called(b.ID, e.Lang())}
		if dutch := e.Books.Title(b.ID); dutch != x.title {
			x.dutch = dutch
		}
		for _, s := range e.Books.Segments(b.ID) {
			if s.Worded() {
				x.words++
			}
		}
		for _, lang := range b.Langs {
			x.langs = append(x.langs, langCount{lang, book.Tally(e.Books.Entries(b.ID, lang))})
		}
		out = append(out, x)
	}
	return out
}

func (p *workbook) update(texts []ownText) {
	loc := p.env.Loc
	if len(texts) == 0 {
		p.show(emptyPage(loc.T("workbook.empty"), loc.T("workbook.takeexample"), func() { p.env.takeWorkbook() },
			choiceOf{loc.T("workbook.newkit"), p.env.newKitText}, choiceOf{loc.T("bringin.new"), p.env.bringIn}))
		return
	}
	var cards []fyne.CanvasObject
	for _, x := range texts {
		cards = append(cards, p.text(x))
	}
	p.show(cards...)
}

// text is one text with what can be done with it.
func (p *workbook) text(x ownText) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	about := loc.Facts(x.dutch, loc.T("bookkind."+string(x.Kind)), loc.N("workbook.segments", x.words))
	write := kwidget.NewButton(loc.T("write.open"), nil, func() { env.Shell.Go(writeTarget(x.ID)) })
	lines := column(gapParts, stretched(column(gapLines, name(x.title), quiet(about)), write, more(append(env.handing(x.Book),
		choiceOf{loc.T("workbook.language"), func() { env.addLanguage(x.Book) }},
		choiceOf{loc.T("workbook.print"), func() { env.Shell.Go(Target{Page: Toolkits, BookID: x.ID}) }},
		choiceOf{loc.T("workbook.copy"), func() { env.copyOf(x.Book) }},
		choiceOf{loc.T("workbook.remove"), func() { p.remove(x) }},
	)...)))
	for _, c := range x.langs {
		lines.Add(p.language(x, c))
	}
	if len(x.langs) == 0 {
		lines.Add(container.NewHBox(kwidget.NewButton(loc.T("workbook.language"), nil, func() { env.addLanguage(x.Book) })))
	}
	return card(lines)
}

// language is how far a text is in one language, and the way to its desk.
func (p *workbook) language(x ownText, c langCount) fyne.CanvasObject {
	loc := p.env.Loc
	state := column(gapLines, value(loc.Language(c.tag)), newProgress(c.Count), quiet(p.env.progress(c.Count)))
	if n := c.Count[bilingual.Outdated]; n > 0 {
		add(state, notices(loc.N("desk.outdated", n))...)
	}
	return stretched(state, kwidget.NewButton(loc.T("workbook.translate"), nil, func() {
		p.env.Shell.Go(Target{Page: Workbook, BookID: x.ID, Lang: c.tag})
	}))
}

// progress says in words how far a translation is.
func (e *Env) progress(c book.Count) string {
	text := e.Loc.T("desk.progress", "Agreed", e.Loc.Int(c[bilingual.Agreed]), "Check", e.Loc.Int(c[bilingual.ToCheck]),
		"Empty", e.Loc.Int(c[bilingual.Empty]), "All", e.Loc.Int(c.Total()))
	if n := c[bilingual.Draft]; n > 0 {
		text = e.Loc.Facts(text, e.Loc.N("desk.drafts", n))
	}
	return text
}

func (p *workbook) remove(x ownText) {
	loc := p.env.Loc
	p.env.Shell.Ask(Question{
		Title: loc.T("workbook.remove"), Text: loc.T("workbook.removeask", "Name", x.title), Yes: loc.T("common.delete"),
		Do: func() { p.env.do(func() error { return p.env.Books.Remove(x.ID) }) },
	})
}

// newTexts are the ways in which a text begins.
func (e *Env) newTexts() []kwidget.MenuItem {
	return []kwidget.MenuItem{
		{Text: e.Loc.T("workbook.takeexample"), Do: e.takeWorkbook},
		{Text: e.Loc.T("workbook.newkit"), Do: e.newKitText},
		{Text: e.Loc.T("workbook.takekit"), Do: e.takeKit},
		{Text: e.Loc.T("bringin.new"), Do: e.bringIn},
	}
}

// by is who sits here, now.
func (e *Env) by() book.By { return book.By{Who: e.Books.Who(), When: e.Now()} }

// takeWorkbook makes the example workbook one's own.
func (e *Env) takeWorkbook() {
	e.makeText(func() (book.Draft, error) {
		k, err := paper.Workbook()
		return book.Draft{Kind: book.Workbook, Doc: k.Doc, Origin: k.File}, err
	})
}

// makeText puts a text in the vault and opens it.
func (e *Env) makeText(make func() (book.Draft, error)) {
	var made book.Book
	e.act(func() error {
		d, err := make()
		if err != nil {
			return err
		}
		made, err = e.Books.Make(d, e.by())
		return err
	}, func(err error) {
		if e.failUnlessNil(err); err == nil {
			e.Shell.Go(TextTarget(made))
		}
	})
}

// TextTarget is where one works on a text: at its desk, in its first language; one that is
// not translated, where it is written.
func TextTarget(b book.Book) Target {
	if len(b.Langs) == 0 {
		return writeTarget(b.ID)
	}
	return Target{Page: Workbook, BookID: b.ID, Lang: b.Langs[0]}
}

// openText opens a text of one's own where it is worked on.
func (e *Env) openText(k paper.Toolkit) {
	for _, b := range e.Books.Books() {
		if paper.OwnKey(b.ID) == k.Key {
			e.Shell.Go(TextTarget(b))
		}
	}
}

// writeTarget is where one writes a text.
func writeTarget(bookID string) Target { return Target{Page: Workbook, BookID: bookID, Tab: Writing} }

// takeKit makes a toolkit that ships one's own, and opens its desk.
func (e *Env) takeKit() {
	kits, err := paper.Toolkits()
	if err != nil {
		e.Shell.Fail(err)
		return
	}
	var titles []string
	for _, k := range kits {
		titles = append(titles, k.Doc.Say("title", e.Lang()))
	}
	which := kwidget.NewSelect(titles, nil)
	which.SetSelectedIndex(0)
	var made book.Book
	f := e.draft(e.Loc.T("workbook.takekit"), e.Loc.T("common.add"), formOf(item(e.Loc.T("year.kit"), which)), fyne.NewSize(560, 260), func() func() error {
		k := kits[which.SelectedIndex()]
		return func() (err error) {
			made, err = e.Books.Make(book.Draft{Kind: book.Toolkit, Doc: k.Doc, Origin: k.File}, e.by())
			return err
		}
	})
	f.then = func() { e.Shell.Go(TextTarget(made)) }
	e.Window.Canvas().Focus(which)
}

// copyText begins a text from another one.
func (e *Env) copyOf(b book.Book) {
	e.makeText(func() (book.Draft, error) {
		doc, err := e.Books.Document(b.ID)
		return book.Draft{Kind: b.Kind, Doc: doc, Origin: b.ID, Pictures: e.Books.Pictures(b.ID)}, err
	})
}

// addLanguage lets a text be translated into one more language, and opens its desk.
func (e *Env) addLanguage(b book.Book) {
	tags, names := e.otherLanguages(b.Langs)
	which := kwidget.NewSelect(names, nil)
	which.SetSelectedIndex(0)
	tag := ""
	f := e.draft(e.Loc.T("workbook.language"), e.Loc.T("common.add"), formOf(item(e.Loc.T("desk.language"), which)), fyne.NewSize(520, 260), func() func() error {
		tag = tags[which.SelectedIndex()]
		return func() error { return e.Books.AddLanguage(b.ID, tag) }
	})
	f.then = func() { e.Shell.Go(Target{Page: Workbook, BookID: b.ID, Lang: tag}) }
	e.Window.Canvas().Focus(which) // Enter adds nothing before a language was chosen
}

// progressBar shows how much of a translation is agreed and how much is to be checked, from
// where reading begins.
type progressBar struct{ parts []float32 }

// newProgress makes a bar of a count.
func newProgress(c book.Count) fyne.CanvasObject {
	all := float32(max(c.Total(), 1))
	bar := &progressBar{}
	box := container.New(bar)
	for _, s := range []bilingual.State{bilingual.Agreed, bilingual.ToCheck, bilingual.Draft, bilingual.Outdated, bilingual.Empty} {
		bar.parts = append(bar.parts, float32(c[s])/all)
		box.Add(stateColour(s))
	}
	return container.New(layout.NewCustomPaddedLayout(2, 2, 0, 0), box)
}

// Layout implements fyne.Layout.
func (b *progressBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		w := b.parts[i] * size.Width
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

// MinSize implements fyne.Layout.
func (b *progressBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 8) }

// newKitText begins a toolkit with the headings that each has.
func (e *Env) newKitText() {
	loc := e.Loc
	name, theme := kwidget.NewField(""), kwidget.NewField("")
	name.SetPlaceHolder(loc.T("workbook.titlehint"))
	theme.SetPlaceHolder(loc.T("workbook.themehint"))
	var made book.Book
	f := e.draft(loc.T("workbook.newkit"), loc.T("common.add"), formOf(item(loc.T("workbook.title"), name), item(loc.T("year.theme"), theme)), fyne.NewSize(600, 320), func() func() error {
		doc := emptyKit(name.Text, theme.Text)
		return func() (err error) {
			made, err = e.Books.Make(book.Draft{Kind: book.Toolkit, Doc: doc}, e.by())
			return err
		}
	})
	f.then = func() { e.Shell.Go(writeTarget(made.ID)) }
	f.on(name, theme)
}

// emptyKit is a toolkit with the headings that each has.
func emptyKit(title, theme string) bilingual.Document {
	doc := bilingual.Parse(assets.ToolkitSkeleton)
	doc.Meta["title"], doc.Meta["theme"] = title, theme
	heading := bilingual.Block{Kind: bilingual.Heading, Level: 1, Text: title}
	doc.Blocks = append([]bilingual.Block{heading}, doc.Blocks...)
	return doc
}
