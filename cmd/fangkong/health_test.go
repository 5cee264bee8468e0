package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/office"
	"fangkong/store/workgroup"
)

func TestHealthSaysWhatLiesAndSinceWhen(t *testing.T) {
	now := time.Date(2020, time.January, 31, 14, 30, 0, 0, time.FixedZone("CST", 8*3600))
	ago := func(d time.Duration) time.Time { return now.Add(-d) }
	well := office.Pulse{At: ago(time.Minute), Swept: ago(90 * time.Second), Polled: ago(2 * time.Minute)}
	for _, c := range []struct {
		sentence string
		change   func(p *office.Pulse)
		chinese  string // "": it is well
		english  string
	}{
		{"all is well", func(*office.Pulse) {}, "", ""},
		{"what came in a moment ago may wait a moment", func(p *office.Pulse) { p.Inbox, p.Letter = ago(2*time.Minute), ago(10*time.Minute) }, "", ""},
		{"no heartbeat", func(p *office.Pulse) { p.At, p.Swept = ago(silence), ago(time.Hour) }, "自 2020-01-31 14:27:00 起没有心跳", "no heartbeat since 2020-01-31 14:27:00"},
		{"the clock is not followed", func(p *office.Pulse) { p.Swept = ago(3 * time.Minute) },
			"自 2020-01-31 14:27:00 起没有处理到期事项，提醒可能没有发出", "what is due has not been dealt with since 2020-01-31 14:27:00, reminders among it"},
		{"Telegram does not answer", func(p *office.Pulse) { p.Polled = ago(4 * time.Minute) },
			"自 2020-01-31 14:26:00 起收不到 Telegram 的更新", "nothing could be fetched from Telegram since 2020-01-31 14:26:00"},
		{"what came in lies", func(p *office.Pulse) { p.Inbox = ago(3 * time.Minute) },
			"自 2020-01-31 14:27:00 起收到的消息没有处理", "messages received have not been dealt with since 2020-01-31 14:27:00"},
		{"letters lie", func(p *office.Pulse) { p.Letter = ago(11 * time.Minute) },
			"自 2020-01-31 14:19:00 起有通知没有发出", "letters have not been sent since 2020-01-31 14:19:00"},
		{"rings reach nobody", func(p *office.Pulse) { p.Ring = ago(5 * time.Minute) },
			"自 2020-01-31 14:25:00 起紧急呼叫没有送达任何人，请打电话", "urgent rings have reached nobody since 2020-01-31 14:25:00, please telephone"},
		{"everything wrong is on one line", func(p *office.Pulse) { p.Inbox, p.Letter = ago(3*time.Minute), ago(11*time.Minute) },
			"自 2020-01-31 14:27:00 起收到的消息没有处理；自 2020-01-31 14:19:00 起有通知没有发出",
			"messages received have not been dealt with since 2020-01-31 14:27:00; letters have not been sent since 2020-01-31 14:19:00"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "fangkong.db.alive")
			p := well
			c.change(&p)
			if err := beat(path, p); err != nil {
				t.Fatal(err)
			}
			for lang, want := range map[workgroup.Language]string{workgroup.Chinese: c.chinese, workgroup.English: c.english} {
				got := ""
				if err := look(console{&bytes.Buffer{}, lang}, path, now); err != nil {
					got = err.Error()
				}
				if got != want {
					t.Errorf("in %s: %q, want %q", lang, got, want)
				}
			}
		})
	}
}

func TestTheHeartbeatsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "fangkong.db.alive")
	now := time.Now()
	c := console{&bytes.Buffer{}, workgroup.Chinese}
	if err := look(c, path, now); err == nil {
		t.Error("no heartbeat at all passes")
	}
	// An empty one says when it was touched, and no more.
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, age := range []time.Duration{0, silence + time.Minute} {
		if err := os.Chtimes(path, now, now.Add(-age)); err != nil {
			t.Fatal(err)
		}
		if err := look(c, path, now); (err == nil) != (age < silence) {
			t.Errorf("touched %v ago: %v", age, err)
		}
	}
	// A whole one takes its place, and leaves nothing beside it.
	if err := beat(path, office.Pulse{At: now, Swept: now, Polled: now}); err != nil {
		t.Fatal(err)
	}
	if err := look(c, path, now); err != nil {
		t.Error(err)
	}
	files, _ := fs.Glob(os.DirFS(filepath.Dir(path)), "*")
	if raw, _ := os.ReadFile(path); len(files) != 1 || strings.Count(string(raw), "\n") != 1 {
		t.Errorf("files %v, holding %s", files, raw)
	}
	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := look(c, path, now); err == nil {
		t.Error("half a heartbeat passes")
	}
}

func TestHealth(t *testing.T) {
	data := filepath.Join(t.TempDir(), "fangkong.db")
	order := []string{"health", "--data", data}
	contains(t, types(t, fault, order...), "还没有心跳", data)
	now := time.Now()
	if err := beat(alivePath(data, ""), office.Pulse{At: now, Swept: now, Polled: now}); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, done, order...), "正常")
	if err := beat(alivePath(data, ""), office.Pulse{At: now, Swept: now, Polled: now.Add(-time.Hour)}); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, fault, order...), "收不到 Telegram 的更新")
	contains(t, types(t, fault, append([]string{"--lang", "en"}, order...)...), "nothing could be fetched from Telegram since")
	if err := rest(alivePath(data, ""), now); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, fault, order...), "停止运行", now.Format("2006-01-02 15:04:05"))
}
