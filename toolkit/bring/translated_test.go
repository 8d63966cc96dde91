package bring_test

import (
	"errors"
	"testing"
	"time"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/bring"
	"kring/toolkit/exchange"
)

func TestATextOfATranslatorsFile(t *testing.T) {
	said := []bilingual.Comment{{ID: "c", Who: "Nour", When: time.Unix(1, 0), Text: "Klopt dit?"}}
	got, err := bring.FromTranslation(exchange.File{Title: "Samen", Source: "nl", Target: "AR", Units: []exchange.Unit{
		{ID: "1", Source: "Samen", Text: "معًا", State: bilingual.Agreed},
		{ID: "2", Kind: bilingual.Heading, Chapter: "Dag", Source: "Dag", Text: "يوم", State: bilingual.Agreed},
		{ID: "3", Kind: bilingual.Heading, Chapter: "Dag", Source: "Ochtend", State: bilingual.Empty},
		{ID: "4", Kind: bilingual.Numbered, Chapter: "Dag", Source: "een", State: bilingual.Empty},
		{ID: "5", Kind: bilingual.Numbered, Chapter: "Dag", Source: "twee", Text: "اثنان", State: bilingual.Outdated, Was: "2"},
		{ID: "6", Kind: bilingual.Image, Chapter: "Dag", Source: "een boom", Text: "شجرة", State: bilingual.Draft, Comments: said},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if got.Doc.Say("title", "ar") != "معًا" || got.Doc.Title() != "Samen" || len(got.Doc.Blocks) != 5 {
		t.Errorf("%+v", got.Doc)
	}
	for i, want := range []struct {
		kind          bilingual.Kind
		level, number int
		text          string
	}{
		{bilingual.Heading, 1, 0, "يوم"},
		{bilingual.Heading, 2, 0, ""},
		{bilingual.Numbered, 0, 1, ""},
		{bilingual.Numbered, 0, 2, "اثنان"},
		{bilingual.Text, 0, 0, "شجرة"},
	} {
		b := got.Doc.Blocks[i]
		if b.Kind != want.kind || b.Level != want.level || b.Number != want.number || b.Translations["ar"] != want.text {
			t.Errorf("block %d: %+v", i, b)
		}
	}
	if x := got.Told[3]; x.Source != "2" || x.State != bilingual.Draft {
		t.Errorf("an outdated translation became %+v", x)
	}
	if x := got.Told[4]; len(x.Comments) != 1 || x.State != bilingual.Draft {
		t.Errorf("a comment became %+v", x)
	}
	if r := got.NotUnderstood; len(r) != 1 || r[0].Kind != bring.NoPicture || r[0].Place.Heading != "Ochtend" {
		t.Errorf("%+v", r)
	}
}

func TestATranslatorsFileThatIsNoText(t *testing.T) {
	unit := []exchange.Unit{{ID: "1", Source: "Dag", Text: "day"}}
	for name, x := range map[string]struct {
		file exchange.File
		want error
	}{
		"into Dutch":      {exchange.File{Source: "en", Target: "nl", Units: unit}, book.ErrSameLang},
		"of English":      {exchange.File{Source: "en", Target: "ar", Units: unit}, exchange.ErrLanguages},
		"no such tongue":  {exchange.File{Source: "nl", Target: "??", Units: unit}, book.ErrLang},
		"the title alone": {exchange.File{Title: "Dag", Source: "nl", Target: "ar", Units: unit}, bring.ErrNothingIn},
	} {
		if _, err := bring.FromTranslation(x.file); !errors.Is(err, x.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
