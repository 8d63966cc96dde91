package app

import (
	"errors"
	"runtime"
	"slices"
	"strconv"
	"syscall"

	"kring/i18n"
	"kring/internal/vault"
)

// explainLocked says who has the vault, where that can be told.
func explainLocked(loc *i18n.Localizer, locked *vault.LockedError) string {
	if locked.PID == 0 {
		return loc.T("error.lockedunknown")
	}
	return loc.T("error.locked", "Process", strconv.Itoa(locked.PID))
}

// explainDisk says what the disk did, to the vault or to a file that was written. It comes before
// what the vault says of damage: a vault that is left alone after a bad disk is not damaged.
func explainDisk(err error) (id string, ok bool) {
	is := func(those ...error) bool {
		return slices.ContainsFunc(those, func(e error) bool { return errors.Is(err, e) })
	}
	switch {
	case is(vault.ErrUnsure):
		return "error.unsure", true
	case is(vault.ErrGone):
		return "error.gone", true
	case is(vault.ErrReadOnly) && is(vault.ErrDisk): // while it is open: what was typed is still there
		return "error.readonlynow", true
	case is(vault.ErrReadOnly):
		return "error.readonly", true
	case is(vault.ErrReplaced):
		return "error.replaced", true
	case is(vault.ErrDiskFull, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG) || onWindows(is, 39, 112):
		return "error.diskfull", true
	case is(syscall.EROFS) || onWindows(is, 19):
		return "error.permission", true
	case is(vault.ErrDisk, syscall.EIO):
		return "error.disk", true
	}
	return "", false
}

// onWindows looks for Windows' own numbers: of a full disk and of one that is write-protected.
func onWindows(is func(...error) bool, numbers ...syscall.Errno) bool {
	return runtime.GOOS == "windows" && slices.ContainsFunc(numbers, func(n syscall.Errno) bool { return is(n) })
}
