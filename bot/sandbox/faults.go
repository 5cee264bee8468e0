package sandbox

import (
	"encoding/json"
	"net/http"
	"slices"
)

// A Kind is a way for an answer to go wrong.
type Kind string

const (
	// Cut closes the connection without an answer.
	Cut Kind = "cut"
	// Silence answers nothing until the client gives up.
	Silence Kind = "silence"
	// Broken500 is Telegram's own 500, in JSON.
	Broken500 Kind = "500"
	// Gateway502 is a proxy's 502, in HTML.
	Gateway502 Kind = "502"
	// Flood is a 429 with the fault's RetryAfter.
	Flood Kind = "429"
	// Truncated ends the JSON half way.
	Truncated Kind = "truncated"
	// HTML is a 200 with a web page in it, as a captive portal sends.
	HTML Kind = "html"
)

// A Fault is an accident to come. Before processing (the default) the call has no effect; After means that the call takes effect and only its
// answer is spoiled.
type Fault struct {
	Method     string // empty: any method
	Chat       int64  // 0: any chat
	After      bool
	Kind       Kind
	RetryAfter int // seconds, for Flood
	Times      int // 0 means once; negative, until Heal
}

// Fail arranges a fault. Faults are used in the order they were arranged.
func (s *Server) Fail(f Fault) {
	if f.Times == 0 {
		f.Times = 1
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

// Heal forgets every fault still to come.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// fault uses up the first fault that fits the call.
func (s *Server) fault(method string, chat int64) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if (f.Method != "" && f.Method != method) || (f.Chat != 0 && f.Chat != chat) {
			continue
		}
		if f.Times > 0 {
			f.Times--
			if f.Times == 0 {
				s.faults = slices.Delete(s.faults, i, i+1)
			}
		}
		return f
	}
	return nil
}

const webPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n"

// spoil writes what the client gets to see. The true answer is nil when the call was not processed.
func (f *Fault) spoil(w http.ResponseWriter, r *http.Request, truth *answer) {
	page := func(code int) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(code)
		_, _ = w.Write([]byte(webPage))
	}
	switch f.Kind {
	case Silence:
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	case Broken500:
		write(w, (&refusal{code: 500, description: "Internal Server Error"}).answer())
	case Gateway502:
		page(http.StatusBadGateway)
	case Flood:
		write(w, tooMany(f.RetryAfter).answer())
	case Truncated:
		if truth == nil {
			truth = &answer{OK: true, Result: true}
		}
		body, _ := json.Marshal(truth) // an answer always encodes; an empty one is truncated enough
		_, _ = w.Write(body[:len(body)/2])
	case HTML:
		page(http.StatusOK)
	default:
		// net/http's own way to drop a connection without a word.
		panic(http.ErrAbortHandler)
	}
}
