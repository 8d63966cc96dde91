package command

import (
	"strings"

	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// demoSkills is what the demo's space-holders say of themselves: by name, a skill, a level and
// an example. A level that ends with + is somebody who wants to learn it.
var demoSkills = map[string][][3]string{
	"Yara de Wit": {
		{"listen", "teach", "Ik vroeg drie keer door en gaf geen raad."},
		{"welcome", "teach", ""},
		{"notice-trigger", "teach", "Ik zag Sem wegkijken en zette thee bij de stille tafel."},
		{"step-in", "own", ""},
		{"agreements", "teach", ""},
		{"strength-circle", "own", ""},
		{"first-aid", "own", ""},
		{"open-close", "teach", ""},
		{"signpost", "own", ""},
		{"worry", "teach", ""},
		{"privacy", "teach", ""},
		{"kitchen-hygiene", "along+", ""},
	},
	"Tom Bakker": {
		{"kitchen-hygiene", "teach", "Ik kook elke laatste dinsdag en schrijf op wat erin zit."},
		{"welcome", "own", ""},
		{"lead-activity", "own", ""},
		{"step-in", "along+", "Met Yara erbij lukte het."},
		{"strength-circle", "not+", ""},
		{"languages", "own", "Engels"},
	},
	"نور الحسن": {
		{"listen", "own", "أترك الآخر يكمل كلامه."},
		{"languages", "teach", "العربية والهولندية السهلة"},
		{"low-stimulus", "own", "أخفف الضوء قبل أن يصل أحد."},
		{"welcome", "own", ""},
		{"first-aid", "not+", ""},
	},
	"Fatima Amrani": {
		{"first-aid", "teach", "Herhaling gedaan met de brandweer."},
		{"listen", "own", ""},
		{"low-stimulus", "teach", ""},
		{"agreements", "own", ""},
		{"kitchen-hygiene", "own", ""},
		{"languages", "own", "Arabisch, Berbers"},
		{"own-limits", "along+", ""},
	},
	"Daan Smit":    {{"lead-activity", "teach", "Jongleren met sokken: iedereen deed mee."}, {"welcome", "along", ""}, {"listen", "along+", ""}},
	"Lotte Mulder": {{"own-story", "own", "Ik vertelde kort hoe ik op mezelf ging wonen."}, {"welcome", "own", ""}, {"strength-circle", "along+", ""}},
}

// fillSkills fills in the skills forms of the demo, and what its people followed and wish.
func fillSkills(s *cafe.Store, now calendar.Date) error {
	for _, h := range s.Holders(strings.Compare) {
		form := cafe.SkillForm{HolderID: h.ID}
		for _, x := range demoSkills[h.Name] {
			level, wants := strings.CutSuffix(x[1], "+")
			r := cafe.Rating{SkillID: x[0], Level: cafe.Level(level), Example: x[2], Wants: wants}
			if x[0] == "first-aid" && r.Level.Able() {
				r.Until = now.AddDays(45)
			}
			form.Ratings = append(form.Ratings, r)
		}
		if len(form.Ratings) == 0 {
			continue
		}
		if h.Name == "Tom Bakker" {
			form.Talk = cafe.SkillTalk{Date: now.AddDays(-12), With: "Yara"}
			h.Training = []cafe.Training{{Name: "Rustig blijven als het spannend wordt", On: now.AddDays(-160)}, {Name: "Hygiëne in de keuken", On: now.AddDays(-300)}}
			h.Wishes = "Graag een avond met koken. Liever niet in de week dat mijn dochter er is."
			if _, err := s.SaveHolder(h); err != nil {
				return err
			}
		}
		if err := s.SaveSkillForm(form); err != nil {
			return err
		}
	}
	return nil
}

// demoHolder finds a space-holder of the demo by name.
func demoHolder(s *cafe.Store, name string) string {
	for _, h := range s.Holders(strings.Compare) {
		if h.Name == name {
			return h.ID
		}
	}
	return ""
}
