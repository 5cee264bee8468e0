package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// kind is one sort of sentence, and what the bot says to a head who writes it: in Chinese and in English, "" for nothing. In the group
// most of what colleagues say to one another is answered by nothing.
type kind struct {
	name, text       string
	chinese, english string
	group            bool // the group hears it, too: the answer comes there or, where the head can be reached, in private
}

var kinds = []kind{
	{"zero report", "俺院零报告", "零报告：各项均为 0", "Zero report: everything is 0", true},
	{"report", "新增居家隔离2人，现有5人，无发热", "居家隔离 现有 5", "Home quarantine, now: 5", true},
	{"report in English", "School of Software: 2 home quarantine, no fever", "居家隔离 现有 2", "Home quarantine, now: 2", true},
	{"approximate", "居家隔离大约七八个", "居家隔离还没有准数", "Home quarantine: no exact figure yet", true},
	{"somebody named", "李四居家隔离，其余正常", "居家隔离 现有 1", "Home quarantine, now: 1", true},
	{"several named", "学生李四、刘洋居家隔离，其余正常", "居家隔离，学生几人？", "Home quarantine: how many students?", true},
	{"as yesterday", "跟昨天一样", "居家隔离 现有 4", "Home quarantine, now: 4", true},
	{"correction of nothing", "更正：居家隔离3人", "居家隔离 现有 3", "Home quarantine, now: 3", true},
	{"question", "请问今天几点前报？", "单位 14:30 前", "from 14:00 to 14:30", false},
	{"leave", "我明天请假一天", "请假、外出、销假我这里还不能登记", "Leave and trips cannot be entered here yet", false},
	{"acknowledgement", "收到", "", "", false},
	{"chatter", "中午食堂的面不错", "没看懂", "I did not understand", false},
	{"news", "郑州市新增确诊5例", "没看懂", "I did not understand", false},
	{"delegation", "请机电工程学院代报", "今天由机电工程学院代软件学院报送", "may file for", true},
	{"bare number", "3", "“3”指的是哪一项？", "What does “3” count?", false},
	{"stock and flow", "昨日居家隔离4人，今日解除1人，现有3人", "居家隔离 昨日 4\n· 居家隔离 解除 1", "Home quarantine, released: 1", true},
	{"mistyped", "据家格离２人，发绕0", "居家隔离 现有 2", "Home quarantine, now: 2", true},
	{"spoken", "呃我们今天发烧的没有居家隔离的有三个人", "居家隔离 现有 3", "Home quarantine, now: 3", true},
	{"of another day", "1月30日居家隔离2人", "所报日期不是今天", "dated another day", true},
	{"list", "机电学院居家隔离1人\n汽车学院零报告", "名单按单位分开了", "taken apart by unit", true},
	{"trades", "居家隔离：保洁1人、保安2人", "居家隔离，外聘及其他几人？", "Home quarantine: how many other people?", true},
	{"hearsay", "听说隔壁学校居家隔离了30多个", "没看懂", "I did not understand", false},
	{"claim", "我是软件学院何望桥", "您已登记：何望桥", "何望桥", false},
}

// said is what the bot has written to somebody since, in private and in answer to them in the group.
func (p *play) heardSince(who *sandbox.Person, private, group int) string {
	var out []string
	for _, m := range who.Sees(nil)[private:] {
		if m.From.Bot {
			out = append(out, m.Text)
		}
	}
	for _, m := range who.Sees(p.Group)[group:] {
		if m.From.Bot && m.Service == "" {
			out = append(out, m.Text)
		}
	}
	return strings.Join(out, "\n")
}

// speakers are heads who each write one kind of sentence; one that names a unit is its own head's.
var speakers = []workgroup.UnitID{"huli", "jidian", "ruanjian", "dianxin", "jingguan", "qiche", "lvyou", "jiangong", "jiaoyu", "yishu", "jijiao", "mayuan", "gonggong", "ruanjian", "guojiao", "gongcheng", "dangzheng", "zuzhi", "xuanchuan", "xuesheng", "houqinchu", "tushu",
	"ruanjian"}

