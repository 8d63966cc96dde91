package app

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// fakeLogind lets somebody hold the sleep up as logind does: until the file that it gave is closed.
type fakeLogind struct {
	asked chan [4]string
	held  chan [2]*os.File // what tells that it was let go, and what was given
}

// Inhibit is called over the bus.
func (l *fakeLogind) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	r, w, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	l.asked <- [4]string{what, who, why, mode}
	l.held <- [2]*os.File{r, w}
	return dbus.UnixFD(w.Fd()), nil
}

// aBus starts a bus of the test's own, which stands for the system's.
func aBus(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	config := filepath.Join(dir, "bus.conf")
	text := `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=` + filepath.Join(dir, "bus") + `</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>`
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	daemon := exec.Command("dbus-daemon", "--config-file="+config, "--nofork", "--print-address")
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = daemon.Process.Kill()
		_ = daemon.Wait() // killed, as it was told
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", strings.TrimSpace(address))
}

func heard[T any](t *testing.T, what string, c <-chan T) (x T) {
	t.Helper()
	select {
	case x = <-c:
	case <-time.After(10 * time.Second):
		t.Fatalf("waited in vain for %s", what)
	}
	return x
}

// The laptop waits with sleeping until the vault is locked, each time.
func TestSleepWaitsForTheLock(t *testing.T) {
	aBus(t)
	conn, err := dbus.ConnectSystemBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	logind1 := &fakeLogind{make(chan [4]string, 4), make(chan [2]*os.File, 4)}
	if err := conn.Export(logind1, "/org/freedesktop/login1", manager); err != nil {
		t.Fatal(err)
	}
	if got, err := conn.RequestName(logind, dbus.NameFlagDoNotQueue); err != nil || got != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(got, err)
	}
	sleeps := func(before bool) {
		if err := conn.Emit("/org/freedesktop/login1", manager+".PrepareForSleep", before); err != nil {
			t.Fatal(err)
		}
	}
	locking, locked := make(chan bool), make(chan bool)
	go onSleep(func() {
		locking <- true
		<-locked
	})
	for range 2 {
		if asked := heard(t, "somebody to hold the sleep up", logind1.asked); asked != [4]string{"sleep", "Kring", "lock", "delay"} {
			t.Fatalf("asked for %q", asked)
		}
		held := <-logind1.held
		sleeps(true)
		heard(t, "the lock", locking)
		if err := held[1].Close(); err != nil { // Kring has its own by now
			t.Fatal(err)
		}
		if err := held[0].SetReadDeadline(time.Now().Add(50 * time.Millisecond)); err != nil {
			t.Fatal(err)
		}
		if _, err := held[0].Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Fatalf("the laptop may sleep before the vault is locked: %v", err)
		}
		locked <- true
		if err := held[0].SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, err := held[0].Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
			t.Fatalf("the laptop may not sleep after it: %v", err)
		}
		sleeps(false)
	}
}

// A laptop without logind, or without a bus, is no mistake.
func TestNoLogindIsNoMistake(t *testing.T) {
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
	onSleep(func() { t.Error("locked") }) // it ends
	aBus(t)
	conn, err := dbus.ConnectSystemBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if held := holdSleep(conn); held != nil {
		t.Error("nobody was asked, and the sleep is held up")
	}
}
