//go:build linux || darwin

package store

import "syscall"

// Free is how many bytes the disk of a folder has left for us, where the system tells.
func Free(dir string) (int64, bool) {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return 0, false
	}
	return int64(s.Bavail) * int64(s.Bsize), true
}
