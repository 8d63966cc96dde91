package page

import (
	"kring/app/paper"
	"kring/toolkit/export"
)

// unfinishedIn is what is not translated of a text, in the languages that it is printed in.
func (e *Env) unfinishedIn(k paper.Toolkit, o export.Options) ([]paper.Unfinished, error) {
	languages, err := o.Printed()
	if err != nil {
		return nil, err
	}
	return k.UnfinishedIn(e.Books, languages...), nil
}

// unfinishedWords say so, a sentence for each language and each kind.
func (e *Env) unfinishedWords(of []paper.Unfinished) (out []string) {
	for _, x := range of {
		out = append(out, x.Words(e.Loc)...)
	}
	return out
}
