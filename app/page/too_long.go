package page

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	kwidget "kring/app/widget"
)

// ErrTooLong refuses a line that would fill every list it stands in.
var ErrTooLong = errors.New("too long for one line")

// longestLine is how many letters a field of one line takes; an address of a site may be longer.
const longestLine = 200

// tooLong finds the first field of one line that has more than fits on a page.
func tooLong(fields []*kwidget.Field) (*kwidget.Field, error) {
	for _, f := range fields {
		n := utf8.RuneCountInString(f.Text)
		if !f.MultiLine && n > longestLine && !strings.Contains(f.Text, "://") {
			return f, fmt.Errorf("a line of %d letters: %w", n, ErrTooLong)
		}
	}
	return nil, nil
}
