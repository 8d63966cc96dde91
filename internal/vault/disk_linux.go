package vault

import "golang.org/x/sys/unix"

// dropCache asks only: see forgetCached for when the system will not.
func dropCache(fd int) { _ = unix.Fadvise(fd, 0, 0, unix.FADV_DONTNEED) }

// freeSpace is what a user may still write in a folder; ok is false where nobody can tell.
func freeSpace(dir string) (free uint64, ok bool) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil || s.Bsize <= 0 || s.Blocks == 0 {
		return 0, false
	}
	return s.Bavail * uint64(s.Bsize), true
}
