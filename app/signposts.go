package app

import (
	"strings"
	"sync"

	"kring/app/page"
	"kring/i18n"
	"kring/sessions/people"
)

// signpost leads to a page by what it is called, or by what somebody wants to do there. The
// words are a message of their own: people do not know what a page is called before they have
// found it.
type signpost struct {
	name, words string
	target      page.Target
}

// signposts are the places of the program, in the order in which they are answered.
var signposts = []signpost{
	{"nav.today", "find.today", page.Target{Page: page.Today}},
	{"nav.courses", "find.courses", page.Target{Page: page.Courses}},
	{"courses.new", "find.newcourse", page.Target{Page: page.NewCourse}},
	{"nav.cafes", "find.cafes", page.Target{Page: page.Cafes}},
	{"season.title", "find.season", page.Target{Page: page.Cafes, Tab: page.Season}},
	{"skills.team", "find.team", page.Target{Page: page.Cafes, Tab: page.Team}},
	{"ideas.title", "find.ideas", page.Target{Page: page.Cafes, Tab: page.Ideas}},
	{"visitors.title", "find.visitors", page.Target{Page: page.Cafes, Tab: page.Visitors}},
	{"report.open", "find.reports", page.Target{Page: page.Cafes, Tab: page.Reports}},
	{"nav.people", "find.people", page.Target{Page: page.People}},
	{"nav.toolkits", "find.toolkits", page.Target{Page: page.Toolkits}},
	{"year.open", "find.year", page.Target{Page: page.Toolkits, Tab: page.YearPlan}},
	{"groups.title", "find.groups", page.Target{Page: page.Toolkits, Tab: page.Groups}},
	{"ownstep.title", "find.steps", page.Target{Page: page.Toolkits, Tab: page.SmallSteps}},
	{"terms.title", "find.terms", page.Target{Page: page.Toolkits, Tab: page.Glossary}},
	{"nav.workbook", "find.workbook", page.Target{Page: page.Workbook}},
	{"settings.tab.general", "find.general", page.Target{Page: page.Settings, Tab: page.General}},
	{"settings.tab.locking", "find.locking", page.Target{Page: page.Settings, Tab: page.Locking}},
	{"settings.tab.copying", "find.copying", page.Target{Page: page.Settings, Tab: page.Copying}},
	{"settings.tab.reviewed", "find.reviewed", page.Target{Page: page.Settings, Tab: page.Reviewed}},
}

// speakers say the words in every language: who reads Arabic in a Dutch window types what they
// know.
var speakers = sync.OnceValue(func() (all []*i18n.Localizer) {
	for _, lang := range i18n.Languages() {
		all = append(all, i18n.New(lang))
	}
	return all
})

// shortest is from how many letters on words are looked for: one letter begins too many.
const shortest = 2

// led are the places of which each word that was typed begins a word, in one language.
func led(query string) (out []signpost) {
	typed := strings.Fields(people.Fold(query))
	if len([]rune(strings.Join(typed, ""))) < shortest {
		return nil
	}
	for _, p := range signposts {
		for _, loc := range speakers() {
			if p.fits(loc, typed) {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

func (p signpost) fits(loc *i18n.Localizer, typed []string) bool {
	name := loc.T(p.name)
	if p.target.Page == page.Settings {
		name += " " + loc.T("nav.settings")
	}
	return beginAll(strings.Fields(people.Fold(name+" "+loc.T(p.words))), typed)
}

// beginAll tells whether each word that was typed begins one of the words.
func beginAll(words, typed []string) bool {
	for _, t := range typed {
		if !begins(words, t) {
			return false
		}
	}
	return true
}

// begins tells whether a word begins so; in Arabic also behind the article or "and".
func begins(words []string, with string) bool {
	for _, w := range words {
		if strings.HasPrefix(w, with) || strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(w, "و"), "ال"), with) {
			return true
		}
	}
	return false
}

// signs are the answers that lead to a place of the program.
func (s *shell) signs(query string) (out []hit) {
	for _, p := range led(query) {
		name := s.loc.T(p.name)
		if p.target.Page == page.Settings {
			name = s.loc.T("nav.settings") + " · " + name
		}
		out = append(out, hit{s.loc.T("search.page", "Name", name), p.target})
	}
	return out
}
