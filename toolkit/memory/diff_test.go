package memory

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// told writes changes as [-removed-] and {+added+}.
func told(old, now string, cs []Change) string {
	var b strings.Builder
	for _, c := range cs {
		switch c.Kind {
		case Kept:
			b.WriteString(c.New.Of(now))
		case Removed:
			fmt.Fprintf(&b, "[-%s-]", c.Old.Of(old))
		case Added:
			fmt.Fprintf(&b, "{+%s+}", c.New.Of(now))
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ old, now, want string }{
		{"", "", ""},
		{"", "Hallo daar", "{+Hallo daar+}"},
		{"Hallo daar", "", "[-Hallo daar-]"},
		{"Praat hier over.", "Praat hier over.", "Praat hier over."},
		{"Praat hier over.", "Praat hier samen over.", "Praat hier {+samen +}over."},
		{"een rode fiets hier", "een oude auto hier", "een [-rode fiets-]{+oude auto+} hier"},
		{"Praat 20 minuten.", "Praat 15 minuten!", "Praat [-20-]{+15+} minuten[-.-]{+!+}"},
		{"Ja, hoor.", "Nee, hoor.", "[-Ja-]{+Nee+}, hoor."},
		{"Kom je? Ja. Goed.", "Ga je? Nee. Fijn.", "[-Kom-]{+Ga+} je? [-Ja. Goed-]{+Nee. Fijn+}."},
		{"caf\u00e9 open", "cafe\u0301 dicht", "cafe\u0301 [-open-]{+dicht+}"},
		{"اكتب الرسالة", "اكتبْ الرسالة", "[-اكتب-]{+اكتبْ+} الرسالة"},
		{"a b", "a  b", "a[- -]{+  +}b"},
	} {
		if got := told(c.old, c.now, Diff(c.old, c.now)); got != c.want {
			t.Errorf("%q to %q: %s, not %s", c.old, c.now, got, c.want)
		}
	}
}

// Whatever the texts, the runs give back both, no two of a kind stand side by side, what was
// removed stands before what was added, and no run of spaces or signs alone is kept between.
func TestDiffGivesBackBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, now := anyText().Draw(t, "old"), anyText().Draw(t, "now")
		cs := Diff(old, now)
		var o, n strings.Builder
		for i, c := range cs {
			if c.Old.From != o.Len() || c.New.From != n.Len() {
				t.Fatalf("%d begins elsewhere: %+v", i, cs)
			}
			o.WriteString(c.Old.Of(old))
			n.WriteString(c.New.Of(now))
			if c.Kind == Kept && norm.NFC.String(c.Old.Of(old)) != norm.NFC.String(c.New.Of(now)) {
				t.Fatalf("kept, but not the same: %+v", c)
			}
			if i > 0 && (c.Kind == cs[i-1].Kind || c.Kind == Removed && cs[i-1].Kind == Added) {
				t.Fatalf("%d follows its like: %+v", i, cs)
			}
			if c.Kind == Kept && i > 0 && i < len(cs)-1 && !wordy(c.New.Of(now)) {
				t.Fatalf("no word is kept in %q: %s", c.New.Of(now), told(old, now, cs))
			}
		}
		if o.String() != old || n.String() != now {
			t.Fatalf("%q and %q came back as %q and %q", old, now, o.String(), n.String())
		}
	})
}

func wordy(s string) bool {
	for _, t := range split(s) {
		if t.class == word || t.class == number {
			return true
		}
	}
	return false
}

// No other choice keeps more words, told by trying them all; nor does halving long texts.
func TestDiffKeepsAsMuchAsCanBe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", ".", "?"}), 0, 7)
		x, y := some.Draw(t, "old"), some.Draw(t, "now")
		w := weaveOf(x, y)
		w.common(0, len(x), 0, len(y))
		if got, want := w.kept(t), heaviest(w, 0, 0); got != want {
			t.Fatalf("keeps %d of %d", got, want)
		}
		if len(x) > 1 && len(y) > 0 {
			half := weaveOf(x, y)
			at := half.meet(0, len(x)/2, len(x), 0, len(y))
			half.common(0, len(x)/2, 0, at)
			half.common(len(x)/2, len(x), at, len(y))
			if half.kept(t) != heaviest(half, 0, 0) {
				t.Fatalf("halved at %d it keeps less", at)
			}
		}
	})
}

func weaveOf(x, y []string) *weave {
	w := &weave{x: x, y: y}
	for _, s := range x {
		w.a = append(w.a, split(s)...)
	}
	for _, s := range y {
		w.b = append(w.b, split(s)...)
	}
	return w
}

// kept is what the pairs weigh; they must be in order.
func (w *weave) kept(t *rapid.T) (sum int32) {
	for k, p := range w.pairs {
		if w.x[p.i] != w.y[p.j] || k > 0 && (p.i <= w.pairs[k-1].i || p.j <= w.pairs[k-1].j) {
			t.Fatalf("no order: %v", w.pairs)
		}
		sum += w.a[p.i].weight()
	}
	return sum
}

func heaviest(w *weave, i, j int) int32 {
	if i == len(w.x) || j == len(w.y) {
		return 0
	}
	best := max(heaviest(w, i+1, j), heaviest(w, i, j+1))
	if w.x[i] == w.y[j] {
		best = max(best, w.a[i].weight()+heaviest(w, i+1, j+1))
	}
	return best
}

// Two long texts are compared too, without a table of all their words.
func TestDiffOfLongTexts(t *testing.T) {
	old := strings.Repeat("het een en het ander, ", 900)
	now := "eerst " + strings.Repeat("het een en nog het ander ", 900) + "klaar"
	cs := Diff(old, now)
	kept := 0
	for _, c := range cs {
		if c.Kind == Kept {
			kept += len(strings.Fields(c.Old.Of(old)))
		}
	}
	if kept < 4500-1 {
		t.Errorf("%d words are kept", kept)
	}
}
