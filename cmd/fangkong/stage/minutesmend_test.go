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
		p.wait(3 * time.Minute)
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
	p.reads(office, nil, "1月31日 研判会纪要已补正", "主持：于思霖", "两分钟内没有再改，新的纪要一并发给各位")
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

// Who is put among those present is not absent any more; one line after the other, the minutes go out anew once; and they are called by the number that
// the pack has everywhere.
func TestMendedMinutesGoOutOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office, leader, head := p.Person("zhao-wangpu"), p.Holder(workgroup.Leading), p.Head("ruanjian")
	p.until("16:01")
	p.says(office, nil, "主持：于思霖 参会：许清朴 缺席：吕景霖、朱思溪、王书霖")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "报送")
	p.until("16:20")
	p.says(office, nil, "参会：加吕景霖")
	p.reads(office, nil, "参会现在是：许清朴、吕景霖", "吕景霖已不再记为缺席")
	p.says(office, nil, "散会")
	p.wait(2 * time.Second)
	p.says(office, nil, "散会")
	p.wait(time.Minute)
	p.lastCard(leader, "🏛", "依据：研判材料 v2")
	files := func() (out []sandbox.Message) {
		for _, m := range leader.Sees(nil) {
			if m.File != nil && strings.Contains(m.Text, "会议纪要") {
				out = append(out, m)
			}
		}
		return out
	}
	if got := files(); len(got) != 1 || !strings.Contains(docWords(t, got[0].File.Data), "研判材料第2版") {
		t.Errorf("%d minutes came", len(got))
	}
	for _, words := range []string{"参会：增加朱思溪", "地点：三楼", "缺席：许清朴", "参会：去掉吕景霖", "缺席：王书霖、许清朴、吕景霖"} {
		p.says(office, nil, words)
		p.wait(50 * time.Second)
	}
	if n := len(files()); n != 1 {
		t.Errorf("%d minutes came while they were mended", n)
	}
	must(t, p.Fall())
	must(t, p.Raise())
	p.wait(3 * time.Minute)
	got := files()
	if len(got) != 2 {
		t.Fatalf("%d minutes came", len(got))
	}
	words := docWords(t, got[1].File.Data)
	for _, w := range []string{"参会：朱思溪", "缺席：王书霖、许清朴、吕景霖", "地点：三楼"} {
		if !strings.Contains(words, w) {
			t.Errorf("the minutes lack %q:\n%s", w, words)
		}
	}
}

// Of two meetings of a day it is asked, or said, which minutes are mended.
func TestWhichMinutesAreMendedIsAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	ends := func() {
		p.says(office, nil, "散会")
		p.wait(2 * time.Second)
		p.says(office, nil, "散会")
		p.wait(10 * time.Second)
	}
	chairs := func(want ...string) {
		t.Helper()
		p.view(func(b workgroup.Book) {
			for i, w := range want {
				if m, _ := workgroup.Meetings.Get(b, "2020-01-31/0"+string(rune('1'+i))); m.Frame[workgroup.FrameChair] != w {
					t.Errorf("meeting %d is chaired by %q, want %q\n%s", i+1, m.Frame[workgroup.FrameChair], w, p.transcript(office, nil))
				}
			}
		})
	}
	p.until("16:01")
	p.says(office, nil, "主持：许清朴")
	ends()
	p.says(office, nil, "现在开会")
	p.presses(office, nil, "今天再开一次")
	p.says(office, nil, "主持：吕景霖")
	chairs("许清朴", "吕景霖")
	p.says(office, nil, "第一次会议主持：于思霖")
	chairs("于思霖", "吕景霖")
	p.says(office, nil, "传达：省里第一次会议精神")
	p.lastCard(office, "🏛", "省里第一次会议精神")
	ends()
	p.says(office, nil, "主持：王书霖") // of the one that has just ended
	chairs("于思霖", "王书霖")
	p.until("17:30")
	p.says(office, nil, "主持：罗松帆")
	p.sees(office, nil, "开过 2 次研判会，改哪一次的会议纪要？还没有改")
	chairs("于思霖", "王书霖")
	p.until("23:59")
	p.until("09:00")
	for _, not := range []string{"昨天的会议纪要写得不错", "第一次会议几点开的", "昨天第一次会议要求各学院消毒"} {
		p.says(office, nil, not)
		chairs("于思霖", "王书霖")
	}
	p.says(office, nil, "昨天的会议纪要 主持改为冯远禾")
	p.sees(office, nil, "1月31日 开过 2 次研判会，改哪一次的会议纪要？", "主持：冯远禾")
	chairs("于思霖", "王书霖")
	p.presses(office, nil, "第 2 次")
	chairs("于思霖", "冯远禾")
	p.says(office, nil, "昨天第一次会议的纪要 主持应为曹思帆")
	chairs("曹思帆", "冯远禾")
	p.says(office, nil, "昨天第三次会议主持：曹思帆")
	p.sees(office, nil, "1月31日")
	chairs("曹思帆", "冯远禾")
}
