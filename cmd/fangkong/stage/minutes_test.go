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
