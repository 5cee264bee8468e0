package rehearsal

import (
	"os"
	"path/filepath"
	"time"

	"fangkong/store"
)

// folders are what a performance keeps its data in, until it ends.
const folders = "fangkong-rehearsal-"

// sweep removes the folders of programs that were killed. One that is in use is locked by whoever uses it, and stays; so does one
// that has no data yet, for somebody is just beginning there.
func sweep() {
	all, _ := filepath.Glob(filepath.Join(os.TempDir(), folders+"*"))
	for _, dir := range all {
		data := filepath.Join(dir, "fangkong.db")
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
