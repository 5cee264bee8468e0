package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// asWritten are minutes as a secretary pastes them.
const asWritten = "疫情防控领导小组会议纪要\n时间：2020年1月31日下午4点\n地点：行政楼三楼会议室\n主持：于思霖\n参会：许清朴、吕景霖\n缺席：何松石（请假）\n" +
	"会议听取了防控办关于全院疫情排查情况的汇报，传达了省教育厅1月30日视频会议精神。\n会议强调，要压实责任。\n会议决定：\n" +
	"（一）由学生处负责，2月2日18点前摸清滞留湖北学生底数；\n（二）由财务处负责，2月3日17点前落实采购资金20万元。"

// minuted is what a date's last meeting says under a point, and what it has decided.
func (p *play) minuted(of workgroup.Point) (out []string) {
	p.view(func(b workgroup.Book) {
		m, _ := workgroup.LastMeeting(b, "2020-01-31")
		if out = m.NotesOn(of); of != "" {
			return
		}
		for _, d := range workgroup.DecisionsOf(b, m.Key()) {
			out = append(out, p.College.OwnersNamed(b, d.Owners()).Name+"："+d.Text)
		}
	})
	return out
}

// Minutes that are pasted as a secretary writes them are read part by part: the title is nobody's decision, who is there answers for nothing, who is absent is
// absent, each point goes to its own, and each decision is read back. After the meeting the same block mends the minutes.
func TestPastedMinutesAreReadPartByPart(t *testing.T) {
	t.Parallel()
	for _, over := range []bool{false, true} {
		for _, words := range []string{
			asWritten,
			strings.TrimPrefix(asWritten, "疫情防控领导小组会议纪要\n"),
			"每日研判会纪要 1月31日\n会议由于思霖主持，许清朴、吕景霖参加，何松石请假缺席，地点：行政楼三楼会议室。\n" + asWritten[strings.Index(asWritten, "会议听取"):],
			"1月31日下午，领导小组在行政楼三楼会议室召开研判会，于思霖主持会议，许清朴、吕景霖参加，何松石请假没来。" + strings.ReplaceAll(asWritten[strings.Index(asWritten, "会议听取"):], "\n", ""),
		} {
			p := newPlay(t, Options{})
			office := p.Person("zhao-wangpu")
			p.until("16:01")
			if over {
				p.says(office, nil, "散会")
				p.wait(2 * time.Second)
				p.says(office, nil, "散会")
				p.wait(10 * time.Second)
			}
			p.says(office, nil, words)
			f, read := p.frame("2020-01-31"), p.transcript(office, nil)
			if f[workgroup.FrameChair] != "于思霖" || f[workgroup.FramePresent] != "许清朴、吕景霖" || f[workgroup.FrameAbsent] != "何松石（请假）" || f[workgroup.FramePlace] != "行政楼三楼会议室" {
				t.Errorf("%v %s:\n%q\n%s", over, words, f, read)
			}
			if heard, said, asked := p.minuted(workgroup.PointHeard), p.minuted(workgroup.PointSituation), p.minuted(workgroup.PointArranged); !slices.Equal(heard, []string{"省教育厅1月30日视频会议精神"}) ||
				!slices.Equal(said, []string{"听取了防控办关于全院疫情排查情况的汇报"}) || !slices.Equal(asked, []string{"强调，要压实责任"}) {
				t.Errorf("%v %s:\n%q %q %q", over, words, heard, said, asked)
			}
			if decided := p.minuted(""); !slices.Equal(decided, []string{"学生处：由学生处负责，2月2日18点前摸清滞留湖北学生底数", "财务处：由财务处负责，2月3日17点前落实采购资金20万元。"}) {
				t.Errorf("%v %s:\n%q\n%s", over, words, decided, read)
			}
			head := "研判会纪要记下了"
			if over {
				head = "研判会纪要已补正"
			}
			p.reads(office, nil, head, "缺席：何松石（请假）", "决定 2 项，请在卡片上核对")
		}
	}
}

