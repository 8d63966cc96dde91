package vault

import (
	"bytes"
	"encoding/json"
	"errors"
	"runtime"
	"sync"

	bolt "go.etcd.io/bbolt"
)

type pair struct{ key, sealed []byte }

var errOrder = errors.New("keys are out of order")

// load reads the whole bucket, checks it against the manifest and decrypts on all
// cores.
func (c *Collection[T]) load() error {
	return c.v.view("collection "+c.name, func(tx *bolt.Tx) error {
		pairs, err := c.v.pairs(tx, collPrefix+c.name)
		if err != nil {
			return err
		}
		parts := make([]part[T], runtime.NumCPU())
		var wg sync.WaitGroup
		for i := range parts {
			lo, hi := len(pairs)*i/len(parts), len(pairs)*(i+1)/len(parts)
			wg.Go(func() {
				err := c.v.protect("collection "+c.name, func() error { parts[i] = c.decode(pairs[lo:hi]); return nil })
				parts[i].err = errors.Join(parts[i].err, err)
			})
		}
		wg.Wait()
		return c.join(parts, len(pairs))
	})
}

type part[T any] struct {
	keys   []string
	values []T
	stamp  uint64
	err    error
}

func (c *Collection[T]) decode(pairs []pair) part[T] {
	p := part[T]{keys: make([]string, 0, len(pairs)), values: make([]T, 0, len(pairs))}
	in := &reader{v: c.v}
	for _, kv := range pairs {
		key := string(kv.key)
		r, err := in.record(kv.sealed, c.name, key)
		if err != nil {
			p.err = err
			return p
		}
		p.stamp = max(p.stamp, r.stamp)
		if r.deleted {
			continue
		}
		var val T
		if err := json.Unmarshal(r.payload, &val); err != nil {
			p.err = c.v.damage("record "+c.name+"/"+key, err)
			return p
		}
		p.keys, p.values = append(p.keys, key), append(p.values, val)
	}
	return p
}

func (c *Collection[T]) join(parts []part[T], n int) error {
	c.values = make(map[string]T, n)
	c.keys = make([]string, 0, n)
	for _, p := range parts {
		if p.err != nil {
			return p.err
		}
		c.v.clock.observe(p.stamp)
		c.keys = append(c.keys, p.keys...)
		for i, k := range p.keys {
			c.values[k] = p.values[i]
		}
	}
	return nil
}

// pairs lists a bucket's values; valid only inside the transaction.
func (v *Vault) pairs(tx *bolt.Tx, bucket string) ([]pair, error) {
	want, err := v.readSum(tx, bucket)
	if err != nil {
		return nil, err
	}
	out := make([]pair, 0, min(want.count, 1<<20))
	var have sum
	if b := tx.Bucket([]byte(bucket)); b != nil {
		var last []byte
		c := b.Cursor()
		for k, val := c.First(); k != nil; k, val = c.Next() {
			if len(val) < nonceSize+tagSize || bytes.Compare(last, k) >= 0 && last != nil {
				return nil, v.damage("collection "+bucket, errOrder)
			}
			have.add(val)
			out = append(out, pair{k, val})
			last = k
		}
	}
	if have != want {
		return nil, v.damage("collection "+bucket, errManifest)
	}
	return out, nil
}
