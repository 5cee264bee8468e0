package rehearsal

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"fangkong/store/workgroup"
)

//go:embed page
var pageFiles embed.FS

var pages = template.Must(template.New("").ParseFS(pageFiles, "page/*.tmpl"))

// scripts are the page's, in the order in which they are read.
var scripts = []string{"page.js", "program.js", "notice.js", "telephone.js", "table.js", "compose.js", "hands.js", "people.js", "desk.js", "tour.js", "feed.js"}

// largest is how many bytes one request may have: a file of 2 MB as the page writes it.
const largest = 3 << 20

// policy lets the page use what comes from here, and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"

// Handler is the page, for whoever reaches it under one of the hosts (“127.0.0.1:8014”): a name that somebody points at this
// machine is refused, and so is what another page sends.
func (r *Rehearsal) Handler(hosts ...string) http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("GET /{$}", r.servePage)
	m.HandleFunc("GET /pane", r.servePane)
	m.HandleFunc("GET /file/{run}/{chat}/{message}", r.serveFile)
	m.Handle("GET /feed", r.feed)
	for _, name := range append([]string{"page.css"}, scripts...) {
		m.HandleFunc("GET /"+name, func(w http.ResponseWriter, req *http.Request) { http.ServeFileFS(w, req, pageFiles, "page/"+name) })
	}
	m.HandleFunc("POST /act", posted(r.act))
	m.HandleFunc("POST /clock", posted(only(r.clock)))
	m.HandleFunc("POST /trouble", posted(only(r.trouble)))
	m.HandleFunc("POST /others", posted(only(func(o othersAsked) error { return r.letOthers(o.Played) })))
	m.HandleFunc("POST /tour", posted(only(r.guide)))
	m.HandleFunc("POST /restart", posted(only(func(a restartAsked) error { return r.restart(a.Language) })))
	return guarded(http.NewCrossOriginProtection().Handler(m), hosts)
}

type (
	othersAsked  struct{ Played []workgroup.PersonID }
	restartAsked struct{ Language workgroup.Language }
)

// guarded refuses other names for this machine, and sets what every answer carries.
func guarded(h http.Handler, hosts []string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cache-Control", "no-store")
		if !slices.Contains(hosts, req.Host) && !byNumber(req.Host, hosts) {
			http.Error(w, "请用终端里打印的地址打开 open the address that the terminal printed", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, req)
	})
}

// byNumber tells whether a host is an address in numbers, where the page listens on every address of the machine: no name
// leads to it that somebody else could point here.
func byNumber(host string, hosts []string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil || net.ParseIP(name) == nil {
		return false
	}
	return slices.ContainsFunc(hosts, func(h string) bool {
		all, p, err := net.SplitHostPort(h)
		return err == nil && p == port && net.ParseIP(all) != nil && net.ParseIP(all).IsUnspecified()
	})
}

// only makes an answer of what has none.
func only[A any](do func(A) error) func(A) (answer, error) {
	return func(a A) (answer, error) { return answer{}, do(a) }
}

// posted reads what the page sends and answers in JSON: what was seen, or the word for what is wrong.
func posted[A any](do func(A) (answer, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		var a A
		err := json.NewDecoder(http.MaxBytesReader(w, req.Body, largest)).Decode(&a)
		var out answer
		switch large := (*http.MaxBytesError)(nil); {
		case errors.As(err, &large):
			err = errBig
		case err != nil:
			err = errUnclear
		default:
			out, err = do(a)
		}
		w.Header().Set("Content-Type", "application/json")
		if err != nil {
			out.Error = err.Error() // the page says why, in words: to the browser nothing has failed
		}
		_ = json.NewEncoder(w).Encode(out) // whoever asked may have gone
	}
}

// pageView is the whole page.
type pageView struct {
	Words   words
	Scripts []string
	Drill   bool
	Since   string
	State   state
	Tour    template.HTML
	Times   []moments
	People  []peopleGroup
	Panes   []paneView
	Most    int               // how many of them there may be
	Said    map[string]string // words the script says
}

