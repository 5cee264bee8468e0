package workgroup

import (
	"strings"
	"testing"
	"time"
)

func TestWhoIsToldAtEachStep(t *testing.T) {
	everybody := []UnitID{"ruanjian", "jidian", "jiaowu", "xuesheng", "renshi", "houqin"}
	for _, c := range []struct {
		sentence string
		step     StepName
		filed    []UnitID
		sheets   []UnitID
		before   func(*rig)
		want     []string
	}{
		{"at 14:00 every head and deputy who owes gets a private message, the group none", StepRemind, nil, nil, nil,
			[]string{"say/owe-remind wang", "say/owe-remind zhao", "say/owe-remind li", "say/owe-remind chen", "say/owe-remind xu", "say/owe-remind ren", "say/owe-remind hou"}},
		{"at 14:00 a unit that filed in the morning is left alone", StepRemind, []UnitID{"ruanjian", "jidian", "jiaowu"}, nil, nil,
			[]string{"say/owe-remind xu", "say/owe-remind ren", "say/owe-remind hou"}},
		{"at 14:20 the group reads who owes, and their heads are told", StepAgain, everybody[:4], nil, nil,
			[]string{"say/call-again group", "say/owe-again ren", "say/owe-again hou"}},
		{"at 14:20 nobody is told when nobody owes", StepAgain, everybody, nil, nil, []string{}},
		{"at 14:30 the lead units are told what is missing below them", StepUnits, everybody[1:], nil, nil,
			[]string{"say/call-units group", "say/owe-units wang", "say/owe-units zhao", "say/lead-units xu", "say/lead-units ren", "say/lead-units hou"}},
		{"at 14:30 a lead unit that filed its sheet is not pressed", StepUnits, everybody, []UnitID{"xuesheng", "houqin"}, nil,
			[]string{"say/lead-units ren"}},
		{"at 14:45 only lead units without a sheet are told", StepNudge, everybody[2:], []UnitID{"xuesheng"}, nil,
			[]string{"say/lead-nudge ren", "say/lead-nudge hou"}},
		{"at 14:45 silence when every sheet is in", StepNudge, everybody[2:], []UnitID{"xuesheng", "renshi", "houqin"}, nil, []string{}},
		{"at 15:00 the group, the duty staff and the director learn who is missing", StepLeads, everybody[1:], []UnitID{"xuesheng", "renshi", "houqin"}, nil,
			[]string{"say/call-leads group", "say/missing-at-close ban", "say/missing-at-close zhu"}},
		{"at 15:00 a missing sheet is enough", StepLeads, everybody, []UnitID{"xuesheng", "renshi"}, nil,
			[]string{"say/call-leads group", "say/missing-at-close ban", "say/missing-at-close zhu"}},
		{"at 15:00 silence when all is in", StepLeads, everybody, []UnitID{"xuesheng", "renshi", "houqin"}, nil, []string{}},
		{"a head who never wrote in private is not written to, the deputy is", StepAgain, everybody[1:], nil,
			func(r *rig) { p := r.person("wang"); p.Reach = Unknown; People.Put(r, p) },
			[]string{"say/call-again group", "say/owe-again zhao"}},
		{"nor is one who blocked the bot", StepAgain, everybody[1:], nil,
			func(r *rig) { Lost(r, "wang", at("14:10")); Lost(r, "zhao", at("14:10")) },
			[]string{"say/call-again group"}},
		{"without a group the heads are told all the same", StepAgain, everybody[1:], nil, func(r *rig) { r.Group = 0 },
			[]string{"say/owe-again wang", "say/owe-again zhao"}},
		{"a unit whose filing waits to be confirmed still owes", StepAgain, everybody[1:], nil,
			func(r *rig) { r.drafts("ruanjian", "wang", Figures{"fever_now": 1}, at("14:10")) },
			[]string{"say/call-again group", "say/owe-again wang", "say/owe-again zhao"}},
		{"the end of the day tells nobody anything", StepClose, nil, nil, nil, []string{}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.until(c.step)
			for _, u := range c.filed {
				r.files(u, Figures{}, at("13:00"))
			}
			for _, u := range c.sheets {
				if _, err := r.FileSheet(r, r.round, r.unit(u), r.head(u), at("13:30")); err != nil {
					t.Fatal(err)
				}
			}
			if c.before != nil {
				c.before(r)
			}
			r.hush()
			r.step(c.step)
			same(t, c.sentence, r.told(), c.want)
			for _, l := range r.said() {
				if l.Chat == group && !l.Silent {
					t.Errorf("%s rings for the whole group", l.Text)
				}
				if until := r.round.Until(c.step); !l.Until.Equal(until) {
					t.Errorf("%s is of use until %v, want %v", l.Text, l.Until, until)
				}
			}
		})
	}
}

func TestPendingIsSaidToTheHeadWhoOwes(t *testing.T) {
	r := newRig(t)
	r.until(StepAgain)
	r.drafts("ruanjian", "wang", Figures{"fever_now": 1}, at("14:10"))
	r.step(StepAgain)
	for _, l := range r.said() {
		if l.Text == "say/owe-again" && l.Facts["pending"] != (l.Person == "wang" || l.Person == "zhao") {
			t.Errorf("%s is told pending = %v", l.Person, l.Facts["pending"])
		}
	}
}

