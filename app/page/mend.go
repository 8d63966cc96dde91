package page

import (
	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/people"
)

// mend changes the values of one row, or who it is.
func (x *importPreview) mend(i int) {
	loc, r := x.env.Loc, x.rows[i]
	who, phone, email := kwidget.NewField(r.Person.Name), kwidget.NewField(people.ShowPhone(r.Person.Phone)), kwidget.NewField(r.Person.Email)
	same := kwidget.NewCheck("", nil)
	items := []formItem{
		item(loc.T("person.name"), who), item(loc.T("person.phone"), phone), item(loc.T("person.email"), email),
	}
	if len(r.Known) > 0 {
		same.SetText(loc.T("import.same", "Name", r.Known[0].Name))
		same.SetChecked(r.Person.ID != "")
		items = append(items, item("", same))
	}
	content := column(gapParts, formOf(items...))
	if why := sayRow(loc, r); why != "" {
		content.Add(warning(why))
	}
	content.Add(quiet(loc.T("import.written", "Cells", x.written(r))))
	f := x.env.draft(loc.T("import.mend", "Number", r.Line), loc.T("import.mended"), content, fyne.NewSize(600, 420), func() func() error {
		mended := r.Mend(people.FullName, who.Text, x.known, x.rows...)
		mended.Person.Phone, mended.Person.Email = "", ""
		mended = mended.Mend(people.Phone, phone.Text, x.known, x.rows...).Mend(people.Email, email.Text, x.known, x.rows...)
		if len(mended.Known) > 0 && !same.Checked {
			mended = mended.Choose("")
		}
		x.rows[i] = mended
		x.show()
		return func() error { return nil }
	})
	f.on(who, phone, email)
}

// written is the row as it stands in the file.
func (x *importPreview) written(r people.Row) string {
	var cells []string
	for i, c := range r.Cells {
		if c != "" && i < len(x.table.Header) && x.table.Header[i] != "" {
			c = x.table.Header[i] + ": " + c
		}
		cells = append(cells, c)
	}
	return x.env.Loc.Facts(cells...)
}
