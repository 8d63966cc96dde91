package plan_test

import (
	"errors"
	"testing"

	"kring/sessions/plan"

	"pgregory.net/rapid"
)

func blocks(t *rapid.T) []plan.Block {
	n := rapid.IntRange(1, 12).Draw(t, "n")
	out := make([]plan.Block, n)
	for i := range out {
		out[i] = plan.Block{
			ID: string(rune('a' + i)), Part: plan.Write,
			Minutes: rapid.IntRange(0, 90).Draw(t, "minutes"),
			Title:   plan.Text{"nl": "blok"},
		}
	}
	return out
}

func TestTimetableIsWithoutGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bs := blocks(t)
		start := plan.At(9, 30)
		tt := plan.Timetable(start, bs)
		at := start
		for _, x := range tt {
			if x.From != at || x.To-x.From != plan.Clock(x.Minutes) {
				t.Fatalf("block %s from %d to %d, expected from %d", x.ID, x.From, x.To, at)
			}
			at = x.To
		}
		if int(at-start) != plan.Total(bs) {
			t.Fatalf("ends after %d, total %d", at-start, plan.Total(bs))
		}
	})
}

func TestMoveKeepsEveryBlockAndMovesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bs := blocks(t)
		from := rapid.IntRange(0, len(bs)-1).Draw(t, "from")
		to := rapid.IntRange(0, len(bs)-1).Draw(t, "to")
		moved, err := plan.Move(bs, from, to)
		if err != nil || moved[to].ID != bs[from].ID {
			t.Fatalf("moved %d to %d: %v", from, to, err)
		}
		back, err := plan.Move(moved, to, from)
		if err != nil || !plan.Equal(back, bs) {
			t.Fatalf("moving back differs: %v", err)
		}
	})
}

func TestReplaceKeepsTimeAndRemembersPlace(t *testing.T) {
	bs := []plan.Block{{ID: "w", Part: plan.Write, Minutes: 25, Lead: plan.Assistant}}
	alt := plan.Block{ID: "w-foto", Part: plan.Do, Minutes: 40, LowText: true, For: "w", Title: plan.Text{"nl": "Foto"}}
	got, err := plan.Replace(bs, "w", alt)
	if err != nil {
		t.Fatal(err)
	}
	if b := got[0]; b.ID != "w-foto" || b.Minutes != 25 || b.Lead != plan.Assistant || b.Origin() != "w" {
		t.Fatalf("got %+v", b)
	}
	got[0].Title["nl"] = "anders"
	if alt.Title["nl"] != "Foto" {
		t.Fatal("the alternative itself was changed")
	}
}

func TestEditsOfMissingBlocksAreTyped(t *testing.T) {
	bs := []plan.Block{{ID: "a"}}
	for name, try := range map[string]func() error{
		"remove":  func() error { _, err := plan.Remove(bs, "x"); return err },
		"move":    func() error { _, err := plan.Move(bs, 0, 3); return err },
		"replace": func() error { _, err := plan.Replace(bs, "x", plan.Block{}); return err },
		"insert":  func() error { _, err := plan.Insert(bs, 2, plan.Block{}); return err },
	} {
		if err := try(); !errors.Is(err, plan.ErrNoBlock) {
			t.Errorf("%s: %v", name, err)
		}
	}
	untimed := plan.Block{ID: "a", Title: plan.Text{"nl": "Welkom"}, Minutes: -1}
	if _, err := plan.Update(bs, untimed); !errors.Is(err, plan.ErrMinutes) {
		t.Errorf("negative minutes: %v", err)
	}
}

func TestTextFallsBackToDutch(t *testing.T) {
	txt := plan.Text{"nl": "Welkom", "ar": "أهلًا"}
	if txt.In("ar") != "أهلًا" || txt.In("tr") != "Welkom" || txt.Has("tr") {
		t.Fatal("wrong language chosen")
	}
	if c := txt.With("nl", ""); c.Has("nl") || !txt.Has("nl") {
		t.Fatal("With must not change the original")
	}
}
