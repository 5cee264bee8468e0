package stage

import (
	"strings"
	"testing"
	"time"
)

// What the office says of its notices in words is done, or asked for, as by their buttons.
func TestTheOfficeSpeaksOfItsNotices(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.office()
	p.says(office, nil, "撤回通知")
	p.sees(office, nil, "没有这一号通知")
	p.publishes(dawn)
	p.publishes("第二份")
	for words, shows := range map[string]string{
		"撤回通知": "撤回通知第 2 号，请写原因", "撤回第1号通知": "撤回通知第 1 号，请写原因", "1号通知作废": "撤回通知第 1 号，请写原因", "Withdraw notice 1": "撤回通知第 1 号，请写原因",
		"改版": "通知第 2 号的新内容", "第1号通知改成下午六点开会": "通知第 1 号的新内容", "撤回第9号通知": "没有这一号通知",
	} {
		p.says(office, nil, words)
		if p.sees(office, nil, shows); !strings.Contains(shows, "没有") {
			p.says(office, nil, "不写了")
		}
	}
	for _, words := range []string{"没阅的有谁", "催一下没看的", "who has not read notice 1?"} {
		p.says(office, nil, words)
		p.sees(office, nil, "未阅：", "通知第 1 号")
	}
	// Said by a head it is none of theirs, and nothing is recalled.
	p.says(p.Head("ruanjian"), nil, "撤回第1号通知")
	p.says(office, nil, "撤回第1号通知")
	p.says(office, nil, "日期写错了")
	p.presses(office, nil, "撤回通知")
	p.says(office, nil, "/receipts 1")
	p.sees(office, nil, "已撤回", "日期写错了")
}

// At the deadline of what was to be done the office gets one list, of those who have not done it.
func TestOneListAtADeadline(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.says(p.office(), nil, "/notice 今天上午10点前上报名单")
	p.presses(p.office(), nil, "要办结")
	p.presses(p.office(), nil, "发布")
	p.until("10:01")
	p.wait(time.Minute)
	var lists []string
	for _, m := range p.office().Sees(nil) {
		if strings.Contains(m.Text, "到时间还没有办结") || strings.Contains(m.Text, "还没有阅</b>") || strings.Contains(m.Text, "）还没有阅") {
			lists = append(lists, strings.SplitN(m.Text, "\n", 2)[0])
		}
	}
	if len(lists) == 0 || strings.Contains(strings.Join(lists, "\n"), "还没有阅") {
		t.Errorf("%d lists: %s", len(lists), strings.Join(lists, "\n"))
	}
}
