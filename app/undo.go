package app

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"kring/app/page"
	"kring/internal/vault"
	"kring/sessions/privacy"
)

// undo takes the last action back. Right after an erasure, which nobody can take back, it says
// so first: what it would take back is something from before, and perhaps not what is meant.
func (s *shell) undo() {
	if s.env == nil {
		return
	}
	env := s.env
	env.Queue.Add(func() {
		next, past, err := env.Vault.Next()
		fyne.Do(func() {
			switch {
			case s.env != env || s.win.Canvas().Overlays().Top() != nil: // locked meanwhile, or asked already
			case !slices.ContainsFunc(past, privacy.ForGood):
				s.step((*vault.Vault).Undo, "undo.did")
			case errors.Is(err, vault.ErrNothingToUndo):
				s.tell(s.loc.T("undo.erased"), s.loc.T("undo.erasednothing"))
			case err != nil:
				s.Fail(err)
			default:
				s.askUndo(next)
			}
		})
	})
}

// askUndo says that the erasure stays, and offers the action before it.
func (s *shell) askUndo(next vault.Action) {
	s.Ask(page.Question{
		Title: s.loc.T("undo.erased"),
		Text:  s.loc.T("undo.erasedask", "What", describe(s.loc, next)),
		Yes:   s.loc.T("undo.erasedyes"),
		Do:    func() { s.step((*vault.Vault).Undo, "undo.did") },
	})
}