// scripted are the words that only the script says.
var scripted = []string{"replying", "editing", "lost", "back", "anew", "others", "others-stop", "unplug", "plug", "cut", "mend", "down", "away", "restart-sure", "tour-sure", "tour-leave-sure", "working", "twice", "language-sure", "unanswered",
	"error.unclear", "error.too-long", "error.too-much", "error.too-big", "error.gone", "error.blocked", "error.empty", "error.no-line", "error.not-now", "error.no-tour", "error.over", "error.network", "error.broken"}

func (r *Rehearsal) servePage(w http.ResponseWriter, req *http.Request) {
	r.serve(w, func(p *performance) (string, any, error) {
		s := p.state()
		v := pageView{Words: p.words, Scripts: scripts, Drill: p.drill, Since: r.feed.place(), State: s, Tour: template.HTML(s.Tour), Times: p.times(), People: p.people(), Most: mostPanes}
		asked := req.URL.Query()["pane"]
		if len(asked) == 0 {
			asked = p.firstPanes()
		}
		for _, one := range asked[:min(len(asked), mostPanes)] {
			who, where, _ := strings.Cut(one, " ")
			if pane, ok := p.pane(workgroup.PersonID(who), where); ok {
				v.Panes = append(v.Panes, pane)
			}
		}
		v.Said = map[string]string{}
		for _, name := range scripted {
			v.Said[name] = p.words.say(name)
		}
		return "page", v, nil
	})
}

func (r *Rehearsal) servePane(w http.ResponseWriter, req *http.Request) {
	r.serve(w, func(p *performance) (string, any, error) {
		pane, ok := p.pane(workgroup.PersonID(req.FormValue("who")), req.FormValue("where"))
		if !ok {
			return "", nil, errUnclear
		}
		return "pane", pane, nil
	})
}

// serve writes a page of the performance as it stands.
func (r *Rehearsal) serve(w http.ResponseWriter, view func(*performance) (string, any, error)) {
	r.mu.Lock()
	p := r.playing
	var b bytes.Buffer
	err := error(errOver)
	if p != nil {
		var name string
		var data any
		if name, data, err = view(p); err == nil {
			err = pages.ExecuteTemplate(&b, name, data)
		}
	}
	r.mu.Unlock()
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = b.WriteTo(w) // whoever asked may have gone
}

// serveFile hands out what a message carries.
func (r *Rehearsal) serveFile(w http.ResponseWriter, req *http.Request) {
	id, err := strconv.Atoi(req.PathValue("message"))
	r.mu.Lock()
	var name string
	var data []byte
	if p := r.playing; p != nil && err == nil && p.run == req.PathValue("run") {
		for _, m := range p.posts(req.PathValue("chat")) {
			if m.ID == id && m.File != nil {
				name, data = p.fileName(m.File.Name), m.File.Data
			}
		}
	}
	r.mu.Unlock()
	if data == nil {
		http.NotFound(w, req)
		return
	}
	kind := http.DetectContentType(data)
	if !slices.Contains([]string{"image/png", "image/jpeg"}, kind) {
		kind = "application/octet-stream" // nothing of it runs as a page of this address
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", fmt.Sprintf("%s; filename=%q; filename*=UTF-8''%s", disposition(kind), "file"+path.Ext(name), url.PathEscape(name)))
	_, _ = w.Write(data) // whoever asked may have gone
}

func disposition(kind string) string {
	if strings.HasPrefix(kind, "image/") {
		return "inline"
	}
	return "attachment"
}

// restart begins again, in a language or in the one it is in.
func (r *Rehearsal) restart(lang workgroup.Language) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.anew(lang)
}

// anew is restart for whoever holds the performance already.
func (r *Rehearsal) anew(lang workgroup.Language) error {
	if r.playing == nil {
		return errOver
	}
	if !slices.Contains(workgroup.Languages, lang) {
		lang = r.playing.lang
	}
	return r.begin(lang)
}
