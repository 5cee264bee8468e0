package sandbox

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
)

// doors are the ways into a Server: a loopback port, and pipes in memory.
type doors struct {
	handler http.Handler
	closed  chan struct{}

	mu      sync.Mutex
	servers []*http.Server
	pipes   *pipes
	clients []*http.Client
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
func (s *Server) Client() *http.Client {
	d := &s.doors
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.pipes == nil {
		d.pipes = &pipes{waiting: make(chan net.Conn), closed: make(chan struct{})}
		d.serve(d.pipes)
	}
	c := &http.Client{Transport: &http.Transport{DialContext: d.pipes.dial, MaxIdleConnsPerHost: 64}}
	d.clients = append(d.clients, c)
	return c
}

// Close shuts the doors: waiting polls end, connections are cut. The world can still be looked at.
func (s *Server) Close() {
	d := &s.doors
	d.mu.Lock()
	if !d.shut {
		d.shut = true
		close(d.closed)
	}
	for _, server := range d.servers {
		_ = server.Close() // cutting is the point
	}
	for _, c := range d.clients {
		c.CloseIdleConnections()
	}
	d.mu.Unlock()
	d.running.Wait()
}

func (d *doors) serve(l net.Listener) {
	// net/http reports each cut connection; here they are cut on purpose.
	server := &http.Server{Handler: d.handler, ErrorLog: log.New(io.Discard, "", 0)}
	d.servers = append(d.servers, server)
	d.running.Go(func() { _ = server.Serve(l) }) // it returns when closed, with nothing to add
}

// pipes is a listener whose connections are made of memory.
type pipes struct {
	waiting chan net.Conn
	once    sync.Once
	closed  chan struct{}
}

func (p *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	select {
	case p.waiting <- theirs:
		return ours, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.waiting:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

func (p *pipes) Addr() net.Addr { return pipeAddr{} }

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "sandbox" }
