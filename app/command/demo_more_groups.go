package command

import (
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/plan"
	"kring/toolkit/kit"
)

// demoOwnStep is a small step that the demo's organisation added.
var demoOwnStep = kit.SmallStep{
	Title: plan.Text{"nl": "Een kaart met de post", "ar": "بطاقة بالبريد", "en": "A card by post"},
	About: plan.Text{"nl": "Schrijf met de hand een paar regels. Een kaart blijft op de kast staan.", "ar": "اكتب بضعة أسطر بخط يدك. البطاقة تبقى أمام العين.", "en": "Write a few lines by hand. A card stays on the cupboard."},
	Text:  plan.Text{"nl": "Lieve mensen van {group}, ik denk aan jullie. Tot gauw?", "ar": "أعزائي في «{group}»، أفكر فيكم. إلى لقاء قريب؟", "tr": "Sevgili {group}, sizi düşünüyorum. Yakında görüşelim mi?"},
}

// moreDemoGroups are those that make ten: what is exported for each shows in several languages.
func moreDemoGroups(c course.Course, today calendar.Date) []demoGroup {
	ago := func(days int) calendar.Date { return today.AddDays(-days) }
	return []demoGroup{
		{
			group: kit.Group{Name: "مقهى الأمهات", CourseID: c.ID, Chat: true, Contact: "سميرة العلي", Phone: "+31600002005", Lang: "ar", Trainer: "Samira Haddad", Start: ago(310)}, from: 2, many: 4,
			signs: []kit.Sign{{Kind: kit.Meeting, About: 8, Note: "طبخنا معًا وتحدثنا عن النوم."}}, days: []int{6},
		},
		{
			group: kit.Group{Name: "Bahçe grubu", Chat: true, Contact: "Elif Yılmaz", Phone: "+31600002006", Lang: "tr", Trainer: "Ingrid Bos", Start: ago(240)}, from: 6, many: 3,
			signs: []kit.Sign{{Kind: kit.Talked, About: 6, Note: "Het ging over rust, met thee erbij."}}, days: []int{21},
		},
		{
			group: kit.Group{Name: "Nabad", Contact: "Hodan Abdi", Phone: "+31600002007", Lang: "so", Trainer: "Samira Haddad", Start: ago(220)}, from: 1, many: 3,
			signs: []kit.Sign{{Kind: kit.Word, Note: "Ze wil in de vakantie met de kinderen naar buiten."}}, days: []int{64},
		},
		{
			group: kit.Group{Name: "ሰላም", Contact: "Selam Tesfay", Phone: "+31600002008", Lang: "ti", Trainer: "Ingrid Bos", Start: ago(200)}, from: 4, many: 2,
			signs: []kit.Sign{{Kind: kit.Meeting, About: 4}}, days: []int{140},
		},
		{
			group: kit.Group{Name: "Spokojne wtorki", Contact: "Ewa Nowak", Phone: "+31600002009", Lang: "pl", Trainer: "Ingrid Bos", Start: ago(35)}, from: 9, many: 3,
		},
		{
			group: kit.Group{Name: "De Wandelaars", CourseID: c.ID, Chat: true, Trainer: "Samira Haddad", Start: ago(180)}, from: 3, many: 5,
			signs: []kit.Sign{{Kind: kit.Visit, About: 5}, {Kind: kit.Meeting, About: 5, Note: "Rondje om de plas."}, {Kind: kit.Meeting, At: 14 * 60, Note: "Bij het speelbos."}}, days: []int{80, 33, -5},
			steps: []kit.Step{{StepID: "trainer-visits", Helped: kit.Yes}}, tried: []int{90},
		},
	}
}
