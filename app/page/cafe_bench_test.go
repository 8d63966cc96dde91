package page

import (
	"path/filepath"
	"strings"
	"testing"

	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/cafe/cafetest"
	"kring/sessions/calendar"
)

// BenchmarkCafePages measures what pages ask of a vault of five places with ten years of
// evenings, 100,000 visits and a roster for a year, before they show their first frame (goal:
// under 100 ms), and how long that vault takes to open.
func BenchmarkCafePages(b *testing.B) {
	path := filepath.Join(b.TempDir(), "tien.kring")
	ideas, err := cafe.LoadCatalogue(assets.Catalogue())
	if err != nil {
		b.Fatal(err)
	}
	skills, err := cafe.LoadSkills(assets.Skills())
	if err != nil {
		b.Fatal(err)
	}
	if err := cafetest.Decade(path, "wachtzin", calendar.DateOf(clock), ideas, skills); err != nil {
		b.Fatal(err)
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			v, err := vault.Open(path, "wachtzin")
			if err != nil {
				b.Fatal(err)
			}
			if _, err := cafe.Open(v, School(), ideas, skills...); err != nil {
				b.Fatal(err)
			}
			if err := v.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	v, err := vault.Open(path, "wachtzin")
	if err != nil {
		b.Fatal(err)
	}
	env := stageOver(b, v, "nl").env
	for name, fetch := range cafeFetches(env) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := fetch(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// cafeFetches are what each page asks; an evening is the next one.
func cafeFetches(env *Env) map[string]func() error {
	p := env.Cafe.Places(env.Compare)[0]
	e := env.Cafe.Next(p.ID, env.Day(), 1)[0]
	at := atEvening{env, p.ID, e.Planned}
	return map[string]func() error{
		"today":  func() error { _, err := (&today{env: env}).fetch(); return err },
		"season": func() error { _, err := (&season{env: env}).fetch(); return err },
		"place":  func() error { _, err := (&place{env: env, id: p.ID}).fetch(); return err },
		"plan":   func() error { _, err := (&planTab{atEvening: at}).fetch(); return err },
		"door":   func() error { _, err := (&doorTab{atEvening: at}).fetch(""); return err },
		"search": func() error { _, err := (&doorTab{atEvening: at}).fetch("bez"); return err },
		"ideas":  func() error { env.Cafe.ForTonight(e, 3); return nil },
		"figures": func() error {
			env.Cafe.Figures(env.Cafe.Places(strings.Compare), env.Day().Year-1, env.Day())
			return nil
		},
	}
}
