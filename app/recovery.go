package app

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"kring/app/paper"
	"kring/toolkit/export"
)

// printRecovery writes the recovery code as a PDF where the user wants it.
func (s *shell) printRecovery(code string) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			s.failUnlessNil(err)
			return
		}
		path := w.URI().Path()
		s.failUnlessNil(w.Close())
		plan := export.Plan{
			Title: s.loc.T("recovery.title"), Subtitle: s.loc.T("recovery.about"), Lang: s.loc.Lang().String(),
			Intro: []export.Labelled{{Label: s.loc.T("app.name"), Text: code}},
		}
		s.failUnlessNil(paper.File(path, func(w io.Writer) error {
			return export.WritePDF(w, plan.Pages(), export.Meta{Title: plan.Title, Lang: plan.Lang})
		}))
	}, s.win)
	d.SetFileName(s.loc.T("recovery.file"))
	d.Show()
}
