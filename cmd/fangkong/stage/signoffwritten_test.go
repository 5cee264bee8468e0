package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// 四 and 五 are written as everybody writes them, with the mark of a list behind the number; one more sentence of a part goes behind it.
func TestThePartsAreWrittenAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter := p.Person("zhao-wangpu")
	p.until("15:10")
	p.says(drafter, nil, "四、今天组织对宿舍楼消毒两遍，召开视频会一次。\n五、继续做好摸排，加强值班。")
	p.signOff(drafter, "四：今天组织对宿舍楼消毒两遍，召开视频会一次。", "五：继续做好摸排，加强值班。")
	p.says(drafter, nil, "四再加一句：发放口罩500个")
	p.signOff(drafter, "四：今天组织对宿舍楼消毒两遍，召开视频会一次。\n发放口罩500个")
	p.says(drafter, nil, "五、增设测温点两个")
	p.signOff(drafter, "召开视频会一次。\n发放口罩500个", "五：增设测温点两个")
	p.says(drafter, nil, "五再补充一条 门岗实行双人值班")
	p.signOff(drafter, "五：增设测温点两个。\n门岗实行双人值班")
	for _, not := range []string{"四、五号楼已消毒", "五、六号楼已消毒", "4：30到校", "4. 消毒", "5：00开会", "四五个人没联系上", "四再说吧", "五加一等于几", "四楼再加一个测温点", "5.2号消毒"} {
		p.says(drafter, nil, not)
		p.signOff(drafter, "召开视频会一次。\n发放口罩500个", "五：增设测温点两个。\n门岗实行双人值班")
	}
	// What a part holds of its own list stays in it, and may begin with a number.
	p.says(drafter, nil, "四：一、发通知\n二、消毒\n三、值班\n四、测温\n五、摸排")
	p.signOff(drafter, "四：一、发通知\n二、消毒\n三、值班\n四、测温\n五、摸排", "五：增设测温点两个。")
	p.says(drafter, nil, "四：500个口罩已发放")
	p.signOff(drafter, "四：500个口罩已发放", "五：增设测温点两个。")
	p.says(drafter, nil, "四：1.发通知\n2.消毒\n3.值班\n4.测温\n5.摸排")
	p.signOff(drafter, "4.测温\n5.摸排", "五：增设测温点两个。")
	p.audited(1)
}

// English drafters number them as well, before there is a draft.
func TestThePartsAreNumberedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	drafter := p.Person("zhao-wangpu")
	p.until("15:10")
	p.says(drafter, nil, "4: disinfected dormitories twice\n5: carry on")
	p.says(drafter, nil, "add to 4: 500 masks handed out")
	p.view(func(b workgroup.Book) {
		paper, _ := workgroup.LastPaper(b, "2020-01-31")
		if paper.Work != "disinfected dormitories twice.\n500 masks handed out" || paper.Plans != "carry on" {
			t.Errorf("4 %q, 5 %q", paper.Work, paper.Plans)
		}
	})
}
