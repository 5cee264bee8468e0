package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A yes with a condition, and a word that has a report wait, let no report pass: the checker and the director read how it goes back, and nothing is signed.
func TestAYesWithAConditionIsHeard(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, checker, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	for _, act := range []string{"拟稿送审", "四：宿舍消毒两次", "五：继续排查", "送审"} {
		p.says(drafter, nil, act)
	}
	for _, says := range []string{"可以，不过四写得太少了", "没问题，就是四太少", "好的，先放着"} {
		p.says(checker, nil, says)
		p.sees(checker, nil, "没有通过", "退回：原因")
	}
	if p.paperState() != workgroup.PaperChecking {
		t.Fatal(p.paperState())
	}
	p.says(checker, nil, "审核通过")
	for _, says := range []string{"可以，但是五要写具体点", "可以但是五要写具体点", "行，数字再核一下", "好的，先放着", "同意，改完再发", "先等等", "先别发 等我看看"} {
		for _, signing := range []bool{false, true} {
			p.wait(3 * time.Minute)
			if signing {
				p.says(director, nil, "签发")
				p.wait(2 * time.Second)
			}
			p.says(director, nil, says)
			if last := director.Last(nil); !last.From.Bot || !strings.Contains(last.Text, "没有签发") {
				t.Errorf("%s (signing: %v) was told:\n%s", says, signing, last.Text)
			}
			p.wait(2 * time.Second)
			p.says(director, nil, "同意")
			if p.paperState() != workgroup.PaperToSign {
				t.Fatalf("%s did not stop the signature:\n%s", says, p.transcript(director, nil))
			}
		}
	}
	p.wait(3 * time.Minute)
	p.says(director, nil, "看过了 同意 发吧")
	p.sees(director, nil, "再发一次“签发”")
	p.wait(3 * time.Second)
	p.says(director, nil, "同意吧")
	p.wait(10 * time.Second)
	p.signOff(director, "已签")
}

// A conditional yes of the leading group records nothing, and what is asked to be important is said to be that already.
func TestTheLeadingGroupsConditionalYesIsHeard(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, checker, director, leader := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	for _, act := range []string{"拟稿送审", "四：宿舍消毒两次", "五：继续排查"} {
		p.says(drafter, nil, act)
	}
	p.says(director, nil, "按重要信息报")
	p.sentRound(drafter, checker)
	if p.paperState() != workgroup.PaperReview {
		t.Fatal(p.paperState())
	}
	p.says(director, nil, "还是按重要吧")
	if p.withText(director, nil, "已经是重要疫情信息") == nil {
		t.Errorf("told:\n%s", p.transcript(director, nil))
	}
	p.says(leader, nil, "原则同意，数字再核一下")
	p.sees(leader, nil, "没有通过", "退回：原因")
	p.presses(leader, nil, "退回，就写这句")
	p.signOff(drafter, "草稿", "原则同意，数字再核一下")
}
