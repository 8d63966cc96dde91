package page

import (
	"io"

	"fyne.io/fyne/v2"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// handOverForm asks what of a text goes to a translator, and in which kind of file.
type handOverForm struct {
	env      *Env
	text     toHandOver
	lang     *choice
	format   *choice
	what     *choice
	chapter  *kwidget.Select
	count    *kwidget.BidiLabel
	form     *draftForm
	made     exchange.File
	handedAs paper.HandOver
}

// toHandOver is a text with its translations.
type toHandOver struct {
	book.Book
	title    string
	chapters []book.Chapter // those with a heading
	entries  map[string][]bilingual.Entry
}

// handOver hands a text to a translator, with all that was typed before. lang is the language to
// begin with, or empty.
func (e *Env) handOver(b book.Book, lang string) {
	var t toHandOver
	e.act(func() (err error) {
		t, err = e.readHandOver(b.ID)
		return err
	}, func(err error) {
		if e.failUnlessNil(err); err == nil {
			e.handOverForm(t, lang)
		}
	})
}

func (e *Env) readHandOver(bookID string) (toHandOver, error) {
	b, ok := e.Books.Book(bookID)
	if !ok || len(b.Langs) == 0 {
		return toHandOver{}, book.ErrNotFound
	}
	t := toHandOver{Book: b, title: e.Books.Title(bookID), entries: map[string][]bilingual.Entry{}}
	for _, c := range book.Chapters(e.Books.Segments(bookID)) {
		if c.ID != "" {
			t.chapters = append(t.chapters, c)
		}
	}
	for _, lang := range b.Langs {
		t.entries[lang] = e.Books.Entries(bookID, lang)
	}
	return t, nil
}

func (e *Env) handOverForm(t toHandOver, lang string) *handOverForm {
	loc := e.Loc
	if lang == "" {
		lang = t.Langs[0]
	}
	x := &handOverForm{env: e, text: t, count: value("")}
	x.lang = newChoice(func(id string, _ ...any) string { return loc.Language(id) }, "", t.Langs, lang)
	x.format = newChoice(loc.T, "hand.format.", strs(paper.Formats()), string(paper.XLIFF))
	x.what = newChoice(loc.T, "hand.what.", []string{"all", "work"}, "all")
	names := []string{loc.T("desk.allchapters")}
	for _, c := range t.chapters {
		names = append(names, c.Title)
	}
	x.chapter = kwidget.NewSelect(names, nil)
	x.chapter.SetSelectedIndex(0)
	for _, s := range []*kwidget.Select{x.lang.sel, x.what.sel, x.chapter} {
		s.OnChanged = func(int) { x.tally() }
	}
	var items []formItem
	if len(t.Langs) > 1 {
		items = append(items, item(loc.T("desk.language"), x.lang.sel))
	}
	items = append(items, item(loc.T("hand.format"), x.format.sel), item(loc.T("hand.what"), x.what.sel))
	if len(t.chapters) > 0 {
		items = append(items, item(loc.T("hand.chapter"), x.chapter))
	}
	content := column(gapCards, quietly(loc.T("hand.about")), formOf(items...), x.count)
	x.form = e.draft(loc.T("hand.send"), loc.T("hand.save"), content, fyne.NewSize(680, 460), x.read)
	x.form.then = x.save
	x.tally()
	x.form.begin()
	return x
}

// chosen is what was chosen.
func (x *handOverForm) chosen() (h paper.HandOver, chapter string) {
	h = paper.HandOver{Lang: x.lang.id(), Only: x.what.id() == "work", When: x.env.Now()}
	if i := x.chapter.SelectedIndex(); i > 0 {
		h.Chapter, chapter = x.text.chapters[i-1].ID, x.text.chapters[i-1].Title
	}
	return h, chapter
}

// tally says how much work it is.
func (x *handOverForm) tally() {
	loc := x.env.Loc
	h, _ := x.chosen()
	pieces, words := h.Count(x.text.entries[h.Lang])
	if pieces == 0 {
		x.count.SetText(x.env.Shell.Explain(paper.ErrNothingToSend))
		x.form.yes.Disable()
		return
	}
	x.count.SetText(loc.Facts(loc.N("bringin.pieces", pieces), loc.N("hand.words", words)))
	x.form.yes.Enable()
}

// read makes the file; it is on no disk yet.
func (x *handOverForm) read() func() error {
	h, _ := x.chosen()
	x.handedAs = h
	return func() (err error) {
		x.made, err = h.File(x.env.Books, x.env.Loc, x.text.ID)
		return err
	}
}

// save asks where the file goes.
func (x *handOverForm) save() {
	_, chapter := x.chosen()
	format, made := paper.Format(x.format.id()), x.made
	x.env.save(x.handedAs.Name(format, x.text.title, chapter), func(w io.Writer) error { return format.Write(w, made) })
}

// handing are the ways in which a text goes to others and comes back.
func (e *Env) handing(b book.Book) []choiceOf {
	var out []choiceOf
	if len(b.Langs) > 0 {
		out = append(out, choiceOf{e.Loc.T("hand.send"), func() { e.handOver(b, "") }}, choiceOf{e.Loc.T("hand.back"), func() { e.takeBack(b, "") }})
	}
	return append(out, choiceOf{e.Loc.T("hand.textout"), func() { e.textOut(b) }})
}

// textOut saves a text in the text format, with its pictures in a folder beside it.
func (e *Env) textOut(b book.Book) {
	e.saveFiles(paper.FileStem(e.Books.Title(b.ID))+".md", func(path string) ([]string, error) {
		k, err := paper.Own(e.Books, b)
		if err != nil {
			return nil, err
		}
		return []string{path}, paper.TextOut(path, k.Doc, k.Pictures, e.Loc.T("paper.picturesfolder"))
	})
}
