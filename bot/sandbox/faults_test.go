package sandbox

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestFaults(t *testing.T) {
	for _, tc := range []struct {
		kind   Kind
		status int // 0: no answer at all
		body   string
	}{
		{Cut, 0, ""},
		{Silence, 0, ""},
		{Broken500, 500, `"error_code":500`},
		{Gateway502, 502, "<html>"},
		{Flood, 429, `"retry_after":17`},
		{Truncated, 200, `{"ok":true`},
		{HTML, 200, "<html>"},
	} {
		for _, after := range []bool{false, true} {
			name := string(tc.kind) + map[bool]string{false: " before", true: " after"}[after]
			t.Run(name, func(t *testing.T) {
				inBubble(t, Options{}, func(t *testing.T, r *rig) {
					wang := r.Person("王", "建国")
					wang.Starts()
					r.Fail(Fault{Method: "sendMessage", Chat: wang.ID(), After: after, Kind: tc.kind, RetryAfter: 17})
					r.http.Timeout = 5 * time.Second
					resp, err := r.http.Post("http://sandbox/bot"+token+"/sendMessage", "application/json",
						strings.NewReader(`{"chat_id":`+itoa(wang.ID())+`,"text":"x"}`))
					if tc.status == 0 {
						if err == nil {
							t.Fatalf("an answer came: %v", resp.Status)
						}
					} else {
						if err != nil {
							t.Fatal(err)
						}
						body, _ := io.ReadAll(resp.Body)
						_ = resp.Body.Close()
						if resp.StatusCode != tc.status || !strings.Contains(string(body), tc.body) {
							t.Errorf("%d %s", resp.StatusCode, body)
						}
						if tc.kind == Truncated && strings.HasSuffix(string(body), "}") {
							t.Errorf("whole: %s", body)
						}
					}
					if sent := wang.Last(nil).Text == "x"; sent != after {
						t.Errorf("sent = %t", sent)
					}
					// Once only.
					r.say(wang.ID(), "再来")
					calls := r.Calls()
					if first := calls[0]; first.Fault != tc.kind || first.OK != after {
						t.Errorf("recorded as %+v", first)
					}
				})
			})
		}
	}
}

func TestFaultMatchesMethodChatAndCount(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang, li := r.Person("王", "建国"), r.Person("李", "明")
		wang.Starts()
		li.Starts()
		r.Fail(Fault{Method: "sendMessage", Chat: wang.ID(), Kind: Broken500, Times: 2})
		r.say(li.ID(), "x")
		r.must("sendChatAction", m{"chat_id": wang.ID(), "action": "typing"})
		for range 2 {
			r.refused(http.StatusInternalServerError, "", "sendMessage", m{"chat_id": wang.ID(), "text": "x"})
		}
		r.say(wang.ID(), "x")
		r.Fail(Fault{Kind: Broken500, Times: -1})
		for range 3 {
			r.refused(500, "", "getMe", m{})
		}
		r.Heal()
		r.must("getMe", m{})
	})
}
