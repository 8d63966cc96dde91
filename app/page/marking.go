package page

import "kring/sessions/course"

// onKey: 1 to 6 set a state, 0 clears, space goes to the next, a marks everybody,
// n goes to the note.
func (p *attendance) onKey(row, col int, key rune) {
	if row >= len(p.data.people) || col >= len(p.data.sessions) {
		return
	}
	states := course.States()
	switch k := european(key); {
	case k >= '1' && int(k-'1') < len(states):
		p.mark(row, col, states[k-'1'])
	case k == '0':
		p.mark(row, col, course.Unknown)
	case k == ' ':
		p.mark(row, col, next(p.data.marks[row][col].State))
	case k == 'a' || k == 'A' || k == 'ش':
		p.markAll()
	case k == 'n' || k == 'N' || k == 'ى':
		p.env.Window.Canvas().Focus(p.note)
	}
}

// european makes the digit of an Arabic keyboard the same key as the other; the
// letters of the two keys stand at the same place on it as a and n.
func european(key rune) rune {
	if key >= '٠' && key <= '٩' {
		return '0' + key - '٠'
	}
	return key
}

func next(s course.State) course.State {
	all := course.States()
	for i, x := range all {
		if x == s && i+1 < len(all) {
			return all[i+1]
		}
	}
	if s == course.Unknown {
		return all[0]
	}
	return course.Unknown
}

// mark writes one mark; the grid shows it when the vault says that it is on disk.
func (p *attendance) mark(row, col int, st course.State) {
	s, who := p.data.sessions[col], p.data.people[row].Person
	p.env.do(func() error { return p.env.Store.Mark(s.ID, who.ID, st) })
}

func (p *attendance) markAll() {
	_, col, ok := p.at()
	if !ok {
		return
	}
	s := p.data.sessions[col]
	p.env.Window.Canvas().Focus(p.grid)
	p.env.do(func() error { return p.env.Store.MarkAll(p.target.CourseID, s.ID, course.Present) })
}
