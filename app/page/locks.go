package page

// Locks is what the settings may ask of the window about who gets in and what shows. All
// methods must be called on Fyne's own goroutine.
type Locks interface {
	PassphraseProblem(pass, again string) string // message of what is wrong with a new one, or ""
	PassphraseHint(pass string) string           // message of how strong it is
	ShowRecovery(code string)                    // once, in place of everything else
	Keyring() bool                               // the system has one
	KeepInKeyring(vaultID, secret string) error
	DropFromKeyring(vaultID string) error
	Hidden() bool // names and notes are covered
	SetHidden(bool)
}
