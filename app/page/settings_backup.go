package page

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/backup"
	"kring/internal/vault"
	"kring/sessions/calendar"
)

// backups is the card of Settings that says where copies go and how it stands with them.
func (e *Env) backups() fyne.CanvasObject {
	loc := e.Loc
	box := column(gapParts, section(loc.T("backup.title")), words(loc.T("backup.about")))
	if e.Backup == nil {
		box.Add(quiet(loc.T("backup.demo")))
		return card(box)
	}
	states := e.Backup.States()
	for _, st := range states {
		box.Add(e.backupPlace(st))
	}
	if len(states) < 2 {
		box.Add(words(loc.T("backup.secondabout")))
		box.Add(container.NewHBox(kwidget.NewButton(loc.T("backup.addsecond"), nil, func() { e.chooseBackup(backup.Second) })))
	}
	now := primary(loc.T("backup.now"), e.backupNow)
	if busy(states) {
		now.Disable()
		now.Text = loc.T("backup.busy")
	}
	box.Add(container.NewHBox(now, kwidget.NewButton(loc.T("backup.restore"), nil, e.restore)))
	return card(box)
}

// backupStates is how it stands with the copies; nothing for a vault to look around in.
func (e *Env) backupStates() []backup.State {
	if e.Backup == nil {
		return nil
	}
	return e.Backup.States()
}

func busy(states []backup.State) bool {
	for _, st := range states {
		if st.Busy {
			return true
		}
	}
	return false
}

// backupPlace is one folder: where it is, when the last good copy was, what is wrong.
func (e *Env) backupPlace(st backup.State) fyne.CanvasObject {
	loc := e.Loc
	lines := column(gapLines, caption(loc.T("backup.place."+string(st.Slot))), e.readable(value(st.Dir)))
	lines.Add(value(e.lastBackup(st)))
	if text, _ := e.backupTrouble(st); text != "" {
		add(lines, notices(text)...)
	}
	other := low(loc.T("backup.elsewhere"), func() { e.chooseBackup(st.Slot) })
	buttons := container.NewHBox(other)
	if st.Slot == backup.Second {
		buttons.Add(low(loc.T("backup.forget"), func() { e.do(func() error { return e.Backup.Places.Forget(backup.Second) }) }))
	}
	lines.Add(buttons)
	return lines
}

// lastBackup says when the last good copy was, and how many there are.
func (e *Env) lastBackup(st backup.State) string {
	if st.Good().IsZero() {
		return e.Loc.T("backup.none")
	}
	when := moment(e.Loc, st.Good())
	if st.Newest.At.IsZero() { // only its day is known
		d := calendar.DateOf(st.Good().In(calendar.Amsterdam))
		when = e.date(d, i18n.Short)
	}
	last := e.Loc.T("backup.last", "When", when)
	if st.Count == 0 {
		return last
	}
	return e.Loc.Facts(last, e.Loc.T("backup.copies", "Count", e.Loc.Int(st.Count)))
}

// moment is a date with its time, as people say it here.
func moment(loc *i18n.Localizer, at time.Time) string {
	at = at.In(calendar.Amsterdam)
	d := calendar.DateOf(at)
	return loc.Commas(loc.Date(d.Year, d.Month, d.Day, i18n.Long), loc.Time(at.Hour(), at.Minute()))
}

// patience is how long a second place may be away before that is more than a remark.
const patience = 14 * 24 * time.Hour

// backupTrouble says what is wrong with a place, and whether it is urgent.
func (e *Env) backupTrouble(st backup.State) (text string, urgent bool) {
	switch {
	case st.Err == nil:
		return "", false
	case errors.As(st.Err, new(*vault.DamageError)):
		return e.Loc.T("backup.damaged"), true
	case !st.Away():
		return e.Shell.Explain(st.Err), true
	case st.Slot == backup.First:
		return e.Loc.T("backup.away.first"), true
	}
	return e.Loc.T("backup.away.second"), st.Good().IsZero() || e.Now().Sub(st.Good()) > patience
}

func (e *Env) chooseBackup(s backup.Slot) {
	e.files().Folder(e.Loc.T("backup.choose"), func(dir string) {
		e.act(func() error {
			if err := e.Backup.Places.Choose(s, dir); err != nil {
				return err
			}
			e.Backup.Now()
			return nil
		}, e.failUnlessNil)
	})
}

// backupNow makes a copy at each place and says how it went.
func (e *Env) backupNow() {
	go func() {
		e.Backup.Now()
		var errs []error
		for _, st := range e.Backup.States() {
			if st.Slot == backup.First || !st.Away() {
				errs = append(errs, st.Err)
			}
		}
		err := errors.Join(errs...)
		e.OnUI(func() {
			if err != nil {
				e.Shell.Fail(err)
				return
			}
			e.Shell.Say(e.Loc.T("backup.made"))
		})
	}()
}

// restore shows the copies of this vault, with what is newer in it.
func (e *Env) restore() { e.ownCopies().Show() }

func (e *Env) ownCopies() Rescue {
	r := Rescue{Files: e.files(), Present: e.Vault, Describe: e.Describe, Open: func(path, _ string) { e.OpenVault(path) }, Tag: e.Backup.Tag(), Erasures: e.Privacy.Erasures}
	for _, st := range e.Backup.States() {
		r.Folders = append(r.Folders, st.Dir)
	}
	return r
}

// backupTroubles are what Today says of each place of which something is wrong.
func (e *Env) backupTroubles(states []backup.State) []string {
	var out []string
	for _, st := range states {
		if text, _ := e.backupTrouble(st); text != "" {
			out = append(out, string(st.Slot)+text+e.lastBackup(st))
		}
	}
	return out
}

// BackedUp implements CopyWatcher: as long as nothing is wrong, copies change nothing on Today.
func (p *today) BackedUp() {
	if !slices.Equal(p.said, p.env.backupTroubles(p.env.backupStates())) {
		p.Update()
	}
}

// BackedUp implements CopyWatcher.
func (p *settings) BackedUp() { p.Update() }

// backupNotices are what Today says of the copies, as long as it is so.
func (p *today) backupNotices(states []backup.State) []fyne.CanvasObject {
	lines := column(gapParts)
	for _, st := range states {
		text, urgent := p.env.backupTrouble(st)
		if text == "" {
			continue
		}
		said := column(gapLines, name(p.env.Loc.T("backup.place."+string(st.Slot))))
		if urgent {
			add(said, notices(text)...)
		} else {
			said.Add(value(text))
		}
		said.Add(quiet(p.env.lastBackup(st)))
		lines.Add(said)
	}
	if len(lines.Objects) == 0 {
		return nil
	}
	show := kwidget.NewButton(p.env.Loc.T("common.show"), nil, func() { p.env.Shell.Go(Target{Page: Settings, Tab: Copying}) })
	return []fyne.CanvasObject{section(p.env.Loc.T("backup.title")), card(lines, container.NewHBox(show))}
}
