package mishap_test

import (
	"slices"
	"strings"
	"time"

	"kring/app/paper"
	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/glossary"
	"kring/toolkit/kit"
)

var bookEdits = []edit{
	{"a text", 2, (*hands).newBook},
	{"a translation", 8, func(h *hands) error {
		return h.inText(func(b book.Book, x bilingual.Segment) error {
			st, _ := one(h, []bilingual.State{bilingual.Draft, bilingual.ToCheck, bilingual.Agreed})
			return h.s.Books.Translate(b.ID, "ar", h.by(), book.Change{SegmentID: x.ID, Text: "ترجمة " + h.name(), State: st})
		})
	}},
	{"words", 4, func(h *hands) error {
		return h.inText(func(b book.Book, x bilingual.Segment) error {
			if !x.Worded() {
				return nil
			}
			return h.s.Books.SetText(b.ID, x.ID, x.Text[:min(len(x.Text), 1)]+h.name())
		})
	}},
	{"a comment", 2, func(h *hands) error {
		return h.inText(func(b book.Book, x bilingual.Segment) error {
			return h.s.Books.Say(b.ID, x.ID, "ar", h.by(), h.note())
		})
	}},
	{"a new segment", 2, func(h *hands) error {
		return h.inText(func(b book.Book, x bilingual.Segment) error {
			_, err := h.s.Books.Insert(b.ID, x.ID, bilingual.Block{Kind: bilingual.Text, Text: h.name()})
			return err
		})
	}},
	{"a language ends", 1, func(h *hands) error {
		return h.inText(func(b book.Book, _ bilingual.Segment) error { return h.s.Books.RemoveLanguage(b.ID, "ar") })
	}},
	{"a text is removed", 1, func(h *hands) error {
		return h.inText(func(b book.Book, _ bilingual.Segment) error { return h.s.Books.Remove(b.ID) })
	}},
	{"the memory", 1, func(h *hands) error {
		for _, u := range h.s.Memory.Units("ar") {
			return h.s.Memory.Remove(u)
		}
		return nil
	}},
}

func (h *hands) by() book.By { return book.By{Who: "Samira", When: time.Now().Truncate(time.Second)} }

// newBook copies a toolkit that ships, with a picture that takes pages of the file.
func (h *hands) newBook() error {
	if len(h.s.Books.Books()) > 2 {
		return nil
	}
	k, err := paper.ToolkitNamed("nee-is-ook-een-antwoord")
	if err != nil {
		return err
	}
	picture := make([]byte, 3000+h.rng.IntN(30000))
	for i := range picture {
		picture[i] = byte(h.rng.Uint32())
	}
	_, err = h.s.Books.Make(book.Draft{Kind: book.Toolkit, Doc: k.Doc, Pictures: map[string][]byte{"a.png": picture}}, h.by())
	return err
}

func (h *hands) inText(do func(book.Book, bilingual.Segment) error) error {
	b, ok := one(h, h.s.Books.Books())
	if !ok {
		return h.newBook()
	}
	x, ok := one(h, slices.DeleteFunc(h.s.Books.Segments(b.ID), func(x bilingual.Segment) bool { return x.Meta != "" }))
	if !ok {
		return nil
	}
	return do(b, x)
}

var groupEdits = []edit{
	{"a group", 2, (*hands).newGroup},
	{"a sign of life", 3, func(h *hands) error {
		return h.inGroup(func(g kit.Group) error {
			kind, _ := one(h, kit.Kinds())
			return h.s.Kits.SaveSign(kit.Sign{GroupID: g.ID, Date: h.today.AddDays(-h.rng.IntN(50)), Kind: kind, About: 4, Note: h.note()[:25]})
		})
	}},
	{"a member", 3, func(h *hands) error {
		return h.inGroup(func(g kit.Group) error {
			return h.s.Kits.SaveMember(kit.Member{GroupID: g.ID, Name: h.name(), Lang: "ar", Form: kit.OnPaper, Since: h.today, How: kit.Said})
		})
	}},
	{"a small step", 2, func(h *hands) error {
		return h.inGroup(func(g kit.Group) error { return h.s.Kits.Try(g.ID, "walk-children", h.today) })
	}},
	{"a toolkit sent", 2, func(h *hands) error {
		return h.inGroup(func(g kit.Group) error {
			return h.s.Kits.SaveDelivery(kit.Delivery{Year: h.today.Year, Period: 1 + h.rng.IntN(6), GroupID: g.ID, MadeOn: h.today})
		})
	}},
	{"a group is deleted", 1, func(h *hands) error {
		return h.inGroup(func(g kit.Group) error { return h.s.Kits.DeleteGroup(g.ID) })
	}},
}

func (h *hands) newGroup() error {
	var members []kit.Member
	for range h.rng.IntN(6) {
		members = append(members, kit.Member{Name: h.name(), Lang: "nl", Form: kit.AsPDF})
	}
	_, err := h.s.Kits.MakeGroup(kit.Group{Name: "Groep " + h.name(), Trainer: h.name(), Start: h.today}, members)
	return err
}

func (h *hands) inGroup(do func(kit.Group) error) error {
	g, ok := one(h, h.s.Kits.AllGroups(strings.Compare))
	if !ok {
		return h.newGroup()
	}
	return do(g)
}

var termEdits = []edit{
	{"a term", 2, func(h *hands) error {
		_, err := h.s.Terms.Save(glossary.Term{Dutch: "woord " + vault.NewID(), In: map[string]glossary.Wording{"ar": {Words: []string{"كلمة " + h.name()}}}})
		return err
	}},
	{"a term is removed", 1, func(h *hands) error {
		t, ok := one(h, h.s.Terms.All(strings.Compare))
		if !ok {
			return nil
		}
		return h.s.Terms.Remove(t.ID)
	}},
}
