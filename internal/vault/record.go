package vault

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/oklog/ulid/v2"
)

// NewID makes a ULID: it sorts by the time at which it was made, also after the ones of the
// same millisecond, and tells nothing else.
func NewID() string { return ulid.MustNew(ulid.Now(), ids).String() }

// Made is when NewID made an id; ok is false of what is none.
func Made(id string) (at time.Time, ok bool) {
	x, err := ulid.ParseStrict(id)
	if err != nil {
		return time.Time{}, false
	}
	return ulid.Time(x.Time()), true
}

// ids makes the ids of one millisecond rise by a random step: what one action writes down
// together, the lines of a shopping list say, stays in its order.
var ids = &ulid.LockedMonotonicReader{MonotonicReader: ulid.Monotonic(rand.Reader, 0)}

// A record in the clear: flags, stamp, device, then the JSON of the value.
const (
	flagDeleted  = 1
	recordHeader = 1 + 8 + 8
)

type record struct {
	deleted bool
	stamp   uint64
	device  [8]byte
	payload []byte // nil for a tombstone
}

func (r record) encode() []byte {
	b := make([]byte, recordHeader, recordHeader+len(r.payload))
	if r.deleted {
		b[0] = flagDeleted
	}
	binary.BigEndian.PutUint64(b[1:], r.stamp)
	copy(b[9:], r.device[:])
	return append(b, r.payload...)
}

func decodeRecord(b []byte) (record, error) {
	if len(b) < recordHeader {
		return record{}, fmt.Errorf("%d bytes are too few for a record", len(b))
	}
	r := record{deleted: b[0]&flagDeleted != 0, stamp: binary.BigEndian.Uint64(b[1:])}
	copy(r.device[:], b[9:])
	if !r.deleted {
		r.payload = b[recordHeader:]
	}
	return r, nil
}

func place(collection, key string) string { return collection + "\x00" + key }
