//go:build !linux && !darwin

package store

// Free is how many bytes the disk of a folder has left for us, where the system tells.
func Free(string) (int64, bool) { return 0, false }
