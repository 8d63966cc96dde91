//go:build !unix

package vault

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// fullDisk are Windows' ways to say that no byte more fits: ERROR_HANDLE_DISK_FULL,
// ERROR_DISK_FULL and ERROR_FILE_TOO_LARGE.
var fullDisk = []syscall.Errno{39, 112, 223}

// sameDisk tells whether a file and a folder are on one drive.
func sameDisk(file, dir string) bool {
	a, errA := filepath.Abs(file)
	b, errB := filepath.Abs(dir)
	return errA == nil && errB == nil && strings.EqualFold(filepath.VolumeName(a), filepath.VolumeName(b))
}

func forgetCached(*os.File) {}

// freeSpace is not asked here: writing says when the disk is full.
func freeSpace(string) (free uint64, ok bool) { return 0, false }
