//go:build unix

package vault

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// fullDisk are the ways to say that no byte more fits: the disk, one's share of it, or the
// longest file that it can hold.
var fullDisk = []syscall.Errno{unix.ENOSPC, unix.EDQUOT, unix.EFBIG}

// sameDisk tells whether a file and a folder are on one file system; when in doubt, they are not.
func sameDisk(file, dir string) bool {
	var a, b unix.Stat_t
	return unix.Stat(file, &a) == nil && unix.Stat(dir, &b) == nil && a.Dev == b.Dev
}

// forgetCached lets the next reading of a synced file come from the disk itself. Where the
// system will not, the reading is from memory, and the copy no worse.
func forgetCached(f *os.File) { dropCache(int(f.Fd())) }
