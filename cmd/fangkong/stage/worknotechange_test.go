package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// Notes beside the word that all is well count nobody, whatever the words before the heading are.
func TestNotesBesideAZeroReportCountNobody(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"正常，另工作动态：1. 慰问居家隔离学生3人 2. 给5名发热学生送药",
		"零报告，下面是工作动态：1. 慰问居家隔离学生3人 2. 给5名发热学生送药",
		"正常。另附工作动态如下：1、慰问居家隔离学生3人 2、给5名发热学生送药",
		"正常，顺便报工作动态：1. 慰问居家隔离学生3人 2. 给5名发热学生送药",
	} {
		p := newPlay(t, Options{})
		p.until("14:05")
		song := p.Head("jidian")
		p.says(song, nil, words)
		p.notes("jidian", "慰问居家隔离学生3人", "给5名发热学生送药")
		p.presses(song, nil, "确认报送")
		if s, _ := p.filed("jidian"); !s.Zero || s.Figures["fever_now"] != 0 {
			t.Errorf("%s: %v", words, s.Figures)
		}
	}
}

// Notes are changed in plain words, point by point; nothing of that is a figure, a correction or an alarm.
func TestNotesAreChangedInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, xie, duty := p.Head("ruanjian"), p.Person("xie-silan"), p.Holder(workgroup.DutyStaff)
	p.says(he, nil, "居家隔离2人，学生1人，老师1人")
	p.presses(he, nil, "确认报送")
	p.says(he, nil, "工作动态：上午消毒3个楼；教师培训120人")
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"工作动态再加一条：下午线上班会5场", []string{"上午消毒3个楼", "教师培训120人", "下午线上班会5场"}},
		{"工作动态第二条改成：发口罩300个", []string{"上午消毒3个楼", "发口罩300个", "下午线上班会5场"}},
		{"工作动态还有：居家隔离的2人每天测温2次", []string{"上午消毒3个楼", "发口罩300个", "下午线上班会5场", "居家隔离的2人每天测温2次"}},
		{"把工作动态里的300改成120", []string{"上午消毒3个楼", "发口罩120个", "下午线上班会5场", "居家隔离的2人每天测温2次"}},
		{"把工作动态里的120改成112", []string{"上午消毒3个楼", "发口罩112个", "下午线上班会5场", "居家隔离的2人每天测温2次"}},
		{"工作动态第1条删掉", []string{"发口罩112个", "下午线上班会5场", "居家隔离的2人每天测温2次"}},
		{"我们今天还排查了湖北返乡3人，记到工作动态里", []string{"发口罩112个", "下午线上班会5场", "居家隔离的2人每天测温2次", "我们今天还排查了湖北返乡3人"}},
		{"工作动态 慰问居家隔离3人", []string{"发口罩112个", "下午线上班会5场", "居家隔离的2人每天测温2次", "我们今天还排查了湖北返乡3人"}},
		{"我们院动态上面那条删了", []string{"发口罩112个", "下午线上班会5场", "居家隔离的2人每天测温2次", "我们今天还排查了湖北返乡3人"}},
	} {
		p.says(he, nil, c.words)
		p.notes("ruanjian", c.want...)
		if got := he.Last(nil).Text; !strings.HasPrefix(got, "📝") {
			t.Errorf("%s:\n%s", c.words, got)
		}
	}
	if s, _ := p.filed("ruanjian"); s.Revision != 1 || s.Figures["home_quarantine_now"] != 2 {
		t.Errorf("revision %d: %v", s.Revision, s.Figures)
	}
	p.lacks(duty, nil, "软件学院")

	// Whoever wrote them is told when somebody else of the unit takes them back.
	p.says(xie, nil, "撤回工作动态")
	p.notes("ruanjian")
	p.sees(he, nil, "谢思岚 撤下了您写的软件学院", "发口罩112个")
	p.says(he, nil, "我的工作动态怎么没了")
	p.sees(he, nil, "软件学院 1月31日 工作动态：还没有")

	wang := p.Person("wang-qiuhe")
	p.says(wang, nil, "工作动态写一下，组织56名志愿者")
	p.notes("huli", "组织56名志愿者")
	p.says(wang, nil, "护理工作动态删掉")
	p.notes("huli")
	p.says(wang, nil, "工作动态：消毒")
	p.says(wang, nil, "我们院动态上面那条删了")
	p.notes("huli")
	p.unfiled("huli")
	if got := wang.Last(nil).Text; !strings.Contains(got, "已撤下") {
		t.Error(got)
	}

	// What may be a case in what is added is heard as ever.
	p.says(wang, nil, "工作动态加一条：我院学生李明今天确诊")
	p.notes("huli", "我院学生李明今天确诊")
	p.sees(duty, nil, "护理学院")
}

// A list that is numbered within its line stands on the paper as a list.
func TestPointsOnOneLineAreAList(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("15:10")
	drafter := p.Person("zhao-wangpu")
	p.says(drafter, nil, "拟稿")
	p.says(drafter, nil, "四：1.消毒 2.看望隔离学生")
	work := func(want string) {
		t.Helper()
		must(t, p.Store.View(func(b workgroup.Book) error {
			if paper, _ := workgroup.LastPaper(b, "2020-01-31"); paper.Work != want {
				t.Errorf("%q", paper.Work)
			}
			return nil
		}))
	}
	work("消毒\n看望隔离学生")
	p.says(drafter, nil, "四：1.一 2.二 3.三 4.四 5.五 6.六")
	p.sees(drafter, nil, "6")
	work("消毒\n看望隔离学生")
}
