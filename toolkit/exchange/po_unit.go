package exchange

import (
	"regexp"
	"strings"

	"kring/toolkit/bilingual"
)

// flush ends the message that is open: the head of the file, or a unit.
func (r *poReader) flush() error {
	m := r.m
	switch {
	case !m.words && !m.inContext:
		if r.into == nil && len(m.extracted)+len(m.said) > 0 && !r.begun && r.file.Note == "" {
			r.file.Note = strings.Join(noteLines(m.said), "\n")
		}
		r.m, r.into = message{}, nil
		return nil
	case !m.text:
		code := ErrDamaged
		if r.last {
			code = ErrCut
		}
		return wrong(code, m.line, 1, string(m.id))
	}
	r.m, r.into = message{}, nil
	if len(m.id) == 0 && !m.inContext {
		r.head(m)
		return nil
	}
	return r.unit(m)
}

// noteLines are the lines of a note of Kring's own among a translator's comments.
func noteLines(said []string) []string {
	var out []string
	for _, l := range said {
		if text, ok := strings.CutPrefix(l, "> "); ok {
			out = append(out, manyLines(text))
		}
	}
	return out
}

func (r *poReader) head(m message) {
	f := &r.file
	if len(m.said) > 0 {
		f.Note = strings.Join(noteLines(m.said), "\n")
	}
	for _, l := range strings.Split(string(m.translated), "\n") {
		name, value, _ := strings.Cut(l, ":")
		value = manyLines(strings.TrimPrefix(value, " "))
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "language":
			if f.Target == "" {
				f.Target = strings.ReplaceAll(strings.TrimSpace(value), "_", "-")
			}
		case "x-target-language":
			f.Target = value
		case "x-source-language":
			f.Source = value
		case "x-kring-book":
			f.Book, r.ours = value, value != ""
		case "x-kring-title":
			f.Title = value
		case "x-kring-written":
			f.Written = timeOf(value)
		}
	}
}

func (r *poReader) unit(m message) error {
	// Elsewhere a context says which of two equal messages one is: there both together are
	// its name.
	context, id := string(m.context), string(m.id)
	key := context
	if !r.ours || !m.inContext {
		key += "\x04" + id
	}
	if first, ok := r.seen[key]; ok {
		e := wrong(ErrTwice, m.line, 1, context+id)
		e.Other = first
		return e
	}
	r.seen[key] = m.line
	if len(r.file.Units) == MaxUnits {
		return wrong(ErrTooMany, m.line, 1, context)
	}
	u := Unit{
		ID: context, Source: id, Text: string(m.translated), Was: string(m.was), Comments: commentsOf(m.said),
	}
	said := u.about(m.extracted)
	u.State = statePO(m, said)
	r.file.Units = append(r.file.Units, u.settled())
	return nil
}

// statePO reads the state of a text. The flag goes before what Kring said of it: a tool that
// takes the flag away says that the text is good, which is then to be checked.
func statePO(m message, said string) bilingual.State {
	switch {
	case m.fuzzy && (said == string(bilingual.Outdated) || said == "" && len(m.was) > 0):
		return bilingual.Outdated
	case m.fuzzy:
		return bilingual.Draft
	case said == string(bilingual.Agreed):
		return bilingual.Agreed
	}
	return bilingual.ToCheck
}

var aboutLine = regexp.MustCompile(`^(chapter|kind|note|state|who|when|stamp|waived|before|after): ?(.*)$`)

// about reads the extracted comments and gives the state that they say.
func (u *Unit) about(lines []string) (state string) {
	var notes []string
	for _, l := range lines {
		m := aboutLine.FindStringSubmatch(l)
		if m == nil {
			notes = append(notes, l)
			continue
		}
		value := manyLines(m[2])
		switch m[1] {
		case "chapter":
			u.Chapter = value
		case "kind":
			u.Kind = kindNamed(value)
		case "note":
			notes = append(notes, value)
		case "state":
			state = value
		case "who":
			u.Who = value
		case "when":
			u.When = timeOf(value)
		case "stamp":
			u.Stamp = value
		case "waived":
			check, why, _ := strings.Cut(m[2], " | ")
			u.Waived = with(u.Waived, manyLines(check), manyLines(why))
		}
	}
	u.Note = strings.Join(notes, "\n")
	return state
}

// commentsOf reads the comments: Kring's own have a signature and then their lines; what
// another tool or a hand put there is one comment without a name.
func commentsOf(lines []string) []bilingual.Comment {
	var out []bilingual.Comment
	var free, text []string
	signedOne := false
	end := func() {
		if signedOne {
			out[len(out)-1].Text = strings.Join(text, "\n")
		}
		text, signedOne = nil, false
	}
	for _, l := range lines {
		if said, ok := strings.CutPrefix(l, "> "); ok && signedOne {
			text = append(text, manyLines(said))
			continue
		}
		if l == ">" && signedOne { // an editor took the space away
			text = append(text, "")
			continue
		}
		end()
		if c, ok := fromSignature(l); ok {
			out, signedOne = append(out, c), true
		} else {
			free = append(free, l)
		}
	}
	end()
	if said := strings.TrimSpace(strings.Join(free, "\n")); said != "" {
		out = append(out, commentOf("", said))
	}
	return out
}
