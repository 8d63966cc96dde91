package page

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/bring"
)

// bringIn asks for a file and shows what text it would become.
func (e *Env) bringIn() {
	e.files().Open(e.Loc.T("bringin.open"), paper.IncomingKinds(), func(path string) {
		working(e, e.Loc.T("bringin.reading"), func(ctx context.Context) (paper.Incoming, error) {
			return paper.ReadIncoming(ctx, path)
		}, e.incoming)
	})
}

// incoming goes on with a file that was read. What a translator made of a text that is here
// belongs to that text.
func (e *Env) incoming(in paper.Incoming) {
	if b, ok := e.Books.Book(in.File.Book); ok && in.IsTranslators() {
		e.cameBack(b, "", in.File)
		return
	}
	if in.IsTranslators() && in.File.Target == "" {
		e.askTarget(in)
		return
	}
	newBringIn(e, in)
}

// askTarget asks which language a translator's file is for, where it does not say so itself.
func (e *Env) askTarget(in paper.Incoming) {
	tags, names := e.otherLanguages(nil)
	which := kwidget.NewSelect(names, nil)
	which.SetSelectedIndex(max(slices.Index(tags, "ar"), 0))
	content := column(gapParts, quiet(e.Loc.T("bringin.targetabout")), formOf(item(e.Loc.T("desk.language"), which)))
	f := e.draft(e.Loc.T("bringin.target"), e.Loc.T("bringin.goon"), content, fyne.NewSize(560, 300), func() func() error {
		in.File.Target = tags[which.SelectedIndex()]
		return func() (err error) {
			in.Translated, err = bring.FromTranslation(in.File)
			return err
		}
	})
	f.then = func() { newBringIn(e, in) }
	f.begin()
}

// bringInForm is the draft of a text that a file becomes.
type bringInForm struct {
	env   *Env
	in    paper.Incoming
	title *kwidget.Field
	kind  *choice
	form  *draftForm
	made  book.Book
	kept  int // in the memory alone
}

// onlyMemory is the choice to keep a translator's file in the memory without a text.
const onlyMemory = "memory"

func newBringIn(e *Env, in paper.Incoming) *bringInForm {
	loc := e.Loc
	x := &bringInForm{env: e, in: in, title: kwidget.NewField(titleOf(in))}
	kinds := []string{string(book.Workbook), string(book.Toolkit)}
	if in.IsTranslators() {
		kinds = append(kinds, onlyMemory)
	}
	x.kind = newChoice(loc.T, "bringin.kind.", kinds, string(kindOfText(in)))
	content := column(gapCards, formOf(item(loc.T("workbook.title"), x.title), item(loc.T("bringin.kind"), x.kind.sel)), x.sums())
	add(content, x.begins()...)
	add(content, x.remarks()...)
	x.form = e.draft(loc.T("bringin.title"), loc.T("bringin.do"), content, fyne.NewSize(940, 650), x.read)
	x.form.then = x.done
	x.form.on(x.title)
	if what, heading, long := in.TooLong(); long {
		x.form.problem.SetText(loc.T("bringin.toolong", "Text", begin(what, citedLetters), "Heading", heading))
		x.form.problem.Show()
		x.form.yes.Disable()
	}
	return x
}

// titleOf is what a text is called at first: as it says itself, or as its file is.
func titleOf(in paper.Incoming) string {
	if t := strings.TrimSpace(in.Doc.Title()); t != "" {
		return t
	}
	return in.Name
}

// kindOfText guesses what a text is: only a toolkit in the text format does not say so.
func kindOfText(in paper.Incoming) book.Kind {
	if of, ok := in.Doc.Meta["kind"].(string); ok && of == string(book.Toolkit) || !ok && in.Doc.Meta["theme"] != nil {
		return book.Toolkit
	}
	return book.Workbook
}

// begin is the beginning of a text.
func begin(text string, letters int) string {
	if all := []rune(text); len(all) > letters {
		return string(all[:letters]) + "…"
	}
	return text
}

// sums says how much there is, and in which languages.
func (x *bringInForm) sums() fyne.CanvasObject {
	loc := x.env.Loc
	headings, pieces, pictures := 0, 0, 0
	said := map[string]int{}
	for _, b := range x.in.Doc.Blocks {
		switch {
		case b.Kind == bilingual.Heading:
			headings++
		case b.Kind == bilingual.Image:
			pictures++
		case b.Text != "":
			pieces++
		}
		for lang, text := range b.Translations {
			if text != "" {
				said[lang]++
			}
		}
	}
	lines := column(gapLines, value(loc.Facts(loc.N("bringin.headings", headings), loc.N("bringin.pieces", pieces), loc.N("bringin.pictures", pictures))))
	for _, lang := range slices.Sorted(maps.Keys(said)) {
		lines.Add(value(loc.T("bringin.translated", "Language", loc.Language(lang), "Number", loc.Int(said[lang]))))
	}
	if len(said) == 0 {
		lines.Add(quietly(loc.T("bringin.untranslated")))
	}
	if x.in.IsTranslators() {
		lines.Add(quietly(loc.T("bringin.wordsonly")))
	}
	return lines
}

