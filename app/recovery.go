package app

import (
	"io"

	"kring/app/paper"
	"kring/toolkit/export"
)

// printRecovery writes the recovery code as a PDF where the user wants it.
func (s *shell) printRecovery(code string) {
	s.files().Save(s.loc.T("dialog.saveas"), s.loc.T("recovery.file"), func(path string) {
		plan := export.Plan{
			Title: s.loc.T("recovery.title"), Subtitle: s.loc.T("recovery.about"), Lang: s.loc.Lang().String(),
			Intro: []export.Labelled{{Label: s.loc.T("app.name"), Text: code}},
		}
		s.failUnlessNil(paper.File(path, func(w io.Writer) error {
			return export.WritePDF(w, plan.Pages(export.A4), export.Meta{Title: plan.Title, Lang: plan.Lang})
		}))
	})
}
