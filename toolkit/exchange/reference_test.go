package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"kring/toolkit/exchange"
)

// withReference is the sample of which one unit goes out, between its neighbours.
func withReference() (now, out exchange.File) {
	now = sample()
	out = now
	out.Units = now.Units[3:4]
	out.AddReference(now.Units[2:5])
	return now, out
}

// A unit for reference comes back as one, and changes nothing here, also where the text was
// changed here meanwhile. What a translator wrote in it all the same is not lost.
func TestReferenceUnits(t *testing.T) {
	now, out := withReference()
	if n := len(out.Units); n != 3 || !out.Units[0].Reference || out.Units[1].Reference || !out.Units[2].Reference || out.Asked() != 1 {
		t.Fatalf("%+v", out.Units)
	}
	now.Units[2].Text, now.Units[4].Source = "صياغة أخرى", "Bel 06-11111111."
	for _, fm := range formats[:2] {
		for _, r := range exchange.Compare(now, again(t, fm, out)).Rows[:3] {
			if r.Change != exchange.Same {
				t.Errorf("%s: %s of %q", fm.name, r.Change, r.In.Source)
			}
		}
	}
	out.Units[0].Text = "بيد المترجم"
	if r := exchange.Compare(now, out).Rows[0]; !r.Offers() {
		t.Errorf("%+v", r)
	}
}

// PO has no units for reference: they stand as comments beside their neighbour, and do not
// become part of its note.
func TestReferenceInPO(t *testing.T) {
	_, out := withReference()
	var b, plain bytes.Buffer
	if err := exchange.WritePO(&b, out); err != nil {
		t.Fatal(err)
	}
	for _, l := range []string{"#. before: Wat gaat **goed**?\n", "#. before: ما الذي يسير **جيدًا**؟\n", "#. after: Bel 06-12345678.\n"} {
		if !strings.Contains(b.String(), l) {
			t.Errorf("no %q in\n%s", l, b.String())
		}
	}
	in, err := exchange.Read("x.po", bytes.NewReader(b.Bytes()))
	if err != nil || len(in.Units) != 1 || in.Units[0].Note != out.Units[1].Note || in.Units[0].ID != out.Units[1].ID {
		t.Errorf("%v, %+v", err, in.Units)
	}
	if err := exchange.WriteText(&plain, out); err != nil || strings.Contains(plain.String(), "Wat gaat") {
		t.Errorf("%v: %s", err, plain.String())
	}
}
