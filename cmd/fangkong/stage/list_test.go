package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// chain is what a work group passes round and everybody adds a row to.
const chain = "接龙 1月31日\n1. 软件学院 零报告\n2. 机电工程学院 居家隔离2人\n3. 护理学院 居家隔离三四个人\n4. 教育学院 零报告"

// A list is taken apart: the sender confirms their own row, and every other head is asked about theirs.
func TestAListIsTakenApart(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he, song, nurse := p.Head("ruanjian"), p.Head("jidian"), p.Head("huli")
	p.zero("jiaoyu")
	p.says(he, nil, chain)
	if p.withText(he, nil, "【软件学院】1月31日", "零报告：各项均为 0", "对吗？") == nil {
		t.Errorf("their own row is not read back:\n%s", p.transcript(he, nil))
	}
	p.sees(he, nil, "各单位负责人确认后才算报送", "您的单位：软件学院", "已私聊请负责人核对：机电工程学院、护理学院", "以其自己填的为准：教育学院")
	if _, ok := p.filed("jidian"); ok {
		t.Fatal("a row counts before its head has said so")
	}
	p.says(he, nil, "对")
	if s := p.figures("ruanjian", nil); !s.Zero || s.Sources[0].Text != "软件学院 零报告" {
		t.Errorf("what is kept is the unit's own row: %+v", s.Sources)
	}
	p.sees(song, nil, "发的名单里写到贵单位", "【机电工程学院】1月31日", "居家隔离 现有 2", "对吗？")
	p.presses(song, nil, "确认报送")
	s := p.figures("jidian", workgroup.Figures{"home_quarantine_now": 2})
	if s.For != "" || s.Mark != workgroup.OnTime || len(s.Sources) != 1 || strings.Contains(s.Sources[0].Text, "软件") {
		t.Errorf("filed by its own head, with its own row alone: %+v", s)
	}
	p.sees(nurse, nil, "发的名单里写到贵单位", "居家隔离还没有准数，准确是几人？")
	p.says(nurse, nil, "3")
	p.sees(nurse, nil, "居家隔离 现有 3", "对吗？")
	p.says(nurse, nil, "对")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 3})
}

// In the group it is answered in private; forwarded it is the same list, and counts as little until somebody confirms.
func TestAListInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he, song, office := p.Head("ruanjian"), p.Head("jidian"), p.office()
	before := len(office.Sees(p.Group))
	p.says(office, p.Group, chain)
	if now := office.Sees(p.Group); len(now) != before+1 {
		t.Errorf("the group sees more than the list: %s", p.transcript(office, p.Group))
	}
	p.sees(office, nil, "已私聊请负责人核对：软件学院、机电工程学院、护理学院、教育学院")
	p.sees(he, nil, "发的名单里写到贵单位", "【软件学院】", "零报告")
	// The same list again asks nobody again.
	seen := len(he.Sees(nil))
	p.says(office, p.Group, chain)
	if len(he.Sees(nil)) != seen {
		t.Error("asked twice about one row")
	}
	// An own word goes before anybody's list.
	p.says(song, nil, "居家隔离5人")
	p.says(office, p.Group, chain)
	p.sees(song, nil, "居家隔离 现有 5")
	p.says(song, nil, "对")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 5})
}

// Forwarded it is the same list: its rows are read, and whom the college does not have is named.
func TestAListIsForwarded(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, nurse := p.Head("ruanjian"), p.Head("huli")
	he.Forwards(nil, "1、护理学院零报告\n2、软件学院：居家隔离2人，无发热\n3、后勤处：一切正常\n4、化工学院 2", "某人")
	p.settle()
	if p.withText(he, nil, "【软件学院】1月31日", "居家隔离 现有 2", "对吗？") == nil {
		t.Errorf("their own row is not read back:\n%s", p.transcript(he, nil))
	}
	if m := p.withText(he, nil, "已私聊请负责人核对：护理学院", "化工学院"); m == nil || strings.Contains(m.Text, "没看懂") {
		t.Errorf("what became of the rows:\n%s", p.transcript(he, nil))
	}
	p.sees(nurse, nil, "发的名单里写到贵单位", "零报告")
	// One report in a forward is still news.
	he.Forwards(nil, "软件学院 居家隔离4人", "某人")
	p.settle()
	p.sees(he, nil, "转发的内容")
}