// What the preview shows of a text: so many pieces, of each so many letters.
const (
	firstLines   = 8
	firstLetters = 240
	citedLetters = 60
)

// begins shows how the text begins, in both languages.
func (x *bringInForm) begins() []fyne.CanvasObject {
	box := column(gapParts)
	for _, b := range x.in.Doc.Blocks {
		if b.Text == "" {
			continue
		}
		if len(box.Objects) == firstLines {
			break
		}
		here := words(begin(b.Text, firstLetters))
		here.Bold, here.Lang = b.Kind == bilingual.Heading, book.Source
		there := column(0)
		for _, lang := range slices.Sorted(maps.Keys(b.Translations)) {
			l := words(begin(b.Translations[lang], firstLetters))
			l.Bold, l.Lang = here.Bold, lang
			there.Add(l)
		}
		apart := layout.NewCustomPaddedLayout(0, 0, gapParts, gapParts) // texts of two directions meet in the middle
		box.Add(container.NewGridWithColumns(2, container.New(apart, here), container.New(apart, there)))
	}
	return []fyne.CanvasObject{section(x.env.Loc.T("bringin.begins")), box}
}

// shownRemarks is how many remarks the preview shows; the list that is saved has all.
const shownRemarks = 30

// remarks lists what did not come along as it was.
func (x *bringInForm) remarks() []fyne.CanvasObject {
	all := x.in.NotUnderstood
	if len(all) == 0 {
		return nil
	}
	loc := x.env.Loc
	var lines []fyne.CanvasObject
	for _, r := range all[:min(len(all), shownRemarks)] {
		lines = append(lines, quietly(x.remark(r)))
	}
	box := column(gapParts, bullets(lines))
	if more := len(all) - shownRemarks; more > 0 {
		box.Add(quietly(loc.N("bringin.more", more)))
	}
	save := kwidget.NewButton(loc.T("bringin.saveremarks"), nil, x.saveRemarks)
	return []fyne.CanvasObject{stretched(halfway(section(loc.N("bringin.remarks", len(all)))), save), box}
}

func (x *bringInForm) remark(r bring.Remark) string {
	what, where := paper.Remark(x.env.Loc, r)
	parts := append(where, what)
	if r.Text != "" {
		parts = append(parts, r.Text)
	}
	return x.env.Loc.Facts(parts...)
}

// saveRemarks writes the whole list as a text, to look things up by.
func (x *bringInForm) saveRemarks() {
	var lines strings.Builder
	for _, r := range x.in.NotUnderstood {
		lines.WriteString(x.remark(r) + "\n")
	}
	x.env.save(paper.FileStem(x.in.Name)+"-"+x.env.Loc.T("bringin.remarksfile")+".txt", func(w io.Writer) error {
		_, err := io.WriteString(w, lines.String())
		return err
	})
}

// read makes the draft of what was chosen.
func (x *bringInForm) read() func() error {
	title, in, by := strings.TrimSpace(x.title.Text), x.in, x.env.by()
	if x.kind.id() == onlyMemory {
		return func() (err error) { x.kept, err = x.env.remember(in.File, in.File.Target, title); return err }
	}
	d := book.Draft{Kind: book.Kind(x.kind.id()), Doc: in.Doc, Pictures: in.Pictures, Told: in.Told}
	if title != in.Doc.Title() {
		d.Doc.Meta = maps.Clone(in.Doc.Meta)
		if d.Doc.Meta == nil {
			d.Doc.Meta = map[string]any{}
		}
		d.Doc.Meta["title"] = title
	}
	return func() (err error) {
		if title == "" {
			return fmt.Errorf("bringing in %s: %w", in.Name, book.ErrTitle)
		}
		x.made, err = x.env.Books.Make(d, by)
		return err
	}
}

func (x *bringInForm) done() {
	if x.kept > 0 {
		x.env.Shell.Say(x.env.Loc.N("bringin.kept", x.kept))
		return
	}
	x.env.Shell.Go(TextTarget(x.made))
}
