package app

import (
	"os"

	"fyne.io/fyne/v2"
	"github.com/godbus/dbus/v5"
)

const (
	logind  = "org.freedesktop.login1"
	manager = logind + ".Manager"
)

// onSleep calls lock before the laptop sleeps, and asks the system to wait for it (logind's
// inhibitor lock "delay"). Where there is no logind it says nothing.
func onSleep(lock func()) {
	conn, err := dbus.ConnectSystemBus()
	if err != nil {
		return // no bus: the clock tells, see guard.Idle
	}
	if err := conn.AddMatchSignal(dbus.WithMatchInterface(manager), dbus.WithMatchMember("PrepareForSleep")); err != nil {
		fyne.LogError("listening for sleep", err)
		return
	}
	heard := make(chan *dbus.Signal, 4)
	conn.Signal(heard)
	held := holdSleep(conn)
	for sig := range heard {
		before, ok := false, len(sig.Body) == 1
		if ok {
			before, ok = sig.Body[0].(bool)
		}
		switch {
		case !ok || sig.Name != manager+".PrepareForSleep":
		case before:
			lock()
			letSleep(held)
			held = nil
		default:
			held = holdSleep(conn)
		}
	}
}

// holdSleep is nil where the system does not wait.
func holdSleep(conn *dbus.Conn) *os.File {
	var fd dbus.UnixFD
	call := conn.Object(logind, "/org/freedesktop/login1").Call(manager+".Inhibit", 0, "sleep", "Kring", "lock", "delay")
	if call.Store(&fd) != nil {
		return nil
	}
	return os.NewFile(uintptr(fd), "sleep")
}

func letSleep(held *os.File) {
	if held == nil {
		return
	}
	if err := held.Close(); err != nil {
		fyne.LogError("letting the laptop sleep", err)
	}
}
