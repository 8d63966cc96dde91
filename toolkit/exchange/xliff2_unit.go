package exchange

import (
	"slices"
	"strconv"
	"strings"

	"kring/toolkit/bilingual"
)

// piece is one segment of a unit, or what stands between two.
type piece struct {
	source, target string
	translated     bool // has a target
	ignorable      bool
	order          int // among the targets
	state, sub     string
}

func (r *reader) unit2(n *node) (Unit, error) {
	u := Unit{ID: untoken(n.get("id")), Reference: n.get("translate") == "no"}
	said := map[string]string{}
	for _, k := range n.kids {
		if k.name.Space == spaceMeta && k.name.Local == "metadata" {
			said, u.Waived = metaOf(k)
		}
	}
	u.Kind, u.Who, u.When = kindNamed(said["kind"]), said["who"], timeOf(said["when"])
	u.Was, u.Stamp = said["was"], said["stamp"]
	for _, notes := range n.all("notes") {
		for _, note := range notes.all("note") {
			u.note2(note)
		}
	}
	pieces, err := r.pieces(n)
	if err != nil {
		return Unit{}, err
	}
	u.join(pieces)
	return u, nil
}

func (u *Unit) note2(n *node) {
	if n.get("category") == "kring-note" {
		u.Note = n.plain()
		return
	}
	c := commentOf(n.in(spaceOurs, "who"), n.plain())
	c.ID, c.When = n.in(spaceOurs, "id"), timeOf(n.in(spaceOurs, "when"))
	u.Comments = append(u.Comments, c)
}

func (r *reader) pieces(n *node) ([]piece, error) {
	var out []piece
	codes := native(n)
	for _, k := range n.kids {
		if k.name.Space != n.name.Space || k.name.Local != "segment" && k.name.Local != "ignorable" {
			continue
		}
		p := piece{order: len(out) + 1, ignorable: k.name.Local == "ignorable", state: k.get("state"), sub: k.get("subState")}
		for _, w := range k.kids {
			text, err := r.words(w, codes)
			switch {
			case err != nil:
				return nil, err
			case w.name.Space != n.name.Space:
			case w.name.Local == "source":
				p.source = text
			case w.name.Local == "target":
				p.target, p.translated = text, true
				if at, err := strconv.Atoi(w.get("order")); err == nil {
					p.order = at
				}
			}
		}
		out = append(out, p)
	}
	return out, nil
}

// join makes one text of all pieces. A unit of which a piece is not translated is a draft;
// of several states the one that asks for most work counts.
func (u *Unit) join(pieces []piece) {
	var source, target strings.Builder
	whole, any := true, false
	u.State = bilingual.Agreed
	for _, p := range pieces {
		source.WriteString(p.source)
		if !p.ignorable {
			whole = whole && (p.target != "" || p.source == "")
			any = any || p.target != ""
			u.State = least(u.State, stateOf2(p.state, p.sub))
		}
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return a.order - b.order })
	for _, p := range pieces {
		if p.ignorable && !p.translated {
			p.target = p.source
		}
		target.WriteString(p.target)
	}
	u.Source = source.String()
	if any {
		u.Text = target.String()
	}
	if !whole {
		u.State = least(u.State, bilingual.Draft)
	}
	*u = u.settled()
}

// least is the state that asks for more work.
func least(a, b bilingual.State) bilingual.State {
	return kept[min(slices.Index(kept, a), slices.Index(kept, b))]
}

// stateOf2 reads a state. A text that a tool left "initial" is somebody's translation all
// the same: it is to be checked. So is one that was reviewed elsewhere and not here.
func stateOf2(state, sub string) bilingual.State {
	switch {
	case state == "final":
		return bilingual.Agreed
	case state != "" && state != "initial":
		return bilingual.ToCheck
	case sub == "kring:draft":
		return bilingual.Draft
	case sub == "kring:outdated":
		return bilingual.Outdated
	}
	return bilingual.ToCheck
}
