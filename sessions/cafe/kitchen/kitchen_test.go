package kitchen

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"kring/assets"
	"kring/sessions/plan"
)

func book(t testing.TB) *Book {
	t.Helper()
	b, err := Load(assets.Recipes())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Every recipe, ingredient and point is whole in Dutch and Arabic.
func TestBookIsWhole(t *testing.T) {
	b := book(t)
	whole := func(what string, texts ...plan.Text) {
		for _, text := range texts {
			if !text.Has("nl") || !text.Has("ar") {
				t.Errorf("%s: %v is not in both languages", what, text)
			}
		}
	}
	kinds := map[Kind]int{}
	used := map[string]bool{}
	for _, r := range b.Recipes {
		kinds[r.Kind]++
		whole(r.ID, append(append([]plan.Text{r.Title, r.About}, r.Steps...), r.Tasks...)...)
		if r.Hygiene != nil {
			whole(r.ID, r.Hygiene)
		}
		if len(r.Steps) < 2 || len(r.Tasks) == 0 {
			t.Errorf("%s: %d steps, %d tasks", r.ID, len(r.Steps), len(r.Tasks))
		}
		for _, p := range r.Parts {
			whole(p.Ingredient.ID, p.Ingredient.Name)
			used[p.Ingredient.ID] = true
			if p.Ingredient.Section == Meat && r.Hygiene == nil {
				t.Errorf("%s has meat and no word of hygiene", r.ID)
			}
		}
	}
	larder, err := loadIngredients(assets.Recipes())
	if err != nil {
		t.Fatal(err)
	}
	for id := range larder {
		if !used[id] {
			t.Errorf("%s is in no recipe", id)
		}
	}
	if len(b.Recipes) < 16 || len(b.Hygiene) < 8 {
		t.Errorf("%d recipes, %d points of hygiene", len(b.Recipes), len(b.Hygiene))
	}
	for _, k := range Kinds() {
		if kinds[k] < 2 {
			t.Errorf("%d of kind %s", kinds[k], k)
		}
	}
	for _, p := range b.Hygiene {
		whole("hygiene", p.Title, p.Text)
	}
}

// Whoever shared something finds a whole meal; most of the book is for who eats halal.
func TestEverybodyFindsAMeal(t *testing.T) {
	b := book(t)
	for _, n := range Needs() {
		for _, k := range []Kind{Soup, Main, Side, Dessert} {
			if len(b.Find(Filter{Kind: k, Needs: []Need{n}})) == 0 {
				t.Errorf("no %s for %s", k, n)
			}
		}
	}
	if n := len(b.Find(Filter{Needs: []Need{Halal}})); n != len(b.Recipes) {
		t.Errorf("%d of %d recipes are halal", n, len(b.Recipes))
	}
	if n := len(b.Find(Filter{Needs: []Need{Vegetarian}})); n < len(b.Recipes)*3/4 {
		t.Errorf("%d of %d recipes are vegetarian", n, len(b.Recipes))
	}
}

// A dish contains what its ingredients do: what is known of some dishes is found.
func TestContains(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		id       string
		contains []Need
	}{
		{"linzensoep", []Need{Celery}},
		{"shakshuka", []Need{Gluten, Egg}},
		{"gado-gado", []Need{Gluten, Peanut, Soy}},
		{"kip-couscous", []Need{Gluten, Sulphites}},
		{"bloemkoolcurry", []Need{Mustard}},
		{"rijstpudding", []Need{Milk}},
		{"fruitsalade", nil},
	} {
		r, ok := b.Recipe(c.id)
		if got := r.Contains(); !ok || !slices.Equal(got, c.contains) {
			t.Errorf("%s contains %v, want %v", c.id, got, c.contains)
		}
	}
	kip, _ := b.Recipe("kip-couscous")
	if got := kip.Fits(); !slices.Equal(got, []Need{Halal, NoPork, NoAlcohol}) {
		t.Errorf("chicken fits %v", got)
	}
}

// A main dish or a soup, a salad and a dessert for ten cost between €15 and €60 with every
// spice bought anew, whatever is chosen, and one dish never more than €30.
func TestPricesAreSensible(t *testing.T) {
	b := book(t)
	kind := func(k Kind) []Recipe { return b.Find(Filter{Kind: k}) }
	for _, r := range b.Recipes {
		if n := total(Shop(10, r)); n < 2_00 || n > 30_00 {
			t.Errorf("%s costs %d cents for ten", r.ID, n)
		}
	}
	for _, m := range append(kind(Soup), kind(Main)...) {
		for _, x := range kind(Side) {
			for _, d := range kind(Dessert) {
				if n := total(Shop(10, m, x, d)); n < 15_00 || n > 60_00 {
					t.Errorf("%s, %s and %s cost %d cents for ten", m.ID, x.ID, d.ID, n)
				}
			}
		}
	}
}

