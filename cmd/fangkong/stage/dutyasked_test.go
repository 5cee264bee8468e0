package stage

import (
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// Who is on duty is asked as people ask it.
func TestWhoIsOnDutyIsAskedInWords(t *testing.T) {
	t.Parallel()
	p := early(t, "10:00")
	p.adopts("值班表\n1月31日 08:30-20:30 带班 何松石 值班 吴远舟\n2月1日 08:30-20:30 带班 何松石 值班 张秋溪")
	head := p.Head("huli")
	for _, words := range []string{"今天谁值班", "谁值班", "现在谁值班？", "今天谁带班", "今天是谁值班呢", "今天值班的是谁"} {
		p.says(head, nil, words)
		p.sees(head, nil, "1月31日", "吴远舟")
		p.lacks(head, nil, "张秋溪", "没看懂", "报送")
	}
	p.says(head, nil, "明天谁值班")
	p.sees(head, nil, "2月1日", "张秋溪")
	p.says(head, nil, "本周谁值班？")
	p.sees(head, nil, "吴远舟", "张秋溪")
}

// Asked aloud, who is on duty is answered in private, and costs the group nothing; what is said about it there is nobody's question to the bot.
func TestWhoIsOnDutyIsAskedInTheGroup(t *testing.T) {
	t.Parallel()
	p := early(t, "10:00")
	p.adopts("值班表\n1月31日 08:30-20:30 带班 何松石 值班 吴远舟\n2月1日 08:30-20:30 带班 何松石 值班 张秋溪")
	for _, who := range []*sandbox.Person{p.Head("huli"), p.Holder(workgroup.Director), p.Head("xuesheng")} {
		for _, words := range []string{"谁值班？", "今天谁值班", "现在谁带班啊"} {
			group := len(who.Sees(p.Group))
			p.says(who, p.Group, words)
			p.reads(who, nil, "1月31日", "吴远舟")
			if len(who.Sees(p.Group)) != group+1 {
				t.Errorf("“%s”: the group is answered", words)
			}
		}
		for _, words := range []string{"谁值班都一样", "今天谁值班辛苦了", "张老师值班", "不知道谁值班", "谁值班谁负责"} {
			before := len(who.Sees(nil))
			p.says(who, p.Group, words)
			if len(who.Sees(nil)) != before {
				t.Errorf("“%s” is answered", words)
			}
		}
	}
}

// A shift is given to another in words, to whoever is named where one can be meant; who has none is told so.
func TestAShiftIsSwappedInWords(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"我跟张秋溪换班", "我和张老师换班", "换班"} {
		p := early(t, "07:00")
		p.adopts("值班表\n1月31日 08:30-20:30 带班 何松石 值班 张秋溪\n1月31日 20:30-次日08:30 带班 何松石 值班 吴远舟")
		p.says(p.wu(), nil, words)
		if words == "换班" {
			p.sees(p.wu(), nil, "想请谁替")
			p.presses(p.wu(), nil, "张秋溪")
		} else {
			p.sees(p.wu(), nil, "已问张秋溪")
		}
		p.sees(p.zhang(), nil, "吴远舟", "想请您替")
		head := p.Head("huli")
		p.says(head, nil, words)
		p.sees(head, nil, "现在没有等您", "看值班")
	}
	p := early(t, "07:00")
	p.adopts(pasted)
	p.says(p.wu(), nil, "我跟张秋溪换班")
	p.reads(p.wu(), nil, "不止一处")
	p.presses(p.wu(), nil, "调班 2月1日 20:30")
}

func TestWhoIsOnDutyInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	head := p.Head("huli")
	p.says(head, nil, "Who is on duty today?")
	p.sees(head, nil, "31 January")
}

// A case that somebody may not see is refused without a detail, however it is asked for; the look is in the journal.
func TestALookThatIsRefusedIsOnRecord(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	head := p.Head("huli")
	for i, words := range []string{"/case 0131-01", "急 0131-01", "急-0131-01"} {
		p.says(head, nil, words)
		p.sees(head, nil, "没有这个编号的紧急情况")
		p.lacks(head, nil, "软件学院", "确诊")
		if n := p.events(workgroup.CaseDenied); n != i+1 {
			t.Errorf("%s: %d on record", words, n)
		}
	}
	p.says(head, nil, "/case 0131-09")
	if n := p.events(workgroup.CaseDenied); n != 3 {
		t.Errorf("a case that is not there: %d on record", n)
	}
	p.says(duty, nil, "急-0131-01")
	p.sees(duty, nil, "急-0131-01", "软件学院")
}
