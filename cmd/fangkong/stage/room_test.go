package stage

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fangkong/store"
)

// What a program that was killed left behind is gone with the next; what another is using stays.
func TestRoomsThatWereLeftAreCleared(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	room := func() string {
		t.Helper()
		dir, err := Room()
		if err != nil {
			t.Fatal(err)
		}
		return dir
	}
	begin := func(dir string) *store.Store {
		t.Helper()
		s, err := store.Open(filepath.Join(dir, dataFile), store.Options{Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	begun, using, killed := room(), room(), room()
	s := begin(using)
	if err := begin(killed).Close(); err != nil {
		t.Fatal(err)
	}
	next := room()
	for dir, stays := range map[string]bool{begun: true, using: true, killed: false, next: true} {
		if _, err := os.Stat(dir); (err == nil) != stays {
			t.Errorf("%s stays: %v", dir, err == nil)
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
