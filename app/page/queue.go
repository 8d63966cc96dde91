package page

import "sync"

// Queue runs what it is given one after the other, off Fyne's goroutine: two keys
// pressed fast reach the disk in the order in which they were pressed.
type Queue struct {
	mu      sync.Mutex
	idle    sync.Cond // signalled when running becomes false
	jobs    []func()
	running bool
	beside  int // jobs that are no user actions, such as a file being written
}

// NewQueue makes an empty queue.
func NewQueue() *Queue {
	q := &Queue{}
	q.idle.L = &q.mu
	return q
}

// Add puts a job behind the others. It does not wait.
func (q *Queue) Add(job func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.jobs = append(q.jobs, job)
	if !q.running {
		q.running = true
		go q.run()
	}
}

// Beside runs a job at once, beside the others; Wait waits for it too. It is for a file
// that is being written: the vault does not close under it.
func (q *Queue) Beside(job func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.beside++
	go func() {
		defer func() {
			q.mu.Lock()
			defer q.mu.Unlock()
			q.beside--
			q.idle.Broadcast()
		}()
		job()
	}()
}

func (q *Queue) run() {
	for {
		job, ok := q.next()
		if !ok {
			return
		}
		job()
	}
}

func (q *Queue) next() (func(), bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.jobs) == 0 {
		q.running = false
		q.idle.Broadcast()
		return nil, false
	}
	job := q.jobs[0]
	q.jobs = q.jobs[1:]
	return job, true
}

// Wait returns when all that was added is done: before the vault closes. A job must
// not wait for the goroutine that waits here.
func (q *Queue) Wait() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.running || q.beside > 0 {
		q.idle.Wait()
	}
}
