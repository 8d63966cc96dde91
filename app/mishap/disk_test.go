//go:build unix

package mishap_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"kring/app/paper"
	"kring/internal/vault"

	"golang.org/x/sys/unix"
)

func init() {
	tasks["full"] = func() error { return workWith(fullDisk) }
	tasks["bad"] = func() error { return workWith(func(h *hands) error { return h.edit(h.tellOfDisk) }) }
	tasks["start"] = start
	tasks["readonly"] = readOnly
}

// tellOfDisk goes on after what a bad disk does, as somebody would: the edit was not saved.
func (h *hands) tellOfDisk(err error) error {
	for _, known := range []error{vault.ErrUnsure, vault.ErrDiskFull, vault.ErrDisk, vault.ErrNoSpace, syscall.EIO, syscall.ENOSPC, syscall.EFBIG} {
		if errors.Is(err, known) {
			return h.say.say(line{Failed: known.Error()})
		}
	}
	return err
}

// fullDisk edits while no file may become longer than some bytes, ever others; at the end there
// is room again, and all goes on.
func fullDisk(h *hands) error {
	signal.Ignore(syscall.SIGXFSZ)
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	most := limit.Cur
	for i := range 12 {
		info, err := os.Stat(h.v.Path())
		if err != nil {
			return err
		}
		limit.Cur = uint64(h.rng.Int64N(info.Size() * 3 / 2))
		if i%3 == 2 {
			limit.Cur = most
		}
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
		if err := h.edits(12, h.tellOfDisk); err != nil {
			return err
		}
	}
	return nil
}

// TestDiskFull fills the disk at any write. What was shown as saved is there, what failed is
// not, and with room again Kring goes on.
func TestDiskFull(t *testing.T) {
	first := firstSeed()
	failed := 0
	for i := range 4 {
		x := newRuin(t, first+uint64(i))
		for range 2 {
			flight := x.toTheEnd("full", nil)
			x.look(flight, 1)
		}
		failed += x.failed
	}
	t.Logf("seeds from %d: the disk was full %d times", first, failed)
	if failed == 0 {
		t.Error("the disk was never full")
	}
}

// toTheEnd lets the program work until it has done, perhaps under another that spoils its disk,
// and gives what was in flight when the disk left it unsure.
func (x *ruin) toTheEnd(task string, under []string) (flight line) {
	x.t.Helper()
	c, r := x.command(task, x.schema, under)
	lines := make(chan line, 1<<14)
	go func() { defer close(lines); readLines(r, lines) }()
	flight = x.follow(line{}, lines, x.schema)
	if err := c.Wait(); err != nil {
		x.t.Fatalf("%v: %s", err, c.Stderr)
	}
	return flight
}

// TestFolderGone: the stick is pulled out, or the folder renamed, and then it is back.
func TestFolderGone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	v, c := smallVault(t, dir)
	put(t, v, c, "before", nil)
	if err := os.Rename(dir, dir+"-away"); err != nil {
		t.Fatal(err)
	}
	put(t, v, c, "away", vault.ErrGone)
	if err := os.Rename(dir+"-away", dir); err != nil {
		t.Fatal(err)
	}
	put(t, v, c, "back", nil)
	holds(t, v, "before", "back")
}

// TestFileReplaced: a sync tool puts another file in the vault's place while it is open. What
// is done then would be lost; so it is said.
func TestFileReplaced(t *testing.T) {
	dir := t.TempDir()
	v, c := smallVault(t, dir)
	put(t, v, c, "before", nil)
	b, err := os.ReadFile(v.Path())
	if err != nil {
		t.Fatal(err)
	}
	if err := paper.File(v.Path(), func(w io.Writer) error { _, err := w.Write(b); return err }); err != nil {
		t.Fatal(err)
	}
	put(t, v, c, "after", vault.ErrReplaced)
	holds(t, v, "before")
}

func smallVault(t *testing.T, dir string) (*vault.Vault, *vault.Collection[int]) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	v, _, err := vault.Create(filepath.Join(dir, "kring.kring"), passphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	c, err := vault.NewCollection[int](v, "things")
	if err != nil {
		t.Fatal(err)
	}
	return v, c
}

func put(t *testing.T, v *vault.Vault, c *vault.Collection[int], key string, want error) {
	t.Helper()
	err := v.Do(vault.NewAction("action.x"), func(tx *vault.Tx) error { return c.Put(tx, key, 1) })
	if !errors.Is(err, want) {
		t.Errorf("%s: %v, want %v", key, err, want)
	}
	if _, there := c.Get(key); there != (want == nil) {
		t.Errorf("%s: shown as saved: %v", key, there)
	}
}

