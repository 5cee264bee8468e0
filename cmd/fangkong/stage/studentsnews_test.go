package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Nobody who is not on the roster is turned away with news of a case, however they put it.
func TestAStudentWithNewsIsHeard(t *testing.T) {
	t.Parallel()
	for words, unit := range map[string]workgroup.UnitID{"我是教育学院的学生，宿舍有人确诊，我能出校吗": "jiaoyu", "宿舍有人确诊，我该怎么办": "", "我们宿舍有人发烧被拉走了，老师，我是护理学院的": "huli"} {
		p := newPlay(t, Options{Roster: wholeCollege()})
		p.until("14:05")
		who := p.newcomer("孙", "小雨")
		p.says(who, nil, words)
		p.alarmed(1, "孙小雨", words)
		p.reads(who, nil, "已提醒值班员", p.College.DutyPhone)
		for _, m := range who.Sees(nil) {
			if strings.Contains(m.Text, "没有收下") {
				t.Errorf("%s: turned away", words)
			}
		}
		p.wait(workgroup.CallLife + time.Second)
		if k := p.kase(); k.Unit != unit || k.Individual.In() { // it is another's case: they have yet to report
			t.Errorf("%s: opened %+v", words, k)
		}
	}
}

// Of family, and of a fever, they are asked; their words go with the answer.
func TestAStudentIsAskedWhatAHeadIsAsked(t *testing.T) {
	t.Parallel()
	for words, ask := range map[string]string{"我爸确诊了，我昨天刚返校，教育学院的": "您与其同住或近期接触过吗", "我爸确诊了": "您与其同住或近期接触过吗", "我发烧了，怎么办": "近期去过湖北，或接触过病例"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		who := p.newcomer("孙", "小雨")
		p.says(who, nil, words)
		p.reads(who, nil, ask, p.College.DutyPhone)
		p.alarmed(0)
		if toast := p.presses(who, nil, "是，提醒值班员"); !strings.Contains(toast, p.College.DutyPhone) {
			t.Errorf("the answer: %q", toast)
		}
		p.alarmed(1, "孙小雨", words)
		p.wait(workgroup.CallLife + time.Second)
		if k := p.kase(); !strings.Contains(k.Remarks[0].Text, words) || k.Kind == "" {
			t.Errorf("%s: opened %+v", words, k)
		}
	}
}

// Asked for a name, they tell of a case instead.
func TestNewsInPlaceOfAName(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who := p.newcomer("孙", "小雨")
	p.says(who, nil, "我是护理学院")
	p.says(who, nil, "宿舍有人确诊，我该怎么办")
	p.alarmed(1, "孙小雨", "宿舍有人确诊")
}

// In the group the second is heard like the first.
func TestAStudentsSecondNewsInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who := p.newcomer("孙", "小雨")
	p.says(who, p.Group, "我室友确诊了")
	p.alarmed(1, "我室友确诊了")
	p.wait(time.Minute)
	p.says(who, p.Group, "我发烧了，怎么办")
	p.alarmed(2, "我发烧了，怎么办")
	p.wait(workgroup.CallLife + time.Second)
	if open := p.open(); len(open) != 2 {
		t.Errorf("open: %+v", open)
	}
}

func TestAStudentIsAskedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	who := p.newcomer("孙", "小雨")
	p.says(who, nil, "我爸确诊了")
	p.reads(who, nil, "Do you live with them")
}
