package vault

import (
	"sync"
	"time"
)

// clock is a hybrid logical clock (Kulkarni and others, 2014): 48 bits of
// milliseconds since 1970 and 16 bits that count within one. It never goes back,
// whatever the laptop's clock does.
type clock struct {
	mu   sync.Mutex
	last uint64
}

func (c *clock) next() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = max(c.last+1, uint64(time.Now().UnixMilli())<<16)
	return c.last
}

// observe makes later stamps come after one that was read.
func (c *clock) observe(stamp uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = max(c.last, stamp)
}

func stampTime(stamp uint64) time.Time { return time.UnixMilli(int64(stamp >> 16)) }
