package telegram

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-telegram/bot/models"
)

// office is a server that answers every call alike, and remembers the last form.
func office(t *testing.T, handle func(w http.ResponseWriter, r *http.Request)) (*Client, *httptest.Server) {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(handle))
	t.Cleanup(srv.Close)
	c, err := NewClient(Options{Token: " " + token + "\n", URL: srv.URL + "/"})
	if err != nil {
		t.Fatal(err)
	}
	return c, srv
}

func TestWhatGoesOverTheWire(t *testing.T) {
	var path string
	var form map[string][]string
	c, _ := office(t, func(w http.ResponseWriter, r *http.Request) {
		path = r.URL.Path
		_ = r.ParseMultipartForm(1 << 20)
		form = r.MultipartForm.Value
		result := "true"
		if strings.HasSuffix(path, "sendMessage") {
			result = `{"message_id":77,"chat":"a shape no model knows"}`
		}
		_, _ = w.Write([]byte(`{"ok":true,"result":` + result + `}`))
	})
	m := Message{HTML: "<b>请</b> \"14:30\"", Buttons: [][]Button{{{"零报告", "zero:a:1"}}}, ReplyTo: 5, Silent: true}
	for _, call := range []struct {
		method string
		do     func() error
		want   map[string]string
	}{
		{"sendMessage", func() error {
			n, err := c.Send(t.Context(), -5, m)
			if n != 77 {
				t.Errorf("message %d", n)
			}
			return err
		}, map[string]string{
			"chat_id": "-5", "text": m.HTML, "parse_mode": "HTML", "disable_notification": "true",
			"reply_markup":         `{"inline_keyboard":[[{"text":"零报告","callback_data":"zero:a:1"}]]}`,
			"reply_parameters":     `{"message_id":5,"allow_sending_without_reply":true}`,
			"link_preview_options": `{"is_disabled":true}`,
		}},
		{"sendMessage", func() error {
			_, err := c.Send(t.Context(), 5, Message{HTML: "x", ForceReply: true, Selective: true, Placeholder: "人数"})
			return err
		}, map[string]string{
			"chat_id": "5", "text": "x", "parse_mode": "HTML", "link_preview_options": `{"is_disabled":true}`,
			"reply_markup": `{"force_reply":true,"input_field_placeholder":"人数","selective":true}`,
		}},
		{"editMessageText", func() error { return c.Edit(t.Context(), -5, 9, Message{HTML: "y", ForceReply: true}) }, map[string]string{
			"chat_id": "-5", "message_id": "9", "text": "y", "parse_mode": "HTML", "link_preview_options": `{"is_disabled":true}`,
		}},
		{"deleteMessage", func() error { return c.Delete(t.Context(), -5, 9) }, map[string]string{"chat_id": "-5", "message_id": "9"}},
		{"unpinChatMessage", func() error { return c.Unpin(t.Context(), -5, 9) }, map[string]string{"chat_id": "-5", "message_id": "9"}},
		{"pinChatMessage", func() error { return c.Pin(t.Context(), -5, 9) }, map[string]string{"chat_id": "-5", "message_id": "9", "disable_notification": "true"}},
		{"setMessageReaction", func() error { return c.React(t.Context(), -5, 9, "👌") }, map[string]string{
			"chat_id": "-5", "message_id": "9", "reaction": `[{"type":"emoji","emoji":"👌"}]`,
		}},
		{"answerCallbackQuery", func() error { return c.AnswerPress(t.Context(), "p", "已阅", true) }, map[string]string{
			"callback_query_id": "p", "text": "已阅", "show_alert": "true",
		}},
		{"setMyCommands", func() error {
			return c.SetCommands(t.Context(), []models.BotCommand{{Command: "summary", Description: "汇总"}}, &models.BotCommandScopeDefault{}, "zh")
		}, map[string]string{
			"commands": `[{"command":"summary","description":"汇总"}]`, "scope": `{"type":"default"}`, "language_code": "zh",
		}},
		{"deleteMyCommands", func() error {
			return c.DeleteCommands(t.Context(), &models.BotCommandScopeChat{ChatID: int64(5)})
		}, map[string]string{"scope": `{"type":"chat","chat_id":5}`}},
	} {
		if err := call.do(); err != nil {
			t.Fatalf("%s: %v", call.method, err)
		}
		if path != "/bot"+token+"/"+call.method {
			t.Errorf("path %s", path)
		}
		for k, v := range call.want {
			if len(form[k]) != 1 || form[k][0] != v {
				t.Errorf("%s: %s is %q, want %q", call.method, k, form[k], v)
			}
		}
		if len(form) != len(call.want) {
			t.Errorf("%s: sent %v", call.method, form)
		}
	}
}

