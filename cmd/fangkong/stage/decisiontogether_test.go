package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// decision is one of today, by its number.
func (p *play) decision(n string) (d workgroup.Decision) {
	p.t.Helper()
	p.view(func(b workgroup.Book) { d, _ = workgroup.Decisions.Get(b, "2020-01-31/"+n) })
	return d
}

// A decision that names several bodies is all of theirs: each reads it, each receives it, each closes its own part, and whoever does not is
// asked, and nobody else.
func TestADecisionOfTwoBodies(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, guard, logistics := p.Person("zhao-wangpu"), p.Head("anbao"), p.Head("houqin")
	p.until("16:01")
	p.says(office, nil, "决定：安保处和后勤集团今晚8点前完成各楼门标识")
	p.sees(office, nil, "责任：安保处、后勤集团", "各自收到、各自办结", "对吗")
	p.presses(office, nil, "记为议定事项")
	p.sees(guard, nil, "决-0131-01", "请按「收到」")
	p.sees(logistics, nil, "决-0131-01", "请按「收到」")

	p.presses(guard, nil, "收到")
	p.sees(guard, nil, "安保处：已收到", "后勤集团：待收到", "办完请按「办结」")
	p.sees(logistics, nil, "请按「收到」")
	if p.decision("001").Seen.Done() {
		t.Error("one receipt counts for both")
	}
	n := p.count(guard, nil)
	p.until("16:33") // the receipt is asked for again, of whoever has not given it
	p.sees(logistics, nil, "⏰", "请按「收到」")
	if p.count(guard, nil) != n {
		t.Errorf("who has received it is asked again:\n%s", p.transcript(guard, nil))
	}
	p.until("17:03")
	p.reads(office, nil, "还没有人收到", "（后勤集团，")
	p.says(logistics, nil, "收到")
	if d := p.decision("001"); !d.Seen.Done() || len(d.Parties) != 2 {
		t.Errorf("received: %+v", d)
	}

	p.says(guard, nil, "决-0131-01 办结：12个楼都贴好了")
	p.reads(office, nil, "决-0131-01 安保处已办结", "还待 后勤集团 办结")
	if d := p.decision("001"); d.Done.Done() || !d.Open() {
		t.Errorf("one part is the whole: %+v", d)
	}
	p.says(guard, nil, "决-0131-01 办结：再办一次")
	p.sees(guard, nil, "12个楼都贴好了")
	p.says(office, nil, "/decisions")
	p.sees(office, nil, "决-0131-01")
	p.until("20:01")
	p.reads(office, nil, "议定事项逾期", "（后勤集团，")
	p.wait(2 * time.Second)
	p.presses(logistics, nil, "办结")
	p.says(logistics, nil, "标识牌已做好并安装")
	if d := p.decision("001"); !d.Done.Done() || d.Result != "安保处：12个楼都贴好了；后勤集团：标识牌已做好并安装" {
		t.Errorf("done: %+v", d)
	}
	p.reads(office, nil, "决-0131-01 已办结")
}

// Who leads and who helps both get it; who is asked among several may be all of them; and both stand in what is changed.
func TestWhoElseIsResponsible(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, students, logistics, guard := p.Person("zhao-wangpu"), p.Head("xuesheng"), p.Head("houqin"), p.Head("anbao")
	p.until("16:01")
	p.says(office, nil, "决定：由后勤集团牵头、学生处配合，明天中午12点前备好隔离房间")
	p.sees(office, nil, "责任：后勤集团、学生处")
	p.presses(office, nil, "记为议定事项")
	p.sees(students, nil, "决-0131-01", "请按「收到」")
	p.sees(logistics, nil, "决-0131-01", "请按「收到」")

	p.says(office, nil, "决定：学生处明天18点前把名单交安保处")
	p.presses(office, nil, "都负责")
	p.sees(office, nil, "责任：学生处、安保处")
	p.presses(office, nil, "写责任单位")
	p.says(office, nil, "后勤集团和学生处")
	p.reads(office, nil, "责任：后勤集团、学生处")
	p.presses(office, nil, "记为议定事项")
	p.says(office, nil, "决-0131-02 改由安保处、学生处负责，原因：分工调整")
	p.sees(guard, nil, "决-0131-02", "请按「收到」")
	p.reads(logistics, nil, "贵单位不用再办")
	if d := p.decision("002"); len(d.Owners()) != 2 || d.Owners()[0].Unit != "anbao" || d.Amended[0].Owners()[0].Unit != "houqin" {
		t.Errorf("changed: %+v", d)
	}
	p.says(office, nil, "决-0131-02 改由后勤集团、安保处负责，学生处人手不够")
	if d := p.decision("002"); len(d.Owners()) != 2 || d.Owners()[1].Unit != "anbao" || len(d.Amended) != 2 || d.Amended[1].Reason != "学生处人手不够" {
		t.Errorf("changed again: %+v", d)
	}
	p.until("16:30")
	p.says(office, nil, "结束会议")
	p.wait(2 * time.Second)
	p.says(office, nil, "结束会议")
	p.wait(10 * time.Second)
	named := false
	for _, m := range office.Sees(nil) {
		named = named || m.File != nil && strings.Contains(docWords(t, m.File.Data), "后勤集团、学生处")
	}
	if !named {
		t.Errorf("the minutes name one of them:\n%s", p.transcript(office, nil))
	}
}

// A name that is nobody's is said back, and nobody else answers for the decision in silence.
func TestANameThatIsNotOnTheRoster(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words, said string
		among       int
	}{
		{"由校医院、后勤集团负责，明天18点前备好口罩", "“校医院”", 1},
		{"校医院和后勤集团今晚8点前完成消毒", "“校医院”", 1},
		{"由校医院负责，明天18点前备好口罩", "“校医院”", 0},
		{"校医院明天18点前备好口罩", "“校医院”", 0},
	} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定："+c.words)
		p.reads(office, nil, "名册里没有"+c.said)
		if d := p.decision("001"); d.Owner.Settled() || len(d.Among) != c.among || p.withButton(office, nil, "记为议定事项") != nil {
			t.Errorf("%s: %+v", c.words, d)
		}
		p.presses(office, nil, "写责任单位")
		p.says(office, nil, "后勤集团和校医院")
		p.sees(office, nil, "名册里没有：校医院")
		p.says(office, nil, "后勤集团")
		p.reads(office, nil, "责任：后勤集团")
	}
	// What is no name is none.
	for _, words := range []string{"教室今晚8点前完成消毒", "各学院明天18点前报返校名单", "宿舍和食堂每天消毒，由后勤集团负责，明天18点前完成"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定："+words)
		if strings.Contains(p.transcript(office, nil), "名册里没有") {
			t.Errorf("%s:\n%s", words, p.transcript(office, nil))
		}
	}
}
