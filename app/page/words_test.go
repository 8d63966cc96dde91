package page

import (
	"image/color"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/i18n"
	"kring/internal/contrast"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
	"kring/toolkit/book"
	"kring/toolkit/export"
	"kring/toolkit/kit"
)

// Messages whose end is a value of the program are there for each value.
func TestEveryValueHasItsWord(t *testing.T) {
	var ids []string
	add := func(prefix string, values ...string) {
		for _, v := range values {
			if v == "" {
				v = "none"
			}
			ids = append(ids, prefix+v)
		}
	}
	add("state.", append(strs(course.States()), "")...)
	add("sign.", strs(course.States())...)
	add("part.", strs(plan.Parts())...)
	add("lead.", strs(plan.Leads())...)
	add("kind.", strs(people.Kinds())...)
	add("through.", strs(people.Throughs())...)
	add("language.", append(people.Languages(), i18n.Languages()...)...)
	add("region.", strs(calendar.Regions())...)
	add("layout.", strs(export.Layouts())...)
	add("mode.", string(course.Physical), string(course.Online))
	add("course.tab.", strs(tabs)...)
	add("nav.", string(Today), string(Courses), string(Cafes), string(People), string(Toolkits), string(Settings))
	add("match.", string(people.SamePhone), string(people.SameEmail), string(people.SameName), string(people.AlikeName))
	add("often.", strs(calendar.Rhythms())...)
	add("rhythm.", append(strs(calendar.Rhythms()), "other")...)
	add("audience.", strs(cafe.Audiences())...)
	add("roster.weeks.", "4", "13", "26", "52")
	add("roster.row.", "0", "1", "2", "3", "4")
	add("idea.kind.", append(strs(cafe.Kinds()), "none")...)
	add("idea.noise.", "none", "1", "2", "3")
	add("idea.energy.", "1", "2", "3")
	add("idea.crowd.", "none", "3", "6", "10", "15", "20")
	add("idea.moving.", "none", "1", "2")
	add("idea.leading.", "none", "1", "2")
	add("idea.within.", "none", "15", "30", "60")
	add("element.", "none", "1", "2", "3", "4", "5", "6", "7", "8")
	add("report.kind.", "xlsx", "pdf", "png")
	add("hand.format.", strs(paper.Formats())...)
	add("hand.what.", "all", "work")
	add("bringin.kind.", string(book.Workbook), string(book.Toolkit), onlyMemory)
	add("report.", "evenings", "visits", "different", "newcomers", "supporters", "activities", "hours",
		"started", "finished", "participants", "went", "who", "came", "speaks")
	add("report.went.", "0", "1", "2")
	add("agreed.", "visits", "people", "evenings")
	add("circle.want.", "tell", "ask", "tips")
	add("kitstate.", strs(kit.States())...)
	add("kitnext.", strs(kit.States()[:len(kit.States())-1])...)
	add("certificate.lang.", "nl", "both")
	add("beat.", strs(kit.Beats())...)
	add("beats.", strs(kit.Beats())...)
	add("life.", strs(kit.Kinds())...)
	add("planned.", strs(kit.Kinds())...)
	add("kitform.", strs(kit.Forms())...)
	add("how.", strs(kit.Hows())...)
	add("via.", strs(kit.Channels())...)
	add("step.was.", string(kit.Yes), string(kit.No))
	add("send.kind.", "xlsx", "csv")
	add("evening.tab.", strs(eveningTabs)...)
	add("clash.", string(cafe.ClashLead), string(cafe.ClashAway), string(cafe.ClashFew), string(cafe.ClashNoise), string(cafe.ClashRoom), string(cafe.ClashEarly), string(cafe.ClashEnd))
	add("watch.days.", "1", "3", "7", "14")
	add("item.", string(cafe.Opening), string(cafe.Closing))
	add("item.remove.", string(cafe.Doing), string(cafe.OwnItem))
	add("paper.evening.", "pdf", "png")
	add("gap.", "paid", "volunteer", "any")
	add("evening.", string(cafe.Cancelled), string(cafe.Moved), string(cafe.Extra), string(cafe.Opened))
	for _, kind := range []string{"cancelled", "moved", "extra", "opened", "always"} {
		add("action.evening.", kind)
	}
	add("lack.", string(cafe.LackAnybody), string(cafe.LackPaid), string(cafe.LackSecond), string(cafe.LackVolunt), string(cafe.LackKey))
	add("leads.", "1", "2", "3", "4")
	add("skills.group.", strs(cafe.SkillGroups())...)
	add("skill.level.", append(strs(cafe.Levels()), "none")...)
	add("skills.tab.", strs(skillTabs)...)
	add("settings.tab.", strs(settingsTabs)...)
	add("skills.in.", paper.SkillLanguages()...)
	add("door.", strs(cafe.Whos())...)
	add("need.", append(strs(kitchen.Needs()), "none")...)
	add("allergen.", strs(kitchen.Allergens())...)
	add("diet.", strs(kitchen.Diets())...)
	add("section.", strs(kitchen.Sections())...)
	add("dish.kind.", append(strs(kitchen.Kinds()), "none")...)
	add("unit.", "kg", "l")
	add("unit.part.", "piece", "clove", "bunch", "tin", "tbsp", "tsp")
	add("problem.", "noname", "name", "phone", "email", "kind", "through", "language", "childcare", "twice", "namesake", "hidden")
	for _, lang := range i18n.Languages() {
		loc := i18n.New(lang)
		for _, id := range ids {
			if got := loc.T(id, "Value", "x", "Line", 1, "Name", "x"); strings.HasPrefix(got, "[") {
				t.Errorf("%s lacks %s", lang, id)
			}
		}
	}
}

// The white sign in a cell can be read, and the stripe of a part is seen on paper.
func TestColorsOfStatesAndParts(t *testing.T) {
	white := color.NRGBA{0xff, 0xff, 0xff, 0xff}
	for _, s := range course.States() {
		if c := contrast.Ratio(stateColors[s], white); c < contrast.Text {
			t.Errorf("%s has a contrast of %.2f", s, c)
		}
	}
	for _, p := range plan.Parts() {
		if c := contrast.Ratio(paper.PartColor(p), white); c < 1.8 {
			t.Errorf("%s has a contrast of %.2f on white", p, c)
		}
	}
}
