package command

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"time"

	"kring/app/paper"
	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	review "kring/toolkit/check"
	"kring/toolkit/memory"
)

// fillTexts makes the demo's texts of its own: the example workbook, of which one chapter is
// still being translated, and a toolkit.
func fillTexts(v *vault.Vault, now time.Time) error {
	s, err := openBooks(v)
	if err != nil {
		return err
	}
	by := book.By{Who: "Samira", When: now.AddDate(0, 0, -9)}
	k, err := paper.Workbook()
	if err != nil {
		return err
	}
	b, err := s.Make(book.Draft{Kind: book.Workbook, Doc: k.Doc, State: bilingual.Agreed, Origin: k.File}, by)
	if err != nil {
		return err
	}
	if err := leaveWork(s, b.ID, now); err != nil {
		return err
	}
	kit, err := paper.ToolkitNamed("een-kleine-stap")
	if err != nil {
		return err
	}
	_, err = s.Make(book.Draft{Kind: book.Toolkit, Doc: kit.Doc, Origin: kit.File}, by)
	return err
}

func openBooks(v *vault.Vault) (*book.Store, error) {
	m, err := memory.Open(v)
	if err != nil {
		return nil, err
	}
	return book.Open(v, m)
}

// leaveWork undoes some of the second session's Arabic, so that the desk has each state to
// show: empty, draft, to check and outdated, with a comment and a check that was waved through.
func leaveWork(s *book.Store, bookID string, now time.Time) error {
	samira, nour := book.By{Who: "Samira", When: now.AddDate(0, 0, -3)}, book.By{Who: "Nour", When: now.AddDate(0, 0, -1)}
	entries := s.Entries(bookID, "ar")
	at := slices.IndexFunc(entries, func(e bilingual.Entry) bool { return e.Chapter == demoChapter })
	var work []bilingual.Entry
	for _, e := range entries[max(at, 0):] {
		if e.Worded() && e.Translation.Text != "" && e.Kind == bilingual.Text {
			work = append(work, e)
		}
	}
	if len(work) < 16 {
		return errors.New("the demo's workbook has no chapter to translate")
	}
	var changes []book.Change
	for i, e := range work[:14] {
		c := book.Change{SegmentID: e.ID, Text: e.Translation.Text, By: samira}
		switch {
		case i < 6: // empty
			c.Text = ""
		case i < 9:
			c.State = bilingual.Draft
		default:
			c.State, c.By = bilingual.ToCheck, nour
		}
		changes = append(changes, c)
	}
	if err := s.TranslateAll(bookID, "ar", samira, changes); err != nil {
		return err
	}
	for _, e := range work[14:16] {
		if err := s.SetText(bookID, e.ID, e.Text+" Neem er de tijd voor."); err != nil {
			return err
		}
	}
	if err := s.Say(bookID, work[9].ID, "ar", nour, "Is dit woord ook voor Marokkaanse ouders duidelijk?"); err != nil {
		return err
	}
	return s.Waive(bookID, work[10].ID, "ar", string(review.Short), "In het Arabisch is het korter, en zo is het goed.")
}

// demoChapter is where the demo's translators are.
const demoChapter = "Bijeenkomst 2: Patronen uit mijn jeugd"

// translators writes the demo's workbook for a translator, and gives the names of the files.
func (e env) translators(dir string, v *vault.Vault) ([]string, error) {
	s, err := openBooks(v)
	if err != nil {
		return nil, err
	}
	b, err := oneText(s, "")
	if err != nil {
		return nil, err
	}
	f, err := paper.HandOver{Lang: "ar", When: demoDay}.File(s, e.loc, b.ID)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, format := range []paper.Format{paper.PO, paper.XLIFF} {
		name := "werkboek" + format.Ext()
		if err := paper.File(filepath.Join(dir, name), func(w io.Writer) error { return format.Write(w, f) }); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}
