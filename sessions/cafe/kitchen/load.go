package kitchen

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"

	"kring/internal/content"
	"kring/sessions/plan"
)

// The files of a book that are not recipes.
const (
	ingredientsFile = "ingredients.toml"
	hygieneFile     = "hygiene.toml"
)

// Load reads a book: what it is made of from ingredients.toml, the points of hygiene, and
// every other file as recipes of the kind that it is named after. A fault names its file and
// its entry.
func Load(fsys fs.FS) (*Book, error) {
	larder, err := loadIngredients(fsys)
	if err != nil {
		return nil, err
	}
	var rules struct {
		Points []Point `toml:"point"`
	}
	if err := content.Decode(fsys, hygieneFile, &rules); err != nil {
		return nil, err
	}
	for i, p := range rules.Points {
		if p.Title.In(plan.Fallback) == "" || p.Text.In(plan.Fallback) == "" {
			return nil, fmt.Errorf("%s: point %d has no words: %w", hygieneFile, i+1, ErrRecipe)
		}
	}
	files, err := fs.Glob(fsys, "*.toml")
	if err != nil {
		return nil, fmt.Errorf("listing the recipes: %w", err)
	}
	b := &Book{Hygiene: rules.Points}
	for _, file := range files {
		if file == ingredientsFile || file == hygieneFile {
			continue
		}
		if err := b.read(fsys, file, larder); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	slices.SortStableFunc(b.Recipes, func(x, y Recipe) int { return slices.Index(Kinds(), x.Kind) - slices.Index(Kinds(), y.Kind) })
	return b, nil
}

func loadIngredients(fsys fs.FS) (map[string]Ingredient, error) {
	var f struct {
		Ingredients []Ingredient `toml:"ingredient"`
	}
	if err := content.Decode(fsys, ingredientsFile, &f); err != nil {
		return nil, err
	}
	out := map[string]Ingredient{}
	for _, i := range f.Ingredients {
		if err := i.Validate(); err != nil {
			return nil, fmt.Errorf("%s: %w", ingredientsFile, err)
		}
		if _, twice := out[i.ID]; twice {
			return nil, fmt.Errorf("%s: %q is there twice: %w", ingredientsFile, i.ID, ErrRecipe)
		}
		out[i.ID] = i
	}
	return out, nil
}

// written is a recipe as its file has it: its ingredients are only named.
type written struct {
	ID          string        `toml:"id"`
	Title       plan.Text     `toml:"title"`
	About       plan.Text     `toml:"about"`
	Serves      int           `toml:"serves"`
	Minutes     int           `toml:"minutes"`
	Ingredients []writtenPart `toml:"ingredients"`
	Steps       []plan.Text   `toml:"steps"`
	Tasks       []plan.Text   `toml:"tasks"`
	Hygiene     plan.Text     `toml:"hygiene"`
}

type writtenPart struct {
	ID     string  `toml:"id"`
	Amount float64 `toml:"amount"`
	Unit   Unit    `toml:"unit"` // "": the one that the ingredient is bought in
}

// read adds the recipes of one file.
func (b *Book) read(fsys fs.FS, file string, larder map[string]Ingredient) error {
	var f struct {
		Recipes []written `toml:"recipe"`
	}
	if err := content.Decode(fsys, file, &f); err != nil {
		return err
	}
	for _, w := range f.Recipes {
		r, err := w.recipe(Kind(strings.TrimSuffix(file, ".toml")), larder)
		if err != nil {
			return err
		}
		if _, twice := b.Recipe(r.ID); twice {
			return fmt.Errorf("%q is there twice: %w", r.ID, ErrRecipe)
		}
		b.Recipes = append(b.Recipes, r)
	}
	return nil
}

func (w written) recipe(kind Kind, larder map[string]Ingredient) (Recipe, error) {
	r := Recipe{
		ID: w.ID, Kind: kind, Title: w.Title, About: w.About, Serves: w.Serves, Minutes: w.Minutes,
		Steps: w.Steps, Tasks: w.Tasks, Hygiene: w.Hygiene,
	}
	seen := map[string]bool{}
	for _, x := range w.Ingredients {
		i, ok := larder[x.ID]
		if x.Unit == "" {
			x.Unit = i.Unit
		}
		p := Part{i, Amount{int(math.Round(x.Amount * 1000)), x.Unit}}
		_, fits := p.Amount.in(i)
		if err := fault(w.ID, []check{
			{ok, "no ingredient " + x.ID},
			{!seen[x.ID], x.ID + " is there twice"},
			{p.Amount.Milli > 0 && x.Amount <= 20_000, "the amount of " + x.ID},
			{fits, "the unit of " + x.ID},
		}); err != nil {
			return r, err
		}
		seen[x.ID] = true
		r.Parts = append(r.Parts, p)
	}
	return r, r.Validate()
}
