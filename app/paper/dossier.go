package paper

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/people"
	"kring/sessions/privacy"
	"kring/toolkit/export"
)

// DossierLanguages are those in which somebody can read what is kept of them.
func DossierLanguages() []string { return []string{"nl", "ar"} }

// Dossier writes everything that is kept of somebody: a PDF to read, and beside it the same as
// JSON. It gives the names of both files.
func Dossier(path string, d privacy.Dossier, lang string, now time.Time) ([]string, error) {
	base := strings.TrimSuffix(path, filepath.Ext(path))
	names := []string{base + ".pdf", base + ".json"}
	if err := File(names[0], func(w io.Writer) error { return dossierPDF(w, d, lang, now) }); err != nil {
		return nil, err
	}
	return names, File(names[1], func(w io.Writer) error { return dossierJSON(w, d, now) })
}

func dossierJSON(w io.Writer, d privacy.Dossier, now time.Time) error {
	type about struct {
		Kind privacy.Kind `json:"kind"`
		Name string       `json:"name"`
	}
	type mention struct {
		Collection string        `json:"collection"`
		Where      string        `json:"where,omitempty"`
		Date       calendar.Date `json:"date,omitzero"`
		Text       string        `json:"text"`
	}
	out := struct {
		Made     string         `json:"made"`
		About    []about        `json:"about"`
		Kept     []privacy.Part `json:"kept"`
		Mentions []mention      `json:"mentions"`
		Journal  int            `json:"journal_entries"`
	}{Made: calendar.DateOf(now.In(calendar.Amsterdam)).String(), Kept: d.Parts, Mentions: []mention{}, Journal: d.Journal}
	for _, s := range d.Subjects {
		out.About = append(out.About, about{s.Kind, s.Name})
	}
	for _, m := range d.Mentions {
		out.Mentions = append(out.Mentions, mention{m.Collection, m.Where.Text, m.Where.Date, m.Text})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(out); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}

func dossierPDF(w io.Writer, d privacy.Dossier, lang string, now time.Time) error {
	loc := i18n.New(lang)
	f := export.Form{Title: loc.T("dossier.title"), Intro: loc.T("dossier.about"), Lang: lang}
	for _, s := range d.Subjects {
		f.Heads = append(f.Heads, export.FormLine{Label: loc.T("subject." + string(s.Kind)), Text: s.Name})
	}
	f.Heads = append(f.Heads, export.FormLine{Label: loc.T("dossier.made"), Text: date(loc, calendar.DateOf(now.In(calendar.Amsterdam)), i18n.Long)})
	for _, p := range d.Parts {
		f.Groups = append(f.Groups, export.FormGroup{Title: heading(loc.T(p.Label)), Items: partItems(loc, p)})
	}
	if len(d.Mentions) > 0 {
		g := export.FormGroup{Title: loc.T("dossier.mentions")}
		for _, m := range d.Mentions {
			g.Items = append(g.Items, export.FormItem{Title: loc.Facts(loc.T(m.Label), Place(loc, m.Where)), Lines: []export.FormLine{{Label: loc.T("dossier.words"), Text: m.Text}}})
		}
		f.Groups = append(f.Groups, g)
	}
	f.Groups = append(f.Groups, export.FormGroup{Title: loc.T("dossier.journal"), Items: []export.FormItem{{Title: loc.N("count.entries", d.Journal), About: loc.T("dossier.journalabout")}}})
	f.Groups = append(f.Groups, export.FormGroup{Title: loc.T("dossier.rights"), Items: []export.FormItem{{Title: loc.T("dossier.others"), About: loc.T("dossier.ask")}}})
	return export.WritePDF(w, f.Pages(), export.Meta{Title: f.Title, Lang: lang})
}

// heading begins with a capital: in a list a kind of data has none.
func heading(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError {
		return text
	}
	return string(unicode.ToTitle(r)) + text[n:]
}

// Place says what a record is about.
func Place(loc *i18n.Localizer, w privacy.Where) string {
	if w.Date.IsZero() {
		return w.Text
	}
	return loc.Facts(w.Text, date(loc, w.Date, i18n.Medium))
}

// partItems are the records of one kind. Those that say only when it was stand together under
// where it was.
func partItems(loc *i18n.Localizer, p privacy.Part) []export.FormItem {
	var out []export.FormItem
	at := map[string]int{}
	for _, x := range p.Items {
		if len(x.Lines) > 0 {
			out = append(out, export.FormItem{Title: Place(loc, x.Where), Lines: formLines(loc, x.Lines)})
			continue
		}
		i, ok := at[x.Where.Text]
		if !ok {
			i = len(out)
			at[x.Where.Text] = i
			out = append(out, export.FormItem{Title: x.Where.Text})
		}
		if !x.Where.Date.IsZero() {
			out[i].About = loc.Facts(out[i].About, date(loc, x.Where.Date, i18n.Medium))
		}
	}
	return out
}

// formLines are what is known; of a list the words stand behind one label.
func formLines(loc *i18n.Localizer, lines []privacy.Line) []export.FormLine {
	var out []export.FormLine
	for _, l := range lines {
		text := lineText(loc, l)
		if n := len(out); n > 0 && out[n-1].Label == loc.T(l.Label) {
			out[n-1].Text = loc.Facts(out[n-1].Text, text)
			continue
		}
		out = append(out, export.FormLine{Label: loc.T(l.Label), Text: text})
	}
	return out
}

// lineText says in words what a line says.
func lineText(loc *i18n.Localizer, l privacy.Line) string {
	switch l.As {
	case privacy.Date:
		return date(loc, l.Date, i18n.Medium)
	case privacy.Yes:
		return loc.T("privacy.yes")
	case privacy.Word:
		return loc.T(l.Prefix + l.Text)
	case privacy.Phone:
		return people.ShowPhone(l.Text)
	case privacy.Number:
		return loc.Int(l.Number)
	}
	return l.Text
}
