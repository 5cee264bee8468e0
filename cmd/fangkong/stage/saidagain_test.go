package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// waiting are the filings that wait for a word.
func (p *play) waiting() (all []workgroup.Draft) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Drafts.Each(b, "") {
			all = append(all, d)
		}
	})
	return all
}

// A head who says in the group that the figure asked about is right has answered, and filed nothing anew; a colleague who doubts it
// reports for nobody.
func TestAFigureSaidAgainIsNoNewReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:02")
	lead, nurse, he := p.Head("xuesheng"), p.Head("huli"), p.Head("ruanjian")
	p.says(nurse, nil, "居家隔离12人，学生10人，老师2人")
	p.presses(nurse, nil, "确认报送")
	p.asks(lead, "护理学院", "12人对吗？")
	p.says(nurse, p.Group, "居家隔离12人没错，我核对过了")
	if q := p.queries()[0]; q.End != workgroup.QueryStands {
		t.Errorf("the question: %+v", q)
	}
	p.sees(lead, nil, "护理学院答复", "数据无误")
	stands := func() {
		t.Helper()
		if s, _ := p.filed("huli"); s.Revision != 1 || s.Figures["home_quarantine_now_student"] != 10 || len(p.waiting()) > 0 {
			t.Errorf("filed %+v, waiting %+v", s.Report, p.waiting())
		}
	}
	stands()
	for _, words := range []string{"护理居家隔离12人不对吧？", "护理学院居家隔离12人有误吧", "护理居家隔离12人没错"} {
		p.says(he, p.Group, words)
		stands()
	}
	p.says(nurse, p.Group, "居家隔离12人没错")
	p.says(nurse, nil, "我院居家隔离12人属实")
	p.sees(nurse, nil, "没有变化", "第1版")
	stands()
	// Another figure is another report.
	p.says(nurse, nil, "居家隔离11人没错，我核对过了")
	p.sees(nurse, nil, "居家隔离 现有 12 → 11")
}

// Before it is filed, what is read back is shown again, and loses nothing.
func TestAFigureSaidAgainBeforeItIsFiled(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:02")
	nurse := p.Head("huli")
	p.says(nurse, nil, "home quarantine 12, students 10, staff 2")
	p.says(nurse, nil, "home quarantine 12 is right, I checked")
	p.presses(nurse, nil, "File")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 12, "home_quarantine_now_student": 10, "home_quarantine_now_staff": 2})
}

// “全是学生” parts what was counted and drops nothing: asked for, read back, and filed.
func TestAllOfThemAreOfOneGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:02")
	all := workgroup.Figures{"home_quarantine_now": 5, "home_quarantine_now_student": 5, "home_quarantine_now_staff": 0}
	he, song, nurse := p.Head("ruanjian"), p.Head("jidian"), p.Head("huli")
	// Read back.
	p.says(he, nil, "居家隔离5人")
	p.says(he, nil, "全是学生")
	p.sees(he, nil, "居家隔离 现有 5", "学生", "5")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", all)
	// Filed.
	p.says(song, nil, "居家隔离5人，发热1人")
	p.presses(song, nil, "确认报送")
	p.says(song, nil, "都是学生")
	p.presses(song, nil, "报送")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 5, "home_quarantine_now_student": 5, "home_quarantine_now_staff": 0, "fever_now": 1, "fever_now_student": 1, "fever_now_staff": 0})
	// Of two groups already told it parts nothing.
	p.says(nurse, nil, "居家隔离5人，学生3人，老师2人")
	p.says(nurse, nil, "全是学生")
	p.presses(nurse, nil, "确认报送")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 5, "home_quarantine_now_student": 3, "home_quarantine_now_staff": 2})
	// Asked for, in English.
	lin := p.Head("lvyou")
	p.says(lin, nil, "/language")
	p.presses(lin, nil, "English")
	p.says(lin, nil, "home quarantine 4, new 0, released 0")
	p.says(lin, nil, "all students")
	p.presses(lin, nil, "File")
	p.figures("lvyou", workgroup.Figures{"home_quarantine_now": 4, "home_quarantine_now_student": 4, "home_quarantine_now_staff": 0})
}
