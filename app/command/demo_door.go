package command

import (
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// demoVisitors are known by name at the demo's first place. came says on which of the past
// evenings, the latest first: x is there.
var demoVisitors = []struct {
	cafe.Visitor
	came string
}{
	{cafe.Visitor{Name: "Sam", Color: "blue", Picture: "cat", Channel: cafe.Message, Reach: "+31600001401"}, "..xxx.xx"},
	{cafe.Visitor{Name: "Noor", Color: "pink", Picture: "flower"}, "xxxxxxxx"},
	{cafe.Visitor{Name: "أحمد", Color: "green", Picture: "boat", Channel: cafe.Somebody, Reach: "Yara"}, "...xx.x."},
	{cafe.Visitor{Name: "Luca"}, "xx.x...."},
	{cafe.Visitor{Name: "Esra", Color: "purple", Picture: "moon", Channel: cafe.Mail, Reach: "esra@voorbeeld.nl"}, "x.xxxx.x"},
	{cafe.Visitor{Name: "Vosje", Color: "orange", Picture: "star"}, "xx.x.x.x"},
	{cafe.Visitor{Name: "ليلى", Color: "red", Picture: "heart"}, "xxx....."},
	{cafe.Visitor{Name: "Jip"}, "x.x....."},
	{cafe.Visitor{Name: "Mees", Color: "teal", Picture: "fish", Before: true}, "xxx.xxxx"},
	{cafe.Visitor{Name: "Daan", Before: true}, ".x.xxx.x"},
	{cafe.Visitor{Name: "DJ Bo", Picture: "kite"}, "x...x..."},
	{cafe.Visitor{Name: "Émilie", Color: "purple", Picture: "cup"}, "xx......"},
	{cafe.Visitor{Name: "Sam", Color: "green", Picture: "tree"}, "x......."},
}

// fillNames says who of the demo's visitors came to the past evenings of a place.
func fillNames(s *cafe.Store, p cafe.Place, now calendar.Date) error {
	past := s.Past(p.ID, now, 8)
	for _, x := range demoVisitors {
		var who cafe.Visitor
		for i := len(past) - 1; i >= 0; i-- {
			var err error
			switch {
			case i >= len(x.came) || x.came[i] != 'x':
			case who.ID != "":
				err = s.SetHere(past[i], who.ID, true)
			default:
				if who, err = s.Newcomer(past[i], x.Name); err == nil {
					x.ID = who.ID
					_, err = s.SaveVisitor(x.Visitor)
				}
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
