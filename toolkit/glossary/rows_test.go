package glossary

import (
	"errors"
	"testing"

	"kring/sessions/plan"
)

// A list that was written is read back as it was, and changes nothing.
func TestRowsComeBack(t *testing.T) {
	all := shipped(t)
	lines, err := FromRows(List{Columns: Columns(), Rows: Rows(all, "ar", "nl"), Lang: "ar", Window: "nl"}, all)
	if err != nil || len(lines) != len(all) {
		t.Fatalf("%v, %d lines", err, len(lines))
	}
	for _, x := range lines {
		if x.Kind != Same {
			t.Errorf("%s: %s, %v", x.Term.Dutch, x.Kind, x.Fault)
		}
	}
	lines, err = FromRows(List{Columns: Columns(), Rows: Rows(all, "ar", "nl"), Lang: "ar", Window: "nl"}, nil)
	for i, x := range lines {
		if x.Kind != Added || !x.Term.In["ar"].Equal(onlyIn(all[i].In["ar"], "nl")) {
			t.Errorf("into an empty one: %v, %+v", err, x)
		}
	}
}

// onlyIn is a wording with its reasons in one language.
func onlyIn(w Wording, lang string) Wording {
	var avoid []Avoid
	for _, a := range w.Avoid {
		avoid = append(avoid, Avoid{a.Word, plan.Text{lang: a.Why[lang]}})
	}
	if w.Avoid = avoid; len(w.Note) > 0 {
		w.Note = plan.Text{lang: w.Note[lang]}
	}
	return w
}

func TestWhatRowsBecome(t *testing.T) {
	terms := []Term{
		{ID: "1", Dutch: "groep", Note: plan.Text{"nl": "uitleg", "ar": "شرح"}, In: arabic("مجموعة")},
		{ID: "2", Dutch: "kring", Hidden: true},
		{ID: "3", Dutch: "café", Forms: []string{"inloop"}, In: arabic("مقهى")},
	}
	for _, c := range []struct {
		row   []string
		want  Kind
		fault error
	}{
		{[]string{"Groep", "مجموعة", "", ""}, Same, nil},
		{[]string{"groep", "", "", ""}, Same, nil},
		{[]string{"groep", "فريق / مجموعة", "", ""}, Changed, nil},
		{[]string{"groep", "مجموعة", "anders", ""}, Changed, nil},
		{[]string{"groep", "مجموعة", "uitleg", "عصابة (te hard)"}, Changed, nil},
		{[]string{"groep", "مجموعة", "", "مجموعه"}, Bad, ErrForbidden},
		{[]string{"kring", "حلقة", "", ""}, Added, nil},
		{[]string{"inloop", "مقهى"}, Same, nil}, // another word for a term that is there, in a short row
		{[]string{"", "كلمة", "", ""}, Bad, ErrNoWord},
		{[]string{}, Bad, ErrNoWord},
	} {
		l := List{Columns: []Column{DutchColumn, WordsColumn, NoteColumn, AvoidColumn}, Rows: [][]string{c.row}, Lines: []int{7}, Lang: "ar", Window: "nl"}
		got, err := FromRows(l, terms)
		if err != nil || len(got) != 1 || got[0].Kind != c.want || !errors.Is(got[0].Fault, c.fault) || got[0].Number != 7 {
			t.Errorf("%q: %v, %+v", c.row, err, got)
		}
	}
	l := List{Columns: []Column{DutchColumn}, Rows: [][]string{{"nieuw"}, {"NIEUW"}, {"oud"}}, Lang: "ar", Window: "nl"}
	if got, err := FromRows(l, terms); err != nil || got[0].Kind != Added || got[1].Kind != Bad || !errors.Is(got[1].Fault, ErrTwice) || got[2].Kind != Added {
		t.Errorf("%v, %+v", err, got)
	}
	if _, err := FromRows(List{Columns: []Column{Other, WordsColumn}}, terms); !errors.Is(err, ErrNoColumns) {
		t.Error(err)
	}
}

func TestAvoidIsReadAgain(t *testing.T) {
	was := []Avoid{{"عميل", plan.Text{"nl": "klant; of erger", "ar": "زبون"}}}
	got := SplitAvoid(JoinAvoid(was, "nl")+"; مريض\nزبون (zo (echt) niet)", "nl", was)
	if len(got) != 3 || got[0].Why["ar"] != "زبون" || got[1].Word != "مريض" || got[2].Why["nl"] != "zo (echt) niet" {
		t.Errorf("%+v", got)
	}
}

func TestGuessColumns(t *testing.T) {
	names := map[string]string{"Arabisch": "ar", "Turks": "tr", "Nederlands": "nl"}
	got, lang := GuessColumns([]string{"Turks", "NEDERLANDS", "Arabisch", "Toelichting", "Prijs", "الملاحظات", "ملاحظات"}, func(s string) string { return names[s] })
	want := []Column{WordsColumn, DutchColumn, Other, NoteColumn, Other, Other, Other}
	for i := range want {
		if got[i] != want[i] || lang != "tr" {
			t.Errorf("%d: %q, want %q (%s)", i, got[i], want[i], lang)
		}
	}
}

// A bracket that somebody forgot to close takes no other word with it, and what was read is read
// the same once it was written.
func TestAnUnclosedReasonTakesNoOtherWord(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"klant (zo zeggen wij het niet; patiënt", "klant (zo zeggen wij het niet); patiënt"},
		{"زبون (لا نقول هكذا؛ مريض", "زبون (لا نقول هكذا); مريض"},
		{"klant (zo; patiënt (ziek)", "klant (zo); patiënt (ziek)"},
		{"klant (zo (echt); patiënt", "klant (zo (echt)); patiënt"},
		{"klant (zo (echt; niet); patiënt", "klant (zo (echt; niet)); patiënt"},
		{"klant (zo\npatiënt", "klant (zo); patiënt"},
		{"klant (; patiënt", "klant; patiënt"},
		{"klant); patiënt (ziek; of moe)", "klant); patiënt (ziek; of moe)"},
		{"(zonder woord; patiënt", "patiënt"},
	} {
		got := JoinAvoid(SplitAvoid(c.typed, "nl", nil), "nl")
		if got != c.want || JoinAvoid(SplitAvoid(got, "nl", nil), "nl") != got {
			t.Errorf("%q: %q, want %q", c.typed, got, c.want)
		}
	}
}
