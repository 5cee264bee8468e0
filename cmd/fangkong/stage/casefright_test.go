package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Whoever has reported a case and calls out, or asks anything that is not of the day's report, reaches whoever has it.
func TestWhoeverCallsOutReachesTheHolder(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	asked := []string{"怎么没人理我", "有没有人啊，电话打不通！", "我好害怕，怎么办", "有人吗", "请问要不要通知她家长", "社区电话是多少？", "我该怎么跟家长说？", "is anyone there?", "should I call his parents?"}
	for _, words := range asked {
		p.says(head, nil, words)
		p.reads(head, nil, "已转张秋溪", "139-0000-0081", "答复会发到这里")
		p.lacks(head, nil, "今天还没报")
		p.reads(duty, nil, "急-0131-01", words)
	}
	p.asked(duty, "何望桥问", "怎么没人理我")
	p.asked(duty, "何望桥问", "社区电话是多少？") // no call for help: it rings at once
	if k := p.kase(); len(k.Remarks) != 1+len(asked) {
		t.Errorf("kept: %+v", k.Remarks)
	}
	// The day's report is none of it.
	for _, words := range []string{"今天日报几点截止？", "居家隔离怎么算？", "今天的通知在哪里看？"} {
		p.says(head, nil, words)
	}
	p.says(p.Head("huli"), nil, "有人吗")
	if k := p.kase(); len(k.Remarks) != 1+len(asked) {
		t.Errorf("kept: %+v", k.Remarks)
	}
}

// In the group, too, where it is answered with what everybody may read.
func TestWhoeverCallsOutInTheGroup(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	for _, words := range []string{"现在怎么办", "急-0131-01 怎么样了", "有人吗？电话打不通"} {
		before := len(p.Group.Posts())
		p.says(head, p.Group, words)
		if len(p.Group.Posts()) < before+1 {
			t.Errorf("%q is not answered", words)
		}
		p.reads(head, p.Group, "急-0131-01", "张秋溪")
	}
	p.asked(duty, "何望桥问", "电话打不通")
	other := p.Head("huli")
	before := len(p.Group.Posts())
	p.says(other, p.Group, "现在怎么办")
	p.says(other, p.Group, "有人吗")
	if n := len(p.Group.Posts()); n != before {
		t.Errorf("%d are answered among colleagues", n-before)
	}
	// Nobody has it: those whom it rings read it.
	p.presses(duty, nil, "退回")
	p.says(head, nil, "有人吗")
	p.reads(head, nil, "还没有人接手")
	if k := p.kase(); k.Remarks[len(k.Remarks)-1].Text != "有人吗" || k.Holder != workgroup.PersonID("") {
		t.Errorf("kept: %+v", k.Remarks)
	}
}
