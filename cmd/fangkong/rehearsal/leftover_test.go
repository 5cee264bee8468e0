package rehearsal

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fangkong/store"
)

// What a program that was killed left behind is gone with the next; what another is using stays.
func TestLeftoversAreSweptAway(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	h := open(t, Options{}).stopped(t)
	h.mu.Lock()
	using := h.playing.dir
	h.mu.Unlock()
	killed, begun := filepath.Join(os.TempDir(), folders+"killed"), filepath.Join(os.TempDir(), folders+"begun")
	s, err := store.Open(filepath.Join(killed, "fangkong.db"), store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(begun, 0o700); err != nil {
		t.Fatal(err)
	}
	open(t, Options{})
	for dir, stays := range map[string]bool{using: true, begun: true, killed: false} {
		if _, err := os.Stat(dir); (err == nil) != stays {
			t.Errorf("%s stays: %v", dir, err == nil)
		}
	}
}
