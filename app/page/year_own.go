package page

import (
	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/vault"
	"kring/toolkit/book"
	"kring/toolkit/kit"
)

// ownKit is a toolkit that is written here, with what it is called and its theme.
type ownKit struct {
	book.Book
	title, theme string
	called       string // the title in the language of the window
}

// ownFile is how a slot of the year names a toolkit of one's own, by its id; one that ships is
// named by its file.
const ownFile = "book:"

func (k ownKit) file() string { return ownFile + k.ID }

// ownKits are the toolkits that are written here.
func (e *Env) ownKits() []ownKit {
	var out []ownKit
	for _, b := range e.Books.Books() {
		if b.Kind == book.Toolkit {
			a := e.Books.About(b.ID)
			out = append(out, ownKit{b, a.Title, a.Theme, e.Books.Called(b.ID, e.Lang())})
		}
	}
	return out
}

// ownWays are the ways in which a slot gets a toolkit of one's own; none where it has one.
func (p *yearPlan) ownWays(d yearData, x yearSlot) []choiceOf {
	if x.own != "" {
		return nil
	}
	return []choiceOf{
		{p.env.Loc.T("year.write"), func() { p.write(x.Slot) }},
		{p.env.Loc.T("year.copyof"), func() { p.copyInto(d, x.Slot) }},
	}
}

// write begins a toolkit for a slot, called after its theme, and opens it. It has the headings
// that each has.
func (p *yearPlan) write(x kit.Slot) {
	title := x.Theme
	if dutch := i18n.New(book.Source); title == "" { // as the text that it stands above
		title = dutch.T("year.months", "From", dutch.Month(x.First().Month), "To", dutch.Month(x.Last().Month))
	}
	doc := emptyKit(title, x.Theme)
	p.fillWith(x, func() (book.Draft, error) { return book.Draft{Kind: book.Toolkit, Doc: doc}, nil })
}

// fillWith makes a text, puts it in a slot and opens it: one action, undone in one.
func (p *yearPlan) fillWith(x kit.Slot, make func() (book.Draft, error)) {
	env, today, made := p.env, p.env.Day(), book.Book{}
	env.act(func() error {
		d, err := make()
		if err != nil {
			return err
		}
		made, err = env.Books.MakeWith(d, env.by(), func(tx *vault.Tx, b book.Book) error {
			x.File = ownFile + b.ID
			if x.Empty() || x.State == kit.Idea {
				x.State = kit.Writing
			}
			return env.Kits.SaveIn(tx, x, today)
		})
		return err
	}, func(err error) {
		if env.failUnlessNil(err); err == nil {
			env.Shell.Go(writeTarget(made.ID))
		}
	})
}

// copyInto begins a toolkit for a slot as a copy of another one.
func (p *yearPlan) copyInto(d yearData, x kit.Slot) {
	env, loc := p.env, p.env.Loc
	var titles []string
	for _, k := range d.own {
		titles = append(titles, loc.T("year.ownkit", "Title", k.called))
	}
	for _, k := range d.kits {
		titles = append(titles, k.Doc.Say("title", env.Lang()))
	}
	which := kwidget.NewSelect(titles, nil)
	which.SetSelectedIndex(0)
	content := column(gapParts, quiet(loc.T("year.copyabout")), which)
	env.draft(loc.T("year.copyof"), loc.T("common.add"), content, fyne.NewSize(560, 300), func() func() error {
		at := which.SelectedIndex()
		return func() error {
			env.OnUI(func() {
				p.fillWith(x, func() (book.Draft, error) { return env.copyDraft(d, at) })
			})
			return nil
		}
	})
	env.Window.Canvas().Focus(which)
}

// copyDraft is a copy of one of a year's toolkits: those of one's own come first.
func (e *Env) copyDraft(d yearData, at int) (book.Draft, error) {
	if at >= len(d.own) {
		k := d.kits[at-len(d.own)]
		return book.Draft{Kind: book.Toolkit, Doc: k.Doc, Origin: k.File}, nil
	}
	b := d.own[at].Book
	doc, err := e.Books.Document(b.ID)
	return book.Draft{Kind: b.Kind, Doc: doc, Origin: b.ID, Pictures: e.Books.Pictures(b.ID)}, err
}
