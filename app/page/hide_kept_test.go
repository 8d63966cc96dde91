package page

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/app/guard"
	"kring/internal/backup"
	"kring/sessions/privacy"
)

// What keeping, erasing, copying and locking put into a vault is known to who hides names, and
// to who erases: an answer is no note, a reason is.
func TestWhatIsKeptAboutKeepingIsKnown(t *testing.T) {
	s := newStage(t, "nl")
	today, why := s.env.Day(), "Fatima vroeg het zelf"
	sub := s.env.Privacy.People(strings.Compare)[0]
	agreed := []privacy.Consent{{Purpose: privacy.ForCourse, Answer: privacy.Agreed, On: today, How: "said"}}
	places, err := backup.OpenPlaces(s.env.Vault, filepath.Join(t.TempDir(), backup.FolderName))
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		s.env.Privacy.SetConsents(sub, agreed, s.env.Day()),
		s.env.Privacy.KeepLonger(sub, privacy.Participants, today.AddDays(30), why, today),
		s.env.Privacy.SetTerm(privacy.Term{Data: privacy.Visitors, Months: 6, Why: why}),
		s.env.Guard.SetMinutes(5),
		s.env.Guard.Keep([]guard.Unsaved{{Where: "Iemand erbij", Label: "Naam", Text: why, Page: "{}", At: time.Now()}}),
		places.Choose(backup.Second, t.TempDir()),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]guard.Kind{}
	for at, text := range s.texts(t) {
		if !guard.Known(at) {
			t.Errorf("nobody has said what stands in %s: put it into app/guard/kinds.go", at)
		}
		if text == why {
			seen[at] = guard.KindOf(at)
		}
	}
	for _, at := range []string{"keeps.why", "decisions.why", "retention.why", "unsaved.text"} {
		if kind, there := seen[at]; !there || kind != guard.Noted {
			t.Errorf("%s: there %v, kind %v", at, there, kind)
		}
	}
	if c, err := guard.NewCover(s.env.Vault); err != nil || c.Text("Naam") != "Naam" || c.Text(why) == why {
		t.Errorf("the label of a field that was typed in is covered, or its text is not (%v)", err)
	}
	if got := guard.KindOf("consents.answer"); got != guard.Plain {
		t.Errorf("an answer is of kind %v", got)
	}
	if left, err := s.env.Privacy.Unknown(); err != nil || len(left) > 0 {
		t.Errorf("erasing does not know %v (%v)", left, err)
	}
}
