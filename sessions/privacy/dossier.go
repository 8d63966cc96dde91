package privacy

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Dossier is everything that is kept of somebody, to be given to them.
type Dossier struct {
	Subjects []Subject // the same somebody, in one room or more
	Parts    []Part
	Mentions []Mention // with the names of others masked
	Journal  int       // entries of the journal about them
}

// Part is one kind of data.
type Part struct {
	Label      string `json:"-"`
	Collection string `json:"collection"`
	Items      []Item `json:"records"`
}

// Item is one record: its lines to read, and all that it holds but for what is of others.
type Item struct {
	Key     string          `json:"key"`
	Where   Where           `json:"-"`
	Lines   []Line          `json:"-"`
	Payload json.RawMessage `json:"record"`
}

// Line is one thing that is known, as it is to be shown.
type Line struct {
	Label  string
	As     As
	Prefix string
	Text   string
	Date   calendar.Date
	Number int
}

// Namesakes are those of other rooms who are called as somebody is, and may be the same: people
// say so, not Kring.
func (s *Store) Namesakes(sub Subject) []Subject {
	var out []Subject
	for _, x := range s.People(strings.Compare) {
		if x.Key() != sub.Key() && x.Person != sub.ID && alike(x.Name, sub.Name) {
			out = append(out, x)
		}
	}
	return out
}

// Dossier gathers it over all rooms. Of others it has nothing: a record that only points at
// somebody shows what is about them, and in words their names are masked.
func (s *Store) Dossier(subs ...Subject) (Dossier, error) {
	d := Dossier{Subjects: subs}
	var t vault.Traces
	for _, sub := range subs {
		x, err := s.traces(sub)
		if err != nil {
			return d, err
		}
		t.IDs, t.Names = append(t.IDs, x.IDs...), append(t.Names, x.Names...)
		if sub.Kind == Member && sub.Person != "" {
			t.IDs, t.Names = append(t.IDs, sub.Person), append(t.Names, sub.Name)
		}
	}
	mask, m := s.masking(t), t.Matcher()
	parts := map[string]*Part{}
	err := s.vault.Records(func(r vault.Record) error {
		h := s.holdings[r.Collection]
		if !m.Points(r.Key, r.Payload) {
			if !m.Named(r.Payload) {
				return nil
			}
			found, err := s.mentions(h, r, t, subs[0])
			for _, m := range found {
				m.Text = mask(m.Text)
				d.Mentions = append(d.Mentions, m)
			}
			return err
		}
		p := parts[r.Collection]
		if p == nil {
			p = &Part{Label: h.Label, Collection: r.Collection}
			parts[r.Collection] = p
		}
		item, err := itemOf(h, r, mask)
		p.Items = append(p.Items, item)
		return err
	})
	if err != nil {
		return d, vault.While(err, "gathering what is kept of somebody")
	}
	for _, r := range s.rooms {
		for _, h := range r.Holdings {
			if p := parts[h.Collection]; p != nil {
				slices.SortStableFunc(p.Items, func(a, b Item) int { return a.Where.Date.Compare(b.Where.Date) })
				d.Parts = append(d.Parts, *p)
			}
		}
	}
	d.Journal, err = s.vault.Traced(t)
	return d, err
}

// itemOf makes a record readable. Of one that points at somebody among others only its fields
// are given.
func itemOf(h Holding, r vault.Record, mask func(string) string) (Item, error) {
	out := Item{Key: strings.Clone(r.Key), Payload: json.RawMessage("null")}
	if h.Where != nil {
		out.Where = h.Where(r)
	}
	if h.Bytes {
		return out, nil
	}
	masked, err := rewritten(r.Payload, h.Own, mask)
	if err != nil {
		return out, err
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(masked, &fields) != nil {
		if h.Of == Theirs {
			out.Payload = masked
		}
		return out, nil
	}
	shown := map[string]json.RawMessage{}
	for _, f := range h.Fields {
		v, ok := fields[f.JSON]
		if !ok {
			continue
		}
		shown[f.JSON] = v
		lines, err := linesOf(f, v)
		if err != nil {
			return out, fmt.Errorf("%s/%s: %w", r.Collection, r.Key, err)
		}
		out.Lines = append(out.Lines, lines...)
	}
	if out.Payload = masked; h.Of != Theirs {
		out.Payload, err = json.Marshal(shown)
	}
	return out, err
}

// linesOf are what a field says: none, one or, of a list, several.
func linesOf(f Field, v json.RawMessage) ([]Line, error) {
	var list []json.RawMessage
	if json.Unmarshal(v, &list) == nil {
		var out []Line
		for _, x := range list {
			lines, err := linesOf(f, x)
			if err != nil {
				return nil, err
			}
			out = append(out, lines...)
		}
		return out, nil
	}
	l := Line{Label: f.Label, As: f.As, Prefix: f.Prefix}
	into := map[As]any{Text: &l.Text, Word: &l.Text, Phone: &l.Text, Date: &l.Date, Number: &l.Number, Yes: new(bool)}[f.As]
	if err := json.Unmarshal(v, into); err != nil {
		return spans(f, v)
	}
	if yes, ok := into.(*bool); ok && !*yes {
		return nil, nil
	}
	if l.Text == "" && l.Date.IsZero() && l.Number == 0 && f.As != Yes {
		return nil, nil
	}
	return []Line{l}, nil
}

// spans are what an object of names and days says, in one line each.
func spans(f Field, v json.RawMessage) ([]Line, error) {
	var x struct {
		Name     string        `json:"name"`
		On       calendar.Date `json:"on"`
		From, To calendar.Date
	}
	if err := json.Unmarshal(v, &x); err != nil {
		return nil, fmt.Errorf("the field %s: %w", f.JSON, err)
	}
	text := x.Name
	for _, d := range []calendar.Date{x.On, x.From, x.To} {
		if !d.IsZero() {
			text = strings.TrimSpace(text + " " + d.String())
		}
	}
	return []Line{{Label: f.Label, Text: text}}, nil
}
