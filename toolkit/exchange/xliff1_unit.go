package exchange

import (
	"strings"

	"kring/toolkit/bilingual"
)

func (r *reader) unit1(n *node) (Unit, error) {
	u := Unit{ID: n.get("id"), Reference: n.get("translate") == "no"}
	state := ""
	for _, k := range n.kids {
		if k.name.Space != n.name.Space {
			continue
		}
		var err error
		switch k.name.Local {
		case "source":
			u.Source, err = r.words(k, nil)
		case "target":
			u.Text, err = r.words(k, nil)
			state = k.get("state")
		case "note":
			u.note1(k)
		case "context-group":
			u.contexts(k)
		case "alt-trans":
			err = r.earlier(&u, k)
		}
		if err != nil {
			return Unit{}, err
		}
	}
	u.State = stateOf1(state, n.get("approved"))
	return u.settled(), nil
}

func (u *Unit) note1(n *node) {
	from := n.get("from")
	if from == ours {
		u.Note = n.plain()
		return
	}
	c, ok := fromSignature(from)
	if !ok {
		c = commentOf(from, "")
	}
	c.Text = n.plain()
	u.Comments = append(u.Comments, c)
}

func (u *Unit) contexts(n *node) {
	for _, c := range n.all("context") {
		text := c.plain()
		switch c.get("context-type") {
		case "x-kring-kind":
			u.Kind = kindNamed(text)
		case "x-kring-who":
			u.Who = text
		case "x-kring-when":
			u.When = timeOf(text)
		case "x-kring-stamp":
			u.Stamp = text
		case "x-kring-waived":
			check, why, _ := strings.Cut(text, "\n")
			u.Waived = with(u.Waived, manyLines(check), why)
		}
	}
}

// earlier reads the words that an outdated text translates.
func (r *reader) earlier(u *Unit, n *node) error {
	if n.get("alttranstype") != "previous-version" {
		return nil
	}
	for _, s := range n.all("source") {
		text, err := r.words(s, nil)
		if err != nil {
			return err
		}
		u.Was = text
	}
	return nil
}

// stateOf1 reads the state of a target. A text of which a tool says nothing is to be checked.
func stateOf1(state, approved string) bilingual.State {
	switch state {
	case "needs-adaptation", "needs-l10n", "needs-review-adaptation":
		return bilingual.Outdated
	case "new", "needs-translation", "needs-review-l10n":
		return bilingual.Draft
	case "final", "signed-off":
		return bilingual.Agreed
	case "":
		if approved == "yes" {
			return bilingual.Agreed
		}
	}
	return bilingual.ToCheck
}
