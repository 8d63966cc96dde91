package vault

import (
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// sum tells whether a bucket still holds exactly the values that were written: how
// many, and the XOR of their authentication tags. A page with a flipped byte can
// lose or double whole records that decrypt well one by one; this notices.
type sum struct {
	count uint64
	tags  [tagSize]byte
}

var errManifest = errors.New("records are missing or too many")

func (s *sum) add(value []byte)  { s.count++; s.xor(value) }
func (s *sum) drop(value []byte) { s.count--; s.xor(value) }

func (s *sum) xor(value []byte) {
	subtle.XORBytes(s.tags[:], s.tags[:], value[len(value)-tagSize:])
}

func (v *Vault) readSum(tx *bolt.Tx, bucket string) (sum, error) {
	var s sum
	b := tx.Bucket(bucketManifest).Get([]byte(bucket))
	if b == nil {
		return s, nil
	}
	plain, err := v.seal.open(b, place("manifest", bucket))
	if err != nil || len(plain) != 8+tagSize {
		return s, v.damage("manifest of "+bucket, fmt.Errorf("reading it: %w", errManifest))
	}
	s.count = binary.BigEndian.Uint64(plain)
	copy(s.tags[:], plain[8:])
	return s, nil
}

func (v *Vault) writeSum(tx *bolt.Tx, bucket string, s sum) error {
	plain := append(binary.BigEndian.AppendUint64(nil, s.count), s.tags[:]...)
	return tx.Bucket(bucketManifest).Put([]byte(bucket), v.seal.seal(plain, place("manifest", bucket)))
}

// tracked writes values to one bucket and keeps its sum.
type tracked struct {
	v      *Vault
	bucket *bolt.Bucket
	name   string
	sum    sum
	dirty  bool
}

func (v *Vault) track(tx *bolt.Tx, name string) (*tracked, error) {
	b, err := tx.CreateBucketIfNotExists([]byte(name))
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", name, err)
	}
	s, err := v.readSum(tx, name)
	return &tracked{v: v, bucket: b, name: name, sum: s}, err
}

func (t *tracked) put(key, value []byte) error {
	if old := t.bucket.Get(key); old != nil {
		t.sum.drop(old)
	}
	t.sum.add(value)
	t.dirty = true
	return t.bucket.Put(key, value)
}

func (t *tracked) remove(key []byte) error {
	if old := t.bucket.Get(key); old != nil {
		t.sum.drop(old)
		t.dirty = true
	}
	return t.bucket.Delete(key)
}

func (t *tracked) finish(tx *bolt.Tx) error {
	if !t.dirty {
		return nil
	}
	return t.v.writeSum(tx, t.name, t.sum)
}
