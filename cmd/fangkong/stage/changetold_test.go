package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A correction that says by how many a count changes is reckoned from what was filed, and read back.
func TestACorrectionByHowManyIsReckoned(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		filed, words string
		want         workgroup.Figures
	}{
		{"学生居家隔离3人", "更正：有一个今天解除了", workgroup.Figures{"home_quarantine_now": 2, "home_quarantine_now_student": 2}},
		{"学生居家隔离3人", "有一个今天解除了", workgroup.Figures{"home_quarantine_now": 2, "home_quarantine_now_student": 2}},
		{"学生居家隔离3人，发热1人", "更正 发热那个退烧了", workgroup.Figures{"home_quarantine_now": 3, "fever_now": 0}},
		{"学生居家隔离3人，发热1人", "更正：居家隔离有一个解除了", workgroup.Figures{"home_quarantine_now": 2, "fever_now": 1}},
		{"居家隔离学生3人，集中隔离学生1人", "更正：集中隔离那个昨天已经解除了", workgroup.Figures{"home_quarantine_now": 3, "central_quarantine_now": 0}},
		{"学生居家隔离3人，封闭隔离1人", "更正：封闭隔离那个解除了", workgroup.Figures{"home_quarantine_now": 3, "sealed_now": 0}},
		{"居家隔离3人", "刚才少报了1个学生", workgroup.Figures{"home_quarantine_now": 4}},
		{"学生居家隔离3人", "刚才多报了一个", workgroup.Figures{"home_quarantine_now": 2, "home_quarantine_now_student": 2}},
		{"学生居家隔离3人", "刚才少报了1个学生", workgroup.Figures{"home_quarantine_now": 4, "home_quarantine_now_student": 4}},
		{"学生居家隔离12人，老师居家隔离1人", "更正：学生多报了2个", workgroup.Figures{"home_quarantine_now": 11, "home_quarantine_now_student": 10, "home_quarantine_now_staff": 1}},
		{"学生居家隔离12人，老师居家隔离1人，发热1人", "居家隔离减1个学生", workgroup.Figures{"home_quarantine_now_student": 11, "home_quarantine_now_staff": 1, "fever_now": 1}},
		{"学生居家隔离3人", "不是学生是老师，报错了", workgroup.Figures{"home_quarantine_now": 3, "home_quarantine_now_student": 0, "home_quarantine_now_staff": 3}},
	} {
		p := newPlay(t, Options{})
		head := p.Head("huli")
		p.until("14:05")
		p.says(head, nil, c.filed)
		p.says(head, nil, "对")
		p.wait(time.Minute)
		p.says(head, nil, c.words)
		p.says(head, nil, "对")
		p.view(func(b workgroup.Book) {
			filed, _ := workgroup.FiledOn(b, "2020-01-31", "huli")
			for k, n := range c.want {
				if filed.Figures[k] != n {
					t.Errorf("%q, then %q: %s = %d, want %d\n%s", c.filed, c.words, k, filed.Figures[k], n, p.transcript(head, nil))
				}
			}
		})
	}
}

// What corrects something, and cannot be reckoned, is asked about, and never read back unchanged.
func TestACorrectionThatCannotBeReckonedIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"更正 有些情况写错了", "有一个居家隔离的今天转到集中隔离点了", "更正：有一个退烧了"} {
		p := newPlay(t, Options{})
		head := p.Head("huli")
		p.until("14:05")
		p.says(head, nil, "学生居家隔离3人")
		p.says(head, nil, "对")
		p.wait(time.Minute)
		p.says(head, nil, words)
		p.sees(head, nil, "指的是哪一项")
		p.says(head, nil, "居家隔离")
		p.sees(head, nil, "现有几人")
		p.says(head, nil, "2")
		p.sees(head, nil, "共 2 人")
	}
}

// What is said of one item once a unit has filed leaves the others as they were filed.
func TestALineAfterTheReportChangesWhatItNames(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("huli")
	p.until("14:05")
	p.says(head, nil, "学生居家隔离3人，咳嗽1人")
	p.says(head, nil, "对")
	p.wait(time.Minute)
	for _, words := range []string{"发热1人", "学生居家隔离4人"} {
		p.says(head, nil, words)
		p.says(head, nil, "对")
		p.wait(time.Minute)
	}
	want := workgroup.Figures{"home_quarantine_now": 4, "home_quarantine_now_student": 4, "symptom_now": 1, "fever_now": 1}
	p.view(func(b workgroup.Book) {
		filed, _ := workgroup.FiledOn(b, "2020-01-31", "huli")
		for k, n := range want {
			if filed.Figures[k] != n {
				t.Errorf("%s = %d, want %d\n%s", k, filed.Figures[k], n, p.transcript(head, nil))
			}
		}
	})
	p.says(head, nil, "护理学院居家隔离学生2人，其余正常") // a whole report
	p.says(head, nil, "对")
	p.view(func(b workgroup.Book) {
		if filed, _ := workgroup.FiledOn(b, "2020-01-31", "huli"); filed.Figures["fever_now"] != 0 || filed.Figures["home_quarantine_now"] != 2 {
			t.Errorf("filed %v", filed.Figures)
		}
	})
}

