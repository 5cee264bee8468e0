package sandbox

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
)

func TestStrictness(t *testing.T) {
	long := strings.Repeat("报", 4096)
	for _, tc := range []struct {
		name, method string
		params       m
		code         int    // 0: accepted
		words        string // in the description
	}{
		{"an unknown method", "sendFax", m{}, 404, "sendFax"},
		{"an unknown parameter", "sendMessage", m{"chat_id": 1, "text": "x", "colour": "red"}, 400, "parameter colour is unknown"},
		{"a missing parameter", "sendMessage", m{"chat_id": 1}, 400, "parameter text is required"},
		{"a wrong type", "sendMessage", m{"chat_id": 1, "text": 5}, 400, "parameter text must be of type String"},
		{"null is no value", "sendMessage", m{"chat_id": 1, "text": nil}, 400, "parameter text must be"},
		{"a fraction is no integer", "deleteMessage", m{"chat_id": 1, "message_id": 1.5}, 400, "parameter message_id must be of type Integer"},
		{"an unknown member of a nested object", "sendMessage", m{"chat_id": 1, "text": "x", "reply_parameters": m{"message_id": 1, "loud": true}},
			400, "reply_parameters.loud is unknown"},
		{"an unknown field of a button", "sendMessage", m{"chat_id": 1, "text": "x", "reply_markup": buttons([]m{{"text": "a", "data": "b"}})},
			400, "inline_keyboard[0][0].data is unknown"},
		{"an unknown scope", "setMyCommands", m{"commands": []m{}, "scope": m{"type": "planet"}}, 400, "scope.type must be"},
		{"an unknown chat", "sendMessage", m{"chat_id": 99, "text": "x"}, 400, "chat not found"},
		{"the longest text", "sendMessage", m{"text": long}, 0, ""},
		{"too long a text", "sendMessage", m{"text": long + "零"}, 400, "message is too long"},
		{"length counts after parsing", "sendMessage", m{"text": "<b>" + long + "</b>", "parse_mode": "HTML"}, 0, ""},
		{"astral characters count twice", "sendMessage", m{"text": strings.Repeat("😷", 2049)}, 400, "message is too long"},
		{"an empty text", "sendMessage", m{"text": " \n "}, 400, "message text is empty"},
		{"only tags", "sendMessage", m{"text": "<b></b>", "parse_mode": "HTML"}, 400, "message text is empty"},
		{"64 bytes of callback data", "sendMessage", m{"text": "x", "reply_markup": buttons([]m{button("a", strings.Repeat("d", 64))})}, 0, ""},
		{"65 bytes", "sendMessage", m{"text": "x", "reply_markup": buttons([]m{button("a", strings.Repeat("d", 65))})}, 400, "BUTTON_DATA_INVALID"},
		{"22 Chinese characters are 66 bytes", "sendMessage", m{"text": "x", "reply_markup": buttons([]m{button("a", strings.Repeat("报", 22))})},
			400, "BUTTON_DATA_INVALID"},
		{"a button without text", "sendMessage", m{"text": "x", "reply_markup": buttons([]m{button("", "d")})}, 400, "text must be non-empty"},
		{"a button with no action", "sendMessage", m{"text": "x", "reply_markup": buttons([]m{{"text": "a"}})}, 400, "exactly one action"},
		{"a button with two", "sendMessage", m{"text": "x", "reply_markup": buttons([]m{{"text": "a", "callback_data": "d", "url": "https://a.cn"}})},
			400, "exactly one action"},
		{"an unknown reading of text", "sendMessage", m{"text": "x", "parse_mode": "Markdown"}, 400, "parse_mode"},
		{"a tag left open", "sendMessage", m{"text": "<b>x", "parse_mode": "HTML"}, 400, "can't parse entities"},
		{"a reply to nothing", "sendMessage", m{"text": "x", "reply_parameters": m{"message_id": 99}}, 400, "message to be replied not found"},
		{"a reply to nothing, allowed", "sendMessage", m{"text": "x", "reply_parameters": m{"message_id": 99, "allow_sending_without_reply": true}}, 0, ""},
		{"editing nothing", "editMessageText", m{"message_id": 99, "text": "x"}, 400, "message to edit not found"},
		{"deleting nothing", "deleteMessage", m{"message_id": 99}, 400, "message to delete not found"},
		{"pinning nothing", "pinChatMessage", m{"message_id": 99}, 400, "message to pin not found"},
		{"an expired press", "answerCallbackQuery", m{"callback_query_id": "7"}, 400, "query is too old"},
		{"too long a toast", "answerCallbackQuery", m{"callback_query_id": "7", "text": strings.Repeat("知", 201)}, 400, "0-200"},
		{"a kind of update there is not", "getUpdates", m{"allowed_updates": []string{"gossip"}}, 400, "gossip"},
		{"a page too large", "getUpdates", m{"limit": 101}, 400, "limit"},
		{"a bad command", "setMyCommands", m{"commands": []m{{"command": "汇总", "description": "x"}}}, 400, "BOT_COMMAND_INVALID"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			inBubble(t, Options{}, func(t *testing.T, r *rig) {
				wang := r.Person("王", "建国")
				wang.Starts()
				declared := methods[strings.ToLower(tc.method)]
				if _, named := tc.params["chat_id"]; !named && declared != nil && len(declared.params) > 0 && declared.params[0].name == "chat_id" {
					tc.params["chat_id"] = wang.ID()
				}
				if tc.code == 0 {
					r.must(tc.method, tc.params)
					return
				}
				r.refused(tc.code, tc.words, tc.method, tc.params)
			})
		})
	}
}

