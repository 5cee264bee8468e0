package rehearsal

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"fangkong/store/workgroup"
)

// patience is how long a browser on a busy machine may take for anything.
const patience = 30 * time.Second

// browser is a browser program, nil where none is installed. In CI there is one: there its absence is a failure.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if at, err := exec.LookPath(name); err == nil {
			return at
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("no browser is installed; in CI there has to be one")
	}
	t.Skip("no browser is installed (chromium): the page was not looked at in one")
	return ""
}

// house is a rehearsal that serves its page.
type house struct {
	*Rehearsal
	url string
}

func open(t *testing.T, o Options) house {
	t.Helper()
	r, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &httptest.Server{Listener: l, Config: &http.Server{Handler: r.Handler(l.Addr().String())}}
	s.Start()
	t.Cleanup(func() {
		s.CloseClientConnections()
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		s.Close()
	})
	return house{r, s.URL}
}

// stopped has the clock stand, so that only what the test does happens.
func (h house) stopped(t *testing.T) house {
	t.Helper()
	still := 0
	if err := h.clock(clock{Speed: &still}); err != nil {
		t.Fatal(err)
	}
	return h
}

// tab is one tab of a browser. What the page complains of fails the test at its end.
type tab struct {
	t    *testing.T
	ctx  context.Context
	mu   sync.Mutex
	said []string
}

// together is the test that is played however short the run: in it most happens at once.
const together = "TestTwoPeopleAtOnce"

// atLength skips in a short run what plays a whole day without a browser: nothing in it happens at once.
func atLength(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no whole day is played")
	}
}

// profile opens a browser, from which tabs are opened.
func profile(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() && t.Name() != together {
		t.Skip("of what plays in a browser a short run plays only " + together)
	}
	ctx, err := chrome(browser(t))
	if err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	return ctx
}

// running is the one browser of all tests, and how it is ended.
var running struct {
	ctx  context.Context
	stop []context.CancelFunc
}

func chrome(path string) (context.Context, error) {
	if running.ctx != nil {
		return running.ctx, nil
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("force-color-profile", "srgb"))
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, end := chromedp.NewContext(allocated)
	running.stop = []context.CancelFunc{end, stop}
	if err := chromedp.Do(ctx); err != nil {
		return nil, err
	}
	running.ctx = ctx
	return ctx, nil
}

func TestMain(m *testing.M) {
	code := m.Run()
	for _, stop := range running.stop {
		stop()
	}
	os.Exit(code)
}

// visit opens a tab of a size on an address.
func visit(t *testing.T, browser context.Context, url string, wide, high int64) *tab {
	t.Helper()
	ctx, end := chromedp.NewContext(browser)
	b := &tab{t: t, ctx: ctx}
	var heard sync.WaitGroup
	t.Cleanup(func() { end(); heard.Wait() })
	console, dialogs := chromedp.Console(ctx), chromedp.Events(ctx, page.JavascriptDialogOpening)
	heard.Go(func() {
		for m, err := range console {
			if err != nil {
				return
			}
			if m.IsException() || m.Type == "error" || m.Type == "warning" {
				b.mu.Lock()
				b.said = append(b.said, m.String())
				b.mu.Unlock()
			}
		}
	})
	heard.Go(func() {
		for _, err := range dialogs {
			if err != nil {
				return
			}
			// The page asks before it throws something away, and is told yes.
			_, _ = chromedp.Call(ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
		}
	})
	b.do(chromedp.EmulateViewport(wide, high), chromedp.Navigate(url))
	b.until("a telephone", "!!document.querySelector('.telephone textarea') && !document.body.inert")
	return b
}

// do does something in the tab, and fails the test when it takes too long.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.fails("%v", err)
	}
}

// fails ends the test with what the page shows.
func (b *tab) fails(format string, args ...any) {
	b.t.Helper()
	b.shoot("failed")
	b.t.Fatalf(format+"\nthe page shows:\n%s", append(args, get[string](b, "document.body.innerText"))...)
}

// get is the value of a script.
func get[T any](b *tab, script string) T {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", script, err)
	}
	return out
}

// clicks clicks with the mouse on the first that is seen.
func (b *tab) clicks(selector string) {
	b.t.Helper()
	b.do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// until waits for a script to say true.
func (b *tab) until(what, script string) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	for {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script))
		if ok {
			return
		}
		if ctx.Err() != nil {
			b.fails("%s: never (%v)", what, err)
		}
		// A page that is being loaded has no script to ask yet.
		_ = chromedp.Do(ctx, chromedp.Sleep(30*time.Millisecond))
	}
}

// sees waits until a telephone shows some words.
func (b *tab) sees(phone int, words string) {
	b.t.Helper()
	b.until(fmt.Sprintf("telephone %d shows %q", phone, words), fmt.Sprintf("!!document.querySelectorAll('.telephone')[%d]?.innerText.includes(%q)", phone, words))
}

// presses presses the newest button of that label on a telephone, and waits until the press was answered.
func (b *tab) presses(phone int, label string) {
	b.t.Helper()
	find := fmt.Sprintf("[...document.querySelectorAll('.telephone')[%d]?.querySelectorAll('.keys button') ?? []].filter(b => b.innerText.includes(%q)).pop()", phone, label)
	b.until("a button "+label, "!!("+find+")")
	get[bool](b, "(window.pressed = "+find+").click() || true")
	b.until(label+" answered", "!window.pressed.hasAttribute('aria-busy')")
	if get[bool](b, "!!document.querySelector('dialog[open]')") {
		b.clicks("dialog[open] button")
	}
}

// writes types a message and sends it.
func (b *tab) writes(phone int, text string) {
	b.t.Helper()
	get[bool](b, fmt.Sprintf("document.querySelectorAll('.telephone')[%d].querySelector('textarea').focus() || true", phone))
	b.do(chromedp.KeyEvent(text))
	get[bool](b, fmt.Sprintf("document.querySelectorAll('.telephone')[%d].querySelector('[type=submit]').click() || true", phone))
}

// shows has a telephone show somebody's chat.
func (b *tab) shows(phone int, who workgroup.PersonID, where string) {
	b.t.Helper()
	get[bool](b, fmt.Sprintf("show(telephones()[%d], %q, %q).then(() => true)", phone, who, where))
}

// shoot keeps a picture of the tab where SHOTS says.
func (b *tab) shoot(name string) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		return
	}
	get[bool](b, "document.getAnimations().forEach(a => a.finish()) || true")
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	raw, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), raw, 0o644)
	}
	if err != nil {
		b.t.Log(err)
	}
}

// quiet fails the test for whatever the page complained of.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.said) > 0 {
		b.t.Errorf("the page complains:\n%s", strings.Join(b.said, "\n"))
	}
}
