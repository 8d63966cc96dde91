package app

import (
	"strconv"

	"kring/i18n"
	"kring/toolkit/exchange"
)

// explainExchange says what is wrong with a translator's file and where in it.
func explainExchange(loc *i18n.Localizer, e *exchange.Error) string {
	what := loc.T("error.translator."+string(e.Code), "Text", e.Text, "Other", strconv.Itoa(e.Other))
	if e.Line == 0 {
		return what
	}
	return loc.T("error.translator.place", "What", what, "Line", strconv.Itoa(e.Line), "Column", strconv.Itoa(e.Column))
}
