package page

import (
	"slices"

	"fyne.io/fyne/v2/widget"

	"kring/sessions/people"
)

func strs[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = string(s)
	}
	return out
}

// choice is a picker over ids that shows their names.
type choice struct {
	sel *widget.Select
	ids []string
}

func newChoice(say func(string, ...any) string, prefix string, ids []string, chosen string) *choice {
	names := make([]string, len(ids))
	at := -1
	for i, id := range ids {
		key := id
		if key == "" {
			key = "none"
		}
		names[i] = say(prefix + key)
		if id == chosen {
			at = i
		}
	}
	c := &choice{widget.NewSelect(names, nil), ids}
	if at >= 0 {
		c.sel.SetSelectedIndex(at)
	}
	return c
}

func (c *choice) id() string {
	if i := c.sel.SelectedIndex(); i >= 0 {
		return c.ids[i]
	}
	return ""
}

// languageChecks shows some languages to tick, and those that are chosen already.
func languageChecks(env *Env, tags, chosen []string) *widget.CheckGroup {
	g := widget.NewCheckGroup(nil, nil)
	g.Horizontal = true
	for _, t := range people.Languages() {
		if slices.Contains(tags, t) || slices.Contains(chosen, t) {
			g.Options = append(g.Options, env.Loc.T("language."+t))
		}
	}
	for _, t := range chosen {
		g.Selected = append(g.Selected, env.Loc.T("language."+t))
	}
	return g
}

// chosenLanguages reads what is ticked; a language that has no box stays.
func chosenLanguages(env *Env, g *widget.CheckGroup, before []string) []string {
	var out []string
	for _, t := range people.Languages() {
		name := env.Loc.T("language." + t)
		if slices.Contains(g.Selected, name) || slices.Contains(before, t) && !slices.Contains(g.Options, name) {
			out = append(out, t)
		}
	}
	return out
}
