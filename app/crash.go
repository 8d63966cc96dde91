package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"fyne.io/fyne/v2"
)

// crashDir is where a report of a crash goes: on this laptop, with what programs keep
// for themselves.
func crashDir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("looking for a place for crash reports: %w", err)
	}
	return filepath.Join(dir, "kring"), nil
}

// watchCrashes lets Go write what it knows of a crash to a file in dir, and gives the
// path of the report of the time before, if that ended so. A report has the places in
// the program and no records.
func watchCrashes(dir string) (last string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("making the folder for crash reports: %w", err)
	}
	now := filepath.Join(dir, "crash-now.txt")
	info, err := os.Stat(now)
	if err == nil && info.Size() > 0 {
		last = filepath.Join(dir, "crash-last.txt")
		if err := os.Rename(now, last); err != nil {
			return "", fmt.Errorf("keeping the last crash report: %w", err)
		}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("looking for a crash report: %w", err)
	}
	f, err := os.OpenFile(now, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return last, fmt.Errorf("making a file for crash reports: %w", err)
	}
	return last, errors.Join(debug.SetCrashOutput(f, debug.CrashOptions{}), f.Close())
}

// startCrashReports never keeps Kring from starting.
func startCrashReports() (last string) {
	dir, err := crashDir()
	if err == nil {
		last, err = watchCrashes(dir)
	}
	if err != nil {
		fyne.LogError("preparing crash reports", err)
	}
	return last
}
