package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/rs/zerolog"

	"fangkong/cmd/fangkong/office"
)

// probing is how long the store may take to write a line of its own, and for how long its answer stands.
const (
	probing = 5 * time.Second
	stands  = 5 * time.Second
)

// watched is what an outside watch may ask of a running bot: times and counts, and no names.
type watched struct {
	console
	pulse func() (office.Pulse, error)
	probe func() error

	mu   sync.Mutex
	at   time.Time // of the last answer
	last error
	busy bool
}

// well says what is wrong, on one line; nil: nothing is.
func (w *watched) well() error {
	p, err := w.pulse()
	if err != nil {
		return errors.New(w.in("数据读不出来", "the data cannot be read"))
	}
	if err := w.writable(); err != nil {
		return err
	}
	if wrong := w.ails(p, p.At); len(wrong) > 0 {
		return errors.New(strings.Join(wrong, w.in("；", "; ")))
	}
	return nil
}

// writable has the store write something, at most every few seconds however often it is asked. A disk that hangs is no disk.
func (w *watched) writable() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	dead := errors.New(w.in("数据写不进去", "the data cannot be written"))
	switch {
	case time.Since(w.at) < stands:
		return w.last
	case w.busy:
		return dead
	}
	w.busy = true
	done := make(chan error, 1)
	go func() {
		err := w.probe()
		done <- err
		w.mu.Lock()
		w.busy = false
		w.mu.Unlock()
	}()
	w.last = dead
	select {
	case err := <-done:
		if err == nil {
			w.last = nil
		}
	case <-time.After(probing):
	}
	w.at = time.Now()
	return w.last
}

// ServeHTTP answers /healthz: 200, or 503 and what is wrong.
func (w *watched) ServeHTTP(out http.ResponseWriter, _ *http.Request) {
	out.Header().Set("Content-Type", "text/plain; charset=utf-8")
	out.Header().Set("Cache-Control", "no-store")
	if err := w.well(); err != nil {
		out.WriteHeader(http.StatusServiceUnavailable)
		_, _ = fmt.Fprintln(out, err) // whoever asked has gone
		return
	}
	_, _ = fmt.Fprintln(out, w.in("正常", "well"))
}

// doors are what is served on --listen.
func doors(w *watched, h *office.Office) *http.ServeMux {
	m := http.NewServeMux()
	m.Handle("GET /healthz", w)
	m.Handle("GET /metrics", promhttp.HandlerFor(h.Metrics(), promhttp.HandlerOpts{MaxRequestsInFlight: 2, Timeout: 10 * time.Second}))
	if h.Webhook != nil {
		u, _ := url.Parse(h.Webhook.URL()) // held against what an address is at the start
		m.Handle("POST "+cmp.Or(u.EscapedPath(), "/"), h.Webhook)
	}
	return m
}

// webhook holds --webhook against what Telegram takes.
func (o RunOptions) webhook(c console) error {
	if o.Webhook == "" {
		return nil
	}
	u, err := url.Parse(o.Webhook)
	switch {
	case err != nil || u.Scheme != "https" || u.Host == "" || strings.ContainsAny(u.Path, "{} ") || path.Clean("/"+u.Path) != cmp.Or(strings.TrimSuffix(u.Path, "/"), "/") || u.Path == "/healthz" || u.Path == "/metrics":
		return errors.New(c.in("--webhook 要写成公网能访问的 https 地址，如 https://bot.example.org/fangkong，现在是 ", "--webhook is a public https address such as https://bot.example.org/fangkong, and not ") + o.Webhook)
	case o.Listen == "":
		return errors.New(c.in("用 --webhook 还要写 --listen：推送来的消息在哪个本机地址接收", "--webhook needs --listen: the address on this machine where what Telegram brings is taken in"))
	}
	return nil
}

// listen opens an address; a fault of it ends the start, for somebody relies on it.
func (c console) listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, &trouble{c.in("--listen "+addr+" 打不开（地址写错，或已被占用）", "--listen "+addr+" cannot be opened (mistyped, or in use)"), err}
	}
	return l, nil
}

// answerOn serves until ctx ends.
func answerOn(ctx context.Context, l net.Listener, h http.Handler, log zerolog.Logger) {
	s := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second, MaxHeaderBytes: 1 << 14}
	stop := context.AfterFunc(ctx, func() {
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		_ = s.Shutdown(end)
	})
	defer stop()
	if err := s.Serve(l); err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Error().Err(err).Msg("no longer listening")
	}
}
