package workgroup

import "time"

// College is what the settings file says, read anew at each start and never written by the bot.
type College struct {
	Name      string
	Mark      string // what every page and picture says of a college that is only played (演练, 演示); "": it is a real one
	Zone      *time.Location
	Language  Language         // of the group, and of whoever has not chosen
	Group     int64            // the work group's chat, when the settings name it; 0: the office confirms it in chat
	DutyPhone string           // 24 hours
	Bodies    map[string]Named // what this college calls its bodies; the keys of Bodies
	Forms     []Form           // every version, oldest first

	Recipients []Recipient // to whom reports go; none: to the body of that name
	SentBy     string      // when an addressee that asks for no time should have the day's report, a time of day; "": as usual
	Ladder     Ladder      // who is woken for an urgent case

	Notices map[NoticeClass]NoticeLadder // how the unread are asked; a class it does not name as DefaultNoticeLadders says
	Quiet   QuietHours                   // in which an ordinary one asks nobody
	Waits   Waits                        // for what people owe beside their reports
}

// Bodies are the bodies of the notice that a college renames, under their keys, as they are usually called.
var Bodies = map[string]Named{
	"office":  {"防控办", "the prevention office"},
	"leading": {"领导小组", "the leading group"},
	"leads":   {"牵头单位", "lead units"},
	"command": {"市疫情防控工作指挥部办公室", "the city's command office"}, // to whom the daily report goes (主送)
}

// Body is what the college calls one of its bodies; without a name where there is no such body.
func (c College) Body(key string) Named {
	if called := c.Bodies[key]; called.Name != "" {
		return called
	}
	return Bodies[key]
}

// FormOn is the version of the form in force on a date.
func (c College) FormOn(d Date) Form {
	form := c.Forms[0]
	for _, f := range c.Forms {
		if f.From <= d {
			form = f
		}
	}
	return form
}

// FormNumber is a version of the form by its number; the first when there is none of that number.
func (c College) FormNumber(n int) Form {
	for _, f := range c.Forms {
		if f.Version == n {
			return f
		}
	}
	return c.Forms[0]
}

// Premises is what the bot itself knows of the office: the group it serves, and the code of the first administrator.
type Premises struct {
	Group     int64  `json:"group,omitempty"`
	Title     string `json:"title,omitempty"`
	Former    int64  `json:"former,omitempty"` // the group's id before it became a supergroup
	Lacks     string `json:"lacks,omitempty"`  // what the bot cannot do in the group, as the office was told last; "": nothing
	Code      string `json:"code,omitempty"`   // digest of the one-time code; "" once it was used
	Candidate int64  `json:"candidate,omitempty"`
	Gaps      []int  `json:"gaps,omitempty"` // rungs of the ladder that reach nobody, as they were told last

	RotaAsked time.Time `json:"rota_asked,omitzero"` // the office was told that there is no duty roster

	Checked      time.Time `json:"checked,omitzero"`       // the bot's own state was last looked at by itself
	BackupFailed time.Time `json:"backup_failed,omitzero"` // since when no backup can be made

	LastNotice uint64   `json:"last_notice,omitempty"` // the newest notice's number
	Notices    DayCount `json:"notices,omitzero"`      // put up in the group on a date, pressing ones aside
}

// Key is always the same: there is one office.
func (Premises) Key() string { return "office" }

var premises = Shelf[Premises]{Name: "college"}

// Office returns what is known of the office.
func Office(b Book) Premises {
	p, _ := premises.Get(b, Premises{}.Key())
	return p
}

// Keep keeps it.
func (p Premises) Keep(b Book) { premises.Put(b, p) }

// GroupChat is the work group's chat: what the settings say, else what the office confirmed; 0 when neither.
func (c College) GroupChat(b Book) int64 {
	p := Office(b)
	// A group that became a supergroup has a new id; the settings may still name the old one.
	if c.Group != 0 && (p.Former == 0 || c.Group != p.Former) {
		return c.Group
	}
	return p.Group
}

// Speaks is the language a person reads.
func (c College) Speaks(p Person) Language {
	if p.Language != "" {
		return p.Language
	}
	return c.Language
}
