package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/rs/zerolog"

	"fangkong/store"
)

// The running bot has the data to itself. What only it can do is asked of it through a socket beside the data: one word in,
// lines of JSON out. The socket is its owner's alone, no word takes an argument, and one caller is served at a time.
const (
	askBackup = "backup"
	askVerify = "verify"
)

// controlPath is the socket of whoever works on the data.
func controlPath(data string) string { return data + ".sock" }

// patient is how long either side waits for the other to read or write a line.
const patient = 10 * time.Second

// reply is one line of an answer: how far the work has come, or how it ended.
type reply struct {
	Stage store.Stage `json:"stage,omitempty"`
	Done  int64       `json:"done,omitempty"`
	Total int64       `json:"total,omitempty"`

	Ended bool           `json:"ended,omitempty"`
	Path  string         `json:"path,omitempty"`
	Bytes int64          `json:"bytes,omitempty"`
	Found store.Findings `json:"found"`
	Fault string         `json:"fault,omitempty"` // what went wrong
	Errno int            `json:"errno,omitempty"` // the system's own number for it
	Bad   bool           `json:"bad,omitempty"`   // it does not verify
}

// ended is the last line, for work that ended so.
func ended(path string, bytes int64, found store.Findings, err error) reply {
	r := reply{Ended: true, Path: path, Bytes: bytes, Found: found}
	if err == nil {
		return r
	}
	r.Fault, r.Bad = err.Error(), errors.Is(err, store.ErrUnsound)
	var number syscall.Errno
	if errors.As(err, &number) {
		r.Errno = int(number)
	}
	return r
}

// err is the error that an answer tells of.
func (r reply) err() error {
	switch {
	case r.Fault == "":
		return nil
	case r.Bad:
		return store.ErrUnsound
	case r.Errno != 0:
		return syscall.Errno(r.Errno)
	}
	return errors.New(r.Fault)
}

// keeper does what is asked.
type keeper interface {
	Backup(store.Progress) (store.Backup, error)
	Verify(store.Progress) (store.Findings, error)
}

// attend serves the socket until ctx ends.
func attend(ctx context.Context, l net.Listener, k keeper, log zerolog.Logger) {
	stop := context.AfterFunc(ctx, func() { _ = l.Close() })
	defer stop()
	for {
		c, err := l.Accept()
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			log.Warn().Err(err).Msg("control socket")
			return
		}
		serve(c, k)
	}
}

// listenOwner listens where nobody but the owner can call, not even for a moment: the socket is made in a folder of its own and
// then moved. One that is left there is nobody's, for we hold the data.
func listenOwner(path string) (net.Listener, error) {
	dir, err := os.MkdirTemp(filepath.Dir(path), ".sock")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	made := filepath.Join(dir, "s")
	l, err := net.Listen("unix", made)
	if err != nil {
		return nil, err
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	if err := errors.Join(os.Chmod(made, 0o600), os.Rename(made, path)); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// serve answers one caller. Work that has begun is done to its end, whoever still listens.
func serve(c net.Conn, k keeper) {
	defer func() { _ = c.Close() }()
	_ = c.SetDeadline(time.Now().Add(patient))
	word, err := bufio.NewReader(&limited{c, 64}).ReadString('\n')
	if err != nil {
		return
	}
	out := json.NewEncoder(c)
	say := func(r reply) {
		_ = c.SetWriteDeadline(time.Now().Add(patient))
		_ = out.Encode(r) // a caller who has gone is told nothing
	}
	progress := eachSecond(func(s store.Stage, done, total int64) { say(reply{Stage: s, Done: done, Total: total}) })
	switch strings.TrimSpace(word) {
	case askBackup:
		made, err := k.Backup(progress)
		say(ended(made.Path, made.Bytes, made.Found, err))
	case askVerify:
		found, err := k.Verify(progress)
		say(ended("", 0, found, err))
	}
}

// limited reads so many bytes and no more.
type limited struct {
	net.Conn
	left int
}

func (l *limited) Read(b []byte) (int, error) {
	if l.left == 0 {
		return 0, errors.New("too long")
	}
	n, err := l.Conn.Read(b[:min(len(b), l.left)])
	l.left -= n
	return n, err
}

// eachSecond passes progress on once a second, from the end of the first on: what is quicker needs none.
func eachSecond(tell store.Progress) store.Progress {
	last := time.Now()
	return func(s store.Stage, done, total int64) {
		if now := time.Now(); now.Sub(last) >= time.Second {
			last = now
			tell(s, done, total)
		}
	}
}

// errUnanswered is a bot that holds the data and cannot be asked.
var errUnanswered = errors.New("the running bot does not answer")

// ask has the running bot do something, and returns how it ended.
func ask(data, word string, progress store.Progress) (reply, error) {
	c, err := net.DialTimeout("unix", controlPath(data), patient)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return reply{}, err
	case err != nil:
		return reply{}, fmt.Errorf("%w: %w", errUnanswered, err)
	}
	defer func() { _ = c.Close() }()
	if _, err := fmt.Fprintln(c, word); err != nil {
		return reply{}, fmt.Errorf("%w: %w", errUnanswered, err)
	}
	in := json.NewDecoder(c)
	for {
		var r reply
		if err := in.Decode(&r); err != nil {
			return r, fmt.Errorf("%w: %w", errUnanswered, err)
		}
		if r.Ended {
			return r, nil
		}
		progress(r.Stage, r.Done, r.Total)
	}
}