// Classes of one unit are its sum, read back as one.
func TestAListOfClassesIsTheirSum(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	nurse := p.Head("huli")
	p.says(nurse, nil, "1901班正常\n1902班居家隔离1人\n1903班正常\n1904班居家隔离2人（其中1人发热37.6）")
	p.sees(nurse, nil, "【护理学院】1月31日（4 行相加）", "居家隔离 现有 3", "发热 现有 1", "对吗？")
	p.presses(nurse, nil, "确认报送")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 3, "fever_now": 1})
}

// A head of two units has both read back, one after the other: one word never files two.
func TestAListOfTwoOwnUnits(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: headsTwo("he-wangqiao", "gonghui")})
	p.until("14:05")
	he := p.Person("he-wangqiao")
	p.says(he, nil, "软件学院居家隔离1人，工会零报告")
	p.says(he, nil, "对")
	p.sees(he, nil, "【软件学院】", "居家隔离 现有 1", "对吗？")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 1})
	if s := p.figures("gonghui", nil); !s.Zero {
		t.Error("the other is not filed")
	}
}

// What cannot be passed on is said: heads out of reach, rows of nobody, a list of yesterday; a stranger's list reaches nobody.
func TestAListThatCannotBePassedOn(t *testing.T) {
	t.Parallel()
	_, roster := settings.Sample()
	var silent []workgroup.PersonID
	for _, who := range roster.People {
		if who.Speaks("jidian") {
			silent = append(silent, who.ID)
		}
	}
	p := newPlay(t, Options{Roster: wholeCollege()}, silent...)
	p.until("14:05")
	office := p.office()
	p.says(office, nil, "机电工程学院零报告\n护理学院零报告\n武术学院居家隔离2人")
	p.sees(office, nil, "已私聊请负责人核对：护理学院", "负责人收不到私聊，请转告其在群里报：机电工程学院", "没对上单位的有 1 行：武术学院")
	p.says(office, nil, "1月30日 软件学院零报告，教育学院零报告")
	p.sees(office, nil, "这份名单是 1月30日 的", "没有收下")
	stranger := p.Telegram.Person("路", "人")
	stranger.Joins(p.Group)
	seen := len(p.Head("jiaoyu").Sees(nil))
	p.says(stranger, p.Group, chain)
	p.wait(time.Minute)
	if len(p.Head("jiaoyu").Sees(nil)) != seen {
		t.Error("a stranger's list asks heads")
	}
}

func TestAListInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "School of Software: zero report\n机电工程学院 居家隔离2人")
	if p.withText(he, nil, "Zero report: everything is 0", "Is that right?") == nil {
		t.Errorf("their own row is not read back:\n%s", p.transcript(he, nil))
	}
	p.sees(he, nil, "The list was taken apart by unit", "Yours, read back to you", "Heads asked in private")
	p.says(he, nil, "yes")
	p.figures("ruanjian", nil)
	p.sees(song, nil, "A list sent by "+he.Name(), "Home quarantine, now: 2", "Is that right?")
	p.presses(song, nil, "File")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 2})
}

// A chain is copied with every row that is added to it: who has answered hears nothing of the copies, and whoever adds a row only of
// what is new.
func TestAChainThatGrows(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song, nurse := p.Head("ruanjian"), p.Head("jidian"), p.Head("huli")
	rows := "接龙 1月31日\n1. 软件学院 零报告"
	p.says(he, p.Group, rows)
	p.says(he, p.Group, "软件学院 零报告") // a single row is a line like any other
	p.says(he, p.Group, "对")
	rows += "\n2. 机电工程学院 居家隔离2人"
	quiet := p.count(he, nil)
	p.says(song, p.Group, rows)
	p.says(song, p.Group, "对")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 2})
	told := p.count(song, nil)
	rows += "\n3. 护理学院 零报告"
	p.says(nurse, p.Group, rows)
	p.says(nurse, p.Group, "对")
	p.figures("huli", nil)
	p.says(song, p.Group, rows)
	if p.count(he, nil) != quiet || p.count(song, nil) != told {
		t.Errorf("asked again about what stands:\n%s\n%s", p.transcript(he, nil), p.transcript(song, nil))
	}
}

