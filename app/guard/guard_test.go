package guard_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kring/app/guard"
	"kring/internal/vault"
)

var noon = time.Date(2027, 1, 20, 12, 0, 0, 0, time.UTC)

func TestWaitAfterWrongPassphrases(t *testing.T) {
	dir, now := filepath.Join(t.TempDir(), "kring"), noon
	tries := guard.NewTries(dir, "01ABC", func() time.Time { return now })
	for i, want := range []time.Duration{0, 1, 2, 4, 8, 16, 32, 60, 60} {
		if got := tries.Wait(); got != want*time.Second {
			t.Errorf("after %d wrong ones: %v", i, got)
		}
		if err := tries.Wrong(); err != nil {
			t.Fatal(err)
		}
	}
	now = now.Add(20 * time.Second)
	again := guard.NewTries(dir, "01ABC", func() time.Time { return now }) // after a restart
	if got := again.Wait(); got != 40*time.Second {
		t.Errorf("after a restart: %v", got)
	}
	if got := guard.NewTries(dir, "01OTHER", func() time.Time { return now }).Wait(); got != 0 {
		t.Errorf("another vault waits %v", got)
	}
	now = noon.AddDate(-1, 0, 0) // the clock is set back: nobody is locked out for a year
	if got := again.Wait(); got != time.Minute {
		t.Errorf("with the clock set back: %v", got)
	}
	now = noon.Add(2 * time.Hour)
	if got := again.Wait(); got != 0 {
		t.Errorf("two hours later: %v", got)
	}
	if err := again.Wrong(); err != nil || again.Wait() != time.Second {
		t.Errorf("then it begins anew: %v %v", again.Wait(), err)
	}
	if err := again.Right(); err != nil || again.Wait() != 0 {
		t.Errorf("after the right one: %v %v", again.Wait(), err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestSpoiledTriesLockNobodyOut(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "tries-01ABC.json"), []byte(`{"wrong":7`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := guard.NewTries(dir, "01ABC", func() time.Time { return noon }).Wait(); got != 0 {
		t.Errorf("it waits %v", got)
	}
}

func TestIdle(t *testing.T) {
	now := time.Now() // with the program's own clock
	at := func(d time.Duration) time.Time { return now.Add(d) }
	for _, c := range []struct {
		name    string
		minutes int
		after   time.Duration
		want    guard.Do
	}{
		{"at once", 10, time.Second, guard.Nothing},
		{"just before the warning", 10, 9*time.Minute - time.Second, guard.Nothing},
		{"a minute before", 10, 9 * time.Minute, guard.Warn},
		{"in time", 10, 10 * time.Minute, guard.Lock},
		{"two minutes", 2, 2 * time.Minute, guard.Lock},
		{"never", guard.Never, 50 * time.Hour, guard.Nothing},
	} {
		var i guard.Idle
		i.Touch(now)
		if got := i.Look(at(c.after), c.minutes); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	var i guard.Idle
	i.Touch(now)
	i.Look(at(9*time.Minute), 10)
	i.Touch(at(9*time.Minute + time.Second))
	if got := i.Look(at(9*time.Minute+2*time.Second), 10); got != guard.Nothing {
		t.Errorf("a key does not cancel: %v", got)
	}
}

// Asleep the wall's clock goes on and the program's own does not: here the second look has
// none at all, as a time read from elsewhere.
func TestSleepLocks(t *testing.T) {
	var i guard.Idle
	now := time.Now()
	i.Touch(now)
	i.Look(now, 10)
	if got := i.Look(now.Add(time.Second).Round(0), 10); got != guard.Nothing {
		t.Errorf("a second later: %v", got)
	}
	if got := guard.Slept(time.Second, time.Hour); !got {
		t.Error("an hour of sleep is not seen")
	}
	if guard.Slept(time.Second, -time.Hour) || guard.Slept(2*time.Second, 3*time.Second) {
		t.Error("a clock that is set back, or a slow second, counts as sleep")
	}
}

func open(t *testing.T) (*vault.Vault, *guard.Keeper) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "x.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	k, err := guard.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	return v, k
}

func TestUnsavedTextsAreKeptAndGoForGood(t *testing.T) {
	v, k := open(t)
	if err := k.Keep(nil); err != nil {
		t.Fatal(err)
	}
	if err := k.Keep([]guard.Unsaved{{Where: "Iemand", Label: "Notitie", Text: "half af"}, {Text: "نصف جملة"}}); err != nil {
		t.Fatal(err)
	}
	if err := k.Keep([]guard.Unsaved{{Where: "Iemand", Label: "Notitie", Text: "half af"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Undo(); err == nil {
		t.Error("undo takes back what was kept")
	}
	keys, texts := k.Kept()
	if len(keys) != 2 || texts[0].Text != "half af" || texts[1].Text != "نصف جملة" {
		t.Fatalf("%v %v", keys, texts)
	}
	if err := k.Drop(keys); err != nil {
		t.Fatal(err)
	}
	n := 0
	err := v.Each(func(string, string, []byte) error { n++; return nil })
	if left, _ := k.Kept(); err != nil || n != 0 || len(left) != 0 {
		t.Errorf("%d records and %v are left: %v", n, left, err)
	}
}

func TestCover(t *testing.T) {
	v, _ := open(t)
	put := func(collection string, value map[string]any) {
		t.Helper()
		c, err := vault.NewCollection[json.RawMessage](v, collection)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		if err := v.Do(vault.NewAction("x"), func(tx *vault.Tx) error { return c.Put(tx, vault.NewID(), b) }); err != nil {
			t.Fatal(err)
		}
	}
	put("people", map[string]any{"name": "Anna de Vries", "note": "komt met de fiets\nliever op dinsdag", "phone": "+31612345678", "kind": "mother"})
	put("people", map[string]any{"name": "خديجة بن علي", "note": "ja"})
	put("people", map[string]any{"name": "ad", "note": "is er"})
	put("visitors", map[string]any{"name": "Wil", "reach": "vosje"})
	put("tomorrow", map[string]any{"state": "open", "words": "een nieuw soort notitie", "way": "bicycle"})
	c, err := guard.NewCover(v)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"":                                   "",
		"Anna de Vries":                      "A. V.",
		"Anna de Vries.":                     "A. V.",
		"ANNA DE VRIES komt":                 "A. V. komt",
		"Bewaard: \u2068Anna de Vries\u2069": "Bewaard: \u2068A. V.\u2069",
		"Anna, Wil en 3 anderen":             "A., W. en 3 anderen",
		"Annabel wil koffie":                 "Annabel wil koffie",
		"de vries":                           "de vries",
		"خديجة بن علي":                       "خ. ب. ع.",
		"مع خديجة":                           "مع خ.",
		"Notitie: komt met de fiets":         "Notitie: ••••",
		"liever op dinsdag · moeder":         "•••• · moeder",
		"dinsdag":                            "dinsdag",
		"06-12345678":                        "••••",
		"+31 6 1234 5678 (nieuw)":            "•••• (nieuw)",
		"25-11-2026 tot 2-12-2026, 09:15–12:15": "25-11-2026 tot 2-12-2026, 09:15–12:15",
		"een nieuw soort notitie":               "••••",
		"open bicycle mother":                   "open bicycle mother",
		"vosje":                                 "v.",
		"ja":                                    "••••",
		"Notitie: ja":                           "Notitie: ••••",
		"moeder · ja · dinsdag":                 "moeder · •••• · dinsdag",
		"bewaard: \u2068ja\u2069.":              "bewaard: \u2068••••\u2069.",
		"eerste regel\nja\nlaatste":             "eerste regel\n••••\nlaatste",
		"Zeg ja als het goed is":                "Zeg ja als het goed is",
		"koffie is er altijd":                   "koffie is er altijd",
		"is er":                                 "••••",
		"ad":                                    "a.",
		"ad, Wil":                               "a., W.",
		"wat ad betekent":                       "wat ad betekent",
	} {
		if got := c.Text(text); got != want {
			t.Errorf("%q shows as %q, want %q", text, got, want)
		}
		if got := c.Text(text); got != want {
			t.Errorf("the second time %q shows as %q", text, got)
		}
	}
}
