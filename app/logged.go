package app

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"fyne.io/fyne/v2"
)

// logError writes to the terminal what kind of error it was. Its words stay out: they may have
// the name of a person or a file in them, and a desktop keeps what programs say there.
func logError(doing string, err error) { fyne.LogError(doing, nameless(err)) }

// nameless is an error of the sentences that it is known by, the kinds of errors in its chain and
// the number that the system gave.
func nameless(err error) error {
	var parts []string
	for _, s := range sentences {
		if errors.Is(err, s.err) {
			parts = append(parts, s.id)
		}
	}
	if id, ok := explainDisk(err); ok {
		parts = append(parts, id)
	}
	var number syscall.Errno
	if errors.As(err, &number) {
		parts = append(parts, number.Error())
	}
	return errors.New(strings.Join(append(parts, kinds(err)...), ", "))
}

// kinds are the types of an error and of those that it wraps.
func kinds(err error) (out []string) {
	for err != nil {
		out = append(out, fmt.Sprintf("%T", err))
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range many.Unwrap() {
				out = append(out, kinds(e)...)
			}
			return out
		}
		err = errors.Unwrap(err)
	}
	return out
}
