package telegram

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rs/zerolog"
)

func hook(in Inbox, s http.RoundTripper) *Webhook {
	return NewWebhook(NewPoller(PollerOptions{Options: Options{Token: token, URL: "http://sandbox/", HTTP: &http.Client{Transport: s}},
		Inbox: in, Log: zerolog.New(io.Discard), Now: time.Now}), "https://bot.example.org/in")
}

// brings posts a body as Telegram does, with a secret, and returns the status.
func brings(w *Webhook, secret, body string) int {
	r := httptest.NewRequest(http.MethodPost, "/in", strings.NewReader(body))
	if secret != "" {
		r.Header.Set(secretHeader, secret)
	}
	out := httptest.NewRecorder()
	w.ServeHTTP(out, r)
	return out.Code
}

func TestAWebhookTakesWhatTelegramBringsAndNothingElse(t *testing.T) {
	in := &tray{offset: 5}
	w := hook(in, nil)
	kicks := 0
	w.Kick = func() { kicks++ }
	update := `{"update_id":7,"message":{"text":"\u96f6\u62a5\u544a",  "unheard_of":[1]}}`
	for _, c := range []struct {
		name, secret, body string
		status             int
	}{
		{"no secret", "", update, 401},
		{"another secret", "guess", update, 403},
		{"the beginning of it", w.secret[:20], update, 403},
		{"no update", w.secret, "{", 400},
		{"far too long", w.secret, `"` + strings.Repeat("x", longestUpdate) + `"`, 400},
		{"an update without a number", w.secret, `{"update_id":"x"}`, 200},
		{"an update", w.secret, update, 200},
	} {
		if got := brings(w, c.secret, c.body); got != c.status {
			t.Errorf("%s: %d, want %d", c.name, got, c.status)
		}
	}
	if len(in.kept) != 1 || string(in.kept[0].Raw) != update || in.kept[0].Update != 7 || in.offset != 5 || kicks != 1 || w.Last().IsZero() {
		t.Errorf("kept %v, offset %d, %d kicks", in.kept, in.offset, kicks)
	}
}

func TestAWebhookConfirmsNothingThatIsNotOnDisk(t *testing.T) {
	w := hook(&tray{err: errors.New("disk full")}, nil)
	if got := brings(w, w.secret, `{"update_id":7}`); got != 500 {
		t.Errorf("a full disk: %d", got)
	}
}

func TestAWebhookIsSetAndSetAgainWhenSomebodyTookItAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{answers: []answer{saidNo(502, "Bad Gateway", ""), said200("true"), said200(`{"url":"https://bot.example.org/in"}`), said200(`{"url":""}`), said200("true"),
			saidNo(401, "Unauthorized", "")}}
		w := hook(&tray{}, s)
		if err := w.Run(t.Context()); !errors.Is(err, ErrToken) {
			t.Fatal(err)
		}
		var asked []string
		for _, r := range s.requests {
			asked = append(asked, r.method)
		}
		if got := strings.Join(asked, " "); got != "setWebhook setWebhook getWebhookInfo getWebhookInfo setWebhook getWebhookInfo" {
			t.Errorf("asked %s", got)
		}
		p := s.requests[1].params
		if p["secret_token"] != w.secret || p["url"] != w.url || p["max_connections"] != 1.0 || p["drop_pending_updates"] != false || len(p["allowed_updates"].([]any)) != len(allowed) {
			t.Errorf("set as %v", p)
		}
	})
}
