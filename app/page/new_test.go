package page

import "testing"

// What is new differs by page: each of these opens its own form, with the keyboard in it.
func TestNew(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		g := s.aGroup()
		for _, target := range []Target{{Page: Cafes}, {Page: Workbook}, {Page: People}, {Page: Toolkits}, {Page: Toolkits, Tab: Groups}, {Page: Toolkits, Tab: SmallSteps}, groupTarget(g.ID)} {
			p := s.open(target)
			over := s.env.Window.Canvas().Overlays()
			before := len(over.List())
			p.(Maker).New()
			if len(over.List()) != before+1 || s.env.Window.Canvas().Focused() == nil {
				t.Errorf("%s: %s %s opens nothing", lang, target.Page, target.Tab)
			}
			over.Remove(over.Top())
		}
		for _, target := range []Target{{Page: Today}, {Page: Courses}} {
			if _, ok := s.open(target).(Maker); ok {
				t.Errorf("%s: %s has something else that is new than a course", lang, target.Page)
			}
		}
	}
}