// A picture goes whole, each time it is sent.
func TestAPictureGoesOverTheWire(t *testing.T) {
	var path, photo, caption string
	c, _ := office(t, func(w http.ResponseWriter, r *http.Request) {
		path = r.URL.Path
		_ = r.ParseMultipartForm(1 << 20)
		caption = r.FormValue("caption")
		f, _, err := r.FormFile("photo")
		if err != nil {
			t.Error(err)
			return
		}
		raw, _ := io.ReadAll(f)
		photo = string(raw)
		_, _ = w.Write([]byte(`{"ok":true,"result":{"message_id":78}}`))
	})
	m := Message{HTML: "<b>链接</b>", Photo: []byte("\x89PNG")}
	for range 2 {
		photo = ""
		n, err := c.Send(t.Context(), 5, m)
		if err != nil || n != 78 || !strings.HasSuffix(path, "/sendPhoto") || caption != m.HTML || photo != "\x89PNG" {
			t.Errorf("%s %d %v: %q %q", path, n, err, caption, photo)
		}
	}
}

func TestOutcomes(t *testing.T) {
	for _, c := range []struct {
		what string
		a    answer
		want Error
	}{
		{"limited", saidNo(429, "Too Many Requests: retry after 7", `,"parameters":{"retry_after":7}`), Error{Code: 429, Description: "too many requests", RetryAfter: 7 * time.Second}},
		{"blocked", saidNo(403, "Forbidden: bot was blocked by the user", ""), Error{Code: 403, Description: "bot was blocked by the user"}},
		{"not modified", saidNo(400, "Bad Request: message is not modified: specified new message content and …", ""), Error{Code: 400, Description: NotModified}},
		{"a description that quotes", saidNo(400, `Bad Request: can't parse entities: unsupported start tag "张三" at byte offset 0`, ""), Error{Code: 400, Description: "can't parse entities"}},
		{"a description we do not know", saidNo(400, "Bad Request: 张三", ""), Error{Code: 400}},
		{"migrated", saidNo(400, "Bad Request: group chat was upgraded to a supergroup chat", `,"parameters":{"migrate_to_chat_id":-1001234567890}`), Error{Code: 400, Description: "group chat was upgraded to a supergroup chat", MigrateTo: -1001234567890}},
		{"Telegram's own trouble", saidNo(500, "Internal Server Error: 张三", ""), Error{Code: 500, Description: "internal server error", Ambiguous: true}},
		{"a proxy's page", answer{502, "<html>张三", nil}, Error{Code: 502, Description: Unreadable, Ambiguous: true}},
		{"half an answer", answer{200, `{"ok":true,"result":{"text":"张三`, nil}, Error{Description: Unreadable, Ambiguous: true}},
		{"a yes without a message", answer{200, `{"ok":true,"result":true}`, nil}, Error{Description: Unreadable, Ambiguous: true}},
	} {
		t.Run(c.what, func(t *testing.T) {
			client, _ := office(t, func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(c.a.status)
				_, _ = w.Write([]byte(c.a.body))
			})
			_, err := client.Send(t.Context(), 1, Message{HTML: "x"})
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v", err)
			}
			c.want.Method = "sendMessage"
			if *e != c.want {
				t.Errorf("got %+v, want %+v", *e, c.want)
			}
			if s := err.Error(); strings.Contains(s, "张三") || strings.Contains(s, "secret") {
				t.Errorf("the error says too much: %s", s)
			}
		})
	}
}

func TestDoubtOnlyWhereThereIsSome(t *testing.T) {
	// Nobody listens: the request certainly was not carried out.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	c, err := NewClient(Options{Token: token, URL: "http://" + l.Addr().String()})
	if err != nil {
		t.Fatal(err)
	}
	var e *Error
	if _, err := c.Send(t.Context(), 1, Message{HTML: "x"}); !errors.As(err, &e) || e.Ambiguous || e.Description != Unreachable || e.Cause != Declined {
		t.Errorf("nobody listens: %v", err)
	}

	// The line is cut after the request was read.
	cut, _ := office(t, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	if _, err := cut.Send(t.Context(), 1, Message{HTML: "x"}); !errors.As(err, &e) || !e.Ambiguous {
		t.Errorf("cut: %v", err)
	}

	// We give up waiting.
	ctx, cancel := context.WithCancel(t.Context())
	slow, _ := office(t, func(_ http.ResponseWriter, r *http.Request) {
		_ = r.ParseMultipartForm(1 << 20)
		cancel()
		<-r.Context().Done()
	})
	if _, err := slow.Send(ctx, 1, Message{HTML: "x"}); !errors.As(err, &e) || !e.Ambiguous || e.Description != Interrupted || e.Cause != "" {
		t.Errorf("given up: %v", err)
	}
}

func TestConnectionsAreKept(t *testing.T) {
	var opened atomic.Int32
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"ok":true,"result":true}`))
	}))
	srv.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			opened.Add(1)
		}
	}
	srv.Start()
	defer srv.Close()
	c, err := NewClient(Options{Token: token, URL: srv.URL})
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		if err := c.Delete(t.Context(), 1, 1); err != nil {
			t.Fatal(err)
		}
	}
	if n := opened.Load(); n != 1 {
		t.Errorf("%d connections for 20 calls one after the other", n)
	}
}

func TestTokenThatIsNone(t *testing.T) {
	for _, bad := range []string{"", " \n", "12\n3", "a/b"} {
		if _, err := NewClient(Options{Token: bad}); err == nil {
			t.Errorf("%q was taken", bad)
		} else if bad == "a/b" && strings.Contains(err.Error(), bad) {
			t.Error("the error holds the token")
		}
	}
}
