package cafe

import "slices"

// board is a solution to exchange turns on: what is asked most is counted as turns change
// hands.
type board struct {
	*solver
	on    [][]int    // who is suggested, by evening
	turns [][]int    // evenings, by holder
	able  [][]bool   // by holder and evening: but for the month and the row
	was   [][]bool   // suggested before
	masks [][]uint64 // which of the skills of an evening somebody has
	days  []ordinals // of each evening
	count []counts   // of each holder, with the turns that stay
}

// ordinals number the day, the month and the week of an evening from 0.
type ordinals struct{ day, month, week int }

// counts are turns of somebody by day, month and week.
type counts struct{ day, month, week []int }

func newBoard(s *solver, x solution) *board {
	b := &board{solver: s, on: s.on(x), turns: make([][]int, len(s.Holders))}
	days, weeks := b.number()
	for _, h := range s.Holders {
		able, was, masks := make([]bool, len(s.Evenings)), make([]bool, len(s.Evenings)), make([]uint64, len(s.Evenings))
		c := counts{make([]int, days), make([]int, days), make([]int, weeks)}
		for j, e := range s.Evenings {
			able[j], was[j] = s.may(h, e.Date) == nil, s.before[turn{len(b.able), j}]
			for k, skill := range s.wants[j] {
				if h.Able(skill.ID, e.Date) {
					masks[j] |= 1 << k
				}
			}
			c.month[b.days[j].month] = s.month[h.ID][monthOf(e.Date)]
		}
		first := b.firstWeek()
		for w := range s.weeks[h.ID] {
			if at := w - first; at >= 0 && at < weeks {
				c.week[at]++
			}
		}
		b.able, b.was, b.masks, b.count = append(b.able, able), append(b.was, was), append(b.masks, masks), append(b.count, c)
	}
	for _, t := range x {
		b.turns[t.holder] = append(b.turns[t.holder], t.evening)
		b.tally(t.holder, t.evening, 1)
	}
	return b
}

// number gives each evening its ordinals, and how many days and weeks there are.
func (b *board) number() (days, weeks int) {
	if len(b.Evenings) == 0 {
		return 0, 0
	}
	start, first := b.Evenings[0].Date, b.firstWeek()
	for _, e := range b.Evenings {
		if e.Date.Compare(start) < 0 {
			start = e.Date
		}
	}
	begin := monthOf(start)
	for _, e := range b.Evenings {
		o := ordinals{e.Date.DaysSince(begin), (e.Date.Year-begin.Year)*12 + int(e.Date.Month-begin.Month), weekOf(e.Date) - first}
		b.days = append(b.days, o)
		days, weeks = max(days, o.day+1), max(weeks, o.week+1)
	}
	return days, weeks + b.InRow + 1
}

// firstWeek is so long before the first evening that a row that reaches into it is seen.
func (b *board) firstWeek() int {
	first := 0
	for i, e := range b.Evenings {
		if w := weekOf(e.Date); i == 0 || w < first {
			first = w
		}
	}
	return first - b.InRow - 1
}

func (b *board) solution() solution {
	var out solution
	for e, on := range b.on {
		for _, h := range on {
			out = append(out, turn{h, e})
		}
	}
	return out
}

// give lets a turn change hands.
func (b *board) give(x step) {
	on := b.on[x.evening]
	on[slices.Index(on, x.from)] = x.to
	from := b.turns[x.from]
	at := slices.Index(from, x.evening)
	from[at] = from[len(from)-1]
	b.turns[x.from] = from[:len(from)-1]
	b.turns[x.to] = append(b.turns[x.to], x.evening)
	b.tally(x.from, x.evening, -1)
	b.tally(x.to, x.evening, 1)
}

func (b *board) tally(h, evening, by int) {
	o, c := b.days[evening], b.count[h]
	c.day[o.day] += by
	c.month[o.month] += by
	c.week[o.week] += by
}

// load is how many turns somebody has on these evenings.
func (b *board) load(h int) int { return b.kept[b.Holders[h].ID] + len(b.turns[h]) }

// skillsOn are the skills of an evening that those have who are suggested.
func (b *board) skillsOn(evening int) (mask uint64) {
	for _, h := range b.on[evening] {
		mask |= b.masks[h][evening]
	}
	return mask
}

// seatsFor tells whether an evening has no more people of a kind than places for them.
func (b *board) seatsFor(evening int) bool {
	on := b.on[evening]
	return len(on)-b.basic(on, evening) <= b.needs[evening][AnyRole]
}

// canHave tells whether somebody can have a turn that was given to them.
func (b *board) canHave(h, evening int) bool {
	o, c := b.days[evening], b.count[h]
	most := b.Holders[h].Max
	if !b.able[h][evening] || c.day[o.day] > 1 || most > 0 && c.month[o.month] > most {
		return false
	}
	if b.InRow == 0 {
		return true
	}
	row := 1
	for w := o.week - 1; w >= 0 && c.week[w] > 0; w-- {
		row++
	}
	for w := o.week + 1; w < len(c.week) && c.week[w] > 0; w++ {
		row++
	}
	return row <= b.InRow
}
