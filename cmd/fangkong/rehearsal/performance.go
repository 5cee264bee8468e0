package rehearsal

import (
	"errors"
	"os"
	"slices"
	"sync"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/cmd/fangkong/stage"
	"fangkong/schedule"
	"fangkong/store/workgroup"
)

// group and stranger stand where a person's id would: for the work group's chat, and for somebody who is not on the roster.
const (
	group    = "@group"
	stranger = workgroup.PersonID("@stranger")
)

// performance is one run of the college, from its beginning.
type performance struct {
	*stage.Stage
	dir   string
	begun time.Time
	run   string // which one it is: a tab of an earlier one loads anew
	lang  workgroup.Language
	words words
	drill bool
	cast  map[workgroup.PersonID]*sandbox.Person // everybody who can be played
	chats map[int64]string                       // whose private chat an id is, or the group

	speed   int  // seconds of the college in a second here; 0: the clock stands
	away    bool // the bot cannot reach Telegram
	others  bool // everybody else is at it
	acted   time.Time
	said    string // of what the others have done
	stopped error  // what the house broke down of, for good
	tour    tour

	stirred stirred                   // chats in which something has happened
	shown   map[string]map[int]string // what each message looked like when it was told last
	told    state
}

// stirred are the chats in which something has happened since they were looked at. Telegram calls from goroutines of its own.
type stirred struct {
	mu    sync.Mutex
	chats map[int64]bool
}

func (s *stirred) add(e sandbox.Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.chats[e.Chat] = true
}

func (s *stirred) take() map[int64]bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := s.chats
	s.chats = map[int64]bool{}
	return out
}

// college is who plays, in a language, and who has met the bot: everybody.
func (o Options) college(lang workgroup.Language) (set settings.Settings, roster settings.Roster, met []workgroup.PersonID) {
	set, roster = settings.Sample()
	if o.Settings != nil {
		set, roster = *o.Settings, *o.Roster
	}
	set.College.Language = lang
	roster.People = slices.Clone(roster.People)
	for i, p := range roster.People {
		roster.People[i].Language = "" // the page speaks one language, and everybody in it
		met = append(met, p.ID)
	}
	if o.Settings == nil && lang == workgroup.English {
		latin(&roster)
	}
	set.College.Mark = "演示"
	if o.Drill {
		set.College.Mark = "演练"
		set.College.Name += "（演练）"
	}
	return set, roster, met
}

// perform sets the stage: everybody has met the bot, yesterday's reports are filed, and it is a minute to two.
func perform(o Options, lang workgroup.Language, dir string) (*performance, error) {
	set, roster, met := o.college(lang)
	day := o.Day
	if day == "" {
		day = "2020-01-31"
	}
	start, err := beginning(set, day)
	if err != nil {
		return nil, err
	}
	s, err := stage.New(stage.Options{Dir: dir, Start: start, Settings: &set, Roster: &roster, Met: met, Strict: true, Menus: true})
	if err != nil {
		return nil, err
	}
	p := &performance{Stage: s, dir: dir, begun: start, lang: lang, words: spoken(lang), drill: o.Drill, speed: 1,
		cast: map[workgroup.PersonID]*sandbox.Person{}, chats: map[int64]string{s.Group.ID(): group},
		stirred: stirred{chats: map[int64]bool{}}, shown: map[string]map[int]string{}}
	for _, who := range s.Roster.People {
		p.cast[who.ID] = s.Person(who.ID)
	}
	p.cast[stranger] = s.Telegram.Person(p.words.say("stranger.last"), p.words.say("stranger.first"))
	for id, who := range p.cast {
		p.chats[who.ID()] = string(id)
		if lang == workgroup.English {
			who.SpeaksOnTelephone("en")
		}
	}
	s.Telegram.Watch(p.stirred.add)
	err = p.before()
	if err == nil {
		err = s.Settle()
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	p.stirred.add(sandbox.Event{Chat: s.Group.ID()})
	return p, nil
}

// beginning is a minute before the first reminder of a day.
func beginning(set settings.Settings, day workgroup.Date) (time.Time, error) {
	timetable, err := schedule.NewDay(set.Zone, set.Times)
	if err != nil {
		return time.Time{}, err
	}
	for _, m := range timetable.On(day.In(set.College.Zone)) {
		if workgroup.StepName(m.Name) == workgroup.StepRemind {
			return m.At.Add(-time.Minute), nil
		}
	}
	return day.In(set.College.Zone).Add(14*time.Hour - time.Minute), nil // the timetable of that day has none
}

func (p *performance) end() error {
	return errors.Join(p.Close(), os.RemoveAll(p.dir))
}

// before gives the day something to compare with, everybody filed yesterday and everybody was well; and it has people on duty.
func (p *performance) before() error {
	return p.Store.Update(func(b workgroup.Book) error {
		p.FileDay(b, workgroup.DateOf(p.Now()).Add(-1), nil)
		if !p.drill {
			p.arrangeDuty(b)
		}
		return nil
	})
}

// hands do what somebody would. Buttons go by what they mean, so that it is the same in every language.
func (p *performance) hands() *stage.Hands { return &stage.Hands{Stage: p.Stage} }

// chat is where an address of the page leads: the group, or a person's private chat.
func (p *performance) chat(who workgroup.PersonID, where string) sandbox.Chat {
	if where == group {
		return p.Group
	}
	if person := p.cast[who]; person != nil {
		return person.Private()
	}
	return nil
}