func total(lines []Line) (cents int) {
	for _, l := range lines {
		cents += l.Cents
	}
	return cents
}

// For more people nothing gets less; the packs hold what is needed; what they cost adds up;
// two dishes together never take more packs than each on its own, nor less than one.
func TestShopping(t *testing.T) {
	b := book(t)
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SliceOfNDistinct(rapid.SampledFrom(b.Recipes), 1, 5, func(r Recipe) string { return r.ID }).Draw(t, "recipes")
		heads := rapid.IntRange(1, MostHeads-1).Draw(t, "heads")
		lines, more := Shop(heads, some...), Shop(heads+1, some...)
		apart, seen := 0, map[string]bool{}
		for _, r := range some {
			apart += total(Shop(heads, r))
		}
		if n := total(lines); n > apart || n > total(more) || n < total(Shop(heads, some[0])) {
			t.Fatalf("%d cents, apart %d, for one more %d", n, apart, total(more))
		}
		for i, l := range lines {
			if seen[l.Ingredient.ID] {
				t.Fatalf("%s stands there twice", l.Ingredient.ID)
			}
			seen[l.Ingredient.ID] = true
			exact := 0.0
			for _, r := range some {
				for _, p := range r.Parts {
					if p.Ingredient.ID == l.Ingredient.ID {
						milli, _ := p.Amount.in(p.Ingredient)
						exact += float64(milli) * float64(heads) / float64(r.Serves)
					}
				}
			}
			spare := l.Buy().Milli - l.Ingredient.Pack*1000
			if float64(l.Buy().Milli) < exact-0.001 || float64(spare) >= exact+float64(len(some)) {
				t.Fatalf("%s: %d packs for %.3f", l.Ingredient.ID, l.Packs, exact)
			}
			if l.Cents != l.Packs*l.Ingredient.Cents || more[i].Packs < l.Packs || more[i].Ingredient.ID != l.Ingredient.ID {
				t.Fatalf("%s: %d packs at %d cents, for one more %d", l.Ingredient.ID, l.Packs, l.Cents, more[i].Packs)
			}
			if i > 0 && slices.Index(Sections(), l.Ingredient.Section) < slices.Index(Sections(), lines[i-1].Ingredient.Section) {
				t.Fatalf("%s stands after another section", l.Ingredient.ID)
			}
		}
	})
}

func TestMeasured(t *testing.T) {
	for _, c := range []struct {
		milli int
		unit  Unit
		want  int
		in    Unit
	}{
		{1_237_000, Gram, 1_250_000, Gram},
		{503_000, Gram, 500_000, Gram},
		{996_000, Gram, 1_000_000, Gram},
		{37_400, Gram, 35_000, Gram},
		{200, Gram, 1000, Gram},
		{3_300, Piece, 3_500, Piece},
		{12_600, Piece, 13_000, Piece},
		{100, Piece, 500, Piece},
		{2_400, Clove, 2000, Clove},
		{1_300, Tin, 1_500, Tin},
		{300, Tsp, 500, Tsp},
		{5_700, Tsp, 5_500, Tsp},
		{5_800, Tsp, 2_000, Tbsp},
		{9_000, Tsp, 3_000, Tbsp},
		{2_300, Tbsp, 2_500, Tbsp},
	} {
		if got := (Amount{c.milli, c.unit}).measured(); got != (Amount{c.want, c.in}) {
			t.Errorf("%d %s is measured as %v", c.milli, c.unit, got)
		}
	}
}

// What a cook measures never shrinks when more people come, and is never far from what it is.
func TestScalingIsMonotone(t *testing.T) {
	inTsp := func(a Amount) int {
		if a.Unit == Tbsp {
			return a.Milli * 3
		}
		return a.Milli
	}
	rapid.Check(t, func(t *rapid.T) {
		a := Amount{rapid.IntRange(1, 3_000_000).Draw(t, "milli"), rapid.SampledFrom(Units()).Draw(t, "unit")}
		serves, heads := rapid.IntRange(1, 30).Draw(t, "serves"), rapid.IntRange(1, MostHeads-1).Draw(t, "heads")
		now, more := a.For(serves, heads), a.For(serves, heads+1)
		if now.Milli <= 0 || a.Unit == Tsp && inTsp(now) > inTsp(more) || a.Unit != Tsp && now.Milli > more.Milli {
			t.Fatalf("%v for %d of %d is %v, for one more %v", a, heads, serves, now, more)
		}
		exact := float64(a.Milli) * float64(heads) / float64(serves)
		if got := float64(inTsp(now)); a.Unit != Tbsp && exact > 2_000 && (got < exact*0.7 || got > exact*1.3) {
			t.Fatalf("%v for %d of %d is %v", a, heads, serves, now)
		}
	})
}

