package widget

import (
	"sync"
	"weak"
)

// secrets are the fields that somebody typed a passphrase in, as long as anything holds them.
// Fyne keeps the button that was pressed last, and with it the card that the field stands on.
var secrets struct {
	sync.Mutex
	of map[weak.Pointer[Field]]bool
}

// secretly remembers that what is in a field is a secret, also when it is shown later.
func (f *Field) secretly() {
	secrets.Lock()
	defer secrets.Unlock()
	if secrets.of == nil {
		secrets.of = map[weak.Pointer[Field]]bool{}
	}
	secrets.of[weak.Make(f)] = true
}

// ForgetSecrets takes what was typed in secret fields out of memory, wherever they are: its
// letters are written over, and the texts made of them are left to Go. Call it on Fyne's
// goroutine, when a vault opens and when it closes.
func ForgetSecrets() {
	secrets.Lock()
	all := secrets.of
	secrets.of = nil
	secrets.Unlock()
	for p := range all {
		if f := p.Value(); f != nil {
			f.forget()
		}
	}
}

func (f *Field) forget() {
	f.text.Forget()
	f.Text, f.given = "", ""
	f.laid, f.known = fieldLines{}, nil
	f.place()
	f.Refresh()
}
