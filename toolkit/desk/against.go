package desk

import (
	"kring/toolkit/check"
	"kring/toolkit/glossary"
)

// against has the checks ask a glossary.
func against(g *glossary.Glossary) check.Terms {
	return func(source, target string) []check.Term {
		missing, forbidden := g.Check(source, target)
		var out []check.Term
		for _, use := range missing {
			out = append(out, check.Term{Of: use.Term.Dutch, Want: first(use.Term.Words(g.Lang()))})
		}
		for _, a := range forbidden {
			out = append(out, check.Term{Of: a.Term.Dutch, Want: first(a.Term.Words(g.Lang())), Got: a.Avoid.Word, In: ranges(a.Ranges)})
		}
		return out
	}
}

func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

func ranges(in []glossary.Range) []check.Range {
	out := make([]check.Range, len(in))
	for i, r := range in {
		out[i] = check.Range(r)
	}
	return out
}
