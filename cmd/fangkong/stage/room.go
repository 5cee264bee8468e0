package stage

import (
	"os"
	"path/filepath"
	"time"

	"fangkong/store"
)

// rooms are the folders that the demo's stages keep their data in, until they end.
const rooms = "fangkong-demo-"

// Room is a new folder for a stage, which removes it at its end. What programs that were killed left behind is gone.
func Room() (string, error) {
	sweep()
	return os.MkdirTemp("", rooms)
}

// sweep removes the rooms of programs that were killed. One that is in use is locked by whoever uses it, and stays; so does one
// that has no data yet, for somebody is just beginning there.
func sweep() {
	all, _ := filepath.Glob(filepath.Join(os.TempDir(), rooms+"*"))
	for _, dir := range all {
		data := filepath.Join(dir, dataFile)
		if _, err := os.Stat(data); err != nil {
			continue
		}
		left, err := store.Open(data, store.Options{Now: time.Now, Timeout: 20 * time.Millisecond})
		if err != nil {
			continue
		}
		if left.Close() == nil {
			_ = os.RemoveAll(dir) // what cannot be removed is in nobody's way
		}
	}
}