func TestBodies(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		wang.Starts()
		id := wang.ID()
		form := "chat_id=" + itoa(id) + "&text=a&disable_notification=true&reply_markup=" + `{"force_reply":true}`
		if a := r.post("sendMessage", "application/x-www-form-urlencoded", []byte(form)); !a.OK || !wang.Last(nil).ForceReply {
			t.Errorf("a form: %s", a.Description)
		}
		resp, err := r.http.Get("http://sandbox/bot" + token + "/SENDMESSAGE?text=b&chat_id=" + itoa(id))
		if err != nil || resp.StatusCode != 200 || wang.Last(nil).Text != "b" {
			t.Errorf("a query: %v %v", resp, err)
		}
		_ = resp.Body.Close()

		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		part, _ := w.CreateFormFile("document", "日报.xlsx")
		_, _ = part.Write([]byte("PK"))
		_ = w.WriteField("chat_id", itoa(id))
		_ = w.WriteField("caption", "<b>日报</b>")
		_ = w.WriteField("parse_mode", "HTML")
		_ = w.Close()
		if a := r.post("sendDocument", w.FormDataContentType(), body.Bytes()); !a.OK {
			t.Fatalf("an upload: %s", a.Description)
		}
		last := wang.Last(nil)
		if last.File == nil || last.File.Name != "日报.xlsx" || string(last.File.Data) != "PK" || last.Text != "日报" || len(last.Entities) != 1 {
			t.Errorf("the person sees %+v", last)
		}
		r.must("sendDocument", m{"chat_id": id, "document": "FILE000001"})
		r.refused(400, "wrong file", "sendDocument", m{"chat_id": id, "document": "FILE999999"})

		for _, bad := range []string{"{", "[]", `{"chat_id":1}x`} {
			if a := r.post("sendMessage", "application/json", []byte(bad)); a.ErrorCode != 400 {
				t.Errorf("body %q: %+v", bad, a)
			}
		}
		// A boolean in a form is a word, not a number.
		if a := r.post("sendMessage", "application/x-www-form-urlencoded", []byte(form+"&protect_content=1")); a.ErrorCode != 400 {
			t.Errorf("protect_content=1 was taken: %+v", a)
		}
	})
}

func TestToken(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		for path, want := range map[string]int{"/bot2:other/getMe": 401, "/bot" + token + "/getMe": 200, "/elsewhere": 404,
			"/file/bot2:other/x": 401, "/file/bot" + token + "/x": 404} {
			resp, err := r.http.Get("http://sandbox" + path)
			if err != nil {
				t.Fatal(err)
			}
			_ = resp.Body.Close()
			if resp.StatusCode != want {
				t.Errorf("%s: %d, want %d", path, resp.StatusCode, want)
			}
		}
	})
}

// The real door and the one in memory lead to the same world.
func TestBothDoors(t *testing.T) {
	s, err := New(Options{Token: token, Now: fixedNow})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	url, err := s.Start()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]*http.Client{url: http.DefaultClient, "http://sandbox": s.Client()} {
		resp, err := c.Get(name + "/bot" + token + "/getMe")
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
	}
	if calls, ok := s.Count("getMe"); calls != 2 || ok != 2 {
		t.Errorf("getMe: %d calls, %d ok", calls, ok)
	}
}
