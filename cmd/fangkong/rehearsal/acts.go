package rehearsal

import (
	"slices"
	"time"
	"unicode/utf16"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// longestText is how many UTF-16 units one message of Telegram holds.
const longestText = 4096

// act is what somebody does with their telephone.
type act struct {
	Who     workgroup.PersonID `json:"who"`
	Where   string             `json:"where"` // group or the person's id
	Do      string             `json:"do"`
	Message int                `json:"message"`
	Text    string             `json:"text"`
	Data    string             `json:"data"` // of a button
	Name    string             `json:"name"` // of a file
	File    []byte             `json:"file"`
}

// answer is what they see at once.
type answer struct {
	Toast string `json:"toast,omitempty"`
	Alert bool   `json:"alert,omitempty"`
	Error string `json:"error,omitempty"`
}

// acts are the things that can be done.
var acts = map[string]func(*performance, act, *sandbox.Person, sandbox.Chat) error{
	"say": func(_ *performance, a act, who *sandbox.Person, where sandbox.Chat) error {
		return done(who.Says(where, a.Text))
	},
	"reply": func(p *performance, a act, who *sandbox.Person, where sandbox.Chat) error {
		return done(who.Replies(p.message(a, where), a.Text))
	},
	"edit": func(p *performance, a act, who *sandbox.Person, where sandbox.Chat) error {
		return done(who.Edits(p.message(a, where), a.Text))
	},
	"delete": func(p *performance, a act, who *sandbox.Person, where sandbox.Chat) error {
		if who.Deletes(p.message(a, where)) != nil {
			return errGone
		}
		return nil
	},
	"react": func(p *performance, a act, who *sandbox.Person, where sandbox.Chat) error {
		emoji := []string{a.Text}
		if slices.Contains(who.Reacted(p.message(a, where)), a.Text) { // once more takes it back
			emoji = nil
		}
		if who.Reacts(p.message(a, where), emoji...) != nil {
			return errGone
		}
		return nil
	},
	"file": func(_ *performance, a act, who *sandbox.Person, where sandbox.Chat) error {
		if len(a.File) == 0 || a.Name == "" {
			return errEmpty
		}
		return done(who.SendsDocument(where, a.Name, a.File, a.Text))
	},
	"start": func(_ *performance, a act, who *sandbox.Person, _ sandbox.Chat) error {
		if a.Data == "" {
			return done(who.Starts())
		}
		return done(who.Starts(a.Data))
	},
	"block": func(_ *performance, _ act, who *sandbox.Person, _ sandbox.Chat) error {
		who.Blocks()
		return nil
	},
	"unblock": func(_ *performance, _ act, who *sandbox.Person, _ sandbox.Chat) error {
		who.Unblocks()
		return nil
	},
}

// done tells whether a message was made.
func done(m *sandbox.Message) error {
	if m == nil {
		return errGone
	}
	return nil
}

func (p *performance) message(a act, where sandbox.Chat) *sandbox.Message {
	return &sandbox.Message{ID: a.Message, Chat: where.ID()}
}

// moment is the least that lies between two acts: the bot takes two presses within a second for one nervous one, and so that
// nobody on the page is passed over for being quick, the clock goes on by as much.
const moment = 3 * time.Second

// act does it, and has the bot answer.
func (r *Rehearsal) act(a act) (out answer, err error) {
	var press *sandbox.Press
	err = r.do(func(p *performance) (err error) {
		who, where := p.cast[a.Who], p.chat(a.Who, a.Where)
		if who == nil || a.Where != group && a.Where != string(a.Who) {
			return errUnclear
		}
		if len(utf16.Encode([]rune(a.Text))) > longestText {
			return errLong
		}
		if a.Where != group && a.Do != "start" && a.Do != "unblock" && who.Blocking() {
			return errBlocked
		}
		if since := p.Now().Sub(p.acted); since < moment || p.speed == 0 {
			if err := p.Advance(moment); err != nil {
				return err
			}
		}
		p.acted = p.Now()
		if a.Do == "press" {
			if press, err = who.PressesData(p.message(a, where), a.Data); err != nil {
				return errGone
			}
			return nil
		}
		do := acts[a.Do]
		if do == nil {
			return errUnclear
		}
		return do(p, a, who, where)
	})
	if press != nil {
		var answered bool
		if out.Toast, out.Alert, answered = press.Answered(); !answered {
			out.Toast = "unanswered"
		}
	}
	return out, err
}

// clock is what is done with the clock: a speed, a leap of some minutes, or a time of day to go on to.
type clock struct {
	Speed   *int   `json:"speed"`
	Minutes int    `json:"minutes"`
	To      string `json:"to"`
}

// stride is how much of a leap is made at once: in between, everybody sees how far it has come, and may act.
const stride = 15 * time.Minute

func (r *Rehearsal) clock(c clock) error {
	var of *performance
	var to time.Time
	err := r.do(func(p *performance) (err error) {
		of, to = p, p.Now()
		switch {
		case c.Speed != nil:
			p.speed = speeds[min(max(*c.Speed, 0), len(speeds)-1)]
		case c.To != "":
			if to, err = p.Next(c.To); err != nil {
				err = errUnclear
			}
		default:
			to = to.Add(time.Duration(min(max(c.Minutes, 0), 24*60)) * time.Minute)
		}
		return err
	})
	for more := err == nil; more && err == nil; {
		err = r.do(func(p *performance) error {
			if more = p == of && r.jobs.Err() == nil && p.Now().Before(to); !more {
				return nil
			}
			return p.Advance(min(stride, to.Sub(p.Now())))
		})
	}
	return err
}

// trouble is an accident: the plug of the bot, or its line to Telegram.
type trouble struct {
	Plug *bool `json:"plug"` // whether it is in
	Line *bool `json:"line"` // whether it holds
}

func (r *Rehearsal) trouble(t trouble) error {
	return r.do(func(p *performance) error {
		if t.Line != nil && *t.Line == p.away {
			p.away = !*t.Line
			p.Telegram.Heal()
			if p.away {
				p.Telegram.Fail(sandbox.Fault{Kind: sandbox.Cut, Times: -1})
			}
		}
		switch {
		case t.Plug == nil || *t.Plug != p.Down():
			return nil
		case p.Down() && p.away:
			return errNoLine
		case p.Down():
			return p.Raise()
		}
		return p.Fall()
	})
}
