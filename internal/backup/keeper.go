package backup

import (
	"errors"
	"sync"
	"time"

	"kring/internal/vault"
)

// Every is how long a change may wait for its copy while the vault is open.
const Every = 30 * time.Minute

// State is how it stands with one place.
type State struct {
	Slot
	Place
	Newest Copy  // the newest good one there of this very file; its time is zero where none is known
	Count  int   // copies there, also of the same vault in a file of another name
	Err    error // why the last one failed, until one succeeds; ErrAway where the place is not there
	Busy   bool  // one is being made

	seq uint64 // the last action that a copy of this session has; 0 where there is none
}

// Good is when the last good copy was, also of a place that is away.
func (s State) Good() time.Time {
	if s.Newest.At.IsZero() {
		return s.Last
	}
	return s.Newest.At
}

// Away tells that the place is not there now.
func (s State) Away() bool { return errors.Is(s.Err, ErrAway) }

// Keeper makes copies of an open vault: when it opens, when it closes, every half hour in
// which something changed, and when it is asked to.
type Keeper struct {
	Places *Places

	v      *vault.Vault
	tag    string
	now    func() time.Time
	every  time.Duration
	change func() // called when a state may be another

	changed chan struct{}
	asked   chan chan struct{}
	soon    chan struct{}
	quit    chan struct{}
	done    chan struct{}
	unwatch func()
	closing sync.Once

	mu     sync.Mutex
	states map[Slot]State
}

// Start begins to keep copies. change is called, on another goroutine, when States may give
// something else.
func Start(v *vault.Vault, usual string, now func() time.Time, change func()) (*Keeper, error) {
	return start(v, usual, now, change, Every)
}

func start(v *vault.Vault, usual string, now func() time.Time, change func(), every time.Duration) (*Keeper, error) {
	id, err := v.ID()
	if err != nil {
		return nil, err
	}
	places, err := OpenPlaces(v, usual)
	if err != nil {
		return nil, err
	}
	k := &Keeper{
		Places: places, v: v, tag: TagOf(id), now: now, every: every, change: change,
		changed: make(chan struct{}, 1), asked: make(chan chan struct{}), soon: make(chan struct{}, 1), quit: make(chan struct{}), done: make(chan struct{}),
		states: map[Slot]State{},
	}
	k.unwatch = v.Watch(k.heard)
	go k.run()
	return k, nil
}

// Tag is what the names of this vault's copies end with.
func (k *Keeper) Tag() string { return k.tag }

// heard follows the vault. That a copy was made is no change.
func (k *Keeper) heard(e vault.Event) {
	if ByItself(e.Action) {
		return
	}
	select {
	case k.changed <- struct{}{}:
	default:
	}
}

func (k *Keeper) run() {
	defer close(k.done)
	k.copyAll(false)
	var due <-chan time.Time
	for {
		select {
		case <-k.changed:
			if due == nil {
				due = time.After(k.every)
			}
		case <-due:
			due = nil
			k.copyAll(false)
		case <-k.soon:
			due = nil
			k.copyAll(false)
		case answer := <-k.asked:
			due = nil
			k.copyAll(true)
			close(answer)
		case <-k.quit:
			k.copyAll(false)
			return
		}
	}
}

// Now makes a copy at each place, also when nothing changed, and waits for it.
func (k *Keeper) Now() {
	answer := make(chan struct{})
	select {
	case k.asked <- answer:
	case <-k.done:
		return
	}
	<-answer
}

// Soon lets a copy of what changed be made at once, and does not wait for it: after somebody was
// erased the newest copy must not have them. How it went is in States.
func (k *Keeper) Soon() {
	select {
	case k.soon <- struct{}{}:
	default: // one is coming already
	}
}

