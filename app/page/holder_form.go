package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// holderForm edits a draft of a space-holder. Of the times away it shows those that are not
// over; those that are stay as they were.
type holderForm struct {
	env               *Env
	form              *draftForm
	holder            cafe.Holder
	name, phone, most *kwidget.Field
	wishes            *kwidget.Field
	paid              *kwidget.Check
	days              map[int]*kwidget.Check
	seen, expiry      *dateField
	away              []awayRow
	training          []trainingRow
}

// awayRow and trainingRow are one line of a list that grows; what is left empty is none.
type (
	awayRow     struct{ from, to *dateField }
	trainingRow struct {
		name *kwidget.Field
		on   *dateField
	}
)

func (e *Env) holderDraft(title string, h cafe.Holder) *holderForm {
	loc := e.Loc
	x := &holderForm{env: e, holder: h, name: kwidget.NewField(h.Name), phone: kwidget.NewField(people.ShowPhone(h.Phone)), most: kwidget.NewField(""), days: map[int]*kwidget.Check{}}
	x.paid = kwidget.NewCheck(loc.T("holder.ispaid"), nil)
	x.paid.Checked = h.Paid
	if h.Max > 0 {
		x.most.SetText(loc.Int(h.Max))
	}
	x.wishes = kwidget.NewArea(h.Wishes, 2)
	x.wishes.SetPlaceHolder(loc.T("holder.wishhint"))
	x.seen, x.expiry = newDateField(e, h.Seen, noRegion), newDateField(e, h.Until, noRegion)
	away, training := x.times(), x.trainings()
	x.form = e.draft(title, loc.T("common.save"), formOf(
		item(loc.T("person.name"), x.name), item(loc.T("person.phone"), x.phone), item("", x.paid),
		item(loc.T("holder.days"), x.weekdays()), item(loc.T("holder.most"), x.most),
		item(loc.T("holder.times"), away),
		item(loc.T("holder.vog"), x.seen.object), item(loc.T("holder.vogend"), x.expiry.object),
		item(loc.T("holder.training"), training), item(loc.T("holder.wishes"), x.wishes),
	), fyne.NewSize(720, 660), func() func() error {
		draft, err := x.draft()
		return func() error {
			if err != nil {
				return err
			}
			_, err := e.Cafe.SaveHolder(draft)
			return err
		}
	})
	fields := []*kwidget.Field{x.name, x.phone, x.most}
	for _, r := range x.away {
		fields = append(fields, r.from.Field, r.to.Field)
	}
	fields = append(fields, x.seen.Field, x.expiry.Field)
	for _, r := range x.training {
		fields = append(fields, r.name, r.on.Field)
	}
	x.form.on(append(fields, x.wishes)...)
	return x
}

func (x *holderForm) weekdays() fyne.CanvasObject {
	box := container.New(layout.NewRowWrapLayout())
	for _, d := range calendar.Weekdays() {
		c := kwidget.NewCheck(x.env.Loc.Weekday(d), nil)
		for _, on := range x.holder.Days {
			c.Checked = c.Checked || on == d
		}
		x.days[int(d)] = c
		box.Add(c)
	}
	return box
}

// growing is a list of lines with a button that adds an empty one. line makes a line and
// gives its fields.
func (x *holderForm) growing(word string, line func() (fyne.CanvasObject, []*kwidget.Field)) (lines *fyne.Container, whole fyne.CanvasObject) {
	lines = column(gapLines)
	more := low(word, func() {
		o, fields := line()
		lines.Add(o)
		x.form.on(fields...)
	})
	return lines, column(gapLines, lines, container.NewHBox(more))
}

