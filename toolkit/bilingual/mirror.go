package bilingual

import "strings"

// arrows are pairs of arrows and hands, of which each is the other one in a mirror. Only
// characters with Bidi_Mirrored=No are here: nothing turns them where a text runs the other
// way, so that a translation needs the other one. Guillemets, chevrons, brackets, < and >
// have Bidi_Mirrored=Yes, and whoever shows them turns them (UAX #9, rule L4 and
// BidiMirroring.txt): exchanged here they would point the wrong way. That holds for -> and
// => of plain letters, too. ↔ and ⇄ are the same in a mirror.
const arrows = "→← ➡⬅ ⇒⇐ ⇨⇦ ⇛⇚ ↛↚ ↝↜ ↠↞ ↣↢ ↦↤ ↪↩ ↬↫ ↱↰ ↳↲ ⤷⤶ ⇀↼ ⇁↽ ⇉⇇ ⇏⇍ ⇝⇜ ⇢⇠ ⇥⇤ ⇾⇽ " +
	"⟶⟵ ⟹⟸ ⟼⟻ ⟾⟽ ↗↖ ↘↙ ⇗⇖ ⇘⇙ ▶◀ ▷◁ ▸◂ ▹◃ ►◄ ▻◅ ⏩⏪ ⏭⏮ ⏵⏴ ⭢⭠ ☞☜ ☛☚ 👉👈 " +
	"➔← ➜← ➝← ➞← ➙← ➛← ➤◀ ⮕⬅" // without one of their own

// turned gives the other one of each pair. Some to the right have none of their own: they
// get the plain one, which goes back to the plain one.
var turned = func() map[rune]rune {
	out := map[rune]rune{}
	for _, pair := range strings.Fields(arrows) {
		two := []rune(pair)
		for i, r := range two {
			if _, ok := out[r]; !ok {
				out[r] = two[1-i]
			}
		}
	}
	return out
}()

// Mirror gives a text with its arrows turned around, for a translation that runs the other
// way; false where it has none.
func Mirror(s string) (string, bool) {
	some := false
	out := strings.Map(func(r rune) rune {
		other, ok := turned[r]
		some = some || ok
		if !ok {
			return r
		}
		return other
	}, s)
	if !some {
		return s, false
	}
	return out, true
}

// Arrows are what to offer to who translates a text: each of its arrows once, turned around,
// in the order of the text.
func Arrows(s string) []string {
	var out []string
	seen := map[rune]bool{}
	for _, r := range s {
		if other, ok := turned[r]; ok && !seen[other] {
			seen[other] = true
			out = append(out, string(other))
		}
	}
	return out
}
