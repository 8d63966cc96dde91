package exchange

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"kring/toolkit/bilingual"
)

// plurals are the rules of gettext for the languages that Kring's people speak. Kring's
// texts have no plural forms, but tools want to see the rule.
var plurals = map[string]string{
	"ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
	"pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
	"uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
	"ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
	"ro": "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);",
	"fr": "nplurals=2; plural=(n>1);",
	"ti": "nplurals=2; plural=(n>1);",
	"am": "nplurals=2; plural=(n>1);",
	"fa": "nplurals=2; plural=(n>1);",
	"zh": "nplurals=1; plural=0;",
	"vi": "nplurals=1; plural=0;",
	"id": "nplurals=1; plural=0;",
}

func pluralRule(tag string) string {
	t, err := language.Parse(tag)
	if err == nil {
		base, _ := t.Base()
		if rule, ok := plurals[base.String()]; ok {
			return rule
		}
	}
	return "nplurals=2; plural=(n!=1);"
}

// WritePO writes a gettext PO file. The context of a message is its segment's id, so that
// equal Dutch texts stay apart. Draft and outdated are fuzzy; whether another text is agreed
// stands in a comment, since PO has no word for it. msgfmt -c takes the file, unless a text
// ends with a new line where its source does not.
func WritePO(w io.Writer, f File) error {
	if err := writable(f); err != nil {
		return err
	}
	p := sheet{bufio.NewWriter(w)}
	for _, l := range strings.Split(f.Note, "\n") {
		if f.Note != "" {
			p.line("# > ", oneLine(l))
		}
	}
	p.header(f)
	for i, u := range f.Units {
		if !u.Reference {
			before, after := f.beside(i)
			p.unit(u.settled(), before, after)
		}
	}
	return p.w.Flush()
}

type sheet struct{ w *bufio.Writer }

func (p sheet) line(start, rest string) { p.w.WriteString(start + rest + "\n") }

func (p sheet) header(f File) {
	var b strings.Builder
	moment := f.Written.UTC().Format("2006-01-02 15:04-0700")
	if f.Written.IsZero() {
		moment = "YEAR-MO-DA HO:MI+ZONE"
	}
	for _, l := range [][2]string{
		{"Project-Id-Version", "Kring"},
		{"PO-Revision-Date", moment},
		{"Last-Translator", "Kring"},
		{"Language-Team", "Kring"},
		{"Language", strings.ReplaceAll(f.Target, "-", "_")},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=UTF-8"},
		{"Content-Transfer-Encoding", "8bit"},
		{"Plural-Forms", pluralRule(f.Target)},
		{"X-Generator", "Kring"},
		{"X-Source-Language", f.Source},
		{"X-Target-Language", f.Target},
		{"X-Kring-Book", f.Book},
		{"X-Kring-Title", f.Title},
		{"X-Kring-Written", timeText(f.Written)},
	} {
		b.WriteString(l[0] + ": " + oneLine(l[1]) + "\n")
	}
	p.line("", `msgid ""`)
	p.quoted("msgstr ", b.String())
}

func (p sheet) unit(u Unit, before, after []string) {
	p.line("", "")
	for _, c := range u.Comments {
		p.line("# ", signature(c))
		for _, l := range strings.Split(c.Text, "\n") {
			p.line("# > ", oneLine(l))
		}
	}
	p.about(u)
	p.beside("before", before)
	p.beside("after", after)
	if u.State == bilingual.Draft || u.State == bilingual.Outdated {
		p.line("#, ", "fuzzy")
	}
	if u.Was != "" {
		p.quoted("#| msgid ", u.Was)
	}
	p.quoted("msgctxt ", u.ID)
	p.quoted("msgid ", u.Source)
	p.quoted("msgstr ", u.Text)
}

// about writes the extracted comments.
func (p sheet) about(u Unit) {
	said := func(key, value string) {
		if value != "" {
			p.line("#. "+key+": ", oneLine(value))
		}
	}
	said("chapter", u.Chapter)
	said("kind", kindName(u.Kind))
	if u.Note != "" {
		for _, l := range strings.Split(u.Note, "\n") {
			p.line("#. note: ", oneLine(l))
		}
	}
	said("state", string(u.State))
	said("who", u.Who)
	said("when", timeText(u.When))
	said("stamp", u.Stamp)
	for _, check := range sorted(u.Waived) {
		p.line("#. waived: ", signed(check)+" | "+oneLine(u.Waived[check]))
	}
}

var inQuotes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`)

// quoted writes a text, one line of it in a line of the file. The lines after the first
// begin as the first does where that is a comment.
func (p sheet) quoted(start, text string) {
	parts := strings.SplitAfter(text, "\n")
	if last := len(parts) - 1; last > 0 && parts[last] == "" {
		parts = slices.Delete(parts, last, last+1)
	}
	if len(parts) == 1 {
		p.line(start, `"`+inQuotes.Replace(text)+`"`)
		return
	}
	p.line(start, `""`)
	next := ""
	if strings.HasPrefix(start, "#|") {
		next = "#| "
	}
	for _, l := range parts {
		p.line(next, `"`+inQuotes.Replace(l)+`"`)
	}
}
