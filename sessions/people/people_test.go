package people_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kring/internal/sheet"
	"kring/sessions/people"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

func TestSortKey(t *testing.T) {
	for name, want := range map[string]string{
		"Anna de Vries": "Vries, Anna, de", "Jan van der Vries": "Vries, Jan, van der", "de Vries": "Vries, de",
		"Fatima el Amrani": "Amrani, Fatima, el", "Anna": "Anna", "فاطمة الزهراء": "فاطمة الزهراء",
		"Maria": "Maria", "Bilal Ait Ali": "Ali, Bilal, Ait", "Jan Peter Bakker": "Bakker, Jan Peter", "": "",
	} {
		if got := people.SortKey(name); got != want {
			t.Errorf("%q: %q, expected %q", name, got, want)
		}
	}
}

func TestNamesSortAsDutchPeopleExpect(t *testing.T) {
	names := []string{"Jan van der Vries", "Zoë Bakker", "Anna de Vries", "Émile Adam", "Bert Vos", "Eva Adam"}
	c := collate.New(language.Dutch)
	slices.SortFunc(names, func(a, b string) int { return c.CompareString(people.SortKey(a), people.SortKey(b)) })
	want := []string{"Émile Adam", "Eva Adam", "Zoë Bakker", "Bert Vos", "Anna de Vries", "Jan van der Vries"}
	if !reflect.DeepEqual(names, want) {
		t.Fatalf("got %q", names)
	}
}

func TestPhones(t *testing.T) {
	for in, want := range map[string]string{
		"06-12345678": "+31612345678", "0031 6 1234 5678": "+31612345678", "+31 (0)6 12345678": "+31612345678",
		"612345678": "+31612345678", "6.12345678E8": "+31612345678", "31612345678": "+31612345678",
		"٠٦١٢٣٤٥٦٧٨": "+31612345678", "+32 470 12 34 56": "+32470123456", "070-1234567": "+31701234567",
	} {
		if got, ok := people.NormalPhone(in); !ok || got != want {
			t.Errorf("%q: %q %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "06-1234567", "geen", "123", "06-12345678 of 06-87654321"} {
		if got, ok := people.NormalPhone(in); ok {
			t.Errorf("%q was taken for %q", in, got)
		}
	}
}

func TestFoldAndPhoneAreStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if f := people.Fold(s); people.Fold(f) != f {
			t.Fatalf("%q folds to %q and then to %q", s, f, people.Fold(f))
		}
		if p, ok := people.NormalPhone(s); ok {
			if again, ok := people.NormalPhone(p); !ok || again != p {
				t.Fatalf("%q gives %q gives %q", s, p, again)
			}
		}
	})
}

func TestFold(t *testing.T) {
	for a, b := range map[string]string{"ZOË": "zoe", "أحمد": "احمد", "فَاطِمَة": "فاطمه", "Łukasz": "lukasz", "İpek": "ipek"} {
		if people.Fold(a) != people.Fold(b) {
			t.Errorf("%q folds to %q, %q to %q", a, people.Fold(a), b, people.Fold(b))
		}
	}
}

func TestGuessColumns(t *testing.T) {
	for _, c := range []struct {
		header string
		want   []people.Column
	}{
		{"Id|Begintijd|Tijd van voltooien|E-mail|Naam|Wat is je naam?|Wat is je telefoonnummer?", []people.Column{0, 0, 0, people.Email, 0, people.FullName, people.Phone}},
		{"Tijdstempel|Voornaam en achternaam|E-mailadres|Telefoon (mobiel)|Ik ben … (moeder/vader/anders)|Hoe heb je van de cursus gehoord?|Welke taal lees je het liefst?|Kinderopvang nodig?|Opmerkingen", []people.Column{0, people.FullName, people.Email, people.Phone, people.KindCol, people.ThroughCol, people.ReadsCol, people.ChildCareCol, people.NoteCol}},
		{"Voornaam|Tussenvoegsel|Achternaam|06-nummer", []people.Column{people.FirstName, people.Prefix, people.FamilyName, people.Phone}},
		{"الاسم الكامل|رقم الهاتف|البريد الإلكتروني|كيف سمعت عن الدورة؟", []people.Column{people.FullName, people.Phone, people.Email, people.ThroughCol}},
		{"Start time|Full name|Phone number|How did you hear about us?|Do you need child care?", []people.Column{0, people.FullName, people.Phone, people.ThroughCol, people.ChildCareCol}},
	} {
		if got := people.GuessColumns(strings.Split(c.header, "|")); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %v\nwant %v", c.header, got, c.want)
		}
	}
}

