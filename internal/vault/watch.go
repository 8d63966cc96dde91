package vault

import "sync"

// Op says how an event came about.
type Op int

// How records came to change.
const (
	Did Op = iota
	Undid
	Redid
)

// Event tells that an action is on disk and that the collections hold its values.
type Event struct {
	Action  Action
	Op      Op
	Changes []Change
}

// watchers is a set of functions; telling them holds no lock, so that one may
// unsubscribe itself.
type watchers struct {
	mu   sync.Mutex
	next int
	fns  map[int]func(Event)
}

// Watch calls fn after each action, on the goroutine that did it.
func (v *Vault) Watch(fn func(Event)) (unsubscribe func()) {
	return v.watch.add(fn)
}

func (w *watchers) add(fn func(Event)) func() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.fns == nil {
		w.fns = map[int]func(Event){}
	}
	id := w.next
	w.next++
	w.fns[id] = fn
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.fns, id)
	}
}

func (w *watchers) tell(e Event) {
	w.mu.Lock()
	fns := make([]func(Event), 0, len(w.fns))
	for i := range w.next {
		if fn, ok := w.fns[i]; ok {
			fns = append(fns, fn)
		}
	}
	w.mu.Unlock()
	for _, fn := range fns {
		fn(e)
	}
}

func (v *Vault) tell(a Action, op byte, changes []staged) {
	e := Event{Action: a, Op: map[byte]Op{opDo: Did, opUndo: Undid, opRedo: Redid}[op]}
	for _, s := range changes {
		e.Changes = append(e.Changes, Change{s.collection, s.key, s.after == nil})
	}
	v.watch.tell(e)
}

func (v *Vault) holder(name string) holder {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.holders[name]
}

func byCollection(changes []staged) map[string][]staged {
	out := map[string][]staged{}
	for _, s := range changes {
		out[s.collection] = append(out[s.collection], s)
	}
	return out
}
