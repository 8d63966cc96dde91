package paper

import (
	"io"
	"strconv"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/people"
	"kring/sessions/report"
)

// The pickers whose answers are counted.
var (
	kinds     = people.Kinds()
	throughs  = people.Throughs()
	languages = people.Languages()
)

// workbook writes a sheet for each measure, with the two years beside each other.
func (n Numbers) workbook(w io.Writer, loc *i18n.Localizer) error {
	pages := []sheet.Page{n.about(loc)}
	for _, m := range n.measures() {
		pages = append(pages, n.measureSheet(loc, m))
	}
	return sheet.Write(w, append(pages, n.coursesSheet(loc), n.answersSheet(loc)))
}

// about says what the numbers are.
func (n Numbers) about(loc *i18n.Localizer) sheet.Page {
	p := sheet.Page{Name: loc.T("report.about"), RTL: loc.RTL(), Header: []string{loc.T("report.head", "Year", strconv.Itoa(n.This.Year))}}
	for _, s := range append([]string{n.Period(loc)}, notes(loc)...) {
		p.Rows = append(p.Rows, []any{s})
	}
	return p
}

// heads are a place and its quarters, this year and the one before beside each other.
func (n Numbers) heads(loc *i18n.Localizer, first string) []string {
	out := []string{first}
	years := []string{strconv.Itoa(n.This.Year), strconv.Itoa(n.Before.Year)}
	for q := range report.Quarters {
		for _, y := range years {
			out = append(out, loc.T("report.quarter", "Number", q+1, "Year", y))
		}
	}
	for _, y := range years {
		out = append(out, loc.T("report.totalof", "Year", y))
	}
	return out
}

// pairs are the cells of a row of two tables beside each other.
func (n Numbers) pairs(loc *i18n.Localizer, name string, this, before []report.Cell) []any {
	row := []any{name}
	for i := range this {
		if comes(n.This, i) {
			row = append(row, nil, cellOf(loc, before[i]))
			continue
		}
		row = append(row, cellOf(loc, this[i]), cellOf(loc, before[i]))
	}
	return row
}

func cellOf(loc *i18n.Localizer, c report.Cell) any {
	if c.Hidden {
		return sheet.Mark(loc.T("report.hidden"))
	}
	return c.N
}

func (n Numbers) measureSheet(loc *i18n.Localizer, m report.Measure) sheet.Page {
	p := sheet.Page{Name: loc.T("report." + string(m)), RTL: loc.RTL(), Header: n.heads(loc, loc.T("roster.place"))}
	this, before := n.This.Cafe[m].Cells, n.Before.Cafe[m].Cells
	row := func(i int, name string) []any {
		out := n.pairs(loc, name, this[i], before[i])
		for c := range this[i] {
			if unknown(m, n.This, i, c) && !comes(n.This, c) {
				out[1+2*c] = sheet.Mark(loc.T("report.unknown"))
			}
			if unknown(m, n.Before, i, c) {
				out[2+2*c] = sheet.Mark(loc.T("report.unknown"))
			}
		}
		return out
	}
	promises := false
	for i, name := range n.places {
		p.Rows = append(p.Rows, row(i, name))
		promises = promises || promised(m, n.This.Agreed[i])+promised(m, n.Before.Agreed[i]) > 0
	}
	p.Totals = row(len(n.places), loc.T("report.total"))
	if promises {
		for _, f := range []report.Figures{n.This, n.Before} {
			p.Header = append(p.Header, loc.T("report.agreedof", "Year", strconv.Itoa(f.Year)))
			for i := range n.places {
				var agreed any
				if a := promised(m, f.Agreed[i]); a > 0 {
					agreed = a
				}
				p.Rows[i] = append(p.Rows[i], agreed)
			}
		}
	}
	return p
}

func (n Numbers) coursesSheet(loc *i18n.Localizer) sheet.Page {
	p := sheet.Page{Name: loc.T("report.courses"), RTL: loc.RTL(), Header: n.heads(loc, "")}
	for _, m := range courseMeasures {
		p.Rows = append(p.Rows, n.pairs(loc, loc.T("report."+string(m)), n.This.Courses[m].Cells[0], n.Before.Courses[m].Cells[0]))
	}
	row := make([]any, len(p.Header))
	row[0] = loc.T("report.attendance")
	row[len(row)-2], row[len(row)-1] = sheet.Mark(share(loc, n.This.Present)), sheet.Mark(share(loc, n.Before.Present))
	p.Rows = append(p.Rows, row)
	return p
}

// share is a part in percent, or that it is not shown.
func share(loc *i18n.Localizer, percent int) string {
	if percent == report.NotShown {
		return loc.T("report.none")
	}
	return loc.Percent(float64(percent) / 100)
}

func (n Numbers) answersSheet(loc *i18n.Localizer) sheet.Page {
	p := sheet.Page{Name: loc.T("report.participants"), RTL: loc.RTL(), Header: []string{
		loc.T("report.question"), loc.T("report.answer"), strconv.Itoa(n.This.Year), strconv.Itoa(n.Before.Year),
	}}
	for _, m := range answers {
		for i, this := range n.This.Shares[m] {
			before := n.Before.Shares[m][i]
			if nobody(this) && nobody(before) {
				continue
			}
			p.Rows = append(p.Rows, []any{loc.T("report." + string(m)), n.said(loc, m, i), cellOf(loc, this), cellOf(loc, before)})
		}
	}
	return p
}

// said is an answer, or that it is all of them.
func (n Numbers) said(loc *i18n.Localizer, m report.Measure, i int) string {
	if m != report.Speaks && i == len(n.This.Shares[m])-1 {
		return loc.T("report.total")
	}
	return answer(loc, m, i)
}