func testKinds(t *testing.T, p *play, english, group bool) {
	p.update(func(b workgroup.Book) {
		now := p.Now().AddDate(0, 0, -1)
		r := p.College.OpenRound(b, "2020-01-30", nil, now)
		u, _ := workgroup.Units.Get(b, "lvyou")
		p.College.File(b, r, workgroup.Filing{Unit: u, By: workgroup.Speakers(b, u.ID)[0], Figures: workgroup.Figures{"home_quarantine_now": 4}, At: now, Now: now})
	})
	p.until("14:05")
	for i, k := range kinds {
		who, want := p.Head(speakers[i]), k.chinese
		if english {
			want = k.english
		}
		var where sandbox.Chat
		if group {
			where = p.Group
		}
		private, seen := len(who.Sees(nil)), len(who.Sees(p.Group))
		p.says(who, where, k.text)
		p.wait(time.Second)
		heard := p.heardSince(who, private, seen)
		switch {
		case want == "" || group && !k.group:
			if heard != "" {
				t.Errorf("%s: %q is answered: %s", k.name, k.text, heard)
			}
		case !strings.Contains(heard, want):
			t.Errorf("%s: %q is answered %q, want %q", k.name, k.text, heard, want)
		}
	}
}

func TestEachKindOfSentenceInPrivate(t *testing.T) {
	t.Parallel()
	testKinds(t, newPlay(t, Options{Roster: wholeCollege()}), false, false)
}

func TestEachKindOfSentenceInTheGroup(t *testing.T) {
	t.Parallel()
	testKinds(t, newPlay(t, Options{Roster: wholeCollege()}), false, true)
}

func TestEachKindOfSentenceInPrivateInEnglish(t *testing.T) {
	t.Parallel()
	testKinds(t, wholeEnglish(t, "13:50"), true, false)
}

func TestEachKindOfSentenceInTheGroupInEnglish(t *testing.T) {
	t.Parallel()
	testKinds(t, wholeEnglish(t, "13:50"), true, true)
}

// Called by its name in the group the bot answers what it would leave to colleagues.
func TestCalledByNameInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, p.Group, "@"+p.Telegram.BotName()+" 请问今天几点前报？")
	p.sees(he, nil, "软件学院今天还没报", "单位 14:30 前")
	p.says(he, p.Group, "软件学院居家隔离2人 @"+p.Telegram.BotName())
	p.sees(he, p.Group, "居家隔离 现有 2", "对吗？")
	p.says(he, nil, "请问几点截止？")
	if p.withText(he, nil, "单位 14:30 前") == nil {
		t.Error("the question is not answered")
	}
}

// “同上” under a colleague's report is read as that report, for the sender's own unit; alone it is asked.
func TestSameAsAbove(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	said := p.says(song, p.Group, "机电学院居家隔离2人，无发热")
	p.says(he, p.Group, "同上")
	p.sees(he, nil, "“同上”是同哪一条")
	he.Replies(said, "同上")
	p.settle()
	p.sees(he, p.Group, "【软件学院】", "居家隔离 现有 2", "对吗？")
	p.says(he, p.Group, "对")
	s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
	if len(s.Sources) != 2 || s.Sources[0].Message != said.ID || !strings.Contains(s.Sources[0].Text, "居家隔离2人") {
		t.Errorf("where the figure was said is not kept: %+v", s.Sources)
	}
	if _, filed := p.filed("jidian"); filed {
		t.Error("one word filed for both")
	}
	// The colleague's message is still theirs to edit.
	p.presses(song, p.Group, "确认报送")
	song.Edits(said, "机电学院居家隔离3人，无发热")
	p.settle()
	if p.withText(song, p.Group, "【机电工程学院】", "居家隔离 现有 3") == nil {
		t.Errorf("the edit is lost:\n%s", p.transcript(song, p.Group))
	}
}

// To whom a report is addressed is not of whom it is: of whom is asked, or told beside it.
func TestWhoIsAddressedIsNoPatient(t *testing.T) {
	t.Parallel()
	for words, group := range map[string]string{"王老师，我们有个学生确诊了": "学生", "老师，我院有人确诊了": "", "张老师您好，我院确诊一例": "", "各位老师，我院有学生疑似": "学生", "王老师确诊了": "教职工"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head := p.Head("ruanjian")
		p.says(head, nil, words)
		if group == "" {
			p.reads(head, nil, "紧急报告", "是什么人")
			p.presses(head, nil, "学生")
			group = "学生"
		}
		p.presses(head, nil, "刚刚")
		p.presses(head, nil, "启动紧急报告")
		if k := p.kase(); string(k.Group) != map[string]string{"学生": "student", "教职工": "staff"}[group] {
			t.Errorf("%s: %+v\n%s", words, k, p.transcript(head, nil))
		}
	}
}
