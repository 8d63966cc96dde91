package exchange

// AddReference gives a file units that there is nothing to translate in, each in its place:
// all of reading, in the order of reading, of which the file has some already.
func (f *File) AddReference(reading []Unit) {
	asked := map[string]Unit{}
	for _, u := range f.Units {
		asked[u.ID] = u
	}
	f.Units = nil
	for _, u := range reading {
		if x, ok := asked[u.ID]; ok {
			u = x
		} else {
			u.Reference = true
		}
		f.Units = append(f.Units, u)
	}
}

// Asked tells how many units there is something to translate in.
func (f File) Asked() (n int) {
	for _, u := range f.Units {
		if !u.Reference {
			n++
		}
	}
	return n
}

// translate is what XLIFF says of a unit; nothing where it is to be translated.
func (u Unit) translate() string {
	if u.Reference {
		return "no"
	}
	return ""
}

// beside are the words of the units for reference just before a unit and just after it, each
// with its translation.
func (f File) beside(i int) (before, after []string) {
	if i > 0 && f.Units[i-1].Reference {
		before = f.Units[i-1].said()
	}
	if i+1 < len(f.Units) && f.Units[i+1].Reference {
		after = f.Units[i+1].said()
	}
	return before, after
}

func (u Unit) said() []string {
	if u.Text == "" {
		return []string{u.Source}
	}
	return []string{u.Source, u.Text}
}

// beside writes what stands beside a message as comments, which are not read back.
func (p sheet) beside(key string, words []string) {
	for _, w := range words {
		p.line("#. "+key+": ", oneLine(w))
	}
}
