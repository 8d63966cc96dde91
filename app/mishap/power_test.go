//go:build unix

package mishap_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/app/command"
	"kring/internal/vault"
)

var (
	runs = flag.Int("runs", 40, "how often the power goes")
	seed = flag.Uint64("seed", 0, "play one run again that a test named; 0: new ones")
)

// TestMain is two programs: the tests, and the one that they take the power from.
func TestMain(m *testing.M) {
	flag.Parse()
	task, ok := tasks[os.Getenv(envTask)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := task(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var tasks = map[string]func() error{"work": work}

// round is how many times one vault goes through it before there is a fresh one.
const round = 10

// TestPowerGoes takes the power from a program that edits all rooms, at a random moment, again
// and again in the same vault. What was shown as saved is there; nothing else is, but the one
// change that was in flight, whole.
func TestPowerGoes(t *testing.T) {
	first := firstSeed()
	var all tally
	for r := 0; r < *runs; r += round {
		x := newRuin(t, first+uint64(r/round))
		for i := range min(round, *runs-r) {
			if !t.Run(fmt.Sprintf("seed=%d/%d", x.seed, i), func(t *testing.T) { x.t = t; x.powerGoes(i) }) {
				t.Fatalf("play it again with -runs %d -seed %d", round, x.seed)
			}
		}
		all.add(x.tally)
		if *seed != 0 {
			break
		}
	}
	t.Logf("seeds from %d: %+v", first, all)
	if *runs >= round && *seed == 0 && (all.Saved == 0 || all.Unsaid+all.InFlight+all.Opening == 0) {
		t.Error("the power never went in the middle of anything")
	}
}

func firstSeed() uint64 {
	if *seed != 0 {
		return *seed
	}
	return uint64(time.Now().UnixNano()) / 1000
}

// tally says what the runs came upon.
type tally struct {
	Runs, Saved int // changes that were shown as saved
	InFlight    int // runs that left a change of which nobody was told, whole
	Unsaid      int // the same, of a kind that the journal keeps nothing of
	Opening     int // runs that ended before the vault was open
	Steps       int // migrations that stood when they did
	Undone      int
}

func (a *tally) add(b tally) {
	a.Runs += b.Runs
	a.Saved += b.Saved
	a.InFlight += b.InFlight
	a.Unsaid += b.Unsaid
	a.Opening += b.Opening
	a.Steps += b.Steps
	a.Undone += b.Undone
}

// ruin is a vault that loses its power, and what must be in it.
type ruin struct {
	t      *testing.T
	seed   uint64
	rng    *rand.Rand
	dir    string
	path   string
	want   state
	seq    uint64 // of the last journal entry that was shown as saved
	schema int
	failed int // edits that the disk did not take
	tally  tally
}

func newRuin(t *testing.T, seed uint64) *ruin {
	t.Helper()
	x := &ruin{t: t, seed: seed, rng: rand.New(rand.NewPCG(seed, 1)), dir: t.TempDir(), want: state{}, schema: 1}
	x.path = filepath.Join(x.dir, "kring.kring")
	v, _, err := vault.Create(x.path, passphrase, vault.WithKDF(vault.TestKDF))
	x.must(err)
	x.must(v.Close())
	return x
}

func (x *ruin) must(err error) {
	x.t.Helper()
	if err != nil {
		x.t.Fatal(err)
	}
}

// powerGoes is one run: of ten the fourth and the seventh bring the vault to a newer schema.
func (x *ruin) powerGoes(run int) {
	target := 1 + min(run/3, newest-1)
	c, r := x.command("work", target, nil)
	lines := make(chan line, 1<<14)
	go func() { defer close(lines); readLines(r, lines) }()
	early := x.rng.IntN(5) == 0
	var last line
	if !early {
		last = <-lines
	}
	time.Sleep(time.Duration(x.rng.IntN(250_000)) * time.Microsecond)
	x.must(c.Process.Kill())
	err := c.Wait()
	if said := c.Stderr.(*bytes.Buffer).String(); said != "" {
		x.t.Fatalf("it ended by itself: %v, %s", err, said)
	}
	x.tally.Runs++
	flight := x.follow(last, lines, target)
	x.look(flight, target)
}

// readLines gives every whole line; the one in which the power went was not said.
func readLines(r *os.File, to chan<- line) {
	in := bufio.NewReaderSize(r, 1<<16)
	for {
		b, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		var l line
		if json.Unmarshal(b, &l) != nil {
			panic(fmt.Sprintf("no line: %q", b))
		}
		to <- l
	}
}

// follow takes in what was shown as saved, and gives what was in flight when the power went.
func (x *ruin) follow(first line, lines <-chan line, target int) (flight line) {
	take := func(l line) (unsure bool) {
		switch {
		case l.Opened > 0:
			for n := x.schema + 1; n <= target; n++ {
				x.want.step(n)
				x.seq++
			}
			x.schema, flight = target, line{Opened: target}
		case l.Changes != nil:
			x.want.apply(l.Changes)
			x.seq++
			x.tally.Saved++
			flight = line{Begin: "between"}
		case l.Failed == vault.ErrUnsure.Error():
			x.failed++
			flight.Begin += ", and the disk was unsure"
			return true
		case l.Failed != "":
			x.failed++
			flight = line{Begin: "after " + l.Failed}
		default:
			flight.Begin, flight.Unsaid = l.Begin, l.Unsaid
		}
		return false
	}
	if first.Opened > 0 {
		take(first)
	}
	for l := range lines {
		if take(l) {
			for range lines { // what fails after it
			}
			break
		}
	}
	if flight.Opened == 0 && flight.Begin == "" {
		x.tally.Opening++
	}
	return flight
}

// look opens what the power left behind.
func (x *ruin) look(flight line, target int) {
	x.t.Helper()
	h, err := vault.Inspect(x.path)
	x.must(err)
	for n := x.schema + 1; n <= h.Schema && n <= target; n++ { // stood, when the power went while it opened
		x.want.step(n)
		x.seq++
		x.tally.Steps++
	}
	x.schema = h.Schema
	x.check()
	v, err := vault.Open(x.path, passphrase, steps(x.schema))
	x.must(err)
	defer func() { x.must(v.Close()) }()
	x.settle(v, flight)
	x.undo(v)
	x.want, err = stateOf(v)
	x.must(err)
	x.seq = x.lastEntry(v).Seq
	x.papers()
}

// check is what somebody would do who doubts: the command says that all is well.
func (x *ruin) check() {
	x.t.Helper()
	x.t.Setenv("KRING_PASSPHRASE", passphrase)
	var said, wrong bytes.Buffer
	code, ok := command.Run([]string{"check", x.path}, nil, &said, &wrong)
	if !ok || code != 0 || !strings.HasSuffix(said.String(), "ok\n") {
		x.t.Fatalf("kring check gave %d: %s%s", code, said.String(), wrong.String())
	}
}

func (x *ruin) lastEntry(v *vault.Vault) vault.Entry {
	x.t.Helper()
	j, err := v.Journal(20)
	x.must(err)
	if len(j) == 0 {
		return vault.Entry{}
	}
	return j[0]
}

// settle compares. One change more than was said may be there; taking it back must give exactly
// what was said, so that it was there whole.
func (x *ruin) settle(v *vault.Vault, flight line) {
	x.t.Helper()
	now, err := stateOf(v)
	x.must(err)
	more := now.differs(x.want)
	last := x.lastEntry(v)
	switch last.Seq - x.seq {
	case 0:
		if len(more) > 0 {
			x.t.Fatalf("during %q: %v differ and the journal says nothing of it", flight.Begin, more)
		}
		return
	case 1:
	default:
		x.t.Fatalf("during %q: the journal has %d entries and %d were said", flight.Begin, last.Seq, x.seq)
	}
	if len(flight.Unsaid) > 0 {
		x.tally.Unsaid++
		x.unsaid(flight, more)
		return
	}
	x.tally.InFlight++
	back := v.Undo
	if last.Undo {
		back = v.Redo
	}
	_, err = back()
	x.must(err)
	was, err := stateOf(v)
	x.must(err)
	d := was.differs(x.want)
	for k := range d {
		if _, there := was[k]; k[0] == "watches" && !there { // undo brings back none of them: the journal never had them
			delete(d, k)
			delete(x.want, k)
		}
	}
	if len(d) > 0 {
		x.t.Fatalf("during %q: of what was in flight not all was there: %v", flight.Begin, d)
	}
}

// unsaid looks at a change that cannot be taken back: it is what was announced, and no more.
func (x *ruin) unsaid(flight line, more map[[2]string]bool) {
	x.t.Helper()
	if len(more) != len(flight.Unsaid) {
		x.t.Fatalf("during %q: %v differ; announced were %v", flight.Begin, more, flight.Unsaid)
	}
	for _, c := range flight.Unsaid {
		for k := range more {
			if k[0] != c.Collection || c.Key != "" && k[1] != c.Key {
				x.t.Fatalf("during %q: %v differs; announced was %v", flight.Begin, k, c)
			}
		}
	}
}

// undo takes the last thing back and does it again: the same as before.
func (x *ruin) undo(v *vault.Vault) {
	x.t.Helper()
	before, err := stateOf(v)
	x.must(err)
	if _, err := v.Undo(); errors.Is(err, vault.ErrNothingToUndo) {
		return
	} else if err != nil {
		x.t.Fatal(err)
	}
	x.tally.Undone++
	mid, err := stateOf(v)
	x.must(err)
	if _, err := v.Redo(); err != nil {
		x.t.Fatal(err)
	}
	after, err := stateOf(v)
	x.must(err)
	if len(mid.differs(before)) == 0 || !maps.Equal(before, after) {
		x.t.Fatalf("taken back and done again is not the same: %v", after.differs(before))
	}
}

// papers: a file that stands under its name is whole.
func (x *ruin) papers() {
	x.t.Helper()
	for name, end := range map[string]string{"presentielijst.pdf": "%%EOF\n", "aanwezigheid.xlsx": "PK\x05\x06"} {
		b, err := os.ReadFile(filepath.Join(x.dir, name))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		x.must(err)
		if !bytes.Contains(b[max(0, len(b)-64):], []byte(end)) {
			x.t.Fatalf("half of %s stands under its name", name)
		}
	}
}
