package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// The minutes of each meeting can be had whenever they are asked for, those of the first after a second one was opened too.
func TestTheMinutesOfEachMeeting(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "houqinchu", "ruanjian")})
	office, head := p.Person("zhao-wangpu"), p.Head("xuesheng")
	ends := func() {
		p.says(office, nil, "散会")
		p.wait(2 * time.Second)
		p.says(office, nil, "散会")
		p.wait(10 * time.Second)
	}
	p.until("15:10")
	p.says(office, nil, "会议纪要")
	p.sees(office, nil, "1月31日 没有开过研判会")
	p.until("16:01")
	p.says(office, nil, "传达：第一次会议的精神")
	p.says(office, nil, "会议纪要")
	p.sees(office, nil, "会还没有结束")
	ends()
	p.says(office, nil, "/meeting")
	p.presses(office, nil, "今天再开一次")
	p.says(office, nil, "传达：第二次会议的精神")
	brings := func(ask func(), want string) {
		t.Helper()
		before := len(office.Sees(nil))
		ask()
		p.wait(10 * time.Second)
		for _, m := range office.Sees(nil)[before:] {
			if m.File != nil && strings.Contains(docWords(t, m.File.Data), want) {
				return
			}
		}
		t.Errorf("no minutes that say %q:\n%s", want, p.transcript(office, nil))
	}
	brings(func() { p.presses(office, nil, "第 1 次会议纪要") }, "第一次会议的精神")
	brings(func() { p.says(office, nil, "第一次会议纪要") }, "第一次会议的精神")
	ends()
	p.says(office, nil, "今天的会议纪要")
	p.sees(office, nil, "开过 2 次研判会")
	brings(func() { p.presses(office, nil, "第 2 次会议纪要") }, "第二次会议的精神")
	p.until("23:59")
	p.until("09:00")
	brings(func() { p.says(office, nil, "昨天第2次会议纪要") }, "第二次会议的精神")
	p.says(head, nil, "昨天的会议纪要")
	for _, m := range head.Sees(nil) {
		if m.File != nil {
			t.Errorf("a head is sent %s", m.File.Name)
		}
	}
	p.view(func(b workgroup.Book) {
		if m, _ := workgroup.LastMeeting(b, "2020-01-31"); m.Number != 2 {
			t.Errorf("meetings: %d", m.Number)
		}
	})
}

func TestTheMinutesInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "send me the minutes")
	p.sees(office, nil, "The meeting goes on")
	p.says(office, nil, "minutes of yesterday")
	p.sees(office, nil, "There was no meeting on 30 January")
}

// Asked of which meeting, people say 第一次; it is the answer, for the minutes that are asked for and for those that are mended.
func TestOfWhichMeetingIsSaidInAWord(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "传达：省里的精神")
	p.endsMeeting(office)
	p.says(office, nil, "现在开会")
	p.presses(office, nil, "今天再开一次")
	p.says(office, nil, "传达：市里的精神")
	p.endsMeeting(office)
	p.until("17:30")
	for word, want := range map[string]string{"第一次": "省里的精神", "第二次的": "市里的精神", "第2次会议": "市里的精神"} {
		p.says(office, nil, "今天的会议纪要")
		p.sees(office, nil, "要哪一次的会议纪要")
		before := len(office.Sees(nil))
		p.says(office, nil, word)
		p.wait(10 * time.Second)
		got := ""
		for _, m := range office.Sees(nil)[before:] {
			if m.File != nil {
				got = docWords(t, m.File.Data)
			}
		}
		if !strings.Contains(got, want) {
			t.Errorf("“%s” brings %q\n%s", word, got, p.transcript(office, nil))
		}
	}
	p.says(office, nil, "主持：罗松帆")
	p.sees(office, nil, "改哪一次的会议纪要")
	p.says(office, nil, "第一次")
	p.view(func(b workgroup.Book) {
		for n, chair := range map[string]string{"01": "罗松帆", "02": ""} {
			if m, _ := workgroup.Meetings.Get(b, "2020-01-31/"+n); m.Frame[workgroup.FrameChair] != chair {
				t.Errorf("meeting %s is chaired by %q\n%s", n, m.Frame[workgroup.FrameChair], p.transcript(office, nil))
			}
		}
	})
	p.says(office, nil, "主持：于思霖")
	p.says(office, nil, "第三次")
	p.sees(office, nil, "改哪一次的会议纪要")
}
