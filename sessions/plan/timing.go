package plan

// Clock is a time of day in minutes after midnight.
type Clock int

// At makes a Clock from hours and minutes.
func At(h, m int) Clock { return Clock(h*60 + m) }

// Hour and Minute of the day; a plan that runs past midnight wraps.
func (c Clock) Hour() int { return (int(c) / 60) % 24 }

// Minute within the hour.
func (c Clock) Minute() int { return int(c) % 60 }

// Timed is a block with the times that follow from its place in the plan.
type Timed struct {
	Block
	From, To Clock
}

// Timetable lays blocks one after the other from a start.
func Timetable(start Clock, blocks []Block) []Timed {
	out := make([]Timed, len(blocks))
	at := start
	for i, b := range blocks {
		out[i] = Timed{Block: b, From: at, To: at + Clock(b.Minutes)}
		at = out[i].To
	}
	return out
}

// Total is the sum of the blocks' minutes.
func Total(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += b.Minutes
	}
	return n
}

// Overrun is how many minutes a plan is longer than the meeting; negative when
// there is time left.
func Overrun(start, end Clock, blocks []Block) int {
	return Total(blocks) - int(end-start)
}
