package app_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestPassphraseLeavesMemory looks through all that a real process can write to in memory: what
// was typed to open the vault is found while it stands in its field, and nowhere after the
// window was locked, neither as text nor as single letters.
func TestPassphraseLeavesMemory(t *testing.T) {
	t.Parallel()
	w := startWindow(t, build(t, "kring"))
	w.makeVault()
	w.turns("the window to be locked", func() { w.press("ctrl+l") })
	w.write(passphrase)
	w.settle()
	if n := w.inMemory(passphrase); n == 0 {
		t.Fatal("it is not found in its field either")
	}
	w.turns("the vault to open", func() { w.press("Return") })
	w.turns("the window to be locked", func() { w.press("ctrl+l") })
	w.await("nothing of it after locking", func() bool { return w.inMemory(passphrase) == 0 })
}

// inMemory counts a text in the memory of the program, in UTF-8 and as runes.
func (w *window) inMemory(text string) (n int) {
	var runes []byte
	for _, r := range text {
		runes = binary.LittleEndian.AppendUint32(runes, uint32(r))
	}
	proc := fmt.Sprintf("/proc/%d/", w.run.Process.Pid)
	maps, err := os.ReadFile(proc + "maps")
	if err != nil {
		w.t.Fatal(err)
	}
	mem, err := os.Open(proc + "mem")
	if err != nil {
		w.t.Fatal(err)
	}
	defer mem.Close()
	for lines := bufio.NewScanner(bytes.NewReader(maps)); lines.Scan(); {
		var from, to int64
		var may string
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x %s", &from, &to, &may); err != nil || !strings.HasPrefix(may, "rw") {
			continue
		}
		b := make([]byte, to-from)
		if _, err := mem.ReadAt(b, from); err == nil { // some of the kernel's own cannot be read
			n += bytes.Count(b, []byte(text)) + bytes.Count(b, runes)
		}
	}
	return n
}