// Close makes the last copies, where something changed, and ends. It waits no longer than it is
// told to: a stick that hangs must not keep a laptop from closing.
func (k *Keeper) Close(patience time.Duration) {
	k.closing.Do(func() {
		k.unwatch()
		close(k.quit)
	})
	select {
	case <-k.done:
	case <-time.After(patience):
	}
}

// States tell how it stands with the places, the first one first.
func (k *Keeper) States() []State {
	k.mu.Lock()
	defer k.mu.Unlock()
	var out []State
	for _, s := range []Slot{First, Second} {
		place, ok := k.Places.Get(s)
		if !ok {
			continue
		}
		st := k.states[s]
		if st.Dir != place.Dir { // another place since
			st = State{}
		}
		st.Slot, st.Place = s, place
		out = append(out, st)
	}
	return out
}

func (k *Keeper) copyAll(always bool) {
	for _, s := range []Slot{First, Second} {
		if place, ok := k.Places.Get(s); ok {
			k.copyTo(s, place, always)
		}
	}
}

func (k *Keeper) copyTo(s Slot, place Place, always bool) {
	st, prev := k.look(s, place), k.state(s)
	if prev.Dir != place.Dir {
		prev = State{}
	}
	st.seq = prev.seq
	switch {
	case st.Err != nil:
	case always || k.due(st):
		st = k.try(st)
	default:
		if !prev.Away() {
			st.Err = prev.Err // nothing was tried: what was wrong still is
		}
		st = k.tidy(st)
	}
	k.set(st)
}

// try makes a copy and tells how it stands after that.
func (k *Keeper) try(st State) State {
	st.Busy = true
	k.set(st)
	st.Busy = false
	last, _ := k.last()
	made, err := Make(k.v, st.Dir, k.now())
	if made.Path != "" {
		after := k.look(st.Slot, st.Place)
		st.Newest, st.Count, st.seq = made, after.Count, last.Seq
		k.note(st.Slot, made)
	}
	st.Err = err
	return st
}

// tidy removes the copies that are over where no new one is made: a vault that is opened and
// only read keeps its promise as well.
func (k *Keeper) tidy(st State) State {
	gone, err := prune(st.Dir, st.Newest, k.now())
	st.Count -= gone
	if err != nil {
		st.Err = err
	}
	return st
}

// note keeps the day for when the place is away. It is worth nothing else: where the vault
// cannot take it, the copy is no worse.
func (k *Keeper) note(s Slot, made Copy) { _ = k.Places.made(s, made.At) }

// look reads what a place holds.
func (k *Keeper) look(s Slot, place Place) State {
	st := State{Slot: s, Place: place}
	if st.Err = k.Places.ready(place.Dir); st.Err != nil {
		return st
	}
	all, err := List(place.Dir, k.tag)
	st.Err, st.Count = err, len(all)
	for _, c := range all {
		if c.Good && !c.At.After(k.now()) && c.Name == nameOf(k.v.Path()) {
			st.Newest = c
			break
		}
	}
	return st
}

// due tells whether something was done since the newest copy of a place, or that copy is so old
// that only another can tell a long silence from a wrong clock. Within a session the
// actions are counted, so that the laptop's clock does not matter.
func (k *Keeper) due(st State) bool {
	last, ok := k.last()
	switch prev := k.state(st.Slot); {
	case st.Newest.At.IsZero(), k.now().Sub(st.Newest.At) > silence:
		return true
	case prev.Dir == st.Dir && prev.seq > 0:
		return prev.seq != last.Seq
	}
	return ok && !last.At.Before(st.Newest.At)
}

// last is the last action but that a copy was made; ok is false where it is not to be found.
func (k *Keeper) last() (e vault.Entry, ok bool) {
	entries, err := k.v.Journal(8)
	if err != nil {
		return e, false
	}
	return LastAction(entries)
}

func (k *Keeper) state(s Slot) State {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.states[s]
}

func (k *Keeper) set(st State) {
	k.mu.Lock()
	k.states[st.Slot] = st
	k.mu.Unlock()
	k.change()
}
