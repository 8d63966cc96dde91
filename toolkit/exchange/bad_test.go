package exchange_test

import (
	"errors"

	"kring/toolkit/exchange"
)

func codeOf(err error) exchange.Code {
	var e *exchange.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
