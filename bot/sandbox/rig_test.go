package sandbox

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

const token = "1:test"

// A rig is a Telegram inside a synctest bubble, with a hand on the bot's side of it.
type rig struct {
	t *testing.T
	*Server
	http *http.Client
}

type reply struct {
	answer
	Result json.RawMessage `json:"result"`
}

func inBubble(t *testing.T, o Options, test func(*testing.T, *rig)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		o.Token, o.Now = token, time.Now
		s, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		test(t, &rig{t: t, Server: s, http: s.Client()})
	})
}

type m = map[string]any

// bot calls a method with JSON and returns the envelope.
func (r *rig) bot(method string, params m) reply {
	r.t.Helper()
	body, err := json.Marshal(params)
	if err != nil {
		r.t.Fatal(err)
	}
	return r.post(method, "application/json", body)
}

func (r *rig) post(method, kind string, body []byte) reply {
	r.t.Helper()
	resp, err := r.http.Post("http://sandbox/bot"+token+"/"+method, kind, bytes.NewReader(body))
	if err != nil {
		r.t.Fatalf("%s: %v", method, err)
	}
	defer func() { _ = resp.Body.Close() }()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		r.t.Fatalf("%s: %v", method, err)
	}
	var out reply
	if err := json.Unmarshal(data, &out); err != nil {
		r.t.Fatalf("%s: %v in %s", method, err, data)
	}
	if out.OK && resp.StatusCode != 200 || !out.OK && resp.StatusCode != out.ErrorCode {
		r.t.Fatalf("%s: status %d but %s", method, resp.StatusCode, data)
	}
	return out
}

// must is a call that succeeds.
func (r *rig) must(method string, params m) reply {
	r.t.Helper()
	a := r.bot(method, params)
	if !a.OK {
		r.t.Fatalf("%s %v: %d %s", method, params, a.ErrorCode, a.Description)
	}
	return a
}

// refused is a call that is refused with that code, in words that contain those.
func (r *rig) refused(code int, words, method string, params m) reply {
	r.t.Helper()
	a := r.bot(method, params)
	if a.OK || a.ErrorCode != code || !strings.Contains(a.Description, words) {
		r.t.Fatalf("%s %v: got %v %d %q, want %d %q", method, params, a.OK, a.ErrorCode, a.Description, code, words)
	}
	return a
}

// say sends a message as the bot and returns its id.
func (r *rig) say(chat int64, text string) int {
	r.t.Helper()
	return r.must("sendMessage", m{"chat_id": chat, "text": text}).id(r.t)
}

func (a reply) id(t *testing.T) int {
	t.Helper()
	var v struct {
		ID int `json:"message_id"`
	}
	if err := json.Unmarshal(a.Result, &v); err != nil {
		t.Fatal(err)
	}
	return v.ID
}

type gotUpdate map[string]json.RawMessage

func (u gotUpdate) id(t *testing.T) int64 {
	t.Helper()
	var n int64
	if err := json.Unmarshal(u["update_id"], &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func (u gotUpdate) kind() string {
	for k := range u {
		if k != "update_id" {
			return k
		}
	}
	return ""
}

func (r *rig) updates(params m) []gotUpdate {
	r.t.Helper()
	var out []gotUpdate
	if err := json.Unmarshal(r.must("getUpdates", params).Result, &out); err != nil {
		r.t.Fatal(err)
	}
	return out
}

func buttons(rows ...[]m) m { return m{"inline_keyboard": rows} }

func button(text, data string) m { return m{"text": text, "callback_data": data} }
