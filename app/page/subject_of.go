package page

import (
	"kring/sessions/cafe"
	"kring/sessions/people"
	"kring/sessions/privacy"
)

func personSubject(p people.Person) privacy.Subject {
	return privacy.Subject{Kind: privacy.Person, ID: p.ID, Name: p.Name}
}

func visitorSubject(v cafe.Visitor) privacy.Subject {
	return privacy.Subject{Kind: privacy.Visitor, ID: v.ID, Name: v.Name}
}

func holderSubject(h cafe.Holder) privacy.Subject {
	return privacy.Subject{Kind: privacy.Holder, ID: h.ID, Name: h.Name}
}

// lookUp works beside the window and shows what comes of it; an error goes to the funnel.
func lookUp[D any](e *Env, fetch func() (D, error), show func(D)) {
	go func() {
		d, err := steady(e, fetch)
		e.OnUI(func() {
			if err != nil {
				e.Shell.Fail(err)
				return
			}
			show(d)
		})
	}()
}
