package export_test

import (
	"os"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// On a phone in two languages no picture stands alone on its page, a link stands with what is said
// of it, and no page in the middle is nearly empty.
func TestPhonePagesInTwoLanguagesAreFull(t *testing.T) {
	for name, doc := range toolkits(t) {
		book, err := export.LayOut(doc, export.Options{Languages: []string{"nl", "ar"}, Paper: export.Phone, TextSize: 13, Files: os.DirFS("../../assets/drawings")})
		if err != nil {
			t.Fatal(err)
		}
		on, used := map[int]int{}, map[int]float64{}
		for _, at := range book.Ends {
			on[at.Page]++
			used[at.Page] = at.Y
		}
		for i, at := range book.Ends {
			switch b := doc.Blocks[i]; {
			case b.Kind == bilingual.Image && on[at.Page] == 1:
				t.Errorf("%s: page %d is a picture", name, at.Page+1)
			case b.Kind == bilingual.Link && book.Ends[i-1].Page != at.Page && book.Ends[i-1].Y < export.Phone.Height*0.55: // there was room
				t.Errorf("%s: the link on page %d is without its text", name, at.Page+1)
			}
		}
		for page, y := range used {
			if page < len(book.Pages)-1 && y < export.Phone.Height*0.25 {
				t.Errorf("%s: page %d ends at %.0f", name, page+1, y)
			}
		}
	}
}
