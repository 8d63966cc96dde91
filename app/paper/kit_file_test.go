package paper_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"kring/app/paper"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/toolkit/export"
	"kring/toolkit/kit"
)

// A group is made when everybody in it got what they asked for.
func TestMadeFor(t *testing.T) {
	lines := []kit.SendLine{
		lineOf("papier", "Ans", "nl", kit.OnPaper), lineOf("papier", "Ben", "nl", ""), lineOf("foto", "Cor", "ar", kit.Pictures),
		lineOf("foto", "Dina", "ar", kit.Short), lineOf("boekje", "Els", "nl", kit.OnPaper),
	}
	for want, kinds := range map[string][]paper.Make{
		"papier boekje":      {paper.MakePDF},
		"boekje":             {paper.MakeBooklet},
		"foto":               {paper.MakePictures, paper.MakeChat},
		"":                   {paper.MakePictures, paper.MakeWord},
		"papier foto boekje": paper.Makes(),
	} {
		whole, wait := paper.MadeFor(lines, kinds)
		if got := strings.Join(whole, " "); got != want || len(whole)+len(wait) != 3 {
			t.Errorf("%v: %q, not %q; %q wait", kinds, got, want, wait)
		}
	}
}

// The name of a paper says the languages that stand on it, so that the one in Dutch alone does
// not take the place of the one in two.
func TestNameSaysWhatIsPrinted(t *testing.T) {
	k, loc := aKit(t), i18n.New("nl")
	stem := strings.TrimSuffix(paper.KitFile(loc, k, export.Options{Layout: export.First}, paper.A4, ".html"), "-nl.html")
	for want, got := range map[string]string{
		"-nl-ar-a4.pdf":  paper.KitFile(loc, k, export.Options{Layout: export.Columns}, paper.A4, ".pdf"),
		"-nl-a4.pdf":     paper.KitFile(loc, k, export.Options{Layout: export.First, Languages: []string{"nl", "ar"}}, paper.A4, ".pdf"),
		"-ar-boekje.pdf": paper.KitFile(loc, k, export.Options{Layout: export.Second, Languages: []string{"nl", "ar"}}, paper.Booklet, ".pdf"),
		"-nl-ar-tr.docx": paper.KitFile(loc, k, export.Options{Languages: []string{"nl", "ar", "tr"}}, paper.A4, ".docx"),
		".txt":           paper.KitFile(loc, k, export.Options{}, paper.A4, ".txt"),
		"-ar.txt":        paper.KitFile(loc, k, export.Options{Layout: export.Second}, paper.A4, ".txt"),
	} {
		if got != stem+want {
			t.Errorf("%s, not %s", got, stem+want)
		}
	}
}

// Names of files are in the language of the window: an Arabic one gives no Dutch words, no
// vowel signs and nothing that turns the order of letters.
func TestArabicNames(t *testing.T) {
	loc, dir := i18n.New("ar"), filepath.Join(t.TempDir(), "uit")
	line := lineOf("1", "Amal", "ar", kit.AsPDF)
	line.Group.Name = "مجموعة الياسمين"
	if _, err := paper.MakeAll(t.Context(), dir, paper.JobsOf([]kit.SendLine{line}, aKit(t), aKit(t).Spoken(nil), paper.Makes(), true), loc, nil); err != nil {
		t.Fatal(err)
	}
	var all []string
	if err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if path != dir {
			all = append(all, filepath.Base(path))
		}
		return err
	}); err != nil || len(all) < 9 {
		t.Fatal(all, err)
	}
	for _, name := range append(all, paper.KitFile(loc, aKit(t), export.Options{}, paper.Booklet, ".pdf"), paper.AllFolder(loc, aKit(t), calendar.Date{Year: 2026, Month: 11, Day: 25})) {
		checkArabicName(t, name)
	}
}

// fileNames are the words that names of files are made of.
var fileNames = []string{
	"recovery.file", "paper.planfile", "paper.listfile", "paper.xlsxfile", "paper.icsfile", "paper.cafefile", "paper.posterfile", "paper.eveningfile",
	"import.rejectedfile", "paper.cookingfile", "skills.file", "skills.sheetfile", "certificate.file", "group.icsfile", "send.file", "desk.prooffile",
	"desk.proofbookfile", "terms.file", "make.listfile", "bringin.remarksfile", "dossier.file", "roster.file", "idea.file", "report.file",
	"sheetfile.a4", "sheetfile.a5", "sheetfile.booklet", "sheetfile.phone", "makefile.chat", "makefile.mail", "paper.picturesfolder",
}

// Each of them is one that every system takes as it is, in each language.
func TestFileWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		loc := i18n.New(lang)
		for _, id := range fileNames {
			said := loc.T(id, "Number", 3, "Language", "ar", "Year", "2026", "Name", "7")
			name := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(said) // around what was filled in
			if got := paper.FileName(said); got != name {
				t.Errorf("%s: %s is %q, and a disk has %q", lang, id, name, got)
			}
			if lang == "ar" {
				checkArabicName(t, name)
			}
		}
	}
}

// checkArabicName finds the Latin words of a name, but for the codes of languages and of paper.
func checkArabicName(t *testing.T, name string) {
	t.Helper()
	for _, word := range strings.FieldsFunc(strings.TrimSuffix(name, filepath.Ext(name)), func(r rune) bool { return r == '-' || r == ' ' }) {
		foreign := strings.ContainsFunc(word, func(r rune) bool {
			return unicode.Is(unicode.Latin, r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
		})
		if foreign && !slices.Contains([]string{"nl", "ar", "a4", "a5"}, word) {
			t.Errorf("%q has %q", name, word)
		}
	}
}

// What a title brings along is no name until it is one.
func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"idee Wie? Wat: hoe/waar.pdf":      "idee Wie- Wat- hoe-waar.pdf",
		"فكرة\u200f: \u202bلعبة\u202c.pdf": "فكرة- لعبة.pdf",
		"con.pdf":    "_con.pdf",
		"???.pdf":    "kring.pdf",
		"plan-3.pdf": "plan-3.pdf",
	} {
		if got := paper.FileName(in); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
	if got := paper.FileName(strings.Repeat("ه", 200) + ".pdf"); len(got) > 90 || !strings.HasSuffix(got, "ه.pdf") {
		t.Errorf("%q", got)
	}
}
