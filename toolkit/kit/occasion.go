package kit

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"github.com/hablullah/go-hijri"

	"kring/internal/content"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// Occasion is something of the year that a theme can follow.
type Occasion struct {
	ID     string    `toml:"id"`
	Name   plan.Text `toml:"name"`
	Month  int       `toml:"month"` // of a fixed date
	Day    int       `toml:"day"`
	Nth    int       `toml:"nth"`     // the nth weekday of the month instead of a day; -1: the last
	Week   int       `toml:"weekday"` // 0: Sunday
	Hijri  [2]int    `toml:"hijri"`   // month and day of the Islamic calendar instead
	About  bool      `toml:"about"`   // the date is near it only
	Source string    `toml:"source"`
}

// Falling is an occasion on a date.
type Falling struct {
	Occasion
	On calendar.Date
}

// ErrOccasion says that an occasion of the file cannot be.
var ErrOccasion = errors.New("an occasion that cannot be")

// LoadOccasions reads what a theme can follow. A fault names its file.
func LoadOccasions(fsys fs.FS, file string) ([]Occasion, error) {
	var f struct {
		Occasions []Occasion `toml:"occasion"`
	}
	if err := content.Decode(fsys, file, &f); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, o := range f.Occasions {
		fixed := o.Month >= 1 && o.Month <= 12 && (o.Day >= 1 && o.Day <= 31) != (o.Nth != 0 && o.Nth >= -1 && o.Nth <= 5)
		islamic := o.Hijri[0] >= 1 && o.Hijri[0] <= 12 && o.Hijri[1] >= 1 && o.Hijri[1] <= 30
		if o.ID == "" || seen[o.ID] || o.Name.In(plan.Fallback) == "" || o.Source == "" || fixed == islamic {
			return nil, fmt.Errorf("%s: %q: %w", file, o.ID, ErrOccasion)
		}
		seen[o.ID] = true
	}
	return f.Occasions, nil
}

// Between are the occasions from one date to another, both included, by date. Those of the
// Islamic calendar go by Umm al-Qura, which is reckoned: a country that looks for the moon may
// be a day or two off, so they are always about.
func Between(all []Occasion, from, to calendar.Date) []Falling {
	var out []Falling
	for _, o := range all {
		for year := from.Year; year <= to.Year; year++ {
			for _, d := range o.in(year) {
				if d.Compare(from) >= 0 && d.Compare(to) <= 0 {
					out = append(out, Falling{o, d})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Falling) int { return a.On.Compare(b.On) })
	return out
}

// in gives the dates of an occasion in a year: of the Islamic calendar there may be two.
func (o Occasion) in(year int) []calendar.Date {
	switch {
	case o.Hijri[0] > 0:
		return o.islamic(year)
	case o.Nth != 0:
		return []calendar.Date{nth(year, time.Month(o.Month), time.Weekday(o.Week), o.Nth)}
	}
	return []calendar.Date{{Year: year, Month: time.Month(o.Month), Day: o.Day}}
}

// lastIslamic is the last whole year that the tables of Umm al-Qura reach.
const lastIslamic = 2076

func (o Occasion) islamic(year int) []calendar.Date {
	if year > lastIslamic {
		return nil
	}
	begin, err := hijri.CreateUmmAlQuraDate(time.Date(year, 1, 1, 12, 0, 0, 0, time.UTC))
	if err != nil {
		return nil // before the tables begin
	}
	var out []calendar.Date
	for y := begin.Year; y <= begin.Year+1; y++ {
		d := calendar.DateOf(hijri.UmmAlQuraDate{Year: y, Month: int64(o.Hijri[0]), Day: int64(o.Hijri[1])}.ToGregorian())
		if d.Year == year {
			out = append(out, d)
		}
	}
	return out
}

// nth is the nth weekday of a month; -1 is the last.
func nth(year int, month time.Month, day time.Weekday, n int) calendar.Date {
	first := calendar.Date{Year: year, Month: month, Day: 1}
	d := first.AddDays((int(day) - int(first.Weekday()) + 7) % 7)
	if n > 0 {
		return d.AddDays(7 * (n - 1))
	}
	for d.AddDays(7).Month == month {
		d = d.AddDays(7)
	}
	return d
}

// Approximate tells whether the date is near it only.
func (f Falling) Approximate() bool { return f.About || f.Hijri[0] > 0 }
