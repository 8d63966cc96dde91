package app

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/app/command"
	"kring/app/folder"
	"kring/app/page"
	kwidget "kring/app/widget"
	"kring/internal/backup"
	"kring/internal/vault"
)

// lastPatience is how long closing waits for the last copies. What a slow stick has not taken
// by then is made the next time.
const lastPatience = 20 * time.Second

// usualBackups is the folder that copies go into unless somebody chooses: among the documents,
// where people look, and not with the vault, which may be thrown away with its folder.
func usualBackups() string {
	places := folder.Places()
	for _, id := range []string{"documents", "home"} {
		for _, p := range places {
			if p.ID == id {
				return filepath.Join(p.Path, backup.FolderName)
			}
		}
	}
	return filepath.Join(newVaultDir(), backup.FolderName)
}

// startBackups keeps copies of a vault that was just opened. The one to look around in needs none.
func (s *shell) startBackups(v *vault.Vault) {
	s.env.Describe = func(a vault.Action) string { return describe(s.loc, a) }
	s.env.OpenVault = s.openOther
	if s.usual == nil || command.IsDemo(v.Path()) {
		return
	}
	k, err := backup.Start(v, s.usual(), s.now, func() { fyne.Do(s.backedUp) })
	if err != nil {
		s.Fail(err)
		return
	}
	s.backups, s.env.Backup = k, k
}

// backedUp shows that it stands otherwise with the copies, where that is said.
func (s *shell) backedUp() {
	if s.env == nil {
		return
	}
	if p, ok := s.current.(page.CopyWatcher); ok {
		p.BackedUp()
	}
}

// stopBackups makes the last copies, and waits for them.
func stopBackups(k *backup.Keeper) {
	if k != nil {
		k.Close(lastPatience)
	}
}

// openOther closes the vault and asks for the passphrase of another one.
func (s *shell) openOther(path string) {
	err := s.closeVault()
	s.showWelcome(path)
	s.failUnlessNil(err)
}

// rescueButton is for who has lost a vault, or has one that does not open.
func (s *shell) rescueButton() fyne.CanvasObject {
	b := kwidget.NewButton(s.loc.T("welcome.rescue"), nil, func() { s.rescue("") })
	b.Importance = widget.LowImportance
	return container.NewCenter(b)
}

// offerRescue shows the copies when a vault is damaged: nothing else helps then.
func (s *shell) offerRescue(err error, path string) {
	if damage := (*vault.DamageError)(nil); errors.As(err, &damage) {
		s.rescue(path)
	}
}

// rescue looks for copies wherever they usually are: among the documents, on a stick.
func (s *shell) rescue(damaged string) {
	r := page.Rescue{
		Files: s.files(), Damaged: damaged, NewDir: newVaultDir(),
		Describe: func(a vault.Action) string { return describe(s.loc, a) },
		Open:     s.openRescued,
		Tidy:     command.Tidy,
	}
	if _, err := os.Stat(s.asked); err == nil {
		r.Asked = s.asked
	}
	for _, p := range folder.Places() {
		r.Folders = append(r.Folders, filepath.Join(p.Path, backup.FolderName))
	}
	r.Show()
}

// openRescued opens what was brought back with the passphrase that was just typed.
func (s *shell) openRescued(path, secret string) {
	s.openVault(path, secret, func(err error) {
		s.welcome(s.openCard(path))
		s.Fail(err)
	})
}
