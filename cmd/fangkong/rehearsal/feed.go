package rehearsal

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	kept    = 4000             // news a tab that was cut off can still be told
	silence = 15 * time.Second // how long the feed says nothing before it shows that it lives
)

// news is one thing that every tab is told.
type news struct {
	Kind  string `json:"kind"` // message, gone, state, or reset: load anew
	Chat  string `json:"chat,omitempty"`
	ID    int    `json:"id,omitempty"`
	HTML  string `json:"html,omitempty"`
	Fresh bool   `json:"fresh,omitempty"` // it was not there before
	State *state `json:"state,omitempty"`
}

// feed tells all tabs the same, each from where it stands.
type feed struct {
	mu    sync.Mutex
	run   string // of the performance
	first int    // number of the oldest kept line
	lines [][]byte
	tabs  map[chan struct{}]bool // each woken when there is something it has not seen
	over  chan struct{}
}

func newFeed() *feed {
	return &feed{tabs: map[chan struct{}]bool{}, over: make(chan struct{}), first: 1}
}

func (f *feed) close() { close(f.over) }

// watched tells whether anybody has the page open.
func (f *feed) watched() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.tabs) > 0
}

// tell hands a line to every tab.
func (f *feed) tell(n news) {
	raw, err := json.Marshal(n)
	if err != nil {
		return // of strings, numbers and booleans: it never fails
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.lines = append(f.lines, raw)
	if drop := len(f.lines) - kept; drop > 0 {
		f.lines = append([][]byte(nil), f.lines[drop:]...)
		f.first += drop
	}
	f.wake()
}

// restart begins a new performance: whoever looked at the last one loads anew.
func (f *feed) restart(run string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.first += len(f.lines)
	f.lines, f.run = nil, run
	f.wake()
}

// wake must be called with the feed held. A tab that is being woken already will see everything there is.
func (f *feed) wake() {
	for tab := range f.tabs {
		select {
		case tab <- struct{}{}:
		default:
		}
	}
}

// place is where a tab stands that has seen everything.
func (f *feed) place() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.at(f.first + len(f.lines) - 1)
}

func (f *feed) at(line int) string { return f.run + "." + strconv.Itoa(line) }

// told is a line of the feed, and where a tab stands that has been told it.
type told struct {
	at  string
	raw []byte
}

// since are the lines after a place, and where they lead; when they are not kept, or of another performance, the one that says so.
func (f *feed) since(place string) (lines []told, then string) {
	run, number, _ := strings.Cut(place, ".")
	seen, err := strconv.Atoi(number)
	f.mu.Lock()
	defer f.mu.Unlock()
	newest := f.first + len(f.lines) - 1
	if err != nil || run != f.run || seen+1 < f.first || seen > newest {
		return []told{{f.at(newest), []byte(`{"kind":"reset"}`)}}, f.at(newest)
	}
	for i, raw := range f.lines[seen+1-f.first:] {
		lines = append(lines, told{f.at(seen + 1 + i), raw})
	}
	return lines, f.at(newest)
}

// ServeHTTP is the feed as server-sent events: /feed?since=PLACE, or Last-Event-ID after the line was cut; with “once” what there is
// now, and no more.
func (f *feed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	place := r.Header.Get("Last-Event-ID")
	if place == "" {
		place = r.URL.Query().Get("since")
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	line := http.NewResponseController(w)
	if r.URL.Query().Has("once") {
		lines, _ := f.since(place)
		write(w, line, lines)
		return
	}
	tab := make(chan struct{}, 1)
	f.mu.Lock()
	f.tabs[tab] = true
	f.mu.Unlock()
	defer func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		delete(f.tabs, tab)
	}()
	alive := time.NewTicker(silence)
	defer alive.Stop()
	for {
		lines, then := f.since(place)
		if place = then; !write(w, line, lines) {
			return
		}
		select {
		case <-tab:
		case <-alive.C:
		case <-f.over:
			return
		case <-r.Context().Done():
			return
		}
	}
}

// write sends lines, or a comment where there is nothing to say; false: nobody is there any more.
func write(w http.ResponseWriter, line *http.ResponseController, lines []told) bool {
	_ = line.SetWriteDeadline(time.Now().Add(silence))
	if len(lines) == 0 {
		if _, err := fmt.Fprint(w, ": \n\n"); err != nil {
			return false
		}
	}
	for _, l := range lines {
		if _, err := fmt.Fprintf(w, "id: %s\ndata: %s\n\n", l.at, l.raw); err != nil {
			return false
		}
	}
	return line.Flush() == nil
}
