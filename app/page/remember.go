package page

import (
	"kring/app/paper"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// remember keeps what a translator's file says in the memory, without a text.
func (e *Env) remember(f exchange.File, lang, title string) (int, error) {
	if title != "" {
		f.Title = title
	}
	if err := ofDutch(f); err != nil {
		return 0, err
	}
	return e.Books.Remember(f.Title, paper.Units(f, lang))
}

// ofDutch refuses a file that translates another language.
func ofDutch(f exchange.File) error {
	if p := exchange.Compare(exchange.File{Source: book.Source}, exchange.File{Source: f.Source, Target: f.Target}); p.Problem != nil {
		return p.Problem
	}
	return nil
}
