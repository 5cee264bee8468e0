package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Asked of which meeting, people say the day as well, and mean that day's: of several of it it is asked again, and where there was none that is said.
func TestTheDayOfAMeetingIsSaidInAWord(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	twice := func(first, second string) {
		t.Helper()
		p.until("16:01")
		p.says(office, nil, "传达："+first)
		p.endsMeeting(office)
		p.says(office, nil, "现在开会")
		p.presses(office, nil, "今天再开一次")
		p.says(office, nil, "传达："+second)
		p.endsMeeting(office)
		p.until("17:30")
	}
	chairs := func(want map[string]string) {
		t.Helper()
		p.view(func(b workgroup.Book) {
			for key, chair := range want {
				if m, _ := workgroup.Meetings.Get(b, key); m.Frame[workgroup.FrameChair] != chair {
					t.Errorf("meeting %s is chaired by %q, not %q\n%s", key, m.Frame[workgroup.FrameChair], chair, p.transcript(office, nil))
				}
			}
		})
	}
	twice("省里的精神", "市里的精神")
	for _, word := range []string{"昨天的会", "1月30日的会", "昨天第一次的"} {
		p.says(office, nil, "今天的会议纪要")
		p.sees(office, nil, "要哪一次的会议纪要")
		p.says(office, nil, word)
		p.sees(office, nil, "1月30日 没有开过研判会")
		p.says(office, nil, "主持：罗松帆")
		p.sees(office, nil, "改哪一次的会议纪要")
		p.says(office, nil, word)
		p.sees(office, nil, "1月30日 没有开过研判会")
	}
	chairs(map[string]string{"2020-01-31/01": "", "2020-01-31/02": ""})
	p.until("23:59")
	twice("部里的精神", "厅里的精神")
	for word, want := range map[string]string{"昨天第一次": "省里的精神", "1月31日第二次的": "市里的精神", "今天第二次": "厅里的精神"} {
		p.says(office, nil, "今天的会议纪要")
		p.sees(office, nil, "2月1日 开过 2 次研判会")
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
	p.sees(office, nil, "2月1日", "改哪一次的会议纪要")
	p.says(office, nil, "昨天的会")
	p.sees(office, nil, "1月31日", "改哪一次的会议纪要", "主持：罗松帆")
	p.says(office, nil, "第二次")
	chairs(map[string]string{"2020-01-31/01": "", "2020-01-31/02": "罗松帆", "2020-02-01/01": "", "2020-02-01/02": ""})
	p.says(office, nil, "主持：于思霖")
	p.says(office, nil, "昨天第一次")
	chairs(map[string]string{"2020-01-31/01": "于思霖", "2020-01-31/02": "罗松帆", "2020-02-01/01": "", "2020-02-01/02": ""})
}
