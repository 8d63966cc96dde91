// Package check looks for what went wrong in a translation: a number that is not there, a
// question mark of the other script, a word that stayed Dutch. It reads two texts and
// nothing else; it is fast enough to be asked on every key press.
//
// A check that cries wolf is waved through without being read. So where a rule cannot be
// sure (a number written as a word, a name, an Arabic dual) it says nothing.
package check

import (
	"strings"

	"kring/toolkit/bilingual"
)

// Code is one check.
type Code string

// The checks.
const (
	Numbers    Code = "numbers"
	Dates      Code = "dates"
	Phones     Code = "phones"
	Links      Code = "links"    // web and mail addresses
	Emphasis   Code = "emphasis" // bold and italic
	ListLength Code = "list"     // items of a list without a translation; whole texts alone
	Ending     Code = "ending"   // the mark that ends the text, and marks of another script
	Brackets   Code = "brackets" // and quotation marks
	Latin      Code = "latin"    // words in Latin letters within another script
	Same       Code = "same"     // the source itself, in whole or in part
	Glossary   Code = "glossary" // what the glossary wants or forbids
	Long       Code = "long"     // much longer than such a translation is
	Short      Code = "short"    // much shorter
	Spaces     Code = "spaces"   // doubled, at the ends, before a full stop
	Marks      Code = "marks"    // signs of direction and joiners that do nothing
	Repeated   Code = "repeated" // the the
)

// Codes lists the checks, what changes the meaning first.
func Codes() []Code {
	return []Code{
		Numbers, Dates, Phones, Links, Same, Latin, Glossary, ListLength, Short, Long,
		Ending, Brackets, Emphasis, Repeated, Spaces, Marks,
	}
}

// Says lists how a check can put it: the last part of a finding's Key.
func (c Code) Says() []string {
	switch c {
	case Numbers:
		return []string{missing, extra, other}
	case Links:
		return []string{missing, extra, other, "form"}
	case Dates:
		return []string{missing, other}
	case Phones:
		return []string{missing, extra, other, "order"}
	case Glossary:
		return []string{missing, extra, "forbidden"}
	case Ending:
		return []string{missing, extra, other, "form"}
	case Brackets:
		return []string{missing, extra, "open", "quotes"}
	case Emphasis:
		return []string{other, "star"}
	case Same:
		return []string{"whole", "part"}
	case Spaces:
		return []string{"double", "end", "before"}
	case Marks:
		return []string{"direction", "joiner", "open"}
	}
	return []string{"say"}
}

// What a check says when something of the source is not there, when something is there that
// the source has not, and when it is there as something else.
const (
	missing = "missing"
	extra   = "extra"
	other   = "other"
)

// Key is the message that names the check.
func (c Code) Key() string { return "check." + string(c) }

// Range is a stretch of the target, in bytes. It begins and ends between runes.
type Range struct{ From, To int }

// Finding is what a check found. Want and Got are ready to stand in a sentence; either may
// be empty.
type Finding struct {
	Code Code
	Say  string // which of the check's sentences says it, as in Says
	Of   string // what of the source it is about: the term that the glossary has
	Want string
	Got  string
	In   []Range // what to mark in the target; empty where something is missing
}

// Key is the message that says it, with Of, Want and Got.
func (f Finding) Key() string { return f.Code.Key() + "." + f.Say }

// Term is what the glossary has against a translation: a term whose translation is not used
// (Of and Want), or a forbidden word that is (Of, Got and In; Want where it has a better one).
type Term struct {
	Of, Want, Got string
	In            []Range
}

// Terms asks a glossary about a translation.
type Terms func(source, target string) []Term

// Checker checks translations from one language into another. It is safe for use by several
// goroutines at once if its glossary is.
type Checker struct {
	from, to tongue
	terms    Terms
}

// New checks translations between two languages (BCP 47 tags). There may be no glossary.
func New(from, to string, terms Terms) Checker {
	return Checker{tongueOf(from), tongueOf(to), terms}
}

// Pair checks one segment, in the order of Codes. An empty translation has no findings.
func (c Checker) Pair(source, target string, kind bilingual.Kind) []Finding {
	if strings.TrimSpace(target) == "" || strings.TrimSpace(source) == "" {
		return nil
	}
	if words, at, ok := ownLink(target, kind); ok {
		return shifted(c.Pair(source, words, kind), at)
	}
	p := &pair{from: newSide(source, c.from), to: newSide(target, c.to), kind: kind}
	p.links()
	if !p.same() {
		p.figures()
		p.latin()
		p.length()
		p.ending()
		p.brackets()
		p.emphasis()
		p.repeated()
	}
	p.spaces()
	p.marks()
	if c.terms != nil {
		p.glossary(c.terms)
	}
	return inOrder(p.found)
}

// pair is a segment that is checked.
type pair struct {
	from, to side
	kind     bilingual.Kind
	found    []Finding
}

func (p *pair) add(f Finding) { p.found = append(p.found, f) }

// differ adds what is wanted, what is there instead, or both. Nothing of both is no finding.
func (p *pair) differ(code Code, want, got []string, in []Range) {
	f := Finding{Code: code, Say: other, Want: strings.Join(want, ", "), Got: strings.Join(got, ", "), In: in}
	switch {
	case len(want) == 0 && len(got) == 0:
		return
	case len(want) == 0:
		f.Say = extra
	case len(got) == 0:
		f.Say = missing
	}
	p.add(f)
}

func (p *pair) glossary(terms Terms) {
	for _, t := range terms(p.from.text, p.to.text) {
		f := Finding{Code: Glossary, Say: missing, Of: t.Of, Want: t.Want, Got: t.Got, In: t.In}
		switch {
		case t.Got != "" && t.Want == "":
			f.Say = "forbidden"
		case t.Got != "":
			f.Say = extra
		}
		p.add(f)
	}
}
