package paper

import (
	"strconv"

	"kring/i18n"
	"kring/sessions/report"
	"kring/toolkit/export"
)

// drawn is the report as it is drawn.
func (n Numbers) drawn(loc *i18n.Localizer) export.Report {
	years := [2]string{strconv.Itoa(n.This.Year), strconv.Itoa(n.Before.Year)}
	r := export.Report{
		Title: loc.T("report.head", "Year", years[0]), Subtitle: n.Period(loc), Lang: loc.Lang().String(), Years: years,
		Legend: [2]string{loc.T("report.legend.this", "Year", years[0]), loc.T("report.legend.before", "Year", years[1])},
		PageOf: func(i, all int) string { return loc.T("toolkits.page", "Number", loc.Int(i), "All", loc.Int(all)) },
		Notes:  notes(loc), Tiles: n.tiles(loc), Columns: n.columns(loc),
	}
	for _, m := range n.measures() {
		r.Charts = append(r.Charts, n.chart(loc, m))
	}
	return n.ofCourses(loc, r)
}

// tiles are the numbers that tell most, at most six.
func (n Numbers) tiles(loc *i18n.Localizer) (out []export.Tile) {
	add := func(m report.Measure, this, before string) {
		out = append(out, export.Tile{
			Name: loc.T("report." + string(m)), Number: this,
			Before: loc.T("report.inyear", "Year", strconv.Itoa(n.Before.Year), "Number", before),
		})
	}
	most := map[report.Measure]bool{report.Visits: true, report.Different: true, report.Newcomers: true, report.Evenings: true, report.Hours: true}
	for _, m := range n.measures() {
		if most[m] {
			add(m, total(loc, m, n.This), total(loc, m, n.Before))
		}
	}
	m := report.Participants
	last := len(n.This.Shares[m]) - 1
	add(m, said(loc, n.This.Shares[m][last]), said(loc, n.Before.Shares[m][last]))
	return out
}

// total is what all places have together, as its chart says it.
func total(loc *i18n.Localizer, m report.Measure, f report.Figures) string {
	if unknown(m, f, len(f.Cafe[m].Cells)-1, report.Quarters) {
		return loc.T("report.unknown")
	}
	return said(loc, f.Cafe[m].Sum())
}

// said is a number as it is written on paper.
func said(loc *i18n.Localizer, c report.Cell) string {
	if c.Hidden {
		return loc.T("report.hidden")
	}
	return loc.Int(c.N)
}

// columns are the visits of all places by quarter.
func (n Numbers) columns(loc *i18n.Localizer) export.ColumnChart {
	c := export.ColumnChart{Title: loc.T("report.visitsby")}
	all := func(f report.Figures, q int) export.Number {
		rows := f.Cafe[report.Visits].Cells
		x := rows[len(rows)-1][q]
		if comes(f, q) {
			return export.Number{}
		}
		return export.Number{Text: said(loc, x), Value: x.N}
	}
	for q := range report.Quarters {
		if len(n.places) > 0 {
			c.Groups = append(c.Groups, export.Group{Name: loc.T("report.q", "Number", q+1), This: all(n.This, q), Before: all(n.Before, q)})
		}
	}
	return c
}

// quarterly are the heads of a chart by quarter.
func quarterly(loc *i18n.Localizer) (out []string) {
	for q := range report.Quarters {
		out = append(out, loc.T("report.q", "Number", q+1))
	}
	return append(out, loc.T("report.total"))
}

// line is a year of a row; the last cell is the bar.
func line(loc *i18n.Localizer, f report.Figures, cells []report.Cell) export.Line {
	l := export.Line{Length: cells[len(cells)-1].N} // nothing where it is hidden
	for i, c := range cells {
		if len(cells) > 1 && comes(f, i) {
			l.Numbers = append(l.Numbers, "")
			continue
		}
		l.Numbers = append(l.Numbers, said(loc, c))
	}
	return l
}

func (n Numbers) chart(loc *i18n.Localizer, m report.Measure) export.Chart {
	c := export.Chart{Title: loc.T("report." + string(m)), Heads: quarterly(loc)}
	if m == report.Different {
		c.Note = loc.T("report.note.different")
	}
	for i := range n.This.Cafe[m].Cells {
		row := export.Row{Name: loc.T("report.total"), Sum: i == len(n.places)}
		row.This, row.Before = line(loc, n.This, n.This.Cafe[m].Cells[i]), line(loc, n.Before, n.Before.Cafe[m].Cells[i])
		for k := range row.This.Numbers {
			if unknown(m, n.This, i, k) && !comes(n.This, k) {
				row.This.Numbers[k] = loc.T("report.unknown")
			}
			if unknown(m, n.Before, i, k) {
				row.Before.Numbers[k] = loc.T("report.unknown")
			}
		}
		if !row.Sum {
			row.Name = n.places[i]
			if a := promised(m, n.This.Agreed[i]); a > 0 {
				row.Agreed, row.Promise = a, loc.T("report.promise", "Number", said(loc, n.This.Cafe[m].Cells[i][report.Quarters]), "Agreed", loc.Int(a))
			}
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// ofCourses adds the charts of the courses, where there were any.
func (n Numbers) ofCourses(loc *i18n.Localizer, r export.Report) export.Report {
	if n.This.Courses[report.Started].Sum().N+n.Before.Courses[report.Started].Sum().N == 0 {
		return r
	}
	courses := export.Chart{Title: loc.T("report.courses"), Heads: quarterly(loc)}
	people := export.Chart{Title: loc.T("report.participants"), Heads: quarterly(loc), Note: loc.T("report.note.attendance",
		"Year", strconv.Itoa(n.This.Year), "Share", share(loc, n.This.Present), "Before", strconv.Itoa(n.Before.Year), "ShareBefore", share(loc, n.Before.Present))}
	for _, m := range courseMeasures {
		row := export.Row{Name: loc.T("report." + string(m))}
		row.This, row.Before = line(loc, n.This, n.This.Courses[m].Cells[0]), line(loc, n.Before, n.Before.Courses[m].Cells[0])
		if m == report.Participants {
			people.Rows = append(people.Rows, row)
		} else {
			courses.Rows = append(courses.Rows, row)
		}
	}
	r.Charts = append(r.Charts, courses, people)
	for _, m := range answers {
		if c := n.answers(loc, m); len(c.Rows) > 0 {
			r.Charts = append(r.Charts, c)
		}
	}
	return r
}

// answers is a chart of what participants said.
func (n Numbers) answers(loc *i18n.Localizer, m report.Measure) export.Chart {
	c := export.Chart{Title: loc.T("report." + string(m)), Heads: []string{""}}
	if m == report.Speaks {
		c.Note = loc.T("report.note.speaks")
	}
	for i, this := range n.This.Shares[m] {
		before := n.Before.Shares[m][i]
		if nobody(this) && nobody(before) || m != report.Speaks && i == len(n.This.Shares[m])-1 {
			continue
		}
		c.Rows = append(c.Rows, export.Row{
			Name: answer(loc, m, i), This: line(loc, n.This, []report.Cell{this}), Before: line(loc, n.Before, []report.Cell{before}),
		})
	}
	return c
}
