package main

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/office"
	"fangkong/store/workgroup"
)

func TestHealthzSaysWhatIsWrong(t *testing.T) {
	now := time.Date(2020, time.January, 31, 14, 30, 0, 0, time.FixedZone("CST", 8*3600))
	well := office.Pulse{At: now, Swept: now, Polled: now}
	deaf := office.Pulse{At: now, Swept: now, Polled: now.Add(-5 * time.Minute)}
	fine, dead := func() error { return nil }, func() error { return errors.New("disk") }
	for name, c := range map[string]struct {
		pulse            office.Pulse
		unread           error
		probe            func() error
		status           int
		chinese, english string
	}{
		"well":                  {well, nil, fine, 200, "正常", "well"},
		"Telegram is not heard": {deaf, nil, fine, 503, "收不到 Telegram 的更新", "nothing could be fetched"},
		"the disk is full":      {well, nil, dead, 503, "数据写不进去", "cannot be written"},
		"the data is gone":      {well, errors.New("closed"), fine, 503, "数据读不出来", "cannot be read"},
	} {
		for lang, words := range map[workgroup.Language]string{workgroup.Chinese: c.chinese, workgroup.English: c.english} {
			w := &watched{console: console{&bytes.Buffer{}, lang}, pulse: func() (office.Pulse, error) { return c.pulse, c.unread }, probe: c.probe}
			out := httptest.NewRecorder()
			w.ServeHTTP(out, httptest.NewRequest(http.MethodGet, "/healthz", nil))
			if out.Code != c.status || !strings.Contains(out.Body.String(), words) {
				t.Errorf("%s: %d %s", name, out.Code, out.Body)
			}
		}
	}
}

// However often it is asked, the store writes once in a while.
func TestHealthzDoesNotWearTheDiskOut(t *testing.T) {
	probes := 0
	w := &watched{console: console{&bytes.Buffer{}, workgroup.Chinese}, pulse: func() (office.Pulse, error) { return office.Pulse{}, nil },
		probe: func() error { probes++; return nil }}
	for range 50 {
		if err := w.well(); err != nil {
			t.Fatal(err)
		}
	}
	if probes != 1 {
		t.Errorf("%d writes", probes)
	}
}

func TestTouch(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "touch")
	for range 2 { // made, then touched
		if err := touch(ctx, http.DefaultClient, file); err != nil {
			t.Fatal(err)
		}
		old := time.Now().Add(-time.Hour)
		if info, err := os.Stat(file); err != nil || info.ModTime().Before(old) {
			t.Errorf("%v %v", info, err)
		}
		if err := os.Chtimes(file, old, old); err != nil {
			t.Fatal(err)
		}
	}
	asked, status := 0, http.StatusOK
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { asked++; w.WriteHeader(status) }))
	defer s.Close()
	if err := touch(ctx, s.Client(), s.URL+"/ping/secret"); err != nil || asked != 1 {
		t.Errorf("asked %d times: %v", asked, err)
	}
	status = http.StatusNotFound
	if err := touch(ctx, s.Client(), s.URL+"/ping/secret"); err == nil {
		t.Error("an address that is none is as good as touched")
	}
	s.Close()
	if err := touch(ctx, s.Client(), s.URL+"/ping/secret"); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("nobody there: %v", err)
	}
}

func TestAnAddressThatCannotBeListenedOnEndsTheStart(t *testing.T) {
	d := newDesk(t)
	t.Setenv("FANGKONG_TOKEN", "1:x")
	contains(t, types(t, fault, "run", "--config", d.config, "--listen", "nowhere"), "--listen nowhere 打不开")
}

func TestAWebhookNeedsAPublicAddressAndADoor(t *testing.T) {
	for _, url := range []string{"http://bot.example.org/in", "bot.example.org", "https:///in", "https://bot.example.org/healthz", "https://bot.example.org//in", "https://bot.example.org/a/../b"} {
		contains(t, types(t, fault, "run", "--config", newDesk(t).config, "--webhook", url, "--listen", "127.0.0.1:0"), "--webhook 要写成", url)
	}
	contains(t, types(t, fault, "--lang", "en", "run", "--config", newDesk(t).config, "--webhook", "https://bot.example.org/in"), "needs --listen")
}