// times lists when somebody is away.
func (x *holderForm) times() fyne.CanvasObject {
	env, loc := x.env, x.env.Loc
	line := func(s cafe.Span) (fyne.CanvasObject, []*kwidget.Field) {
		r := awayRow{newDateField(env, s.From, noRegion), newDateField(env, s.To, noRegion)}
		r.from.SetPlaceHolder(loc.T("holder.from"))
		r.to.SetPlaceHolder(loc.T("holder.to"))
		x.away = append(x.away, r)
		return container.NewGridWithColumns(2, r.from.object, r.to.object), []*kwidget.Field{r.from.Field, r.to.Field}
	}
	lines, whole := x.growing(loc.T("holder.moretimes"), func() (fyne.CanvasObject, []*kwidget.Field) { return line(cafe.Span{}) })
	for _, s := range x.holder.Away {
		if s.To.Compare(env.Day()) >= 0 {
			o, _ := line(s)
			lines.Add(o)
		}
	}
	if len(x.away) == 0 {
		o, _ := line(cafe.Span{})
		lines.Add(o)
	}
	return whole
}

// trainings lists what somebody followed.
func (x *holderForm) trainings() fyne.CanvasObject {
	env, loc := x.env, x.env.Loc
	line := func(t cafe.Training) (fyne.CanvasObject, []*kwidget.Field) {
		r := trainingRow{kwidget.NewField(t.Name), newDateField(env, t.On, noRegion)}
		r.name.SetPlaceHolder(loc.T("holder.trainingname"))
		r.on.SetPlaceHolder(loc.T("holder.trainingon"))
		x.training = append(x.training, r)
		return container.NewGridWithColumns(2, r.name, r.on.object), []*kwidget.Field{r.name, r.on.Field}
	}
	lines, whole := x.growing(loc.T("holder.moretraining"), func() (fyne.CanvasObject, []*kwidget.Field) { return line(cafe.Training{}) })
	for _, t := range append(x.holder.Training[:len(x.holder.Training):len(x.holder.Training)], cafe.Training{}) {
		if t.Name != "" || len(x.training) == 0 {
			o, _ := line(t)
			lines.Add(o)
		}
	}
	return whole
}

// draft is what was typed, or what of it cannot be read.
func (x *holderForm) draft() (cafe.Holder, error) {
	h := x.holder
	h.Name, h.Paid, h.Wishes, h.Days = x.name.Text, x.paid.Checked, x.wishes.Text, nil
	var err error
	if h.Phone, err = typedPhone(x.phone, h.Phone); err != nil {
		return h, err
	}
	for _, d := range calendar.Weekdays() {
		if x.days[int(d)].Checked {
			h.Days = append(h.Days, d)
		}
	}
	h.Max = 0
	if text := strings.TrimSpace(x.most.Text); text != "" {
		n, ok := number(text)
		if !ok || n > 31 {
			return h, cafe.ErrMax
		}
		h.Max = n
	}
	if h.Seen, err = x.seen.optional(); err != nil {
		return h, err
	}
	if h.Until, err = x.expiry.optional(); err != nil {
		return h, err
	}
	if h.Away, err = x.typedTimes(); err != nil {
		return h, err
	}
	h.Training, err = x.typedTrainings()
	return h, err
}

func (x *holderForm) typedTimes() ([]cafe.Span, error) {
	var out []cafe.Span
	for _, s := range x.holder.Away {
		if s.To.Compare(x.env.Day()) < 0 {
			out = append(out, s)
		}
	}
	for _, r := range x.away {
		from, err := r.from.optional()
		if err != nil {
			return nil, err
		}
		to, err := r.to.optional()
		if err != nil {
			return nil, err
		}
		if !from.IsZero() && to.IsZero() {
			to = from // one day
		}
		if !from.IsZero() || !to.IsZero() {
			out = append(out, cafe.Span{From: from, To: to})
		}
	}
	return out, nil
}

func (x *holderForm) typedTrainings() ([]cafe.Training, error) {
	var out []cafe.Training
	for _, r := range x.training {
		on, err := r.on.optional()
		if err != nil {
			return nil, err
		}
		if t := (cafe.Training{Name: strings.TrimSpace(r.name.Text), On: on}); t != (cafe.Training{}) {
			out = append(out, t)
		}
	}
	return out, nil
}
