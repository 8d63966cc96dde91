//go:build linux && soak

package mishap_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// strace stands between a program and the system: it lets a call fail, or takes the power just
// before one. It needs no rights but those over one's own programs.
func strace(t *testing.T, calls, inject string) []string {
	t.Helper()
	if out, err := exec.Command("strace", "-qq", "-o", "/dev/null", "-e", "trace=write", "true").CombinedOutput(); err != nil {
		t.Skipf("NOT TESTED: strace may not look at programs here: %v %s", err, out)
	}
	return []string{"strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls, "-e", "inject=" + calls + ":" + inject}
}

// writing are the calls by which bytes and lengths reach a disk.
const writing = "pwrite64,fdatasync,fsync,ftruncate"

// TestBadDisk lets writes fail, each kind with each error, one at a time or from then on. What
// was shown as saved is there; what failed is not, or the disk was said to be unsure.
func TestBadDisk(t *testing.T) {
	if err := os.Setenv(envMost, "40"); err != nil {
		t.Fatal(err)
	}
	defer os.Unsetenv(envMost)
	first := firstSeed()
	failed, runs, unsure := 0, 0, 0
	for _, c := range []struct{ call, error string }{
		{"pwrite64", "ENOSPC"}, {"pwrite64", "EIO"}, {"pwrite64", "EDQUOT"}, {"fdatasync", "EIO"}, {"fsync", "EIO"}, {"ftruncate", "ENOSPC"}, {writing, "EIO"},
	} {
		for i := range 15 {
			runs++
			x := newRuin(t, first+uint64(runs))
			from := 1 + x.rng.IntN(120)
			if c.call == "fsync" || c.call == "ftruncate" {
				from = 1 + i%5
			}
			when := fmt.Sprintf("error=%s:when=%d", c.error, from)
			if i%3 == 0 {
				when += "+" // and ever after
			}
			t.Logf("seed %d: %s %s", x.seed, c.call, when)
			flight := x.toTheEnd("bad", strace(t, c.call, when))
			if strings.Contains(flight.Begin, "unsure") {
				unsure++
			}
			failed += x.failed
			x.look(flight, 1)
		}
	}
	t.Logf("%d runs: %d edits failed, %d runs left the disk unsure", runs, failed, unsure)
	if failed == 0 || unsure == 0 {
		t.Error("the disk was never bad, or never unsure")
	}
}

// TestPowerAtEveryWrite takes the power just before the first write, the second, and so on, and
// between each write and the word of the disk that it keeps it.
func TestPowerAtEveryWrite(t *testing.T) {
	first := firstSeed()
	var all tally
	for n := 1; n <= 150; n++ {
		x := newRuin(t, first+uint64(n%7)) // the same edits now and then, the power elsewhere
		call, at := "pwrite64", n
		if n%2 == 0 {
			call, at = "fdatasync", n/2
		}
		c, r := x.command("work", 1+n%newest, strace(t, call, fmt.Sprintf("signal=SIGKILL:when=%d", at)))
		lines := make(chan line, 1<<14)
		go func() { defer close(lines); readLines(r, lines) }()
		flight := x.follow(line{}, lines, 1+n%newest)
		if err := c.Wait(); err == nil {
			t.Fatal("the power did not go")
		}
		x.tally.Runs++
		x.look(flight, 1+n%newest)
		all.add(x.tally)
	}
	t.Logf("seeds from %d: %+v", first, all)
	if all.InFlight == 0 || all.Steps == 0 {
		t.Error("the power never went in the middle of anything")
	}
}
