package sandbox

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
)

// serve is the whole HTTP side: find the method, check the request, apply faults and limits, run it, answer.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if path, ok := strings.CutPrefix(r.URL.Path, "/file/bot"); ok {
		s.serveFile(w, r, path)
		return
	}
	// The body is read before anything is answered, or a client still writing would see a broken pipe and no answer.
	params, bad := readParams(r)

	rest, ok := strings.CutPrefix(r.URL.Path, "/bot")
	token, name, _ := strings.Cut(rest, "/")
	if !ok {
		write(w, (&refusal{code: 404, description: "Not Found"}).answer())
		return
	}
	if token != s.token {
		write(w, (&refusal{code: 401, description: "Unauthorized"}).answer())
		return
	}
	m := methods[strings.ToLower(name)]
	if m == nil {
		write(w, (&refusal{code: 404, description: "Not Found: method " + name + " is unknown to the sandbox"}).answer())
		return
	}
	var c *call
	if bad == nil {
		c, bad = newCall(m, params)
	}
	if bad != nil {
		s.record(m.name, c, bad, nil)
		write(w, bad.answer())
		return
	}
	fault := s.fault(m.name, c.number("chat_id", 0))
	if fault != nil && !fault.After {
		s.record(m.name, c, nil, fault)
		fault.spoil(w, r, nil)
		return
	}
	a := s.run(r.Context(), c, fault)
	if fault != nil {
		fault.spoil(w, r, &a)
		return
	}
	write(w, a)
}

// run lets the method have the world, within limits, and records how it went.
func (s *Server) run(ctx context.Context, c *call, fault *Fault) answer {
	result, bad := s.perform(ctx, c)
	s.record(c.method.name, c, bad, fault)
	if bad != nil {
		return bad.answer()
	}
	return answer{OK: true, Result: result}
}

func (s *Server) perform(ctx context.Context, c *call) (any, *refusal) {
	if c.method.wait != nil {
		return c.method.wait(s, ctx, c)
	}
	unlock := s.lock()
	defer unlock()
	if c.method.limited && s.limits != nil {
		chat := c.number("chat_id", 0)
		if wait := s.limits.take(chat, chat < 0, s.now()); wait > 0 {
			return nil, tooMany(wait)
		}
	}
	result, bad := c.method.run(s, c)
	if bad != nil {
		return nil, bad
	}
	// The answer is fixed while the world still stands as the method left it.
	data, err := json.Marshal(result)
	if err != nil {
		return nil, &refusal{code: 500, description: "Internal Server Error: " + err.Error()}
	}
	return json.RawMessage(data), nil
}

func write(w http.ResponseWriter, a answer) {
	code := http.StatusOK
	if !a.OK {
		code = a.ErrorCode
	}
	body, err := json.Marshal(a)
	if err != nil {
		code, body = http.StatusInternalServerError, []byte(`{"ok":false,"error_code":500,"description":"Internal Server Error"}`)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_, _ = w.Write(body) // a client that went away is the client's affair
}