// A row with a case in it alarms at once, names its unit, and is read back to its head in private; the group sees neither.
func TestAListWithACaseInIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	office, nurse, duty := p.office(), p.Head("huli"), p.Holder(workgroup.DutyStaff)
	p.says(office, p.Group, "接龙\n1. 软件学院 零报告\n2. 护理学院 新增确诊1人（学生）\n3. 艺术学院 零报告")
	p.sees(duty, nil, "护理学院")
	p.sees(nurse, nil, "发的名单里写到贵单位", "确诊（学生） 新增 1", "对吗？")
	if _, filed := p.filed("huli"); filed {
		t.Error("filed without its head")
	}
	groupHides(p, "确诊 ")
}

// What a head has answered is their own word, and no later copy of the list takes it back.
func TestAnAnsweredRowIsTheHeadsOwn(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	office, nurse := p.office(), p.Head("huli")
	rows := "接龙\n1. 护理学院 居家隔离三四个人\n2. 软件学院 零报告"
	p.says(office, nil, rows)
	p.says(nurse, nil, "7")
	p.sees(nurse, nil, "居家隔离 现有 7", "对吗？")
	p.says(office, nil, rows+"\n3. 艺术学院 零报告")
	p.sees(nurse, nil, "居家隔离 现有 7", "对吗？")
	p.says(nurse, nil, "对")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 7})
}

// One row that cannot be taken keeps nothing from the others; what the report does not ask is named, and among colleagues nothing is said.
func TestOneRowSpoilsNoOther(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "1. 机电工程学院 居家隔离2人\n2. 软件学院 同昨日\n3. 教育学院 口罩100个")
	p.sees(he, nil, "已私聊请负责人核对：机电工程学院", "不是日报要问的，没有记：教育学院", "没看懂的有 1 行：软件学院")
	p.sees(song, nil, "居家隔离 现有 2", "对吗？")
	quiet := p.count(he, nil)
	p.says(he, p.Group, "接龙\n软件学院 口罩200个\n机电工程学院 口罩100个")
	if p.count(he, nil) != quiet {
		t.Errorf("answered: %s", p.transcript(he, nil))
	}
}

// A list that its sender edits is asked about as it is now, where nobody has answered yet.
func TestAListThatIsEdited(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	office, song := p.office(), p.Head("jidian")
	said := p.says(office, nil, "软件学院零报告\n机电工程学院居家隔离2人")
	office.Edits(said, "软件学院零报告\n机电工程学院居家隔离3人")
	p.settle()
	p.sees(song, nil, "居家隔离 现有 3", "对吗？")
	p.says(song, nil, "对")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 3})
}

// “同昨日” is the unit's own yesterday, in a list as in a line, but for what is said to have changed; of an unknown yesterday nothing is
// made up.
func TestTheSameAsYesterdayButFor(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.update(func(b workgroup.Book) {
		now := p.Now().AddDate(0, 0, -1)
		r := p.College.OpenRound(b, "2020-01-30", nil, now)
		for _, id := range []workgroup.UnitID{"ruanjian", "huli"} {
			u, _ := workgroup.Units.Get(b, string(id))
			p.College.File(b, r, workgroup.Filing{Unit: u, By: workgroup.Speakers(b, id)[0], Figures: workgroup.Figures{"home_quarantine_now": 3}, At: now, Now: now})
		}
	})
	p.until("14:05")
	he, nurse, song := p.Head("ruanjian"), p.Head("huli"), p.Head("jidian")
	for words, want := range map[string]string{"同昨日，居家隔离减1人": "居家隔离 现有 2", "同昨日，新增居家隔离2人": "居家隔离 现有 5", "和昨天一样，又多了1个居家隔离": "居家隔离 现有 4"} {
		p.says(he, nil, words)
		p.sees(he, nil, want)
		p.says(he, nil, "不填了")
	}
	p.says(p.office(), nil, "接龙\n1. 护理学院 同昨日\n2. 机电工程学院 同昨日")
	p.sees(nurse, nil, "发的名单里写到贵单位", "居家隔离 现有 3")
	p.sees(p.office(), nil, "没看懂的有 1 行：机电工程学院")
	if p.withText(song, nil, "零报告：各项均为 0") != nil {
		t.Error("the same as nothing is read back as zeros")
	}
}