// What a meeting did, and who is there, is minuted as people say it; what only sounds like that is none of it.
func TestMinutesAreSpoken(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	p.says(office, nil, "主持：于思霖")
	p.sees(office, nil, "现在没有在开的研判会", "/meeting")
	p.until("16:01")
	for _, one := range []struct {
		words string
		frame workgroup.Frame
		want  string
	}{
		{"主持于书记，参会的有许清朴、吕景霖", workgroup.FrameChair, "于书记"},
		{"会议由于思霖主持", workgroup.FrameChair, "于思霖"},
		{"主持改为许清朴", workgroup.FrameChair, "许清朴"},
		{"下午的会议主持：罗松帆", workgroup.FrameChair, "罗松帆"},
		{"参会漏了一个人，加上朱思溪", workgroup.FramePresent, "许清朴、吕景霖、朱思溪"},
		{"纪要里缺席写一下何松石", workgroup.FrameAbsent, "何松石"},
		{"下午那次会参会加上曹思帆", workgroup.FramePresent, "许清朴、吕景霖、朱思溪、曹思帆"},
		{"列席：黄云朴", workgroup.FramePresent, "许清朴、吕景霖、朱思溪、曹思帆、黄云朴（列席）"},
	} {
		p.says(office, nil, one.words)
		if got := p.frame("2020-01-31")[one.frame]; got != one.want {
			t.Errorf("%s: %q\n%s", one.words, got, p.transcript(office, nil))
		}
	}
	p.says(office, nil, "传达学习了市指挥部第3号通告")
	p.says(office, nil, "听取：学生处汇报摸排情况")
	p.says(office, nil, "会上于思霖讲，要把返校学生摸清楚，一个不漏")
	p.says(office, nil, "1、传达了省厅文件 2、决定：由学生处负责，明天18点前报名单")
	if heard, said, asked := p.minuted(workgroup.PointHeard), p.minuted(workgroup.PointSituation), p.minuted(workgroup.PointArranged); !slices.Equal(heard, []string{"市指挥部第3号通告", "省厅文件"}) ||
		!slices.Equal(said, []string{"学生处汇报摸排情况"}) || !slices.Equal(asked, []string{"于思霖讲，要把返校学生摸清楚，一个不漏"}) {
		t.Errorf("%q %q %q\n%s", heard, said, asked, p.transcript(office, nil))
	}
	before := p.frame("2020-01-31")
	for _, not := range []string{
		"何松石今天没来上班吗", "会议决定落实情况", "决定落实情况", "传达学习了吗", "会上定了几条", "学生处2人没来，在家隔离", "主持人是谁", "参会的有几个人", "还是学生处牵头", "会议纪要什么时候出", "护理学院学生处都参加", "安排：明天培训\n各学院负责人参加", "分析一下软件学院的数据",
	} {
		p.says(office, nil, not)
		if got := p.frame("2020-01-31"); got[workgroup.FrameAbsent] != before[workgroup.FrameAbsent] || got[workgroup.FrameChair] != before[workgroup.FrameChair] || got[workgroup.FramePresent] != before[workgroup.FramePresent] {
			t.Errorf("%s: %q\n%s", not, got, p.transcript(office, nil))
		}
		if n := len(p.minuted("")); n != 1 || len(p.minuted(workgroup.PointHeard))+len(p.minuted(workgroup.PointSituation)) != 3 {
			t.Fatalf("%s: %d decisions\n%s", not, n, p.transcript(office, nil))
		}
	}
}

// What was typed one by one, and stands in the block that is pasted afterwards, is not proposed a second time; what is new, or says another time, is.
func TestWhatIsRecordedIsNotProposedAgain(t *testing.T) {
	t.Parallel()
	for _, over := range []bool{false, true} {
		p := newPlay(t, Options{})
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定：由学生处负责，2月2日18点前摸清滞留湖北学生底数。")
		p.says(office, nil, "对")
		p.says(office, nil, "决定：落实采购资金20万元")
		p.says(office, nil, "财务处")
		p.says(office, nil, "2月3日17点")
		p.says(office, nil, "对")
		if over {
			p.endsMeeting(office)
		}
		p.says(office, nil, asWritten+"\n（三）由后勤集团负责，2月2日12点前备好隔离房间。")
		if decided := p.minuted(""); !slices.Equal(decided, []string{"学生处：由学生处负责，2月2日18点前摸清滞留湖北学生底数。", "财务处：落实采购资金20万元", "后勤集团：由后勤集团负责，2月2日12点前备好隔离房间。"}) {
			t.Errorf("over %v: %q\n%s", over, decided, p.transcript(office, nil))
		}
		p.reads(office, nil, "决-0131-01、决-0131-02", "已经有了")
		p.says(office, nil, "对")
		p.says(office, nil, asWritten)
		if n := len(p.minuted("")); n != 3 {
			t.Errorf("over %v, pasted again: %d decisions", over, n)
		}
		other := strings.ReplaceAll(asWritten, "2月3日17点前落实", "2月4日17点前落实")
		p.says(office, nil, other)
		if n := len(p.minuted("")); n != 4 {
			t.Errorf("over %v, with another time: %d decisions\n%s", over, n, p.transcript(office, nil))
		}
	}
}
