package vault_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/internal/vault"
)

const fresh = "een heel andere wachtzin"

// createAlone is create without the look at the end, which opens with the old passphrase.
func createAlone(t *testing.T) (*vault.Vault, string, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.kring")
	v, recovery, err := vault.Create(path, pass, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	})
	return v, path, recovery
}

func opens(t *testing.T, path, secret string) bool {
	t.Helper()
	v, err := vault.Open(path, secret)
	if errors.Is(err, vault.ErrWrongSecret) || errors.Is(err, vault.ErrNoKeyring) {
		return false
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	return true
}

func TestAnotherPassphrase(t *testing.T) {
	v, path, recovery := createAlone(t)
	put(t, v, things(t, v), "a", thing{Name: "een"})
	if err := v.SetPassphrase("mis", fresh); !errors.Is(err, vault.ErrWrongSecret) {
		t.Fatalf("a wrong one gave %v", err)
	}
	if err := v.SetPassphrase(pass, recovery); err == nil {
		t.Fatal("a recovery code became the passphrase: it would never open anything")
	}
	before, err := v.Journal(10)
	if err != nil {
		t.Fatal(err)
	}
	if err := v.SetPassphrase(pass, fresh); err != nil {
		t.Fatal(err)
	}
	after, err := v.Journal(10)
	if err != nil || len(after) != len(before) {
		t.Errorf("the journal has %d entries, had %d: %v", len(after), len(before), err)
	}
	code, err := v.RenewRecovery(fresh)
	if err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	for secret, want := range map[string]bool{pass: false, recovery: false, fresh: true, code: true} {
		if got := opens(t, path, secret); got != want {
			t.Errorf("%s opens: %v", secret, got)
		}
	}
	if r, err := vault.Check(path, fresh); err != nil || r.Records["things"] != 1 {
		t.Errorf("%+v %v", r, err)
	}
}

// Forgotten: the code opens, says so, and is enough for a new passphrase.
func TestForgottenPassphrase(t *testing.T) {
	v, path, recovery := createAlone(t)
	if v.Recovered() {
		t.Error("a passphrase counts as a recovery code")
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	v, err := vault.Open(path, strings.ToLower(recovery))
	if err != nil || !v.Recovered() {
		t.Fatalf("%v", err)
	}
	if err := v.SetPassphrase(recovery, fresh); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if opens(t, path, pass) || !opens(t, path, fresh) || !opens(t, path, recovery) {
		t.Error("not the new passphrase and the code open it")
	}
}

func TestKeyringSlot(t *testing.T) {
	v, path, _ := createAlone(t)
	secret, err := v.AddKeyring(pass)
	if err != nil || !v.HasKeyring() {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if !opens(t, path, secret) || !opens(t, path, pass) {
		t.Fatal("the keyring's secret or the passphrase does not open it")
	}
	v, err = vault.Open(path, pass)
	if err != nil {
		t.Fatal(err)
	}
	if err := v.DropKeyring(); err != nil || v.HasKeyring() {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if opens(t, path, secret) || !opens(t, path, pass) {
		t.Error("a dropped keyring still opens it, or the passphrase does not")
	}
}

// The slot of before stands in no page of the file, also among many free ones.
func TestTheOldSlotIsGone(t *testing.T) {
	v, path, _ := createAlone(t)
	all := things(t, v)
	for range 40 {
		put(t, v, all, "a", thing{Name: strings.Repeat("lang ", 4000)})
	}
	old := slot(t, v, path)
	if err := v.SetPassphrase(pass, fresh); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b, old) {
		t.Error("the old slot is still in the file")
	}
}

// slot is the sealed key of the passphrase as the file has it.
func slot(t *testing.T, v *vault.Vault, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(b, []byte(`"passphrase":{"salt":`))
	end := bytes.IndexByte(b[at:], '}')
	if at < 0 || end < 0 || !json.Valid(b[at+len(`"passphrase":`):at+end+1]) {
		t.Fatal("no slot in the file")
	}
	return bytes.Clone(b[at : at+end])
}

// rewrapEnv names the vault whose passphrase a process of its own changes to and fro.
const rewrapEnv = "KRING_TEST_REWRAP"

func rewrap(path string) {
	v, err := vault.Open(path, pass)
	if err != nil {
		v, err = vault.Open(path, fresh)
	}
	if err != nil {
		os.Stdout.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
	os.Stdout.WriteString("open\n")
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
		if v.SetPassphrase(pass, fresh) != nil || v.SetPassphrase(fresh, pass) != nil {
			_ = v.SetPassphrase(fresh, pass)
		}
	}
	os.Exit(1)
}

// A kill in the middle leaves the old or the new passphrase working, and the record whole.
func TestKilledWhileChangingThePassphrase(t *testing.T) {
	v, path, recovery := createAlone(t)
	put(t, v, things(t, v), "a", thing{Name: "een"})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		killed(t, path, time.Duration(3+7*i)*time.Millisecond)
		one, other := opens(t, path, pass), opens(t, path, fresh)
		if one == other || !opens(t, path, recovery) {
			t.Fatalf("after kill %d: the old one opens: %v, the new one: %v", i, one, other)
		}
		if r, err := vault.Check(path, recovery); err != nil || r.Records["things"] != 1 {
			t.Fatalf("after kill %d: %+v %v", i, r, err)
		}
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.new"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func killed(t *testing.T, path string, after time.Duration) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), rewrapEnv+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(out).ReadString('\n'); err != nil || said != "open\n" {
		t.Fatalf("it said %q, %v", said, err)
	}
	time.Sleep(after)
	kill(cmd)
}
