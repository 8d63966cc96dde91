package vault_test

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"testing"
	"time"

	"kring/internal/vault"
)

// holdEnv names the vault that TestMain holds open in a process of its own.
const holdEnv = "KRING_TEST_HOLD"

func TestMain(m *testing.M) {
	if path := os.Getenv(holdEnv); path != "" {
		hold(path)
	}
	if path := os.Getenv(rewrapEnv); path != "" {
		rewrap(path)
	}
	os.Exit(m.Run())
}

// hold opens a vault, says so and waits to be killed, as a Kring that was forgotten.
func hold(path string) {
	if _, err := vault.Open(path, pass); err != nil {
		os.Stdout.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
	os.Stdout.WriteString("open\n")
	time.Sleep(time.Minute)
	os.Exit(1)
}

// otherProcess starts one that has the vault open, and gives its number.
func otherProcess(t *testing.T, path string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), holdEnv+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kill(cmd) })
	if said, err := bufio.NewReader(out).ReadString('\n'); err != nil || said != "open\n" {
		t.Fatalf("the first start said %q, %v", said, err)
	}
	return cmd
}

func kill(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait() // it was killed: that is its error
}

// TestSecondStart: another process that has the vault open is named within a second
// (the bound is wider, for a busy machine), and its sudden end sets the vault free.
func TestSecondStart(t *testing.T) {
	v, path, _ := create(t)
	put(t, v, things(t, v), "a", thing{Name: "een"})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	first := otherProcess(t, path)
	for name, open := range map[string]func() error{
		"open":    func() error { _, err := vault.Open(path, pass); return err },
		"check":   func() error { _, err := vault.Check(path, pass); return err },
		"inspect": func() error { _, err := vault.Inspect(path); return err },
	} {
		start := time.Now()
		err := open()
		took := time.Since(start)
		t.Logf("%s: %v after %v", name, err, took)
		var locked *vault.LockedError
		if !errors.As(err, &locked) || locked.PID != first.Process.Pid {
			t.Errorf("%s: %v does not name process %d", name, err, first.Process.Pid)
		}
		if took > 3*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
	kill(first)
	got, err := read(path)
	if err != nil || got["a"].Name != "een" {
		t.Errorf("after the first start was killed: %v, %v", got, err)
	}
}
