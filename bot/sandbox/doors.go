package sandbox

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptrace"
	"strconv"
	"sync"
)

// doors are the ways into a Server: a loopback port, and one in memory.
type doors struct {
	handler http.Handler
	open    context.Context // ends when they shut
	end     context.CancelFunc

	mu      sync.Mutex
	servers []*http.Server
	port    string
	shut    bool
	running sync.WaitGroup
}

// Start opens the real door, on a free port of 127.0.0.1, and returns its address ("http://127.0.0.1:40123"). A second Start returns the same.
func (s *Server) Start() (url string, err error) {
	d := &s.doors
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.port != "" {
		return d.port, nil
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("sandbox door: %w", err)
	}
	d.serve(listener)
	d.port = "http://" + listener.Addr().String()
	return d.port, nil
}

// Client is the door in memory: whatever host its requests name, they arrive here. "http://sandbox" reads well.
func (s *Server) Client() *http.Client { return &http.Client{Transport: inside{&s.doors}} }

// Close shuts the doors: waiting polls end, connections are cut. The world can still be looked at.
func (s *Server) Close() {
	d := &s.doors
	d.mu.Lock()
	if !d.shut {
		d.shut = true
		d.end()
	}
	for _, server := range d.servers {
		_ = server.Close() // cutting is the point
	}
	d.mu.Unlock()
	d.running.Wait()
}

// enter lets a request in by the door in memory; false once the doors are shut.
func (d *doors) enter() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shut {
		return false
	}
	d.running.Add(1)
	return true
}

func (d *doors) serve(l net.Listener) {
	// net/http reports each cut connection; here they are cut on purpose.
	server := &http.Server{Handler: d.handler, ErrorLog: log.New(io.Discard, "", 0)}
	d.servers = append(d.servers, server)
	d.running.Go(func() { _ = server.Serve(l) }) // it returns when closed, with nothing to add
}

// inside carries requests from an http.Client to the handler without a wire: each is answered, or cut, before RoundTrip returns.
type inside struct{ doors *doors }

// RoundTrip has the handler answer; one that the handler drops, or that is open when the doors shut, ends as a cut connection does.
func (in inside) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.Body != nil {
		defer func() { _ = req.Body.Close() }()
	}
	trace := httptrace.ContextClientTrace(req.Context())
	if trace != nil && trace.GetConn != nil {
		trace.GetConn(req.URL.Host)
	}
	if !in.doors.enter() {
		return nil, net.ErrClosed
	}
	defer in.doors.running.Done()
	if trace != nil && trace.GotConn != nil {
		trace.GotConn(httptrace.GotConnInfo{})
	}
	ctx, cancel := context.WithCancel(req.Context())
	defer cancel()
	defer context.AfterFunc(in.doors.open, cancel)()
	return in.answer(req.WithContext(ctx))
}

// answer runs the handler. What a real server would have sent by the time the caller gave up is lost with the connection.
func (in inside) answer(req *http.Request) (resp *http.Response, err error) {
	if req.Body == nil {
		req.Body = http.NoBody // as a server sees none
	}
	w := &written{header: http.Header{}}
	defer func() {
		switch v := recover(); {
		case v == http.ErrAbortHandler:
			resp, err = nil, io.EOF
		case v != nil:
			panic(v)
		}
		if gone := req.Context().Err(); gone != nil {
			resp, err = nil, gone
		}
	}()
	in.doors.handler.ServeHTTP(w, req)
	if w.code == 0 {
		w.code = http.StatusOK
	}
	return &http.Response{StatusCode: w.code, Status: strconv.Itoa(w.code) + " " + http.StatusText(w.code), Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: w.header,
		Body: io.NopCloser(&w.body), ContentLength: int64(w.body.Len()), Request: req}, nil
}

// written is an answer as the handler writes it.
type written struct {
	header http.Header
	code   int
	body   bytes.Buffer
}

func (w *written) Header() http.Header { return w.header }

func (w *written) WriteHeader(code int) {
	if w.code == 0 {
		w.code = code
	}
}

func (w *written) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}
