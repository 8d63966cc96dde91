package page

// cookingTab is the meal of an evening.
type cookingTab struct {
	simple
	atEvening
}

func newCookingTab(at atEvening) Page { return &cookingTab{newSimple(nil), at} }

// Update implements Page.
func (p *cookingTab) Update() { refresh(p.env, &p.turns, p.night, func(night) {}) }
