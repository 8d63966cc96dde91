package export

// widen makes a picture as large as there is room for: a sheet to write or draw in.
func (p *picture) widen(width, height float64) {
	k := min(width/p.w, height/p.h)
	p.w, p.h = p.w*k, p.h*k
}