// Who thinks better of a correction says so in the group too, and who asks whether it was made is answered.
func TestACorrectionIsThoughtBetterOf(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("huli")
	p.until("14:05")
	p.says(head, p.Group, "护理学院学生居家隔离4人，老师1人")
	p.says(head, p.Group, "对")
	p.wait(time.Minute)
	p.says(head, p.Group, "不对，学生是5人")
	p.wait(time.Minute)
	p.says(head, p.Group, "我又核了一遍，还是4人，不用改了")
	p.view(func(b workgroup.Book) {
		if open := p.College.OpenCorrections(b, "2020-01-31"); len(open) > 0 {
			t.Errorf("waits still: %+v", open)
		}
		if filed, _ := workgroup.FiledOn(b, "2020-01-31", "huli"); filed.Figures["home_quarantine_now"] != 5 {
			t.Errorf("filed %v", filed.Figures)
		}
	})
	p.says(head, p.Group, "不对，学生是5人")
	p.says(head, nil, "刚才那个改成了没有")
	p.sees(head, nil, "还待您确认")
	p.view(func(b workgroup.Book) {
		if d, _ := workgroup.Drafts.Get(b, workgroup.DraftKey("2020-01-31", "huli", "wang-qiuhe")); d.Figures["home_quarantine_now_student"] != 5 || d.Figures.Has("home_quarantine_now") && d.Figures["home_quarantine_now"] != 6 {
			t.Errorf("the draft is %v", d.Figures)
		}
	})
}

// The parts of a count that was filed without them are added to it, and not asked about.
func TestThePartsOfWhatWasFiledAreAdded(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"学生1个老师1个", "学生1人，老师1人"} {
		p := newPlay(t, Options{})
		head := p.Head("huli")
		p.until("14:05")
		p.says(head, nil, "居家隔离2人")
		p.says(head, nil, "对")
		p.wait(time.Minute)
		p.says(head, nil, words)
		p.says(head, nil, "对")
		p.view(func(b workgroup.Book) {
			if filed, _ := workgroup.FiledOn(b, "2020-01-31", "huli"); filed.Figures["home_quarantine_now"] != 2 || filed.Figures["home_quarantine_now_student"] != 1 || filed.Figures["home_quarantine_now_staff"] != 1 {
				t.Errorf("%q: filed %v\n%s", words, filed.Figures, p.transcript(head, nil))
			}
		})
	}
}

// Who has not counted everybody, or says of something that it is no emergency, has filed no zero report.
func TestWhatIsNotCountedYetIsNoZero(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("huli")
	p.until("14:05")
	for _, words := range []string{"学生无异常，教职工还没统计完", "学生正常，教职工正在统计"} {
		p.says(head, nil, words)
		p.sees(head, nil, "没有记为零报告")
	}
	p.says(head, nil, "学生发热1人")
	p.says(head, nil, "就是普通感冒，不是紧急情况")
	p.says(head, nil, "不是紧急情况，就是普通感冒")
	p.view(func(b workgroup.Book) {
		if d, _ := workgroup.Drafts.Get(b, workgroup.DraftKey("2020-01-31", "huli", "wang-qiuhe")); d.Figures["fever_now_student"] != 1 {
			t.Errorf("the draft is %v\n%s", d.Figures, p.transcript(head, nil))
		}
	})
}

// “不是新的” answers whether somebody counted is a new case.
func TestWhoIsCountedSinceLongIsNoNewCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("huli")
	p.until("14:05")
	p.says(head, nil, "居家隔离学生3人，集中隔离学生1人")
	p.says(head, nil, "集中隔离是上周的，不是新的")
	p.wait(20 * time.Minute)
	if open := p.open(); len(open) > 0 {
		t.Errorf("opened %+v\n%s", open, p.transcript(head, nil))
	}
}

// A sheet that is told of beside the own report, or beside the reason why that was late, is neither filed nor forgotten.
func TestASheetToldOfBesideTheReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("renshi")
	p.until("14:55")
	p.says(head, nil, "人事处零报告，汇总也报")
	p.sees(head, nil, "汇总要另外报")
	p.says(head, nil, "对")
	p.says(head, nil, "汇总不是报了吗")
	p.sees(head, nil, "汇总")
	p.says(head, nil, "汇总也一起报了")
	p.sees(head, nil, "将报送教职工汇总")
	p.says(head, nil, "报")
	p.view(func(b workgroup.Book) {
		if _, filed := workgroup.LastSheet(b, "2020-01-31", "renshi"); !filed {
			t.Errorf("not filed\n%s", p.transcript(head, nil))
		}
	})
}

// Who tells of a case that one of theirs has no symptoms has filed nothing.
func TestWithoutSymptomsBesideACaseIsNoZero(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("jidian")
	p.until("14:16")
	p.says(head, p.Group, "机电学院有学生同住的舅舅确诊了，学生现在居家")
	p.wait(time.Minute)
	p.says(head, nil, "舅舅是昨天确诊的，学生没症状，跟他住一起")
	p.wait(5 * time.Minute)
	p.says(head, nil, "是")
	p.view(func(b workgroup.Book) {
		if filed, ok := workgroup.FiledOn(b, "2020-01-31", "jidian"); ok {
			t.Errorf("filed %v\n%s", filed.Figures, p.transcript(head, nil))
		}
	})
}