func TestTheBoardGoesUpOnceAndIsPinned(t *testing.T) {
	r := newRig(t)
	r.step(StepRemind)
	board, ok := Cards.Get(r, CardKey(BoardCard, string(day), group))
	if !ok || !board.Pin {
		t.Fatalf("board %+v, want one, pinned", board)
	}
	want := board.Want
	r.step(StepAgain)
	if again, _ := Cards.Get(r, board.Key()); again.Want <= want {
		t.Error("the board of 14:20 shows nothing new")
	}
	if _, ok := Cards.Get(r, CardKey(SheetCard, SheetObject(day, "xuesheng"), r.person("xu").Telegram)); !ok {
		t.Error("the head of a lead unit has no live sheet")
	}
}

func TestStepsThatWereSleptThrough(t *testing.T) {
	for _, c := range []struct {
		sentence string
		before   StepName // steps before this one were taken on time
		wake     time.Time
		missed   []StepName
		told     string // the text that goes out, "" for none
	}{
		{"woken on time nothing is missed", StepRemind, at("14:00"), nil, "say/owe-remind"},
		{"woken before the first step nothing happens", StepRemind, at("13:59:59.999"), nil, ""},
		{"a reminder is still of use until the next", StepRemind, at("14:19:59"), nil, "say/owe-remind"},
		{"of two that passed only the later is sent", StepRemind, at("14:20"), []StepName{StepRemind}, "say/owe-again"},
		{"after 15:00 the four before are missed", StepRemind, at("15:10"), []StepName{StepRemind, StepAgain, StepUnits, StepNudge}, "say/missing-at-close say/pack"},
		{"the evening's look at the duty roster does not make the 15:00 list useless", StepRemind, at("20:10"), []StepName{StepRemind, StepAgain, StepUnits, StepNudge, StepPack, StepAnswers, StepFreeze}, "say/missing-at-close say/pack"},
		{"a restart after 14:20 was taken repeats nothing", StepUnits, at("14:29"), nil, ""},
		{"after midnight everything left is missed and nobody is told", StepUnits, on("2020-02-01", "00:10"), []StepName{StepUnits, StepNudge, StepLeads, StepPack, StepAnswers, StepFreeze, StepMeeting, StepEvening}, ""},
		{"so it is when several days were slept through", StepRemind, on("2020-02-03", "09:00"), []StepName{StepRemind, StepAgain, StepUnits, StepNudge, StepLeads, StepPack, StepAnswers, StepFreeze, StepMeeting, StepEvening}, ""},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.until(c.before)
			r.TakeStep(r, day, c.wake)
			var missed []StepName
			for _, e := range r.Events {
				if e.Kind == StepMissed {
					missed = append(missed, e.Payload["step"].(StepName))
				}
			}
			same(t, "missed", missed, c.missed)
			told := ""
			for _, l := range r.said() {
				if (l.Person == "wang" || l.Person == "zhu") && !strings.HasSuffix(told, l.Text) {
					told = strings.TrimSpace(told + " " + l.Text)
				}
			}
			if told != c.told {
				t.Errorf("told %q, want %q", told, c.told)
			}
			// A second wake at the same moment, after a restart, does nothing at all.
			r.hush()
			r.TakeStep(r, day, c.wake)
			if len(r.said())+len(r.Events) != 0 {
				t.Errorf("woken again: said %v, noted %v", r.told(), r.kinds())
			}
			round, _ := Rounds.Get(r, string(day))
			if due := r.DueAt(Rounds.Name, string(day)); !due.Equal(round.Due()) || !due.IsZero() && !due.After(c.wake) {
				t.Errorf("due again at %v", due)
			}
		})
	}
}

func TestARoundIsFrozenWhenItOpens(t *testing.T) {
	r := newRig(t)
	Units.Put(r, Unit{ID: "xin", Order: 99, Name: "新建学院", Kind: CollegeUnit})
	again := r.OpenRound(r, day, nil, at("09:00"))
	if len(again.Units) != 6 || again.Owes("xin") {
		t.Errorf("a unit that came later owes an answer: %v", again.Units)
	}
	if n := len(Owing(r, again)); n != 6 {
		t.Errorf("%d owe, want 6", n)
	}
	same(t, "lead units", again.Leads, []UnitID{"xuesheng", "renshi", "houqin"})
	if got := again.At(StepClose); !got.Equal(on("2020-02-01", "00:00")) {
		t.Errorf("the day ends at %v", got)
	}
	if n := len(r.kinds()); n != 1 {
		t.Errorf("noted %v, want one opening", r.kinds())
	}
}

func TestTheDayTakesItsUnconfirmedFilingsAlong(t *testing.T) {
	r := newRig(t)
	d := r.drafts("ruanjian", "wang", Figures{"fever_now": 1}, at("14:10"))
	early := Draft{Date: "2020-01-30", Unit: "jidian", Person: "li", Chat: 102, Figures: Figures{}}.Keep(r)
	later := Draft{Date: "2020-02-01", Unit: "jidian", Person: "li", Chat: 102, Figures: Figures{}}.Keep(r)
	r.TakeStep(r, day, on("2020-02-01", "00:00"))
	if Drafts.Has(r, d.Key()) || Drafts.Has(r, early.Key()) {
		t.Error("a draft outlived its day")
	}
	if !Drafts.Has(r, later.Key()) {
		t.Error("the next day's draft is gone")
	}
	if revisions(r) != 0 {
		t.Error("an unconfirmed filing became a report")
	}
}

// revisions is how many revisions a book holds.
func revisions(b Book) int {
	n := 0
	for range Reports.Each(b, "") {
		n++
	}
	return n
}
