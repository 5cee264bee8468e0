package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fangkong/bot/telegram"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// What keeps the bot from starting is told at once, in words, and whether Telegram answers or not.
func TestWhatKeepsTheBotFromStarting(t *testing.T) {
	dir := t.TempDir()
	types(t, done, "init", dir)
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	const token = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFakeFak"
	good, closed := file("token", token+"\n"), "http://127.0.0.1:1"
	t.Setenv("FANGKONG_TOKEN", "")
	for _, c := range []struct {
		name             string
		args             []string
		chinese, english string
	}{
		{"no token", nil, "没有令牌", "no token"},
		{"a token file that is not there", []string{"--token-file", filepath.Join(dir, "nope")}, "没有这个文件", "no such file"},
		{"an empty token file", []string{"--token-file", file("empty", "\n")}, "是空的", "is empty"},
		{"words for a token", []string{"--token-file", file("words", "my token")}, "令牌写得不对", "no token; it looks like"},
		{"a word for an address", []string{"--token-file", good, "--api", "notaurl"}, "完整地址", "an address such as"},
		{"an address of files", []string{"--token-file", good, "--api", "ftp://x"}, "完整地址", "an address such as"},
		{"a letter for the data", []string{"--token-file", good, "--api", closed, "--data", file("letter.db", "Dear Sir or Madam,")}, "不是 fangkong 的数据文件", "no data file of fangkong"},
		{"a directory for the data", []string{"--token-file", good, "--api", closed, "--data", dir}, "是目录", "is a directory"},
	} {
		t.Run(c.name, func(t *testing.T) {
			order := append([]string{"run", "--config", filepath.Join(dir, settings.File)}, c.args...)
			contains(t, types(t, fault, order...), c.chinese)
			contains(t, types(t, fault, append([]string{"--lang", "en"}, order...)...), c.english)
		})
	}
	contains(t, types(t, fault, "init", good), "不是目录")
	contains(t, types(t, fault, "demo", "--out", good), "不是目录")
}

func TestWhyTelegramIsNotReached(t *testing.T) {
	for cause, words := range map[string][2]string{
		telegram.NoSuchHost:   {"域名解析不了", "cannot be resolved"},
		telegram.Declined:     {"拒绝连接", "refused"},
		telegram.TimedOut:     {"超时", "no answer in time"},
		telegram.BadCert:      {"证书不可信", "not trusted"},
		telegram.NotSpecified: {"连不上", "no connection"},
		telegram.Unreadable:   {"不是 Telegram 的", "is not Telegram"},
	} {
		for i, l := range workgroup.Languages {
			e := &telegram.Error{Method: "getMe", Description: telegram.Unreachable, Cause: cause}
			if cause == telegram.Unreadable {
				e = &telegram.Error{Method: "getMe", Description: cause}
			}
			var out bytes.Buffer
			console{&out, l}.unreached("", e)
			contains(t, out.String(), words[i], "HTTPS_PROXY", "api.telegram.org")
		}
	}
}
