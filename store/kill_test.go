package store

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// victimFile names the file to a child of the test that is going to be killed.
const victimFile = "FANGKONG_TEST_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(victimFile); path != "" {
		if err := victim(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// victim receives and applies updates as fast as it can, and says on its output what it was told was kept. The next
// update it asks for is the offset, as with Telegram.
func victim(path string) error {
	s, err := Open(path, Options{Now: func() time.Time { return noon }})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	for {
		offset, err := s.Offset()
		if err != nil {
			return err
		}
		var updates []workgroup.Received
		for i := range int64(7) {
			updates = append(updates, workgroup.Received{Update: offset + i, Stored: noon, Raw: []byte("{}")})
		}
		if _, err := s.Receive(updates, offset+7); err != nil {
			return err
		}
		fmt.Fprintln(out, "received", offset+6)
		waiting, err := s.Inbox(5)
		if err != nil {
			return err
		}
		var inputs []workgroup.Input
		for _, u := range waiting {
			inputs = append(inputs, workgroup.Input{Inbox: u.Inbox, Mark: fmt.Sprint(u.Update), Now: noon})
		}
		answers, err := s.Apply(inputs, rules{decide: keep})
		if err != nil {
			return err
		}
		for _, a := range answers {
			fmt.Fprintln(out, said(a))
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
}

// TestWhatWasAnsweredSurvivesAKill kills a process in the middle of its work, again and again on the same file.
func TestWhatWasAnsweredSurvivesAKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	h := &house{t: t, path: filepath.Join(t.TempDir(), "fangkong.db"), clock: &clock{noon}}
	answered := map[string]bool{}
	last := int64(-1)
	for round := range 12 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), victimFile+"="+h.path)
		child.Stderr = os.Stderr
		pipe, err := child.StdoutPipe()
		must(t, err)
		must(t, child.Start())
		lines := bufio.NewScanner(pipe)
		for n := 0; lines.Scan(); n++ {
			if id, ok := strings.CutPrefix(lines.Text(), "received "); ok {
				_, err := fmt.Sscan(id, &last)
				must(t, err)
			} else {
				answered[strings.TrimPrefix(lines.Text(), "kept ")] = true
			}
			// A different moment each time; what was written before it died is read to the end.
			if n == 20+17*round {
				must(t, child.Process.Kill())
			}
		}
		if err := child.Wait(); err == nil {
			t.Fatal("the child ended by itself")
		}

		h.open(Options{})
		offset, err := h.Offset()
		must(t, err)
		if offset <= last {
			t.Fatalf("update %d was received, the offset is %d", last, offset)
		}
		waiting, err := h.Inbox(0)
		must(t, err)
		in := map[string]bool{}
		for _, u := range waiting {
			in[fmt.Sprint(u.Update)] = true
		}
		// Each update below the offset is in the inbox or was applied, and applied exactly once.
		must(t, h.View(func(b workgroup.Book) error {
			for id := range offset {
				key := fmt.Sprint(id)
				r, applied := reports.Get(b, key)
				if applied == in[key] {
					t.Errorf("round %d: update %s applied %v, in the inbox %v", round, key, applied, in[key])
				}
				if applied && r.Text != "x" {
					t.Errorf("round %d: update %s was applied %d times", round, key, len(r.Text))
				}
				if answered[key] && !applied {
					t.Errorf("round %d: update %s was answered and is lost", round, key)
				}
			}
			return nil
		}))
		if f := h.sound(); f.Lines != uint64(int(offset)-len(in)) {
			t.Errorf("round %d: %d lines for %d applied", round, f.Lines, int(offset)-len(in))
		}
		must(t, h.Close())
	}
	if len(answered) < 50 {
		t.Errorf("only %d updates were answered", len(answered))
	}
}
