package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"time"

	"fangkong/cmd/fangkong/rehearsal"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// usual is where the page is, unless --listen says otherwise; when it is taken, any other door of this machine does.
const usual = "127.0.0.1:8014"

// pageOptions are where the page is.
type pageOptions struct {
	Listen string `help:"页面的地址，缺省 127.0.0.1:8014 where the page is, by default 127.0.0.1:8014." placeholder:"ADDR"`
	Open   bool   `help:"同时打开浏览器 open the browser as well."`
}

// drillCommand is a drill (演练) with the college's own roster and timetable.
type drillCommand struct {
	files
	pageOptions
}

// Run opens the page of the college, today, a minute before the reminder. Of the settings it reads roster, times and form; the
// data and the group are not touched.
func (o *drillCommand) Run(ctx context.Context, c console) error {
	s, r, faults := settings.Examine(o.Config, o.roster())
	if len(faults) > 0 {
		return c.faults(faults)
	}
	c.say("演练：%s，%d 个单位。不碰真实数据，不连 Telegram。", "a drill (演练): %s, %d units. No real data is touched, and Telegram is not reached.", s.College.Name, len(r.Units))
	today := workgroup.DateOf(time.Now().In(s.College.Zone))
	return c.rehearse(ctx, o.pageOptions, rehearsal.Options{Language: c.lang, Settings: &s, Roster: &r, Day: today, Drill: true})
}

// rehearse serves the page until it is told to stop.
func (c console) rehearse(ctx context.Context, at pageOptions, o rehearsal.Options) (err error) {
	l, err := c.door(at.Listen)
	if err != nil {
		return err
	}
	r, err := rehearsal.Open(o)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	addr := l.Addr().(*net.TCPAddr)
	_, port, _ := net.SplitHostPort(addr.String())
	url := "http://" + addr.String() + "/"
	hosts := []string{addr.String(), "localhost:" + port}
	if addr.IP.IsUnspecified() {
		url = "http://localhost:" + port + "/"
	}
	c.say("请用浏览器打开 %s", "Open %s in a browser", url)
	c.say("群、私聊、时钟都在页面上；按 Ctrl+C 结束，什么都不留下。", "The group, every private chat and the clock are on that page. Ctrl+C ends it, and nothing is left behind.")
	if !addr.IP.IsLoopback() {
		c.say("⚠️ 这个地址别的机器也能打开，谁打开都能操作。", "⚠️ Other machines can reach this address, and whoever opens it can act.")
	}
	if at.Open {
		if err := browse(url); err != nil {
			c.say("浏览器没有打开（%v），请自己打开上面的地址。", "the browser did not open (%v): open the address above yourself", err)
		}
	}
	s := &http.Server{Handler: r.Handler(hosts...), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, MaxHeaderBytes: 1 << 14,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	context.AfterFunc(ctx, func() { _ = s.Close() })
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// door opens the address that was asked for, or the usual one, or, when that is taken, any other of this machine.
func (c console) door(asked string) (net.Listener, error) {
	if asked != "" {
		return c.listen(asked)
	}
	l, err := net.Listen("tcp", usual)
	if err == nil {
		return l, nil
	}
	l, other := c.listen("127.0.0.1:0")
	if other == nil {
		c.say("平时的地址 %s 用不了（%v），多半是另一个演示还开着；这一次改用 %s。", "%s, the usual address, is taken (%v), most likely by another demo; this one is at %s.",
			usual, cause(err), l.Addr())
	}
	return l, other
}

// cause is what the system says of an address that cannot be had, without what is said already.
func cause(err error) error {
	for next := errors.Unwrap(err); next != nil; next = errors.Unwrap(err) {
		err = next
	}
	return err
}

// browse opens an address in the browser of this machine.
func browse(url string) error {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	}
	return exec.Command(name, args...).Start()
}
