package cafe

import (
	"math/bits"
	"slices"
)

// exchange betters a roster by giving turns to others, as long as that gains something: a
// turn goes to somebody else; two people swap evenings; or somebody leaves an evening for
// another one and a third takes their turn. No exchange fills fewer places.
func (s *solver) exchange(x solution) solution {
	b := newBoard(s, x)
	for b.coverMore() || b.shareBetter() || b.detour() {
	}
	return b.solution()
}

// step is one turn that changes hands; an exchange is one or two of them.
type step struct{ evening, from, to int }

// gain is what an exchange brings: of the places that every evening needs, of skills, of
// turns that stay as they were, and of fairness.
type gain [4]int

func (g gain) above(o gain) bool { return slices.Compare(g[:], o[:]) > 0 }

// coverMore makes, for each skill that an evening misses, the exchange that gains most.
func (b *board) coverMore() (did bool) {
	for e, wants := range b.wants {
		for k := range wants {
			if b.skillsOn(e)>>k&1 == 1 {
				continue
			}
			if best, _ := b.bring(e, k, b.gains); best != nil {
				b.do(best)
				did = true
			}
		}
	}
	return did
}

// gains tells whether an exchange brings more skills and leaves no place empty that every
// evening needs; costs, whether it does the latter, whatever it takes from other evenings.
func (b *board) gains(g gain) bool { return g[0] >= 0 && g[1] > 0 }
func (b *board) costs(g gain) bool { return g[0] >= 0 }

// bring finds the best of the exchanges that bring a skill to an evening and are wanted; the
// ones with a third only where there is no simpler one.
func (b *board) bring(e, k int, wanted func(gain) bool) (best []step, most gain) {
	weigh := func(steps ...step) {
		if g, lawful := b.try(steps); lawful && wanted(g) && (best == nil || g.above(most)) {
			best, most = slices.Clone(steps), g
		}
	}
	for _, ways := range []func(e, h int, weigh func(...step)){b.straight, b.aroundThird} {
		for h := range b.Holders {
			if b.able[h][e] && b.masks[h][e]>>k&1 == 1 && !slices.Contains(b.on[e], h) {
				ways(e, h, weigh)
			}
		}
		if best != nil {
			return best, most
		}
	}
	return nil, gain{}
}

// detour brings a skill to an evening though that takes one from another, where that one can
// then be had otherwise.
func (b *board) detour() (did bool) {
	for e, wants := range b.wants {
		for k := range wants {
			if b.skillsOn(e)>>k&1 == 0 && b.detourTo(e, k) {
				did = true
			}
		}
	}
	return did
}

func (b *board) detourTo(e, k int) bool {
	done, sum := b.bring(e, k, b.costs)
	if done == nil {
		return false
	}
	b.do(done)
	for _, x := range slices.Clone(done) {
		for o := range b.wants[x.evening] {
			if b.skillsOn(x.evening)>>o&1 == 1 {
				continue
			}
			if more, g := b.bring(x.evening, o, b.gains); more != nil {
				b.do(more)
				done = append(done, more...)
				for i := range sum {
					sum[i] += g[i]
				}
			}
		}
	}
	if b.gains(sum) {
		return true
	}
	b.undo(done)
	return false
}

// straight are the exchanges in which somebody takes a turn, or swaps with who has it.
func (b *board) straight(e, h int, weigh func(...step)) {
	for i := range b.on[e] {
		from := b.on[e][i]
		weigh(step{e, from, h})
		for j := range b.turns[h] {
			if other := b.turns[h][j]; b.able[from][other] && !slices.Contains(b.on[other], from) {
				weigh(step{other, h, from}, step{e, from, h})
			}
		}
	}
}

// aroundThird are those in which somebody takes a turn, and a third takes theirs.
func (b *board) aroundThird(e, h int, weigh func(...step)) {
	for i := range b.on[e] {
		from := b.on[e][i]
		for j := range b.turns[h] {
			other := b.turns[h][j]
			for third := range b.Holders {
				if third != from && third != h && b.able[third][other] && !slices.Contains(b.on[other], third) {
					weigh(step{other, h, third}, step{e, from, h})
				}
			}
		}
	}
}

// shareBetter gives turns to others where nothing is lost and something gained.
func (b *board) shareBetter() (did bool) {
	for e := range b.on {
		for i := range b.on[e] {
			for to := range b.Holders {
				if !b.able[to][e] || slices.Contains(b.on[e], to) {
					continue
				}
				if steps := []step{{e, b.on[e][i], to}}; b.better(steps) {
					b.do(steps)
					did = true
				}
			}
		}
	}
	return did
}

func (b *board) better(steps []step) bool {
	g, lawful := b.try(steps)
	return lawful && g.above(gain{})
}

// try is what an exchange would gain, and whether it is lawful.
func (b *board) try(steps []step) (gain, bool) {
	g, lawful := b.do(steps)
	b.undo(steps)
	return g, lawful
}

// undo takes exchanges back.
func (b *board) undo(steps []step) {
	for i := len(steps) - 1; i >= 0; i-- {
		b.give(step{steps[i].evening, steps[i].to, steps[i].from})
	}
}

// do makes an exchange, and tells what it gained and whether it is lawful.
func (b *board) do(steps []step) (g gain, lawful bool) {
	for _, x := range steps {
		was := b.weigh(x)
		b.give(x)
		for i, now := range b.weigh(x) {
			g[i] += now - was[i]
		}
	}
	for _, x := range steps {
		if !b.canHave(x.to, x.evening) || !b.seatsFor(x.evening) {
			return g, false
		}
	}
	return g, true
}

// weigh is the worth of what one step touches.
func (b *board) weigh(x step) (g gain) {
	on := b.on[x.evening]
	g[0], g[1] = b.basic(on, x.evening), bits.OnesCount64(b.skillsOn(x.evening))
	for _, h := range on {
		if b.was[h][x.evening] {
			g[2]++
		}
	}
	g[3] = -b.load(x.from)*b.load(x.from) - b.load(x.to)*b.load(x.to)
	return g
}
