package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// That the leading group has agreed by telephone is heard: its members record it with that sentence, the office reads who does, and with which words.
func TestThatTheLeadingGroupAgreedIsTold(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("15:05")
	p.says(p.Person("zhao-wangpu"), nil, "更正件")
	p.sees(p.Person("zhao-wangpu"), nil, "现在没有在办的更正件", "还没有人拟稿")
	drafter, colleague, director, leader := p.toLeaders()
	p.says(drafter, nil, "拟更正件")
	p.sees(drafter, nil, "还没有上报，数有更正随本件走")
	for _, not := range []string{"刚刚电话小王家长同意返校", "刚刚电话于思霖同意了吗", "刚刚电话软件学院王老师同意"} {
		p.says(drafter, nil, not)
		p.lacks(drafter, nil, "研究意见：刚刚")
	}
	for _, who := range []struct{ words, want string }{
		{"刚刚电话于思霖、许清朴原则同意上报", "研究意见：刚刚；电话；于思霖、许清朴；原则同意上报"},
		{"于思霖、许清朴刚刚在电话里都同意了", "研究意见：刚刚；电话；于思霖、许清朴；都同意了"},
		{"电话请示了于思霖书记，同意", "研究意见：（几点）；电话；于思霖书记；同意"},
	} {
		p.says(drafter, nil, who.words)
		p.sees(drafter, nil, "还没有记录", "领导小组成员本人记", who.want)
	}
	p.says(director, nil, "刚刚电话于思霖、许清朴原则同意上报")
	if p.paperState() != workgroup.PaperReview {
		t.Fatal("who is not of the leading group has recorded its review")
	}
	p.says(leader, nil, "刚刚电话许清朴、吕景霖，原则同意上报")
	p.signOff(director, "已研究，待签", "原则同意上报", "许清朴、吕景霖")
	p.says(colleague, nil, "刚刚电话于思霖、许清朴原则同意上报") // nothing waits for it any more
	p.lacks(colleague, nil, "还没有记录")
}
