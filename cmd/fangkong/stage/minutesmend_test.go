package stage

import (
	"maps"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// frame is what the minutes of a date's meeting say of it.
func (p *play) frame(date workgroup.Date) (f map[workgroup.Frame]string) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		m, _ := workgroup.LastMeeting(b, date)
		f = m.Frame
	})
	return f
}

// The heads of the minutes are read wherever they stand: each on its line, all on one, with blanks or commas between them.
func TestTheHeadsOfTheMinutesOnOneLine(t *testing.T) {
	t.Parallel()
	want := map[workgroup.Frame]string{workgroup.FrameChair: "于思霖", workgroup.FrameRecorder: "朱思溪", workgroup.FramePresent: "许清朴、吕景霖", workgroup.FramePlace: "行政楼三楼会议室"}
	for _, words := range []string{
		"主持人：于思霖 记录人：朱思溪 参加人：许清朴、吕景霖 地点：行政楼三楼会议室",
		"主持人：于思霖，记录人：朱思溪，参加人：许清朴、吕景霖，地点：行政楼三楼会议室",
		"主持人:于思霖；记录人:朱思溪；参加人员:许清朴、吕景霖；地点:行政楼三楼会议室",
		"地点：行政楼三楼会议室\n主持人：于思霖　记录：朱思溪\n参会人员：许清朴、吕景霖",
		"主持人：于思霖记录人：朱思溪参加人：许清朴、吕景霖地点：行政楼三楼会议室",
		"时间：16:00 地点：行政楼三楼会议室 主持人：于思霖 记录人：朱思溪 参加人：许清朴、吕景霖",
		"Chair: 于思霖, recorder: 朱思溪, present: 许清朴、吕景霖, place: 行政楼三楼会议室",
	} {
		p := newPlay(t, Options{})
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, words)
		if got := p.frame("2020-01-31"); !maps.Equal(got, want) {
			t.Errorf("%s: %q\n%s", words, got, p.transcript(office, nil))
		}
		if strings.HasPrefix(words, "时间") {
			p.reads(office, nil, "会议时间按开始和结束自动记（16:00 开始）")
		}
	}
}

// Minutes are put right after the meeting, on its day and by its date on the next; everybody who got them gets them anew, and the record says so.
func TestMinutesAreMendedAfterTheMeeting(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office, leader := p.Person("zhao-wangpu"), p.Holder(workgroup.Leading)
	p.until("16:01")
	p.says(office, nil, "主持：许清朴")
	p.says(office, nil, "散会")
	p.wait(2 * time.Second)
	p.says(office, nil, "散会")
	p.wait(10 * time.Second)
	anew := func(who *sandbox.Person, say func(), want ...string) {
		t.Helper()
		before := len(who.Sees(nil))
		say()
		p.wait(10 * time.Second)
		for _, m := range who.Sees(nil)[before:] {
			if m.File == nil || !strings.Contains(m.Text, "补正，以此为准") {
				continue
			}
			words := docWords(t, m.File.Data)
			for _, w := range want {
				if !strings.Contains(words, w) {
					t.Errorf("the minutes lack %q:\n%s", w, words)
				}
			}
			return
		}
		t.Errorf("%s gets no minutes anew:\n%s", who.Name(), p.transcript(who, nil))
	}
	anew(leader, func() { p.says(office, nil, "主持人：于思霖 记录人：朱思溪 地点：行政楼三楼") }, "主持：于思霖", "记录：朱思溪", "地点：行政楼三楼")
	p.reads(office, nil, "1月31日 研判会纪要已补正", "主持：于思霖", "新的纪要随后发给各位")
	p.reads(office, nil, "主持现在是：于思霖", "原来是：许清朴")
	anew(leader, func() { p.says(leader, nil, "传达：补记省里的电话会议精神") }, "补记省里的电话会议精神")
	p.says(office, nil, "时间：明天9点 地点：三楼会议室 参加人：各学院负责人") // of another meeting
	if n := p.events(workgroup.MeetingMended); n != 4 {
		t.Errorf("the record tells of %d changes", n)
	}
	p.says(office, nil, "决定：宿舍消毒，由学生处负责，明天18点前完成")
	p.sees(office, nil, "现在没有在开的研判会")

	p.until("23:59")
	p.until("09:00")
	p.says(office, nil, "参会：许清朴") // of which day nobody has said
	if f := p.frame("2020-01-31"); f[workgroup.FramePresent] != "" {
		t.Errorf("yesterday's minutes changed: %q", f)
	}
	anew(leader, func() { p.says(office, nil, "昨天的会议纪要 参会：许清朴、吕景霖") }, "参会：许清朴、吕景霖")
	p.until("23:59")
	p.until("09:00")
	p.says(office, nil, "1月31日会议纪要：缺席：无")
	p.sees(office, nil, "1月31日 的会议纪要已过补正的时间")
}
