package vault

import (
	"maps"
	"slices"
)

// cleaning takes somebody out of the journal. Undo must still work for the rest, so an entry
// that lost something, or that undo could only take back together with one that did, becomes
// one that undo goes past.
type cleaning struct {
	w       *writer
	traces  Traces
	match   *Matcher
	gone    map[string]bool // places of which nothing stays
	stuck   map[string]bool // places that a newer entry, which undo goes past, has changed
	passed  map[uint64]bool // entries that undo goes past from now on
	entries []logged
}

// logged is one entry of the journal while it is cleaned.
type logged struct {
	seq, ref uint64
	op       byte
	entry    journalled
	lost     bool     // something of it
	places   []string // of what it lost
}

func newCleaning(w *writer, t Traces) *cleaning {
	return &cleaning{w: w, traces: t, match: t.Matcher(), gone: map[string]bool{}, stuck: map[string]bool{}, passed: map[uint64]bool{}}
}

func (c *cleaning) run() error {
	t, err := c.w.tracked(string(bucketJournal))
	if err != nil {
		return err
	}
	err = t.bucket.ForEach(func(k, val []byte) error {
		e, err := c.w.v.readEntry(k, val)
		if err != nil {
			return err
		}
		seq, op, ref := head(k, val)
		c.entries = append(c.entries, logged{seq: seq, op: op, ref: ref, entry: e})
		return nil
	})
	if err != nil {
		return err
	}
	c.clean()
	for _, x := range c.entries {
		op := x.op
		if c.passed[x.seq] && op != opGone {
			op = opPast
		}
		if op == x.op && !x.lost {
			continue
		}
		ref := x.ref
		if op == opPast {
			ref = 0
		}
		if err := c.w.putEntry(t, x.seq, op, ref, x.entry); err != nil {
			return err
		}
	}
	return nil
}

// clean goes back from the newest entry, and again until nothing more is found: an action and
// what took it back go together.
func (c *cleaning) clean() {
	for i := range c.entries {
		c.lose(&c.entries[i])
	}
	for before := -1; before != len(c.passed); {
		before = len(c.passed)
		c.stuck = maps.Clone(c.gone)
		for i := range slices.Backward(c.entries) {
			x := &c.entries[i]
			if !x.lost && !c.passed[x.seq] && !c.blocked(*x) {
				continue
			}
			c.passed[x.seq] = true
			for _, p := range x.places {
				c.stuck[p] = true
			}
			if x.ref != 0 {
				c.passed[x.ref] = true
			}
			for _, ch := range x.entry.Changes {
				c.stuck[place(ch.Collection, ch.Key)] = true
			}
		}
	}
}

// blocked tells whether undo could not do an entry any more.
func (c *cleaning) blocked(x logged) bool {
	if x.ref != 0 && c.passed[x.ref] {
		return true
	}
	return slices.ContainsFunc(x.entry.Changes, func(ch jchange) bool { return c.stuck[place(ch.Collection, ch.Key)] })
}

// lose takes out of an entry what may not stay. Its words go with that: they may name who it
// was.
func (c *cleaning) lose(x *logged) {
	kept := x.entry.Changes[:0:0]
	for _, ch := range x.entry.Changes {
		p := place(ch.Collection, ch.Key)
		if c.gone[p] || c.match.In(ch.Key, ch.Before) || c.match.Named(ch.After) || c.match.Points("", ch.After) {
			x.places = append(x.places, p)
			continue
		}
		kept = append(kept, ch)
	}
	if len(kept) == len(x.entry.Changes) && !x.entry.named(c.traces, c.match) {
		return
	}
	if len(kept) < len(x.entry.Changes) {
		x.lost = true
	}
	x.entry.Changes = kept
	if len(x.entry.Action.Args) > 0 {
		x.entry.Action.Args, x.lost = nil, true
	}
}