// holds closes a vault, opens it again and wants exactly some records.
func holds(t *testing.T, v *vault.Vault, keys ...string) {
	t.Helper()
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := vault.Open(v.Path(), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	s, err := stateOf(again)
	if err != nil {
		t.Fatal(err)
	}
	if len(s) != len(keys) {
		t.Errorf("%d records: %v", len(s), s)
	}
	for _, k := range keys {
		if _, ok := s[[2]string{"things", k}]; !ok {
			t.Errorf("%s is not there", k)
		}
	}
}

// start is a Kring that opens a vault the moment that it is told, holds it until it is told
// again, and says how that went.
func start() error {
	in := bufio.NewReader(os.Stdin)
	if _, err := in.ReadByte(); err != nil {
		return err
	}
	v, err := vault.Open(os.Getenv(envVault), passphrase)
	var locked *vault.LockedError
	switch {
	case errors.As(err, &locked):
		fmt.Println("locked by", locked.PID)
		return nil
	case err != nil:
		return err
	}
	fmt.Println("open as", os.Getpid())
	_, err = in.ReadByte()
	return errors.Join(v.Close(), ignoreEnd(err))
}

func ignoreEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// TestTwoStarts starts two programs at the same moment: one opens the vault, and the other says
// which has it.
func TestTwoStarts(t *testing.T) {
	v, _ := smallVault(t, t.TempDir())
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		var said [2]chan string
		var in [2]io.WriteCloser
		for k := range said {
			said[k], in[k] = startOne(t, v.Path())
		}
		for k := range in {
			if _, err := in[k].Write([]byte("g")); err != nil {
				t.Fatal(err)
			}
		}
		a, b := <-said[0], ""
		if opened(a) {
			b = <-said[1]
		} else {
			a, b = <-said[1], a
		}
		if !opened(a) || strings.TrimPrefix(b, "locked by ") != strings.TrimPrefix(a, "open as ") {
			t.Errorf("round %d: one says %q, the other %q", i, a, b)
		}
		for k := range in {
			in[k].Close()
			<-said[k] // ended
		}
	}
}

func opened(said string) bool { return strings.HasPrefix(said, "open as ") }

func startOne(t *testing.T, path string) (chan string, io.WriteCloser) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^$")
	c.Env = append(os.Environ(), envTask+"=start", envVault+"="+path)
	c.Stderr = os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	said := make(chan string, 1)
	go func() {
		defer close(said)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			said <- lines.Text()
		}
	}()
	return said, in
}

// nobody is a user without rights of its own; root may write anywhere.
const nobody = 65534

// readOnly tries what a folder or a file that may only be read allows, as a user without more
// rights. It says what came of it.
func readOnly() error {
	if os.Geteuid() == 0 {
		if err := syscall.Setuid(nobody); err != nil {
			return err
		}
	}
	path := os.Getenv(envVault)
	v, err := vault.Open(path, passphrase)
	if err == nil {
		c, e := vault.NewCollection[int](v, "things")
		if e == nil {
			e = v.Do(vault.NewAction("action.x"), func(tx *vault.Tx) error { return c.Put(tx, "more", 1) })
		}
		err = errors.Join(e, v.Close())
	}
	_, _, made := vault.Create(filepath.Join(filepath.Dir(path), "new.kring"), passphrase, vault.WithKDF(vault.TestKDF))
	wrote := paper.File(filepath.Join(filepath.Dir(path), "a.txt"), func(io.Writer) error { return nil })
	fmt.Println("edit", errors.Is(err, os.ErrPermission), err == nil, "make", errors.Is(made, os.ErrPermission), "file", errors.Is(wrote, os.ErrPermission))
	return nil
}

// TestReadOnly: a file, and a folder, that may only be read. Nothing is changed in the first; in
// the second the vault itself can be written, and is, though no mark can stand beside it.
func TestReadOnly(t *testing.T) {
	for _, c := range []struct {
		name         string
		file, folder os.FileMode
		want         string
		keys         []string
	}{
		{"file", 0o444, 0o555, "edit true false make true file true\n", []string{"before"}},
		{"folder", 0o666, 0o555, "edit false true make true file true\n", []string{"before", "more"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := openFolder(t)
			v, things := smallVault(t, dir)
			put(t, v, things, "before", nil)
			if err := errors.Join(v.Close(), os.Chmod(v.Path(), c.file), os.Chmod(dir, c.folder)); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(os.Args[0], "-test.run=^$")
			cmd.Env = append(os.Environ(), envTask+"=readonly", envVault+"="+v.Path())
			out, err := cmd.CombinedOutput()
			if err != nil || string(out) != c.want {
				t.Errorf("%q, want %q (%v)", out, c.want, err)
			}
			left, err := os.ReadDir(dir)
			if err != nil || len(left) != 1 {
				t.Errorf("left behind: %v, %v", left, err)
			}
			if err := errors.Join(os.Chmod(dir, 0o755), os.Chmod(v.Path(), 0o600)); err != nil {
				t.Fatal(err)
			}
			holds(t, v, c.keys...)
		})
	}
}

// openFolder is a folder that every user can get to.
func openFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "kring-mishap-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700); os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// command is the program as a process of its own, perhaps under another.
func (x *ruin) command(task string, schema int, under []string) (*exec.Cmd, *os.File) {
	x.t.Helper()
	r, w, err := os.Pipe()
	x.must(err)
	args := append(append([]string{}, under...), os.Args[0], "-test.run=^$")
	c := exec.Command(args[0], args[1:]...)
	c.Env = append(os.Environ(), envTask+"="+task, envVault+"="+x.path, envOut+"="+x.dir, envSeed+"="+strconv.FormatUint(x.rng.Uint64(), 10), envSteps+"="+strconv.Itoa(schema))
	c.ExtraFiles = []*os.File{w}
	c.Stderr = &bytes.Buffer{}
	x.must(c.Start())
	x.must(w.Close())
	late := time.AfterFunc(2*time.Minute, func() { c.Process.Kill() })
	x.t.Cleanup(func() { late.Stop() })
	return c, r
}