func TestParseCents(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, " ": 0, "40": 4000, "€ 40,-": 4000, "€40,–": 4000, "40.50": 4050, "40,5": 4050, "€ 40,50": 4050, "0": 0,
		"1.250,00": 125000, "1,250.00": 125000, "1.250": 125000, "٤٠٫٥٠": 4050, "40 euro": 4000, "٤٠ يورو": 4000, "12,": 1200,
	} {
		if got, err := ParseCents(text); err != nil || got != want {
			t.Errorf("%q: %d, %v, want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"veertig", "-5", "4o", "€", "1.2.3", "40,505,5", "5000.01", "99999999999999999999", "40,50,60"} {
		if got, err := ParseCents(text); !errors.Is(err, ErrMoney) {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
}

func TestParseHeads(t *testing.T) {
	for text, want := range map[string]int{"1": 1, " 12 ": 12, "١٢": 12, "200": 200} {
		if got, err := ParseHeads(text); err != nil || got != want {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "0", "-1", "10000", "tien", "3,5", "99999999999999999999"} {
		if _, err := ParseHeads(text); !errors.Is(err, ErrHeads) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestFind(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		f     Filter
		first string
	}{
		{Filter{Text: "LINZEN turkse"}, "linzensoep"},
		{Filter{Text: "مجدرة"}, "mujaddara"},
		{Filter{Text: "pindakaas"}, "gado-gado"},
		{Filter{Kind: Main, Text: "eieren"}, "shakshuka"},
		{Filter{Kind: Dessert, Needs: []Need{Milk, Nuts}}, "fruitsalade"},
	} {
		if got := b.Find(c.f); len(got) == 0 || got[0].ID != c.first {
			t.Errorf("%+v finds %d recipes", c.f, len(got))
		}
	}
	if got := b.Find(Filter{Text: "onbekend"}); len(got) != 0 {
		t.Errorf("finds %d recipes", len(got))
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	const (
		ui      = "[[ingredient]]\nid='ui'\nname={nl='ui'}\nunit='piece'\nsection='produce'\npack=8\ncents=100\n"
		soup    = "[[recipe]]\nid='s'\ntitle={nl='S'}\nserves=4\nminutes=10\ningredients=[{id='ui',amount=2}]\nsteps=[{nl='Doe'}]\n"
		hygiene = "[[point]]\ntitle={nl='A'}\ntext={nl='B'}\n"
	)
	for _, c := range []struct{ ui, soup, file, hygiene, says string }{
		{ui, soup, "soup.toml", hygiene, ""},
		{ui + ui, soup, "soup.toml", hygiene, `ingredients.toml: "ui" is there twice`},
		{strings.Replace(ui, "pack=8", "pack=0", 1), soup, "soup.toml", hygiene, `ingredients.toml: "ui": pack`},
		{strings.Replace(ui, "cents=100", "cents=-1", 1), soup, "soup.toml", hygiene, "cents"},
		{ui + "contains=['glut']\n", soup, "soup.toml", hygiene, "contains"},
		{ui + "contains=['milk']\n", soup, "soup.toml", hygiene, `it is not "vegan"`},
		{ui + "not=['nopork','vegetarian','vegan']\n", soup, "soup.toml", hygiene, `it is not "halal"`},
		{ui + "spoon=3\n", soup, "soup.toml", hygiene, "spoon"},
		{ui + "prijs=3\n", soup, "soup.toml", hygiene, "unknown key"},
		{ui, soup + soup, "soup.toml", hygiene, `soup.toml: "s" is there twice`},
		{ui, soup, "brood.toml", hygiene, "brood.toml: \"s\": unknown kind"},
		{ui, strings.Replace(soup, "'ui'", "'ei'", 1), "soup.toml", hygiene, `soup.toml: "s": no ingredient ei`},
		{ui, strings.Replace(soup, "amount=2", "amount=0", 1), "soup.toml", hygiene, "the amount of ui"},
		{ui, strings.Replace(soup, "amount=2", "amount=2,unit='tsp'", 1), "soup.toml", hygiene, "the unit of ui"},
		{ui, strings.Replace(soup, "serves=4", "serves=0", 1), "soup.toml", hygiene, "serves"},
		{ui, strings.Replace(soup, "[{nl='Doe'}]", "[]", 1), "soup.toml", hygiene, "no steps"},
		{ui, soup, "soup.toml", "[[point]]\ntitle={nl='A'}\n", "hygiene.toml: point 1"},
	} {
		b, err := Load(fstest.MapFS{"ingredients.toml": {Data: []byte(c.ui)}, c.file: {Data: []byte(c.soup)}, "hygiene.toml": {Data: []byte(c.hygiene)}})
		if c.says == "" && (err != nil || len(b.Recipes) != 1) || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%v, want %q", err, c.says)
		}
	}
}
