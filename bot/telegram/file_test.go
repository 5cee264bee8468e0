package telegram

import (
	"errors"
	"net/http"
	"strings"
	"testing"
)

func TestDownload(t *testing.T) {
	for _, c := range []struct {
		sentence string
		file     string // getFile's answer
		code     int
		body     string
		lasting  bool // asking again cannot help
		fails    bool
	}{
		{"a file", `{"ok":true,"result":{"file_id":"F","file_unique_id":"U","file_size":2,"file_path":"documents/a.csv"}}`, 200, "ab", false, false},
		{"one whose size is not told", `{"ok":true,"result":{"file_id":"F","file_unique_id":"U","file_path":"documents/a.csv"}}`, 200, "ab", false, false},
		{"one that says it is too large", `{"ok":true,"result":{"file_id":"F","file_unique_id":"U","file_size":9,"file_path":"documents/a.csv"}}`, 200, "ab", true, true},
		{"one that turns out to be", `{"ok":true,"result":{"file_id":"F","file_unique_id":"U","file_path":"documents/a.csv"}}`, 200, "abcdefghi", true, true},
		{"one Telegram does not know", `{"ok":false,"error_code":400,"description":"Bad Request: wrong file_id or the file is temporarily unavailable"}`, 200, "", true, true},
		{"a path that leads nowhere", `{"ok":true,"result":{"file_id":"F","file_unique_id":"U","file_path":"documents/a.csv"}}`, 404, "", true, true},
		{"trouble of Telegram's", `{"ok":true,"result":{"file_id":"F","file_unique_id":"U","file_path":"documents/a.csv"}}`, 502, "", false, true},
		{"a path out of its folder", `{"ok":true,"result":{"file_id":"F","file_unique_id":"U","file_path":"../getMe"}}`, 200, "ab", false, true},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			client, _ := office(t, func(w http.ResponseWriter, r *http.Request) {
				if strings.HasPrefix(r.URL.Path, "/file/") {
					w.WriteHeader(c.code)
					_, _ = w.Write([]byte(c.body))
					return
				}
				_, _ = w.Write([]byte(c.file))
			})
			got, err := client.Download(t.Context(), "F", 4)
			var e *Error
			switch {
			case !c.fails && (err != nil || string(got) != c.body):
				t.Errorf("got %q, %v", got, err)
			case c.fails && (!errors.As(err, &e) || e.Lasting() != c.lasting):
				t.Errorf("failed with %v, want lasting %t", err, c.lasting)
			case err != nil && strings.Contains(err.Error(), token):
				t.Errorf("the error holds the token: %v", err)
			}
		})
	}
}
