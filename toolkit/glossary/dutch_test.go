package glossary

import "testing"

// What a Dutch text says is found, inflected too, and nothing that only looks like it.
func TestDutch(t *testing.T) {
	for _, c := range []struct {
		term, text, want string // want is what is found; "" is nothing
	}{
		{"supportgroep", "De supportgroepen komen bij elkaar", "supportgroepen"},
		{"supportgroep", "Supportgroep", "Supportgroep"},
		{"supportgroep", "een support-groep", "support-groep"},
		{"supportgroep", "Wat een leuk supportgroepje!", "supportgroepje"},
		{"groep", "de supportgroep", ""},
		{"groep", "de groepsapp", ""},
		{"groep", "onze HBBM-groep", "groep"},
		{"kring", "de inkrimping", ""},
		{"kring", "drie kringen", "kringen"},
		{"kring", "een kringetje", "kringetje"},
		{"kring", "een kringgesprek", ""},
		{"cirkel", "twee cirkels", "cirkels"},
		{"cirkel", "het cirkeltje", "cirkeltje"},
		{"oefening", "de oefeningen", "oefeningen"},
		{"oefening", "Een oefeningetje.", "oefeningetje"},
		{"cursus", "alle cursussen", "cursussen"},
		{"deelnemer", "deelnemers", "deelnemers"},
		{"coördinator", "de coordinatoren", "coordinatoren"},
		{"coördinator", "COÖRDINATOR", "COÖRDINATOR"},
		{"foto", "mijn foto’s", "foto’s"},
		{"foto", "een fotootje", "fotootje"},
		{"grens", "jouw grenzen", "grenzen"},
		{"brief", "twee brieven", "brieven"},
		{"les", "de lessen", "lessen"},
		{"les", "Wij lezen samen", ""},
		{"spel", "Zij spelen buiten", ""},
		{"spel", "de spellen", "spellen"},
		{"boom", "bomen", "bomen"},
		{"boom", "een boompje", "boompje"},
		{"taak", "mijn taken", "taken"},
		{"verhaal", "de verhalen", "verhalen"},
		{"gezin", "gezinnen", "gezinnen"},
		{"bijeenkomst", "bijeenkomsten", "bijeenkomsten"},
		{"gemeente", "gemeenten en gemeentes", "gemeenten"},
		{"vaardigheid", "vaardigheden", "vaardigheden"},
		{"dag", "dagen", "dagen"},
		{"kind", "kinderen", "kinderen"},
		{"kind", "kindvriendelijk", ""},
		{"stad", "steden", "steden"},
		{"stap", "één stapje", "stapje"},
		{"stap", "de stapel", ""},
		{"luisteren", "Zij luistert niet", "luistert"},
		{"luisteren", "heb je geluisterd?", "geluisterd"},
		{"luisteren", "Luister eens", "Luister"},
		{"praten", "wij praatten", "praatten"},
		{"praten", "Praat met elkaar", "Praat"},
		{"delen", "een deel van de groep", ""},
		{"delen", "hij deelt", "deelt"},
		{"delen", "wij hebben gedeeld", "gedeeld"},
		{"afspraken", "één afspraak", "afspraak"},
		{"patronen", "een patroon", "patroon"},
		{"patronen", "de patroonheilige", ""},
		{"veilig", "een veilige plek", "veilige"},
		{"oma", "twee oma's", "oma's"},
		{"cirkel van invloed", "mijn cirkels van invloed", "cirkels van invloed"},
		{"cirkel van invloed", "Cirkel van   invloed.", "Cirkel van   invloed"},
		{"cirkel van invloed", "cirkel van vrienden", ""},
		{"space-holder", "de spaceholders", "spaceholders"},
		{"zelf\u00adzorg", "zelfzorg", "zelfzorg"},
		{"doen:", "Doen: praten", "Doen"},
		{"doen:", "wat wij doen: praten", ""},
	} {
		got := ""
		if uses := New([]Term{{Dutch: c.term}}, "ar").In(c.text); len(uses) > 0 {
			r := uses[0].Ranges[0]
			got = c.text[r.From:r.To]
		}
		if got != c.want {
			t.Errorf("%q in %q: found %q, want %q", c.term, c.text, got, c.want)
		}
	}
}

// The longest term wins, what was typed wins from what follows by rule, and a term is told
// once with all its places.
func TestWhichDutchTerm(t *testing.T) {
	g := New([]Term{
		{ID: "circle", Dutch: "cirkel"},
		{ID: "influence", Dutch: "invloed"},
		{ID: "both", Dutch: "cirkel van invloed"},
		{ID: "part", Dutch: "deel"},
		{ID: "share", Dutch: "delen"},
		{ID: "gone", Dutch: "groep", Hidden: true},
	}, "ar")
	text := "Teken een cirkel en je cirkel van invloed; delen, deel. Nog een cirkel met de groep."
	want := []string{"circle 2", "both 1", "share 1", "part 1"}
	uses := g.In(text)
	if len(uses) != len(want) {
		t.Fatalf("%d uses: %+v", len(uses), uses)
	}
	for i, u := range uses {
		if got := u.Term.ID + " " + string(rune('0'+len(u.Ranges))); got != want[i] {
			t.Errorf("%d: %s, want %s", i, got, want[i])
		}
	}
}

func TestAvoidedInDutch(t *testing.T) {
	g := New([]Term{Term{Dutch: "gezin"}.With(Dutch, Wording{Avoid: []Avoid{{Word: "probleemgezin"}}})}, "ar")
	text := "De probleemgezinnen en het gezin"
	got := g.AvoidedIn(text)
	if len(got) != 1 || got[0].Avoid.Word != "probleemgezin" || text[got[0].Ranges[0].From:got[0].Ranges[0].To] != "probleemgezinnen" {
		t.Errorf("%+v", got)
	}
	if got := g.AvoidedIn("Het gezin"); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}
