package glossary

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"kring/internal/vault"
	"kring/sessions/plan"
)

func open(t testing.TB) (*Store, *vault.Vault) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	s, err := Open(v, shipped(t)...)
	if err != nil {
		t.Fatal(err)
	}
	return s, v
}

func arabic(words ...string) map[string]Wording { return map[string]Wording{"ar": {Words: words}} }

// A term of one's own is made, found, changed, removed, and back when that is undone.
func TestOwnTerm(t *testing.T) {
	s, v := open(t)
	before := len(s.All(nil))
	x, err := s.Save(Term{Dutch: " Tsjill-Aut  avond ", Note: plan.Text{"nl": "rustig"}, In: map[string]Wording{"ar": {Words: []string{"أمسية هادئة", " "}}, "tr": {}}})
	if err != nil || x.Dutch != "Tsjill-Aut avond" || len(s.All(nil)) != before+1 {
		t.Fatalf("%v, %+v", err, x)
	}
	if uses := s.For("ar").In("De Tsjill-Aut-avonden"); len(uses) != 0 {
		t.Errorf("two words are not one: %+v", uses)
	}
	if uses := s.For("ar").In("twee Tsjill-Aut avonden"); len(uses) != 1 || uses[0].Term.ID != x.ID || uses[0].Term.Shipped {
		t.Errorf("%+v", uses)
	}
	x = x.With("ar", Wording{}).With("uk", Wording{Words: []string{"тихий вечір"}})
	if _, err := s.Save(x); err != nil || s.words.Len() != 1 {
		t.Errorf("%v, %d wordings", err, s.words.Len())
	}
	if err := s.Remove(x.ID); err != nil || s.words.Len()+s.terms.Len() != 0 {
		t.Errorf("%v, %d left", err, s.words.Len()+s.terms.Len())
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	if got, ok := s.Term(x.ID); !ok || got.Words("uk")[0] != "тихий вечір" || len(s.BrokenReferences()) != 0 {
		t.Errorf("undone: %+v", got)
	}
}

// Of a shipped term only what differs is kept, language by language; it can be hidden, brought
// back and made as it came.
func TestShippedTermChanges(t *testing.T) {
	s, _ := open(t)
	x, _ := s.Term("exercise")
	if _, err := s.Save(x); err != nil || s.words.Len()+s.terms.Len() != 0 {
		t.Fatalf("nothing changed, and yet %v, %d kept", err, s.words.Len()+s.terms.Len())
	}
	other, err := s.Save(x.With("ar", Wording{Words: []string{"تدريب"}}))
	if err != nil || s.words.Len() != 1 || s.terms.Len() != 0 {
		t.Fatalf("%v, %+v", err, other)
	}
	if got, _ := s.Term("exercise"); !got.Changed || !got.Shipped || got.Words("ar")[0] != "تدريب" || got.Words("en")[0] != "exercise" {
		t.Errorf("%+v", got)
	}
	if missing, _ := s.For("ar").Check("Een oefening", "تمرين"); len(missing) != 1 {
		t.Error("the glossary does not follow")
	}
	if err := s.Remove("exercise"); err != nil {
		t.Fatal(err)
	}
	if got, ok := s.Term("exercise"); !ok || !got.Hidden || len(s.For("ar").In("Een oefening")) != 0 {
		t.Errorf("hidden: %+v", got)
	}
	if _, err := s.Save(Term{Dutch: "oefening", In: arabic("تمرين")}); err != nil {
		t.Errorf("in place of a hidden one: %v", err)
	}
	if err := s.Restore("exercise"); !errors.Is(err, ErrTwice) {
		t.Errorf("back beside the new one: %v", err)
	}
	if err := s.Reset("exercise"); !errors.Is(err, ErrTwice) {
		t.Errorf("reset beside the new one: %v", err)
	}
	own := s.All(nil)[slices.IndexFunc(s.All(nil), func(x Term) bool { return x.Dutch == "oefening" && !x.Shipped })]
	if err := errors.Join(s.Remove(own.ID), s.Restore("exercise"), s.Reset("exercise")); err != nil || s.words.Len()+s.terms.Len() != 0 {
		t.Errorf("%v, %d kept", err, s.words.Len()+s.terms.Len())
	}
	if got, _ := s.Term("exercise"); got.Changed || got.Hidden || got.Words("ar")[0] != "تمرين" {
		t.Errorf("as it came: %+v", got)
	}
}

func TestTermsThatCannotBe(t *testing.T) {
	s, _ := open(t)
	forbid := func(lang, agreed, word string) map[string]Wording {
		return map[string]Wording{lang: {Words: []string{agreed}, Avoid: []Avoid{{Word: word}}}}
	}
	save := func(x Term) error { _, err := s.Save(x); return err }
	for i, c := range []struct{ err, want error }{
		{save(Term{Dutch: " "}), ErrNoWord},
		{save(Term{Dutch: "…"}), ErrNoWord},
		{save(Term{Dutch: "Oefening"}), ErrTwice},
		{save(Term{Dutch: "bladzijde"}), ErrTwice}, // a form of another
		{save(Term{Dutch: "nieuw", Forms: []string{"coordinator"}}), ErrTwice},
		{save(Term{Dutch: "nieuw", In: forbid("ar", "مشارِكة", "مشاركه")}), ErrForbidden},
		{save(Term{Dutch: "nieuw", In: forbid("en", "Café", "cafe")}), ErrForbidden},
		{save(Term{Dutch: "nieuw", In: forbid("nl", "", "Nieuw")}), ErrForbidden},
		{save(Term{Dutch: "nieuw", In: forbid("niet-een-taal!", "x", "y")}), ErrLanguage},
		{save(Term{ID: "weg", Dutch: "nieuw"}), ErrNotFound},
		{s.Remove("weg"), ErrNotFound},
		{s.Restore("weg"), ErrNotFound},
		{s.SaveAll([]Term{{Dutch: "nieuw"}, {Dutch: "Nieuw"}}), ErrTwice},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%d: %v, want %v", i, c.err, c.want)
		}
	}
	if s.terms.Len()+s.words.Len() != 0 {
		t.Error("something was kept all the same")
	}
}

// Words of a term that is not there, as when one laptop removed it and another translated it,
// are told and do no harm.
func TestWordsOfNoTerm(t *testing.T) {
	s, v := open(t)
	err := v.Do(vault.NewAction("action.term"), func(tx *vault.Tx) error { return s.words.Put(tx, "weg/ar", Wording{Words: []string{"كلمة"}}) })
	if got := s.BrokenReferences(); err != nil || len(got) != 1 || len(s.All(nil)) != len(s.shipped) {
		t.Errorf("%v, %q", err, got)
	}
}
