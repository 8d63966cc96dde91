package page

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
)

// workPatience is for how long work goes on before the window says so.
const workPatience = 400 * time.Millisecond

// working works beside the window and hands what came of it to then, on Fyne's goroutine. When it
// takes a while the window says what is going on, and it can be ended: then nothing comes of it.
func working[T any](e *Env, doing string, work func(context.Context) (T, error), then func(T)) {
	ctx, end := context.WithCancel(context.Background())
	var dialog *kwidget.Dialog
	over := false
	hide := func() {
		if over = true; dialog != nil {
			dialog.Hide()
		}
	}
	slow := time.AfterFunc(workPatience, func() {
		e.OnUI(func() {
			if !over {
				dialog = e.busy(doing, func() { end(); hide() })
			}
		})
	})
	go func() {
		got, err := work(ctx)
		e.OnUI(func() {
			slow.Stop()
			ended := ctx.Err() != nil
			end()
			if ended {
				return
			}
			hide()
			if err != nil {
				e.Shell.Fail(err)
				return
			}
			then(got)
		})
	}()
}

// busy says what is going on, with a way to end it.
func (e *Env) busy(doing string, end func()) *kwidget.Dialog {
	no := kwidget.NewButton(e.Loc.T("common.cancel"), nil, end)
	no.OnEscape = end
	body := container.NewBorder(nil, container.NewHBox(layout.NewSpacer(), no), nil, nil, quiet(e.Loc.T("bringin.moment")))
	d := kwidget.ShowDialog(doing, body, fyne.NewSize(460, 190), e.Window)
	e.Window.Canvas().Focus(no)
	return d
}
