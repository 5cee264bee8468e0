package sandbox

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func knowsSeven(id int64) *wireUser {
	if id == 7 {
		return &wireUser{ID: 7, FirstName: "建国"}
	}
	return nil
}

func TestHTML(t *testing.T) {
	for _, tc := range []struct{ in, text, entities string }{
		{"无", "无", ""},
		{"<b>零</b>报告", "零报告", "bold 0+1"},
		{"<strong>a</strong><em>b</em><ins>c</ins><del>d</del><strike>e</strike>", "abcde",
			"bold 0+1, italic 1+1, underline 2+1, strikethrough 3+1, strikethrough 4+1"},
		{"😷<i>是</i>", "😷是", "italic 2+1"},
		{"<b>外<i>内</i></b>", "外内", "bold 0+2, italic 1+1"},
		{"<b><i>同</i></b>", "同", "italic 0+1, bold 0+1"},
		{"1 &lt; 2 &amp;&amp; &quot;x&quot; &#26657; &#x6821; &nbsp; &", "1 < 2 && \"x\" 校 校 &nbsp; &", ""},
		{`<a href="https://a.cn/?x=1&amp;y=2">链</a>`, "链", "text_link 0+1 https://a.cn/?x=1&y=2"},
		{`<a href="tg://user?id=7">王建国</a>`, "王建国", "text_mention 0+3 @7"},
		{`<a href="tg://user?id=8">路人</a>`, "路人", ""},
		{`<a href='#'>x</a>`, "x", ""},
		{"<blockquote>引</blockquote><blockquote expandable>长</blockquote>", "引长", "blockquote 0+1, expandable_blockquote 1+1"},
		{`<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>`, "ab", "spoiler 0+1, spoiler 1+1"},
		{`<pre><code class="language-go">x</code></pre>`, "x", "pre 0+1 go"},
		{"<pre>a\nb</pre><code>c</code>", "a\nbc", "pre 0+3, code 3+1"},
		{"  <b> 前后 </b>\n", "前后", "bold 0+2"},
		{"<B>大写</B>", "大写", "bold 0+2"},
		{"<b></b>空", "空", ""},
	} {
		f, err := parseHTML(tc.in, knowsSeven)
		if err != nil {
			t.Errorf("%q: %v", tc.in, err)
			continue
		}
		var got []string
		for _, e := range f.entities {
			s := fmt.Sprintf("%s %d+%d", e.Type, e.Offset, e.Length)
			if e.URL != "" {
				s += " " + e.URL
			}
			if e.User != nil {
				s += fmt.Sprintf(" @%d", e.User.ID)
			}
			if e.Language != "" {
				s += " " + e.Language
			}
			got = append(got, s)
		}
		if f.text != tc.text || strings.Join(got, ", ") != tc.entities {
			t.Errorf("%q: %q [%s], want %q [%s]", tc.in, f.text, strings.Join(got, ", "), tc.text, tc.entities)
		}
	}
}

func TestHTMLRefusals(t *testing.T) {
	for in, words := range map[string]string{
		"<b>x":              "can't find end tag",
		"x</b>":             "unexpected end tag",
		"<b><i>x</b></i>":   "unmatched end tag",
		"<div>x</div>":      "unsupported start tag",
		"<br>":              "unsupported start tag",
		"a < b":             "unclosed start tag",
		"37.3 <38":          "unclosed start tag",
		"<b":                "unclosed start tag",
		"<b>x</b":           "unclosed end tag",
		`<a href="x>y</a>`:  "unclosed start tag",
		"<span>x</span>":    "span",
		"<a href=>x</a>":    "empty attribute",
		"<>x</>":            "unsupported start tag",
		"\xff":              "UTF-8",
		"<b>x</b><i>y</b> ": "unmatched end tag",
	} {
		if f, err := parseHTML(in, knowsSeven); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%q: %+v %v, want %q", in, f, err, words)
		}
	}
}

// Whatever is sent, parsing ends, and entities lie inside the text.
func FuzzHTML(f *testing.F) {
	for _, seed := range []string{"<b>零</b>", `<a href="tg://user?id=7">x</a>`, "&lt;&#x1F637;", "<pre><code class=\"language-go\">x</code></pre>", "<b a='", "</>"} {
		f.Add(seed)
	}
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	f.Fuzz(func(t *testing.T, in string) {
		if out, err := parseHTML(in, knowsSeven); err == nil {
			for _, e := range out.entities {
				if e.Offset < 0 || e.Length <= 0 || e.Offset+e.Length > units(out.text) {
					t.Errorf("%q: entity %+v outside %q", in, e, out.text)
				}
			}
		}
		// Escaped text comes back as it was, but for the white space around it.
		if !utf8.ValidString(in) {
			return
		}
		out, err := parseHTML(escape.Replace(in), knowsSeven)
		if err != nil || out.text != strings.Trim(in, " \t\r\n") {
			t.Errorf("%q escaped: %q %v", in, out.text, err)
		}
	})
}
