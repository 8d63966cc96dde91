package vault

import "golang.org/x/sys/unix"

// dropPages takes mapped pages of a file out of memory; they are read anew when they
// are touched (madvise(2): of a shared mapping nothing is lost).
func dropPages(at, size uintptr) error {
	if _, _, err := unix.Syscall(unix.SYS_MADVISE, at, size, unix.MADV_DONTNEED); err != 0 {
		return err
	}
	return nil
}
