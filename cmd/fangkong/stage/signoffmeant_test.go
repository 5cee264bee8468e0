package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A report goes its way by what people say of it in words of their own; at the wrong step they read whose turn it is.
func TestAReportGoesItsWayInOwnWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, director := p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	says := func(by, words string, wants ...string) {
		t.Helper()
		who := map[string]string{"d": "zhao-wangpu", "c": "zhu-sixi"}[by]
		one := director
		if who != "" {
			one = p.Person(workgroup.PersonID(who))
		}
		before := len(p.transcript(one, nil))
		p.says(one, nil, words)
		p.wait(2 * time.Second)
		said := p.transcript(one, nil)
		for _, want := range wants {
			if len(said) < before || !strings.Contains(said[max(0, before-400):], want) {
				t.Errorf("%q: not told %q:\n%s", words, want, said[max(0, len(said)-1500):])
			}
		}
	}
	p.says(drafter, nil, "拟稿")
	says("d", "四、工作开展情况\n宿舍、食堂各消毒两次\n五、困难和打算\n口罩不够", "四：宿舍、食堂各消毒两次", "五：口罩不够")
	says("d", "写好了，送审", "审核中")
	says("d", "五：无", "现在是“审核中”", "审核")
	says("d", "15:05已传真给市指挥部，李科长收", "现在是“审核中”")
	says("c", "OK", "请按「审核通过」")
	says("c", "退回：四写具体点", "草稿")
	says("d", "四改成：宿舍消毒三次", "四：宿舍消毒三次")
	says("d", "可以送审了", "审核中")
	says("c", "看过了可以", "待签")
	says("x", "五写得太简单，重写", "没有签发", "退回：原因")
	says("x", "给我看看全文", "送审稿")
	says("x", "重新签一份", "请吕景霖按「签发」")
	p.signs(director)
	p.until("15:30")
	says("d", "传给市指挥部了", "方式；时间；接收人")
	says("d", "已报送，15:20传真给市指挥部办公室王科长", "市指挥部办公室王科长接收")
	says("x", "四里面写错了，要出更正件", "只是文字写错")
	says("x", "更正件怎么弄", "只是文字写错")
}

// Nobody is told another day's figure for the one that was asked for.
func TestAnotherDaysFigureIsNeverTold(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, head := p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("14:05")
	p.says(head, nil, "学生居家隔离2人，其余无")
	p.says(head, nil, "对")
	must(t, p.Skip("23:59"))
	p.settle()
	p.wait(14*time.Hour + 10*time.Minute)
	p.says(head, nil, "学生居家隔离7人，其余无")
	p.says(head, nil, "对")
	for _, c := range []struct{ words, want, not string }{
		{"31号全院居家隔离多少", "1月31日", "7"}, {"31日居家隔离几个人", "1月31日", "7"}, {"居家隔离多少", "7", "没看懂"},
		{"上周居家隔离多少", "1月20日", "居家隔离 现有 7"}, {"本周居家隔离多少人", "1月27日", "没看懂"},
		{"明天居家隔离多少", "没看懂日期“明天”", "7"}, {"最近居家隔离多少人", "没看懂日期“最近”", "7"}, {"上个月居家隔离多少", "没看懂日期“上个月”", "7"}, {"3号楼隔离多少人", "", "1月3日"},
	} {
		p.says(director, nil, c.words)
		last := director.Last(nil)
		if !strings.Contains(last.Text, c.want) || strings.Contains(last.Text, c.not) {
			t.Errorf("%q: told %q", c.words, last.Text)
		}
	}
}
