package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"

	"kring/app/page"
	"kring/app/paper"
)

// choices are the language, light or dark, the last vault and the last folder. Fyne keeps
// them in a file that it empties before it writes: a full disk or a power cut in between
// leaves nothing, and who reads Arabic would find a window in Dutch that knows no vault.
// A second file is written whole or not at all, and is asked when Fyne's is broken.
type choices struct {
	prefs fyne.Preferences
	kept  string // the second file
	last  map[string]string
}

// fyneFile is where Fyne keeps the preferences of an app with our ID; it does not say so
// before it has read them.
func fyneFile() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("looking for the choices: %w", err)
	}
	root, _ := os.UserConfigDir() // where it is not to be found, Fyne goes on from here as well
	switch runtime.GOOS {
	case "darwin":
		root = filepath.Join(home, "Library", "Preferences")
	case "windows":
		root = filepath.Join(home, "AppData", "Roaming")
	}
	return filepath.Join(root, "fyne", ID, "preferences.json"), nil
}

// keptFile is the second file.
func keptFile() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("looking for the choices: %w", err)
	}
	return filepath.Join(dir, "kring", "choices.json"), nil
}

// takeBroken takes Fyne's own file away where it cannot be read: Fyne must not read it. A
// file that is not there was never made, or somebody wanted to begin anew.
func takeBroken(file string) (there bool, err error) {
	b, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("reading the choices: %w", err)
	case json.Unmarshal(b, &map[string]any{}) == nil:
		return true, nil
	}
	if err := os.Remove(file); err != nil {
		return true, fmt.Errorf("taking away broken choices: %w", err)
	}
	return true, nil
}

// readKept is empty where there is nothing to read: then Kring starts as the first time.
func readKept(kept string) map[string]string {
	out := map[string]string{}
	b, err := os.ReadFile(kept)
	if err != nil || json.Unmarshal(b, &out) != nil {
		return map[string]string{}
	}
	return out
}

// keepChoices writes the second file after every change.
func keepChoices(prefs fyne.Preferences, kept string) {
	c := &choices{prefs: prefs, kept: kept, last: readKept(kept)}
	prefs.AddChangeListener(c.changed)
	c.changed()
}

func (c *choices) changed() {
	now := chosen(c.prefs)
	if len(now) == 0 || maps.Equal(now, c.last) {
		return
	}
	if err := c.write(now); err != nil {
		logError("keeping the choices", err)
		return
	}
	c.last = now
}

func chosen(prefs fyne.Preferences) map[string]string {
	now := map[string]string{}
	for _, key := range []string{prefLanguage, prefDarkness, prefVault, page.PrefFolder} {
		if value := prefs.String(key); value != "" {
			now[key] = value
		}
	}
	return now
}

func (c *choices) write(now map[string]string) error {
	if err := os.MkdirAll(filepath.Dir(c.kept), 0o700); err != nil {
		return fmt.Errorf("keeping the choices: %w", err)
	}
	return paper.File(c.kept, func(w io.Writer) error { return json.NewEncoder(w).Encode(now) })
}

// withChoices makes the app with what was chosen before, whatever became of Fyne's file.
func withChoices(make func() fyne.App) fyne.App {
	file, err := fyneFile()
	kept, err2 := keptFile()
	if err = errors.Join(err, err2); err != nil {
		logError("looking for the choices", err)
		return make()
	}
	there, err := takeBroken(file)
	if err != nil {
		logError("mending the choices", err)
	}
	a := make()
	if there && len(chosen(a.Preferences())) == 0 { // broken, or another Kring just emptied it
		for key, value := range readKept(kept) {
			a.Preferences().SetString(key, value)
		}
	}
	keepChoices(a.Preferences(), kept)
	return a
}
