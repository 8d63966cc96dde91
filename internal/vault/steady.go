package vault

import "sync"

// memory counts the actions that the collections have taken in.
type memory struct {
	mu   sync.RWMutex // held while one is taken in
	news uint64
}

// steadyTries is how often a reading begins anew. Where actions come faster than anybody can
// read, each is followed by its event: who reads again then has the last one whole.
const steadyTries = 4

// Steady runs what reads several collections so that it sees each action whole or not at all:
// one that is being taken into memory is waited for, and where one came in between it reads
// again, a few times at most. So read may run more than once, and has no other effect than what
// it finds. It holds no lock, and no action waits for it.
func (v *Vault) Steady(read func()) {
	for range steadyTries {
		before := v.memory.read()
		read()
		if v.memory.read() == before {
			return
		}
	}
}

// read waits for an action that is being taken in.
func (m *memory) read() uint64 {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.news
}

// apply takes an action into all collections, and into what follows them (Collection.Watch):
// nobody who reads steadily sees a record that an index does not know, or one that it still
// does. The vault's lock is held, so memory goes the way that the file went.
func (v *Vault) apply(changes []staged) {
	v.memory.mu.Lock()
	defer v.memory.mu.Unlock()
	v.memory.news++
	parts := byCollection(changes)
	for name, part := range parts {
		if h := v.holder(name); h != nil {
			h.apply(part)
		}
	}
	for name, part := range parts {
		if h := v.holder(name); h != nil {
			h.tell(part)
		}
	}
}
