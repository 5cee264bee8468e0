package rehearsal

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// A book that is pasted is refused in words, and not put into the field; what has grown too long there is refused, too, and stays.
func TestABookIsPasted(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	b := visit(t, profile(t), h.url, 1000, 800)
	paste := func(script string) {
		t.Helper()
		get[bool](b, `document.addEventListener("copy", (event) => { event.clipboardData.setData("text/plain", `+script+`); event.preventDefault(); }, { once: true }) || document.querySelector("textarea").focus() || true`)
		for _, command := range []string{"copy", "paste"} {
			b.do(chromedp.Func(func(ctx context.Context, at *chromedp.Target) error {
				_, err := cdp.Call(ctx, at, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Commands: []string{command}})
				return err
			}))
		}
	}
	length := `document.querySelector("textarea").value.length`
	paste(`"防".repeat(4000)`)
	b.until("it is there", length+" === 4000")
	paste(`"防".repeat(5 << 20)`)
	b.sees(0, "没有放进去")
	if n := get[int](b, length); n != 4000 {
		t.Errorf("%d characters are in the field", n)
	}
	paste(`"防".repeat(4000)`)
	b.until("it is there", length+" === 8000")
	get[bool](b, `document.querySelector("[type=submit]").click() || true`)
	b.sees(0, "请分几条发")
	if n := get[int](b, length); n != 8000 {
		t.Errorf("%d characters are left", n)
	}
	if got := h.post(t, "/act", `{"who":"wang-qiuhe","where":"@group","do":"say","text":"`+strings.Repeat("a", 5<<20)+`"}`, nil); !strings.Contains(got, "too-big") {
		t.Errorf("the program answers %s", got)
	}
	if got := h.post(t, "/act", `{"who":"wang-qiuhe","where":"@group","do":"say","text":"`+strings.Repeat("防", 4097)+`"}`, nil); !strings.Contains(got, "too-long") {
		t.Errorf("the program answers %s", got)
	}
}

// What no message can hold does not keep the demo from beginning again.
func TestItBeginsAgainBesideABook(t *testing.T) {
	b := visit(t, profile(t), open(t, Options{}).stopped(t).url, 1000, 800)
	get[bool](b, `(document.querySelector("textarea").value = "防".repeat(6 << 20)) && desk("/clock", {to: "15:00"}).then(() => true)`)
	b.clicks("#tour [data-tour=begin]") // it asks first, and is told yes
	b.until("from the beginning", `step === 2 && document.querySelector("#clock").innerText.startsWith("14:00")`)
	b.quiet()
}

// post sends something to the program as the page does, or as somebody else would.
func (h house) post(t *testing.T, path, body string, head map[string]string) string {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, h.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for k, v := range head {
		if req.Header.Set(k, v); k == "Host" {
			req.Host = v
		}
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	out, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(res.StatusCode, " ", string(out))
}

// Whoever points a name of theirs at this machine, or sends something from a page of theirs, is refused.
func TestStrangersArePutOff(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	say := `{"who":"wang-qiuhe","where":"@group","do":"say","text":"零报告"}`
	for _, c := range []struct {
		head map[string]string
		want string
	}{
		{nil, "200"},
		{map[string]string{"Host": "evil.example:80"}, "421"},
		{map[string]string{"Origin": "https://evil.example"}, "403"},
		{map[string]string{"Sec-Fetch-Site": "cross-site"}, "403"},
	} {
		if got := h.post(t, "/act", say, c.head); !strings.HasPrefix(got, c.want) {
			t.Errorf("%v: %s", c.head, got)
		}
	}
	for _, body := range []string{`{`, `{"who":"nobody","where":"@group","do":"say"}`, `{"who":"wang-qiuhe","where":"song-shupu","do":"say","text":"x"}`,
		`{"who":"wang-qiuhe","where":"@group","do":"fly"}`} {
		if got := h.post(t, "/act", body, nil); !strings.Contains(got, `"error":"unclear"`) {
			t.Errorf("%s: %s", body, got)
		}
	}
}
