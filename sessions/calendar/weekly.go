package calendar

// Skip is a date that was left out and why.
type Skip struct {
	Date   Date
	Reason Reason
}

// maxSkips bounds how many weeks may be closed before a series gives up: a rule
// that closes every day would never end.
const maxSkips = 104

// Weekly gives n dates, a week apart, from first on, without the closed ones. Fewer
// than n come back only when more than two years are closed.
func Weekly(first Date, n int, closed func(Date) (Reason, bool)) (dates []Date, skipped []Skip) {
	for d := first; len(dates) < n && len(skipped) < maxSkips; d = d.AddDays(7) {
		if r, ok := closed(d); ok {
			skipped = append(skipped, Skip{d, r})
			continue
		}
		dates = append(dates, d)
	}
	return dates, skipped
}

// Move puts the date at index i elsewhere. With rest, the dates after it follow
// weekly from there, skipping closed days anew.
func Move(dates []Date, i int, to Date, rest bool, closed func(Date) (Reason, bool)) (moved []Date, skipped []Skip) {
	moved = append(moved, dates...)
	moved[i] = to
	if !rest || i+1 >= len(dates) {
		return moved, nil
	}
	after, skipped := Weekly(to.AddDays(7), len(dates)-i-1, closed)
	return append(moved[:i+1], after...), skipped
}

// Next is the first date on a weekday, on or after a day.
func Next(from Date, day int) Date {
	return from.AddDays(((day-int(from.Weekday()))%7 + 7) % 7)
}
