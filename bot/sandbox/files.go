package sandbox

import (
	"fmt"
	"net/http"
	"path"
	"strings"
	"time"
)

const (
	downloadable = 20 << 20  // what a bot may download
	linkLives    = time.Hour // how long a path that getFile gave is sure to lead somewhere
)

// A File is what a message carries.
type File struct {
	Name string
	Data []byte
}

// file is a stored upload; anybody who has its id may send it again.
type file struct {
	id    string
	name  string
	data  []byte
	asked time.Time // when getFile last gave its path
}

func (s *Server) keep(name string, data []byte) *file {
	f := &file{id: fmt.Sprintf("FILE%06d", len(s.files)+1), name: name, data: data}
	s.files[f.id] = f
	return f
}

func (f *file) wireDocument() *wireDocument {
	return &wireDocument{FileID: f.id, UniqueID: "U" + f.id, Name: f.name, Size: len(f.data)}
}

func (f *file) wirePhoto() []wirePhoto {
	return []wirePhoto{{FileID: f.id, UniqueID: "U" + f.id, Width: 1280, Height: 720, Size: len(f.data)}}
}

func (f *file) path() string { return "documents/" + f.id + path.Ext(f.name) }

// readFile takes a file parameter: an upload, or the id of a file sent before.
func (s *Server) readFile(c *call, name string) (*file, *refusal) {
	if u, ok := c.params[name].(*upload); ok {
		// An upload built anew from a reader already read is the library's known trap.
		if len(u.data) == 0 {
			return nil, badRequest("file must be non-empty")
		}
		return s.keep(u.name, u.data), nil
	}
	if f := s.files[c.text(name)]; f != nil {
		return f, nil
	}
	return nil, badRequest("wrong file identifier/HTTP URL specified")
}

// DownloadMethod is the name under which a download can be made to fail, and is recorded: it is no method of the Bot API.
const DownloadMethod = "file"

// serveFile is the door documents are fetched through: /file/bot<token>/<file_path>. A path leads somewhere only after getFile gave it,
// and for as long as Telegram promises.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request, rest string) {
	token, name, _ := strings.Cut(rest, "/")
	if token != s.token {
		write(w, (&refusal{code: 401, description: "Unauthorized"}).answer())
		return
	}
	if fault := s.fault(DownloadMethod, 0); fault != nil {
		fault.spoil(w, r, nil)
		return
	}
	f := s.fileAt(name)
	if f == nil || r.Method != http.MethodGet {
		write(w, (&refusal{code: 404, description: "Not Found"}).answer())
		return
	}
	_, _ = w.Write(f.data) // a stored file never changes
}

func (s *Server) fileAt(name string) *file {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.files {
		if f.path() == name && !f.asked.IsZero() && s.now().Sub(f.asked) <= linkLives {
			return f
		}
	}
	return nil
}

func place(row, column int) string { return fmt.Sprintf("[%d][%d]", row, column) }
