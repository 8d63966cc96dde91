// Package i18n says everything that a user can see in Dutch, English and Arabic,
// and writes numbers, dates and lists as each language does. It imports nothing of
// the other rooms.
package i18n

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/unicode/bidi"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed active.*.toml
var catalogues embed.FS

// Languages that the app speaks, in the order of a picker.
func Languages() []string { return []string{"nl", "en", "ar"} }

// OwnName is what speakers of a language call it: who cannot read the window finds
// their own.
func OwnName(lang string) string {
	return map[string]string{"nl": "Nederlands", "en": "English", "ar": "العربية"}[lang]
}

// Localizer speaks one language. It is safe for use from several goroutines.
type Localizer struct {
	tag     language.Tag
	loc     *i18n.Localizer
	printer *message.Printer

	mu      sync.Mutex // a collator keeps a buffer
	collate *collate.Collator
}

// bundles hold each language that was asked for: the window begins in one, and need not
// wait for the others.
var bundles sync.Map

// bundle reads the catalogue of one language.
func bundle(lang string) (*i18n.Bundle, error) {
	if b, ok := bundles.Load(lang); ok {
		return b.(*i18n.Bundle), nil
	}
	b := i18n.NewBundle(language.Make(lang))
	b.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	if _, err := b.LoadMessageFileFS(catalogues, "active."+lang+".toml"); err != nil {
		return nil, fmt.Errorf("reading the %s catalogue: %w", lang, err)
	}
	bundles.Store(lang, b)
	return b, nil
}

// New gives the localizer of a language; an unknown one gives Dutch. It panics only
// when the embedded catalogues cannot be read, which no build with passing tests has.
func New(lang string) *Localizer {
	tag, _, _ := language.NewMatcher([]language.Tag{language.Dutch, language.English, language.Arabic}).Match(language.Make(lang))
	base, _ := tag.Base()
	tag = language.Make(base.String())
	b, err := bundle(tag.String())
	if err != nil {
		panic(err)
	}
	return &Localizer{
		tag: tag, loc: i18n.NewLocalizer(b, tag.String()),
		printer: message.NewPrinter(numbers(tag)), collate: collate.New(tag, collate.IgnoreCase, collate.Numeric),
	}
}

// numbers: Arabic texts in the Netherlands have European digits (typesetting.md).
func numbers(tag language.Tag) language.Tag {
	if tag == language.Arabic {
		return language.MustParse("ar-u-nu-latn")
	}
	return tag
}

// Lang is the language.
func (l *Localizer) Lang() language.Tag { return l.tag }

// RTL tells whether the language is written from right to left.
func (l *Localizer) RTL() bool { return l.tag == language.Arabic }

// T gives a message. args are placeholder names and their values in turn. A message
// that does not exist shows as its id, so that it is seen and reported.
func (l *Localizer) T(id string, args ...any) string {
	return l.say(&i18n.LocalizeConfig{MessageID: id, TemplateData: l.data(args)}, id)
}

// N gives a message in the plural form that a count asks for; {{.Count}} is the
// count as the language writes it.
func (l *Localizer) N(id string, count int, args ...any) string {
	d := l.data(args)
	d["Count"] = l.Int(count)
	return l.say(&i18n.LocalizeConfig{MessageID: id, TemplateData: d, PluralCount: count}, id)
}

func (l *Localizer) say(c *i18n.LocalizeConfig, id string) string {
	s, err := l.loc.Localize(c)
	if err != nil && s == "" {
		return "[" + id + "]"
	}
	return s
}

func (l *Localizer) data(args []any) map[string]any {
	d := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		d[fmt.Sprint(args[i])] = args[i+1]
		if text, ok := args[i+1].(string); ok {
			d[fmt.Sprint(args[i])] = l.isolate(text)
		}
	}
	return d
}

// isolate sets a text of the other direction apart within a message (FSI and PDI, UAX #9
// section 2.4.2): an Arabic name does not turn a Dutch sentence around, nor a file's
// name an Arabic one.
func (l *Localizer) isolate(text string) string {
	if !strings.ContainsFunc(text, l.turns) {
		return text
	}
	return "\u2068" + text + "\u2069"
}

// turns tells whether a letter runs against the language.
func (l *Localizer) turns(r rune) bool {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.L:
		return l.RTL()
	case bidi.R, bidi.AL:
		return !l.RTL()
	}
	return false
}

// Int writes a whole number.
func (l *Localizer) Int(n int) string { return l.printer.Sprintf("%d", n) }

// Cents writes an amount in hundredths with its comma or point, without the currency.
func (l *Localizer) Cents(n int) string { return l.printer.Sprintf("%.2f", float64(n)/100) }

// Percent writes a fraction as a whole percentage.
func (l *Localizer) Percent(f float64) string {
	return l.T("format.percent", "Number", l.Int(int(f*100+0.5)))
}

// Compare orders two texts as the language does, without regard to case.
func (l *Localizer) Compare(a, b string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.collate.CompareString(a, b)
}
