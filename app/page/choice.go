package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
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
	sel *kwidget.Select
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
	c := &choice{kwidget.NewSelect(names, nil), ids}
	c.sel.Own = true
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

// show chooses an id without telling anybody.
func (c *choice) show(id string) {
	tell := c.sel.OnChanged
	c.sel.OnChanged = nil
	c.sel.SetSelectedIndex(slices.Index(c.ids, id))
	c.sel.OnChanged = tell
}

// languageChecks are some languages to tick, in as many lines as they need.
type languageChecks struct {
	object fyne.CanvasObject
	boxes  map[string]*kwidget.Check
}

// newLanguageChecks offers some languages and those that are chosen already.
func newLanguageChecks(env *Env, tags, chosen []string) *languageChecks {
	c := &languageChecks{boxes: map[string]*kwidget.Check{}}
	box := container.New(layout.NewRowWrapLayout())
	for _, t := range people.Languages() {
		if !slices.Contains(tags, t) && !slices.Contains(chosen, t) {
			continue
		}
		c.boxes[t] = kwidget.NewCheck(env.Loc.T("language."+t), nil)
		c.boxes[t].Own, c.boxes[t].Checked = true, slices.Contains(chosen, t)
		box.Add(c.boxes[t])
	}
	c.object = box
	return c
}

// chosen lists what is ticked (BCP 47), in the order of the picker.
func (c *languageChecks) chosen() []string {
	var out []string
	for _, t := range people.Languages() {
		if b, ok := c.boxes[t]; ok && b.Checked {
			out = append(out, t)
		}
	}
	return out
}
