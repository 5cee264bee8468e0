package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// desk is an office's folder with data in it.
type desk struct {
	dir, config, data string
	now               func() time.Time
}

func newDesk(t *testing.T) desk {
	t.Helper()
	d := desk{dir: t.TempDir(), now: time.Now}
	d.config, d.data = filepath.Join(d.dir, settings.File), filepath.Join(d.dir, "fangkong.db")
	types(t, done, "init", d.dir)
	s := d.open(t)
	_, r := settings.Sample()
	if err := s.Update(func(b workgroup.Book) error { r.Seed(b, time.Now()); return nil }); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d desk) open(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(d.data, store.Options{Now: d.now})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// kept are the backups beside the data.
func (d desk) kept(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob(d.data + ".backups/*")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// running is a bot at work on the data, as far as the socket goes.
type running struct {
	folder store.Backups
	book   *store.Store
	fault  error
}

func (r running) Backup(p store.Progress) (store.Backup, error) {
	if r.fault != nil {
		return store.Backup{}, r.fault
	}
	return r.folder.Make(r.book, "", p)
}

func (r running) Verify(p store.Progress) (store.Findings, error) { return r.folder.Try(r.book, p) }

// runs has a bot run on the data until the test ends or the returned function is called.
func (d desk) runs(t *testing.T, fault error) (stop func()) {
	t.Helper()
	book := d.open(t)
	control, err := listenOwner(controlPath(d.data))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	over := make(chan struct{})
	go func() {
		attend(ctx, control, running{store.Backups{Dir: d.data + ".backups", Keep: keptBackups}, book, fault}, zerolog.Nop())
		close(over)
	}()
	stop = func() {
		cancel()
		<-over
		_ = book.Close()
	}
	t.Cleanup(stop)
	return stop
}

func TestBackupVerifyRestore(t *testing.T) {
	for _, hot := range []bool{false, true} {
		t.Run(fmt.Sprintf("hot=%v", hot), func(t *testing.T) {
			d := newDesk(t)
			stop := func() {}
			if hot {
				stop = d.runs(t, nil)
			}
			contains(t, types(t, done, "verify", "--config", d.config), "完好", "台账 1 行", "最后一行")
			contains(t, types(t, done, "--lang", "en", "verify", "--config", d.config), "is sound", "1 lines of the journal")
			contains(t, types(t, done, "backup", "--config", d.config), "已备份到", "核对无误", "14 份")
			all := d.kept(t)
			if len(all) != 1 {
				t.Fatalf("kept: %v", all)
			}
			contains(t, types(t, done, "verify", all[0], "--config", d.config), "完好")
			contains(t, types(t, fault, "backup", all[0], "--config", d.config), "已存在")

			contains(t, types(t, fault, "restore", all[0], "--config", d.config), "已存在", "没有改动", "先停下机器人")
			stop()
			if err := os.Remove(d.data); err != nil {
				t.Fatal(err)
			}
			contains(t, types(t, done, "restore", all[0], "--config", d.config), "完好", "已恢复", "补报")
			contains(t, types(t, done, "verify", "--config", d.config), "完好")
			book := d.open(t)
			defer func() { _ = book.Close() }()
			if err := book.View(func(b workgroup.Book) error {
				if n := len(workgroup.Roster(b)); n != 33 {
					t.Errorf("%d units", n)
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestABackupToAFileOfOnesOwn(t *testing.T) {
	for _, hot := range []bool{false, true} {
		d := newDesk(t)
		if hot {
			d.runs(t, nil)
		}
		to := filepath.Join(t.TempDir(), "copy.db")
		contains(t, types(t, done, "backup", to, "--config", d.config), "已备份到 "+to)
		if info, err := os.Stat(to); err != nil || info.Mode() != 0o600 {
			t.Errorf("%v %v", info, err)
		}
		contains(t, types(t, done, "verify", to, "--config", d.config), "完好")
	}
}

func TestWhatDoesNotVerifyIsNotRestored(t *testing.T) {
	d := newDesk(t)
	types(t, done, "backup", "--config", d.config)
	backup := d.kept(t)[0]
	raw, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	raw = []byte(strings.ReplaceAll(string(raw), `"kind":"roster.seeded"`, `"kind":"roster.SEEDED"`))
	if err := errors.Join(os.WriteFile(backup, raw, 0o600), os.Remove(d.data)); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, fault, "verify", backup, "--config", d.config), "journal line 1", "核对不过")
	contains(t, types(t, fault, "--lang", "en", "restore", backup, "--config", d.config), "does not verify")
	contains(t, types(t, fault, "restore", d.config, "--config", d.config), "不是 fangkong 的数据文件")
	contains(t, types(t, fault, "restore", filepath.Join(d.dir, "none.db"), "--config", d.config), "没有这个文件")
	contains(t, types(t, fault, "verify", "--config", d.config), "没有这个文件")
	if _, err := os.Stat(d.data); err == nil {
		t.Error("something was put in the data's place")
	}
}

func TestAFullDiskIsSaidInWords(t *testing.T) {
	d := newDesk(t)
	d.runs(t, &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC})
	contains(t, types(t, fault, "backup", "--config", d.config), "没有备份成", "磁盘满了")
	contains(t, types(t, fault, "--lang", "en", "backup", "--config", d.config), "nothing half-written", "disk is full")
	if all := d.kept(t); len(all) > 0 {
		t.Errorf("left: %v", all)
	}
}

func TestTheSocketIsItsOwnersAndNobodyElseCanHoldItUp(t *testing.T) {
	d := newDesk(t)
	// One left by a bot that was killed is in nobody's way.
	dead, err := net.Listen("unix", controlPath(d.data))
	if err != nil {
		t.Fatal(err)
	}
	dead.(*net.UnixListener).SetUnlinkOnClose(false)
	_ = dead.Close()
	d.runs(t, nil)
	info, err := os.Stat(controlPath(d.data))
	if err != nil || info.Mode().Perm() != 0o600 || info.Mode()&os.ModeSocket == 0 {
		t.Fatalf("%v %v", info, err)
	}
	for _, words := range []string{"", "fly\n", strings.Repeat("x", 10_000), "backup /etc/passwd\n"} {
		c, err := net.Dial("unix", controlPath(d.data))
		if err != nil {
			t.Fatal(err)
		}
		_, _ = c.Write([]byte(words))
		_ = c.Close()
	}
	contains(t, types(t, done, "verify", "--config", d.config), "完好")
	if all := d.kept(t); len(all) > 0 {
		t.Errorf("made: %v", all)
	}
}

// A bot that does not answer is said to be there.
func TestABotThatCannotBeAsked(t *testing.T) {
	d := newDesk(t)
	book := d.open(t)
	defer func() { _ = book.Close() }()
	contains(t, types(t, fault, "backup", "--config", d.config), "正被另一个 fangkong 使用", "没有应答")
	contains(t, types(t, fault, "--lang", "en", "verify", "--config", d.config), "in use by another fangkong", "does not answer")
}
