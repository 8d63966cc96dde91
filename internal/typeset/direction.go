package typeset

// RTL tells whether the paragraph's lines begin at the right.
func (p Paragraph) RTL() bool { return p.direction() == RTL }
