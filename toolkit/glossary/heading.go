package glossary

// headings are words that a column is headed with, in the languages of the window and of
// programs for translators.
var headings = map[Column][]string{
	DutchColumn: {"nederlands", "nederlands woord", "nl", "dutch", "dutch word", "source", "bron", "term", "woord", "هولندي", "الهولندية", "الكلمة الهولندية", "hollandaca"},
	FormsColumn: {"nederlandse vormen", "andere nederlandse vormen", "dutch forms", "other dutch forms", "صيغ هولندية", "صيغ هولندية أخرى"},
	WordsColumn: {"vertaling", "translation", "target", "doel", "afgesproken", "agreed", "الترجمة", "المتفق عليه"},
	OtherForms:  {"andere vormen", "vormen", "other forms", "forms", "صيغ أخرى", "الصيغ الأخرى"},
	NoteColumn:  {"notitie", "toelichting", "opmerking", "uitleg", "note", "notes", "comment", "definition", "ملاحظة", "ملاحظات"},
	AboutColumn: {"uitleg bij de vertaling", "note about the translation", "ملاحظة عن الترجمة"},
	AvoidColumn: {"verboden", "liever niet", "vermijden", "forbidden", "avoid", "rather not", "ممنوع", "يُتجنب", "كلمات لا نستعملها"},
}

// GuessColumns tells what columns hold by their headings. language tells which language a name
// names, or ""; the first such column but Dutch has the agreed words, and lang is its language.
func GuessColumns(header []string, language func(name string) string) (columns []Column, lang string) {
	columns = make([]Column, len(header))
	taken := map[Column]bool{}
	for i, h := range header {
		c := columnOf(h)
		if named := language(h); c == Other && named != "" && named != Dutch && !taken[WordsColumn] {
			c, lang = WordsColumn, named
		}
		if !taken[c] {
			columns[i] = c
			taken[c] = c != Other
		}
	}
	return columns, lang
}

func columnOf(head string) Column {
	head = joined("ar", head)
	for c, names := range headings {
		for _, n := range names {
			if joined("ar", n) == head {
				return c
			}
		}
	}
	return Other
}
