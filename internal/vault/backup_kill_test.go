//go:build unix

package vault_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kring/internal/vault"
)

// init makes of this binary the process that is killed in the middle of a backup, or has a
// disk with little room.
func init() {
	switch os.Getenv("KRING_BACKUP") {
	case "forever":
		backForever(os.Args[1], os.Args[2])
	case "little":
		backWithLittleRoom(os.Args[1], os.Args[2])
		os.Exit(0)
	}
}

func childVault(path string) *vault.Vault {
	v, err := vault.Open(path, pass)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	return v
}

func backForever(path, dir string) {
	v := childVault(path)
	fmt.Println("open")
	for i := 0; ; i++ {
		if _, err := v.Backup(filepath.Join(dir, fmt.Sprintf("kopie-%d.kring", i))); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

// backWithLittleRoom allows no file to be longer than 64 KiB: what a full disk does to a
// writer, without a disk to fill.
func backWithLittleRoom(path, dir string) {
	v := childVault(path)
	signal.Ignore(syscall.SIGXFSZ)
	most := syscall.Rlimit{Cur: 64 << 10, Max: 64 << 10}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &most); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	_, err := v.Backup(filepath.Join(dir, "kopie.kring"))
	if !errors.Is(err, vault.ErrNoSpace) {
		fmt.Println("not the right error:", err)
		os.Exit(1)
	}
	if err := v.Close(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func child(role, path, dir string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], path, dir)
	cmd.Env = append(os.Environ(), "KRING_BACKUP="+role)
	return cmd
}

// Killed at any moment of a backup, no half copy stands under a copy's name, the vault is
// whole, and the next backup clears up.
func TestKilledInABackup(t *testing.T) {
	t.Parallel()
	path, _, want := sample(t)
	dir := t.TempDir()
	whole := 0
	for i := range 20 {
		cmd := child("forever", path, dir)
		said, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := said.Read(make([]byte, 4)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i*i) * 200 * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed
		whole += checkCopies(t, dir, len(want))
	}
	if whole == 0 {
		t.Error("no copy was ever made")
	}
	if err := os.WriteFile(filepath.Join(dir, "kopie-9.kring.part"), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := vault.RemoveParts(dir, "kopie-", ".kring"); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := vault.Check(path, pass); err != nil {
		t.Error(err)
	}
}

// checkCopies reads every copy and removes it; what is not finished stays.
func checkCopies(t *testing.T, dir string, want int) (n int) {
	t.Helper()
	copies, err := filepath.Glob(filepath.Join(dir, "*.kring"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range copies {
		got, err := vault.Look(c, pass)
		if err != nil || got.Records["things"] != want {
			t.Fatalf("%s has %d of %d records: %v", filepath.Base(c), got.Records["things"], want, err)
		}
		if err := os.Remove(c); err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

func TestBackupToAFullDisk(t *testing.T) {
	path, b, _ := sample(t)
	if len(b) < 70<<10 {
		t.Fatalf("the vault of %d bytes would fit", len(b))
	}
	dir := t.TempDir()
	if out, err := child("little", path, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, strings.TrimSpace(string(out)))
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := vault.Check(path, pass); err != nil {
		t.Error(err)
	}
}
