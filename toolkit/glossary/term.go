// Package glossary keeps the agreed words of an organisation: how a Dutch word is said in
// another language, and which words one does not want to see. It finds the words in a Dutch
// text, inflected too, and tells whether a translation uses what was agreed. A warning that
// is missed is better than one that is false, so it is lenient.
package glossary

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"kring/sessions/plan"
)

// What can be wrong with a term.
var (
	ErrNoWord    = errors.New("a term without a Dutch word")
	ErrTwice     = errors.New("the Dutch word is in the glossary already")
	ErrForbidden = errors.New("a word that is agreed and forbidden at once")
	ErrLanguage  = errors.New("not a language")
	ErrNotFound  = errors.New("no such term")
)

// Dutch is the language that is translated from.
const Dutch = plan.Fallback

// Term is a Dutch word or phrase and what was agreed about it.
type Term struct {
	ID    string
	Dutch string
	Forms []string           // other Dutch forms, where the rules do not find them
	Note  plan.Text          // about the Dutch word, whatever it is translated into; by language of the window
	In    map[string]Wording // by BCP 47 tag; that of Dutch has only words to avoid

	Shipped bool // it came with Kring
	Changed bool // it came with Kring, and was changed here
	Hidden  bool // it came with Kring, and is not used here
}

// Wording is what was agreed for a language. Any of the words counts; the first is the one
// to insert. Forms are other forms of them: plurals, verb forms.
type Wording struct {
	Words []string  `json:"w,omitempty"`
	Forms []string  `json:"f,omitempty"`
	Avoid []Avoid   `json:"a,omitempty"`
	Note  plan.Text `json:"n,omitempty"` // about the words in this language alone; by language of the window
}

// Avoid is a word that one does not want to see, and why.
type Avoid struct {
	Word string    `json:"w" toml:"word"`
	Why  plan.Text `json:"y,omitempty" toml:"why"`
}

// Words are what a term is called in a language; none, where nothing was agreed.
func (t Term) Words(lang string) []string { return t.In[lang].Words }

// Notes are what was noted for who translates into a language: about the Dutch word, then about
// the words in that language. window is the language of the window.
func (t Term) Notes(lang, window string) []string {
	var out []string
	for _, note := range []plan.Text{t.Note, t.In[lang].Note} {
		if s := note.In(window); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// With gives a copy in which one language has another wording.
func (t Term) With(lang string, w Wording) Term {
	in := maps.Clone(t.In)
	if in == nil {
		in = map[string]Wording{}
	}
	if in[lang] = w; w.empty() {
		delete(in, lang)
	}
	t.In = in
	return t
}

// Languages are those in which something was agreed, Dutch left out, sorted.
func (t Term) Languages() []string {
	out := slices.Sorted(maps.Keys(t.In))
	return slices.DeleteFunc(out, func(l string) bool { return l == Dutch })
}

func (w Wording) empty() bool { return len(w.Words)+len(w.Forms)+len(w.Avoid)+len(w.Note) == 0 }

// Equal tells whether two wordings are the same.
func (w Wording) Equal(o Wording) bool {
	return slices.Equal(w.Words, o.Words) && slices.Equal(w.Forms, o.Forms) && w.Note.Equal(o.Note) &&
		slices.EqualFunc(w.Avoid, o.Avoid, func(a, b Avoid) bool { return a.Word == b.Word && a.Why.Equal(b.Why) })
}

// trimmed takes away spaces, empty words and words that stand twice.
func (t Term) trimmed() Term {
	t.Dutch, t.Forms = tidy(t.Dutch), tidied(t.Forms)
	in := map[string]Wording{}
	for lang, w := range t.In {
		w.Words, w.Forms = tidied(w.Words), tidied(w.Forms)
		var avoid []Avoid
		for _, a := range w.Avoid {
			a.Word = tidy(a.Word)
			if a.Word != "" && !slices.ContainsFunc(avoid, func(b Avoid) bool { return a.Word == b.Word }) {
				avoid = append(avoid, a)
			}
		}
		if w.Avoid = avoid; !w.empty() {
			in[lang] = w
		}
	}
	t.In = in
	return t
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

func tidied(in []string) []string {
	var out []string
	for _, s := range in {
		if s = tidy(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Validate tells what is wrong with one term by itself.
func (t Term) Validate() error {
	if len(split(t.Dutch, foldPlain)) == 0 {
		return ErrNoWord
	}
	for lang, w := range t.In {
		if _, err := language.Parse(lang); err != nil {
			return fmt.Errorf("%q: %w", lang, ErrLanguage)
		}
		agreed := slices.Concat(w.Words, w.Forms)
		if lang == Dutch {
			agreed = slices.Concat([]string{t.Dutch}, t.Forms)
		}
		for _, a := range w.Avoid {
			if slices.ContainsFunc(agreed, func(s string) bool { return same(lang, s, a.Word) }) {
				return fmt.Errorf("%q: %w", a.Word, ErrForbidden)
			}
		}
	}
	return nil
}

// same tells whether two words are written alike, but for capitals, accents and vowel signs.
func same(lang, a, b string) bool { return joined(lang, a) == joined(lang, b) }

// joined is a text as it is compared: its words, folded, with a space between.
func joined(lang, s string) string {
	var out []string
	for _, t := range split(s, folding(lang)) {
		out = append(out, t.text)
	}
	return strings.Join(out, " ")
}

// names are the ways in which a term is looked up by its Dutch word.
func (t Term) names() []string {
	out := []string{joined(Dutch, t.Dutch)}
	for _, f := range t.Forms {
		out = append(out, joined(Dutch, f))
	}
	return out
}

// Matches tells whether a text that is typed to search with stands in the Dutch word, its forms
// or what it is called in a language.
func (t Term) Matches(text, lang string) bool {
	holds := func(lang string, words ...string) bool {
		want := joined(lang, text)
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(joined(lang, w), want) })
	}
	w := t.In[lang]
	return strings.TrimSpace(text) == "" || holds(Dutch, append([]string{t.Dutch}, t.Forms...)...) || holds(lang, append(slices.Clone(w.Words), w.Forms...)...)
}
