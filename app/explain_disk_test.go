package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"kring/app/paper"
	"kring/i18n"
	"kring/internal/vault"
)

// What the disk does is said in a sentence of its own, in every language.
func TestExplainDisk(t *testing.T) {
	path := func(e error) error { return &os.PathError{Op: "write", Path: "lijst.pdf", Err: e} }
	for _, c := range []struct {
		err error
		id  string
	}{
		{fmt.Errorf("saving: %w", vault.ErrDiskFull), "error.diskfull"},
		{fmt.Errorf("writing lijst.pdf: %w", path(syscall.ENOSPC)), "error.diskfull"},
		{path(syscall.EDQUOT), "error.diskfull"},
		{path(syscall.EROFS), "error.permission"},
		{path(syscall.EACCES), "error.permission"},
		{path(syscall.EIO), "error.disk"},
		{fmt.Errorf("saving: %w", vault.ErrDisk), "error.disk"},
		{fmt.Errorf("%w: %w", vault.ErrUnsure, vault.ErrDisk), "error.unsure"},
		{&vault.DamageError{What: "last change", Err: errors.Join(vault.ErrUnsure, vault.ErrDisk)}, "error.unsure"},
		{fmt.Errorf("%w: %w", vault.ErrGone, fs.ErrNotExist), "error.gone"},
		{fmt.Errorf("a.kring: %w", vault.ErrReplaced), "error.replaced"},
		{&vault.DamageError{What: "header", Err: vault.ErrNoKey}, "error.nokey"},
		{fmt.Errorf("opening: %w", errors.Join(vault.ErrReadOnly, path(syscall.EROFS))), "error.readonly"},
		{fmt.Errorf("saving: %w: %w: %w", vault.ErrDisk, vault.ErrReadOnly, path(syscall.EPERM)), "error.readonlynow"},
		{&vault.LockedError{Path: "a.kring"}, "error.lockedunknown"},
		{fs.ErrNotExist, "error.nofile"},
		{fmt.Errorf("%w: %w", paper.ErrPlaceGone, fs.ErrNotExist), "error.placegone"},
	} {
		for _, lang := range []string{"nl", "en", "ar"} {
			loc := i18n.New(lang)
			if got, want := explain(loc, c.err), loc.T(c.id); got != want || want == c.id || want == "" {
				t.Errorf("%s, %v: %q, want %q", lang, c.err, got, want)
			}
		}
	}
}
