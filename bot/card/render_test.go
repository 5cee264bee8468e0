package card

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

// rooms is a college of two units and one head, with texts as they are.
func rooms(t *testing.T) (Renderer, *workgroup.Memory, workgroup.Person, time.Time) {
	t.Helper()
	texts, err := text.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	zone := time.FixedZone("Asia/Shanghai", 8*3600)
	now := time.Date(2020, 1, 31, 14, 5, 0, 0, zone)
	college := workgroup.College{Name: "学院", Zone: zone, Language: workgroup.Chinese, DutyPhone: "1", Forms: []workgroup.Form{workgroup.DefaultForm()}}
	b := workgroup.NewMemory()
	workgroup.Units.Put(b, workgroup.Unit{ID: "ruanjian", Order: 1, Name: "软件学院", Kind: workgroup.CollegeUnit, Feeds: []workgroup.UnitID{"xuesheng"}})
	workgroup.Units.Put(b, workgroup.Unit{ID: "xuesheng", Order: 2, Name: "学生处", Kind: workgroup.OfficeUnit, Leads: workgroup.Students})
	head := workgroup.Person{ID: "head", Name: "何望桥", Reach: workgroup.Open, Duties: []workgroup.Duty{{Role: workgroup.Head, Unit: "ruanjian"}}}
	workgroup.Bind(b, head, 100, now)
	head.Telegram = 100
	college.OpenRound(b, "2020-01-31", nil, now)
	return Renderer{Teller: NewTeller(college, texts, zerolog.Nop()), Username: "fangkong_bot"}, b, head, now
}

// A card in private is for its person's account: whoever has another now sees that it is closed, and nothing of what it showed.
func TestACardIsForItsReaderAlone(t *testing.T) {
	r, b, head, now := rooms(t)
	d := workgroup.Draft{Date: "2020-01-31", Unit: "ruanjian", Person: head.ID, Chat: 100, Figures: workgroup.Figures{"home_quarantine_now": 2}}
	workgroup.Drafts.Put(b, d)
	c := workgroup.Card{Kind: workgroup.TalkCard, Object: d.Key(), Chat: 100, Person: head.ID}
	for _, one := range []struct {
		chat int64
		sees bool
	}{{100, true}, {101, false}} {
		c.Chat = one.chat
		m, err := r.Card(b, c, now)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(m.HTML, "软件学院") != one.sees || (len(m.Buttons) > 0) != one.sees {
			t.Errorf("in chat %d: %s %v", one.chat, m.HTML, m.Buttons)
		}
	}
}

// Every kind of card there is can be drawn, and no other.
func TestEveryKindOfCardIsDrawn(t *testing.T) {
	r, b, head, now := rooms(t)
	for _, kind := range append(slices.Clone(workgroup.CardKinds), "other") {
		_, err := r.Card(b, workgroup.Card{Kind: kind, Object: "2020-01-31/ruanjian/head", Chat: 100, Person: head.ID}, now)
		if unknown := err != nil && strings.Contains(err.Error(), "no such kind"); unknown != (kind == "other") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// Figures are told in the order of the form, whatever it does not ask for last, and zeros only when they are asked for.
func TestFiguresAreToldInTheOrderOfTheForm(t *testing.T) {
	r, _, _, _ := rooms(t)
	f := workgroup.Figures{"mask_stock": 9, "fever_now": 1, "home_quarantine_now": 2, "home_quarantine_new": 1, "suspected_now": 0}
	told := func(zeros bool) (keys []string) {
		for _, line := range r.Lines(workgroup.DefaultForm(), f, zeros) {
			keys = append(keys, strings.TrimSuffix(line["base"].(string)+"_"+string(line["measure"].(workgroup.Measure)), "_"))
		}
		return keys
	}
	all := told(true)
	if i := slices.Index(all, "suspected_now"); i < 0 || len(all) != len(f) {
		t.Errorf("with zeros: %v", all)
	} else if got := slices.Delete(all, i, i+1); !slices.Equal(got, told(false)) {
		t.Errorf("without zeros: %v, not %v", told(false), got)
	}
	if got := told(false); slices.Index(got, "home_quarantine_now") > slices.Index(got, "home_quarantine_new") || got[len(got)-1] != "mask_stock" {
		t.Errorf("told as %v", got)
	}
}

// What the one-hour rule is about, and a death, are not for the group beside a unit's name; what everybody is asked in turn says nothing.
func TestWhatTheGroupDoesNotRead(t *testing.T) {
	for _, c := range []struct {
		draft workgroup.Draft
		tells bool
	}{
		{workgroup.Draft{Figures: workgroup.Figures{"home_quarantine_now": 2}}, false},
		{workgroup.Draft{Figures: workgroup.Figures{"suspected_now": 1}}, true},
		{workgroup.Draft{Figures: workgroup.Figures{"suspected_now": 0}}, false},
		{workgroup.Draft{Left: workgroup.Figures{"confirmed_new": 1}}, true},
		{workgroup.Draft{Figures: workgroup.Figures{"death_new": 1}}, true},
		{workgroup.Draft{Asked: "suspected_now"}, true},
		{workgroup.Draft{Asked: "suspected_now", Guided: true}, false},
		{workgroup.Draft{Discreet: true}, true},
	} {
		if TellsOfCase(c.draft) != c.tells {
			t.Errorf("%+v: %v", c.draft, !c.tells)
		}
	}
}
