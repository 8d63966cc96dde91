package exchange_test

import (
	"reflect"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/exchange"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// ofTools are what other tools make of such files, in our words.
var ofTools = map[string]string{
	"prefixes and order": `<?xml version='1.0' encoding='utf-8'?>
<x:xliff trgLang='ar' srcLang="nl" version="2.1" xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
<x:file id="f"><x:unit id="a">
<mtc:matches><mtc:match ref="#1"><x:source>other</x:source><x:target>wrong</x:target></mtc:match></mtc:matches>
<x:notes><x:note>Looked at it.</x:note></x:notes>
<x:segment subState="tool:x" state="translated"><x:source>Dag</x:source><x:target>مرحبا</x:target></x:segment></x:unit></x:file></x:xliff>`,
	"segments": head2 + `<unit id="a"><originalData><data id="d1">**</data></originalData>
<segment id="s1" state="final"><source>Een. </source><target order="3">واحد.</target></segment>
<ignorable><source> </source></ignorable>
<segment id="s2" state="translated"><source><pc id="1" dataRefStart="d1" dataRefEnd="d1">Twee</pc>.</source><target order="1"><pc id="1" dataRefStart="d1" dataRefEnd="d1">اثنان</pc>.</target></segment></unit>` + tail2,
	"half translated": head2 + `<unit id="a"><segment state="final"><source>Een.</source><target>واحد.</target></segment><segment><source>Twee.</source></segment></unit>` + tail2,
	"marks":           head2 + `<unit id="a"><segment><source>Dag <mrk id="m" type="term">lief</mrk><sm id="q"/> k<cp hex="1F600"/><![CDATA[<ind>]]><em startRef="q"/></source><target><ph id="1" equiv="*"/>يوم</target></segment></unit>` + tail2,
	"1.2 of a studio": head1 + `<group xmlns:sdl="urn:sdl"><sdl:cxts><sdl:cxt id="1"/></sdl:cxts><trans-unit id="a"><source>Dag <g id="1">lief</g></source><seg-source><g id="1"><mrk mtype="seg" mid="1">Dag lief</mrk></g></seg-source><target><mrk mtype="seg" mid="1">يوم </mrk><mrk mtype="seg" mid="2">جميل<x id="3" equiv-text="!"/></mrk></target><sdl:seg-defs><sdl:seg id="1" conf="Translated"/></sdl:seg-defs><alt-trans><target>wrong</target></alt-trans></trans-unit></group>` + tail1,
	"1.2 of the web":  head1 + `<trans-unit id="a" approved="yes"><source>Dag</source><target>يوم</target><note from="developer">x</note></trans-unit><trans-unit id="b"><source>Hoi</source></trans-unit><trans-unit id="c"><source>Nu</source><target state="needs-review-translation">الآن</target></trans-unit>` + tail1,
	"po wrapped": "# Ali <a@b.nl>, 2026.\n#\nmsgid \"\"\nmsgstr \"\"\n\"Language: ar\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n" +
		"\n#: src:1\n#, fuzzy, no-c-format\n#| msgid \"Was\"\nmsgctxt \"a\"\nmsgid \"\"\n\"Een lange \"\n  \"regel\\\\d \\\"x\\\"\\n\"\nmsgstr \"\"\n\"\\xd8\\xb3\\331\\204\\n\"\n" +
		"# made by hand\n#. Kop\nmsgid \"Dag\"\nmsgstr \"يوم\"\n#~ msgid \"Oud\"\n#~ msgstr \"x\"\n",
}

func TestFilesOfOtherTools(t *testing.T) {
	type want struct {
		source, text string
		state        bilingual.State
	}
	for name, wants := range map[string][]want{
		"prefixes and order": {{"Dag", "مرحبا", bilingual.ToCheck}},
		"segments":           {{"Een.  **Twee**.", "**اثنان**. واحد.", bilingual.ToCheck}},
		"half translated":    {{"Een.Twee.", "واحد.", bilingual.Draft}},
		"marks":              {{"Dag lief k😀<ind>", "*يوم", bilingual.ToCheck}},
		"1.2 of a studio":    {{"Dag lief", "يوم جميل!", bilingual.ToCheck}},
		"1.2 of the web": {
			{"Dag", "يوم", bilingual.Agreed}, {"Hoi", "", bilingual.Empty}, {"Nu", "الآن", bilingual.ToCheck},
		},
		"po wrapped": {{"Een lange regel\\d \"x\"\n", "سل\n", bilingual.Outdated}, {"Dag", "يوم", bilingual.ToCheck}},
	} {
		for how, text := range otherLetters(t, ofTools[name]) {
			f, err := exchange.Read(name, strings.NewReader(text))
			if err != nil {
				t.Errorf("%s, %s: %v", name, how, err)
				continue
			}
			var got []want
			for _, u := range f.Units {
				got = append(got, want{u.Source, u.Text, u.State})
			}
			if !reflect.DeepEqual(got, wants) || f.Target != "ar" {
				t.Errorf("%s, %s: %q (%s)", name, how, got, f.Target)
			}
		}
	}
}

// otherLetters is the same file as other computers write it.
func otherLetters(t *testing.T, s string) map[string]string {
	t.Helper()
	out := map[string]string{"as is": s, "mark": "\ufeff" + s, "CRLF": strings.ReplaceAll(s, "\n", "\r\n")}
	for name, e := range map[string]unicode.Endianness{"UTF-16LE": unicode.LittleEndian, "UTF-16BE": unicode.BigEndian} {
		for mark, policy := range map[string]unicode.BOMPolicy{" with mark": unicode.UseBOM, "": unicode.IgnoreBOM} {
			if mark == "" && !strings.HasPrefix(s, "<") {
				continue
			}
			b, err := unicode.UTF16(e, policy).NewEncoder().String(strings.Replace(s, "utf-8", "UTF-16", 1))
			if err != nil {
				t.Fatal(err)
			}
			out[name+mark] = b
		}
	}
	return out
}

func TestNotesOfOtherToolsAreComments(t *testing.T) {
	for name, want := range map[string]bilingual.Comment{
		"prefixes and order": {Text: "Looked at it."},
		"1.2 of the web":     {Who: "developer", Text: "x"},
	} {
		f, err := exchange.Read(name, strings.NewReader(ofTools[name]))
		if err != nil || len(f.Units[0].Comments) != 1 || f.Units[0].Comments[0] != want {
			t.Errorf("%s: %v %+v", name, err, f.Units)
		}
	}
	f, err := exchange.Read("po", strings.NewReader(ofTools["po wrapped"]))
	if err != nil || f.Units[1].Comments[0].Text != "made by hand" || f.Units[1].Note != "Kop" || f.Units[0].Was != "Was" {
		t.Errorf("%v %+v", err, f.Units)
	}
}

func TestOldLettersAreRead(t *testing.T) {
	for _, s := range []string{
		`<?xml version="1.0" encoding="windows-1256"?>` + head1 + `<trans-unit id="a"><source>Dag</source><target>يوم</target></trans-unit>` + tail1,
		"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=CP1256\\n\"\n\nmsgid \"Dag\"\nmsgstr \"يوم\"\n",
	} {
		old, err := charmap.Windows1256.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		f, err := exchange.Read("x", strings.NewReader(old))
		if err != nil || f.Units[0].Text != "يوم" {
			t.Errorf("%v %+v", err, f)
		}
	}
}

// A translator in a PO editor takes the flag away: that says the text is good.
func TestAFlagThatIsTakenAwayAsksForACheck(t *testing.T) {
	var b strings.Builder
	if err := exchange.WritePO(&b, sample()); err != nil {
		t.Fatal(err)
	}
	f, err := exchange.ReadPO(strings.NewReader(strings.ReplaceAll(b.String(), "#, fuzzy\n", "")))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bilingual.State{
		bilingual.Empty, bilingual.Agreed, bilingual.ToCheck, bilingual.ToCheck, bilingual.ToCheck, bilingual.ToCheck,
	} {
		if f.Units[i].State != want {
			t.Errorf("%d: %s", i, f.Units[i].State)
		}
	}
}
