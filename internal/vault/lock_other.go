//go:build !unix

package vault

import "os"

// shareLock leaves locking to bbolt where flock is not to be had.
func shareLock(*os.File, string) error { return nil }

// unlock does nothing: closing the file gives the lock back.
func unlock(*os.File) error { return nil }

// syncDir does nothing: folders cannot be synced on this system.
func syncDir(string) error { return nil }
