package people

import "hash/maphash"

// fewRows is up to how many rows comparing with every known name costs less than
// making the index.
const fewRows = 20

// shortest is how many letters a name must have for a small difference to mean
// anything: Ali and Eli are two people.
const shortest = 5

var variantSeed = maphash.MakeSeed()

// indexAlike makes it possible to find names one letter apart without comparing
// with each: two such names become the same text when a letter at most is left out
// of each (the deletion neighbourhood of Mor and Fraenkel, 1982).
func (k *known) indexAlike() {
	k.byVariant = make(map[uint64][]int, 16*len(k.names))
	for i, name := range k.names {
		for _, v := range variants(name) {
			if at := k.byVariant[v]; len(at) < 2*maxMatches {
				k.byVariant[v] = append(at, i)
			}
		}
	}
}

// variants are the name and what is left of it without each one of its letters, as
// hashes.
func variants(name string) []uint64 {
	letters := []rune(name)
	if len(letters) < shortest || len(letters) > 80 {
		return nil
	}
	out := []uint64{maphash.String(variantSeed, name)}
	for i := range letters {
		if i > 0 && letters[i] == letters[i-1] {
			continue
		}
		out = append(out, maphash.String(variantSeed, string(letters[:i])+string(letters[i+1:])))
	}
	return out
}

// alike gives the known people whose names are one letter from a key, and not the same.
func (k *known) alike(key string) []int {
	var out []int
	if k.byVariant == nil {
		for i := range k.names {
			if oneApart(k.names[i], key) {
				out = append(out, i)
			}
		}
		return out
	}
	for _, v := range variants(key) {
		for _, i := range k.byVariant[v] {
			if oneApart(k.names[i], key) {
				out = append(out, i)
			}
		}
	}
	return out
}

// oneApart tells whether two names differ by one letter more, less or other, or by
// two neighbours swapped (distance 1 of Damerau and Levenshtein).
func oneApart(a, b string) bool {
	if len(a)-len(b) > 4 || len(b)-len(a) > 4 || a == b {
		return false
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 || len(x) < shortest {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return string(x[i:]) == string(y[i+1:])
	}
	if string(x[i+1:]) == string(y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
}
