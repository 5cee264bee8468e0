package bot

import (
	"strings"
	"sync"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// readers keeps the reader built for the roster as it is: building one is slow, and the roster seldom changes.
type readers struct {
	mu     sync.Mutex
	roster string
	reader *understand.Reader
}

// read reads a text as a clerk of this college would.
func (t *turn) read(text string, c understand.Context) understand.Reading {
	c.Date = string(workgroup.DateOf(t.said))
	if units := t.person.Units(); len(units) > 0 {
		c.Unit = string(units[0])
	}
	if t.msg != nil && t.msg.ForwardOrigin != nil {
		c.Forwarded = true
	}
	return t.reader().Read(text, c)
}

func (t *turn) reader() *understand.Reader {
	units := workgroup.Roster(t.b)
	var mark strings.Builder
	known := make([]understand.Unit, 0, len(units))
	for _, u := range units {
		mark.WriteString(string(u.ID) + "\x00" + u.Name + "\x00" + strings.Join(u.Aliases, "\x00") + "\n")
		aliases := u.Aliases
		if u.English != "" {
			aliases = append(append([]string{}, aliases...), u.English)
		}
		known = append(known, understand.Unit{ID: string(u.ID), Name: u.Name, Aliases: aliases})
	}
	t.readers.mu.Lock()
	defer t.readers.mu.Unlock()
	if t.readers.reader == nil || t.readers.roster != mark.String() {
		t.readers.roster, t.readers.reader = mark.String(), understand.New(known)
	}
	return t.readers.reader
}