var header = []string{"Naam", "Telefoon", "E-mail", "Ik ben", "Via wie", "Talen", "Kinderopvang"}

func preview(known []people.Person, rows ...[]string) []people.Row {
	t := sheet.Table{Header: header, Rows: rows}
	return people.Preview(t, people.GuessColumns(header), known)
}

func TestPreviewReadsWhatPeopleWrite(t *testing.T) {
	got := preview(nil, []string{"Amrani, Fatima el", "612345678", "f@voorbeeld.nl", "Moeder", "de huisarts", "Arabisch en Nederlands", "ja, 2"})[0]
	want := people.Person{
		Name: "Fatima el Amrani", Phone: "+31612345678", Email: "f@voorbeeld.nl", Kind: people.Mother,
		Through: people.GP, Reads: []string{"ar", "nl"}, ChildCare: true, Children: 2,
	}
	if !got.Person.Equal(want) || len(got.Problems) > 0 || !got.Take {
		t.Fatalf("got %+v", got)
	}
}

func TestPreviewDoubtsButKeepsEveryRow(t *testing.T) {
	rows := preview(nil,
		[]string{"", "0612345678", "", "", "", "", ""},
		[]string{"Anna", "belt terug", "geen", "buurvrouw", "", "Klingon", "misschien"},
		[]string{"anna", "", "", "", "", "", ""},
	)
	if len(rows) != 3 || rows[0].Take || rows[0].Problems[0].Code != people.NoName {
		t.Fatalf("row without a name: %+v", rows[0])
	}
	var codes []people.ProblemCode
	for _, p := range rows[1].Problems {
		codes = append(codes, p.Code)
	}
	if !rows[1].Take || len(codes) < 4 {
		t.Errorf("doubtful row: %v", codes)
	}
	if rows[2].Take || rows[2].Problems[0].Code != people.Twice {
		t.Errorf("the same person twice: %+v", rows[2])
	}
	mended := rows[0].Mend(people.FullName, "Sara Yilmaz", nil)
	if !mended.Take || len(mended.Problems) != 0 || mended.Person.Phone != "+31612345678" {
		t.Errorf("mended: %+v", mended)
	}
}

func TestPreviewKnowsWhoIsKnown(t *testing.T) {
	known := []people.Person{
		{ID: "1", Name: "Fatima el Amrani", Phone: "+31612345678"},
		{ID: "2", Name: "Zoë Jansen", Email: "zoe@voorbeeld.nl"},
	}
	rows := preview(known,
		[]string{"Fatima Amrani", "06 12345678", "", "", "", "", ""},
		[]string{"zoe jansen", "", "", "", "", "", ""},
		[]string{"Karim el Amrani", "0612345678", "", "", "", "", ""},
	)
	if rows[0].Person.ID != "1" || rows[0].Known[0].Why != people.SamePhone {
		t.Errorf("by phone: %+v", rows[0])
	}
	if rows[1].Person.ID != "2" || rows[1].Known[0].Why != people.SameName {
		t.Errorf("by name: %+v", rows[1])
	}
	if rows[2].Person.ID != "" {
		t.Errorf("another member of the family was taken for the first: %+v", rows[2])
	}
}

func BenchmarkPreview5000(b *testing.B) {
	rows := make([][]string, 5000)
	for i := range rows {
		n := string(rune('a'+i%26)) + strings.Repeat("x", i%7) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26))
		rows[i] = []string{n + " de Vries", "0612345678", n + "@voorbeeld.nl", "moeder", "huisarts", "Nederlands", "ja"}
	}
	for b.Loop() {
		preview(nil, rows...)
	}
}
