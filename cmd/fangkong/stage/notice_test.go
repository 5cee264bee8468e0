package stage

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

func (p *play) office() *sandbox.Person { return p.Person("zhao-wangpu") }

// publishes has the office publish a notice, with these changes of its draft on the way.
func (p *play) publishes(text string, changes ...string) workgroup.Notice {
	p.t.Helper()
	p.says(p.office(), nil, "/notice "+text)
	for _, label := range changes {
		p.presses(p.office(), nil, label)
	}
	if toast := p.presses(p.office(), nil, "发布"); !strings.Contains(toast, "已发布") {
		p.t.Fatalf("published with %q", toast)
	}
	return p.notice()
}

// notice is the newest one.
func (p *play) notice() (n workgroup.Notice) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		n, _ = workgroup.Notices.Get(b, workgroup.NumberKey(workgroup.Office(b).LastNotice))
	})
	return n
}

// onNotice is the notice as it stands in the group.
func (p *play) onNotice() sandbox.Message {
	p.t.Helper()
	for _, m := range slices.Backward(p.Group.Posts()) {
		if m.From.Bot && strings.Contains(m.Text, "通知第") {
			return m
		}
	}
	p.t.Fatalf("no notice stands in the group")
	return sandbox.Message{}
}

func (p *play) noticeSays(words ...string) {
	p.t.Helper()
	for _, w := range words {
		if m := p.onNotice(); !strings.Contains(m.Text, w) {
			p.t.Errorf("the notice in the group should say %q:\n%s", w, m.Text)
		}
	}
}

// receipts asks for a notice's receipts as the office, and fails unless they hold all the words.
func (p *play) receipts(ask string, words ...string) string {
	p.t.Helper()
	before := p.shown(p.office(), nil).ID
	p.says(p.office(), nil, ask)
	var all strings.Builder
	for _, m := range p.office().Sees(nil) {
		if m.ID > before && m.From.Bot {
			all.WriteString(m.Text + "\n")
		}
	}
	for _, w := range words {
		if !strings.Contains(all.String(), w) {
			p.t.Errorf("the receipts should say %q:\n%s", w, all.String())
		}
	}
	return all.String()
}

const dawn = "各单位：明天起每日晨检，请遵照执行。"

func TestANoticeIsPreviewedPublishedAndRead(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	office, head := p.office(), p.Head("ruanjian")
	p.says(office, nil, "/notice "+dawn)
	p.sees(office, nil, "还没有发布", dawn, "一般，只需已阅", "每位负责人，应阅 66", "发在群里，并私聊每人一份")
	if len(p.Group.Standing()) != 0 || p.count(head, nil) > 1 {
		t.Fatal("somebody read it before it was published")
	}
	p.presses(office, nil, "每单位一人")
	p.sees(office, nil, "应阅 33")
	if toast := p.presses(office, nil, "发布"); toast != "✅ 通知第 1 号已发布，应阅 33" {
		t.Errorf("published with %q", toast)
	}
	p.sees(office, nil, "通知第 1 号已发布", "已发在群里，并私聊每人一份")
	p.noticeSays("📢 通知第 1 号（一般）", dawn, "看过请按「已阅」", "已阅 0/33")
	p.sees(head, nil, dawn, "您还没有按「已阅」")
	// One press in the group, one in private.
	if toast := p.presses(head, p.Group, "已阅"); !strings.Contains(toast, "✅ 已阅 09:00，1/33") {
		t.Errorf("read with %q", toast)
	}
	p.wait(5 * time.Second)
	p.noticeSays("已阅 1/33")
	p.sees(head, nil, "已阅（何望桥）")
	p.presses(p.Head("jidian"), nil, "已阅")
	p.wait(20 * time.Minute)
	p.noticeSays("已阅 2/33")
	// Pressed again: when it was first, and by whom.
	if toast := p.presses(head, p.Group, "已阅"); toast != "您已于 09:00 阅" {
		t.Errorf("read again with %q", toast)
	}
	if toast := p.presses(p.Person("xie-silan"), p.Group, "已阅"); toast != "何望桥已于 09:00 阅" {
		t.Errorf("read by the unit's other head with %q", toast)
	}
	if n := p.notice(); n.Read != 2 || p.events(workgroup.NoticeRead) != 2 {
		t.Errorf("counted %d, noted %d", n.Read, p.events(workgroup.NoticeRead))
	}
}

func TestManyReadersAreOneEditedCount(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.publishes(dawn, "每单位一人")
	m := p.onNotice()
	for _, u := range p.Roster.Units {
		_, err := p.Head(u.ID).Presses(&m, "已阅")
		must(t, err)
	}
	p.settle()
	p.wait(time.Minute)
	p.noticeSays("已阅 33/33")
	edits := 0
	for _, e := range p.Telegram.Transcript() {
		if e.What == sandbox.Edited && e.Chat == p.Group.ID() && e.Message == m.ID {
			edits++
		}
	}
	if edits == 0 || edits > 5 {
		t.Errorf("33 presses made %d edits", edits)
	}
}

func TestADeputyReadsForAHeadAndAReplyCountsLess(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.publishes(dawn)
	deputy := p.Person("gao-songlin")
	if toast := p.presses(deputy, p.Group, "已阅"); !strings.Contains(toast, "（代阅）") {
		t.Errorf("a deputy reads with %q", toast)
	}
	p.sees(p.Head("huli"), nil, "已阅（高松霖代阅）")
	m := p.onNotice()
	for i, ack := range []string{"收到", "1", "OK"} {
		said := p.Head([]workgroup.UnitID{"jidian", "jiaowu", "xuesheng"}[i]).Replies(&m, ack)
		p.settle()
		p.marked(said, "👌")
	}
	p.wait(10 * time.Second)
	p.noticeSays("已阅 2/66，另 3 只回复“收到”") // both heads of the deputy's unit
	p.sees(p.Head("jidian"), nil, "您回复过“收到”，还没有按「已阅」")
	// A thumb up is a reply as well; a heart broken is none.
	must(t, p.Head("ruanjian").Reacts(&m, "👍"))
	must(t, p.Head("houqin").Reacts(&m, "💔"))
	must(t, p.zhang().Reacts(&m, "👍"))
	p.settle()
	p.wait(10 * time.Second)
	p.noticeSays("已阅 2/66，另 4 只回复“收到”")
	// Somebody it is not for, and a reply that says more: nothing of the bot's.
	p.silent(p.office(), p.Group, "chatter under a notice", func() {
		p.zhang().Replies(&m, "收到")
		p.Head("houqin").Replies(&m, "这个通知我有意见")
		p.settle()
	})
	p.says(p.office(), nil, "/unread")
	p.sees(p.office(), nil, "已阅 2/66", "只回复“收到”", "未阅")
	p.presses(p.Head("jidian"), p.Group, "已阅")
	p.wait(10 * time.Second)
	p.noticeSays("已阅 3/66，另 3 只回复“收到”")
}

func TestAReadingIsTakenBackInFiveMinutes(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.publishes(dawn)
	head := p.Head("ruanjian")
	p.presses(head, nil, "已阅")
	p.wait(time.Minute)
	card := *p.withButton(head, nil, "撤回已阅")
	if toast := p.presses(head, nil, "撤回已阅"); !strings.Contains(toast, "仍为未阅") {
		t.Errorf("taken back with %q", toast)
	}
	p.sees(head, nil, "您还没有按「已阅」")
	p.wait(time.Minute)
	p.noticeSays("已阅 0/66")
	p.presses(head, nil, "已阅")
	p.wait(6 * time.Minute)
	press, err := head.PressesData(&card, fmt.Sprintf("unread:%s:1", p.notice().Key()))
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已过五分钟") {
		t.Errorf("too late with %q", text)
	}
}

// Whoever has no copy of their own is told where a press can be taken back, and can.
func TestADeputyTakesAReadingBack(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn)
	deputy := p.Person("gao-songlin")
	if toast := p.presses(deputy, p.Group, "已阅"); !strings.Contains(toast, "五分钟内私聊发 /unread 可撤回") {
		t.Errorf("told %q", toast)
	}
	p.says(deputy, nil, "/unread")
	p.sees(deputy, nil, "您刚按了「已阅」的通知", "第 1 号")
	if toast := p.presses(deputy, nil, "第 1 号 撤回已阅"); !strings.Contains(toast, "仍为未阅") || p.notice().Read != 0 {
		t.Errorf("taken back with %q, %d read", toast, p.notice().Read)
	}
}

func TestWhatIsToBeDoneAsksForItsResultInPrivate(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.publishes(dawn, "要办结", "1月31日 18:00 前")
	head := p.Head("ruanjian")
	p.noticeSays("1月31日 18:00 前办结", "已办 0/66")
	p.presses(head, p.Group, "已阅")
	p.wait(30 * time.Minute)
	if toast := p.presses(head, p.Group, "已办"); !strings.Contains(toast, "私聊") {
		t.Errorf("done in the group: %q", toast)
	}
	p.sees(head, nil, "请用几句话写办理结果")
	p.says(head, nil, "已组织晨检，张同学请假一天")
	p.sees(head, nil, "结果已记下")
	p.wait(time.Minute)
	p.noticeSays("已阅 1/66，已办 1/66")
	for _, m := range p.Group.Posts() {
		if strings.Contains(m.Text, "张同学") {
			t.Errorf("the group reads a result: %s", m.Text)
		}
	}
	p.receipts("/receipts 1", "通知第 1 号回执", "已送达 66", "软件学院 何望桥：1月31日 09:00 已阅（0 分钟）", "1月31日 09:30 已办（何望桥）：已组织晨检，张同学请假一天", "软件学院 谢思岚：未阅，已送达", "中位数 0 分钟")
	// Somebody else who asks is told whose it is.
	p.says(head, nil, "/receipts 1")
	p.sees(head, nil, "只对防控办开放")
}

func TestTheUnreadAreAskedInPrivateThenNamedThenListed(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.publishes(dawn, "每单位一人", "重要")
	for _, u := range p.Roster.Units[2:] {
		p.presses(p.Head(u.ID), p.Group, "已阅")
	}
	first, second, reader := p.Head(p.Roster.Units[0].ID), p.Head(p.Roster.Units[1].ID), p.Head(p.Roster.Units[2].ID)
	p.until("09:59")
	before := p.shown(first, nil).ID
	p.silent(reader, nil, "whoever has read is not asked", func() { p.until("10:01") })
	if p.shown(first, nil).ID == before {
		t.Error("nobody was asked after an hour")
	}
	p.sees(first, nil, "已催 1 次")
	if strings.Contains(p.onNotice().Text, "⏰") {
		t.Error("the group reads names before its time")
	}
	posts := len(p.Group.Standing())
	p.until("12:01")
	p.sees(first, nil, "已催 2 次")
	p.noticeSays("⏰ 还没有阅：护理学院、" + p.Roster.Units[1].Name)
	if len(p.Group.Standing()) != posts {
		t.Errorf("naming them left another post: %d, now %d", posts, len(p.Group.Standing()))
	}
	// A name goes when its unit reads.
	p.presses(first, p.Group, "已阅")
	p.wait(time.Minute)
	if m := p.onNotice(); strings.Contains(m.Text, "护理学院") || !strings.Contains(m.Text, p.Roster.Units[1].Name) {
		t.Errorf("after one has read:\n%s", m.Text)
	}
	p.until("13:01")
	p.sees(p.office(), nil, "还没有阅", "已阅 32/33", p.Roster.Units[1].Name, "催 2 次", second.Name(), "139-", "请电话联系")
	p.silent(second, nil, "the ladder has ended", func() { p.until("13:55") })
	p.receipts("回执 1", p.Roster.Units[1].Name+"：未阅，已送达，催 2 次")
}

func TestAtNightAnOrdinaryNoticeAsksNobody(t *testing.T) {
	t.Parallel()
	p := early(t, "19:30")
	p.says(p.office(), nil, "/notice "+dawn)
	p.presses(p.office(), nil, "发布")
	head := p.Head("ruanjian")
	p.silent(head, nil, "quiet hours", func() { p.until("06:59") })
	p.until("07:01")
	p.sees(head, nil, "已催 1 次")
}

func TestANewVersionIsReadAnew(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.publishes(dawn)
	head, office := p.Head("ruanjian"), p.office()
	p.presses(head, nil, "已阅")
	old := p.onNotice()
	posts := len(p.Group.Standing())
	p.presses(office, nil, "改版")
	p.sees(office, nil, "通知第 1 号的新内容")
	p.says(office, nil, "通知改为后天起晨检。")
	p.sees(office, nil, "通知第 1 号的新版本（还没有发布）", "通知改为后天起晨检", "以前的已阅不算")
	p.presses(office, nil, "发布")
	p.wait(time.Minute)
	p.noticeSays("第 2 版", "内容有更新", "后天起", "已阅 0/66")
	if len(p.Group.Standing()) != posts {
		t.Error("a new version is another standing post")
	}
	p.sees(head, nil, "第 2 版", "您还没有按「已阅」")
	press, err := head.PressesData(&old, old.Buttons[0][0].Data)
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已更新为第 2 版") {
		t.Errorf("a button of the old version: %q", text)
	}
	p.presses(head, p.Group, "已阅")
	p.receipts("/receipts", "第 2 版", "已阅 1/66")
}

func TestARecalledNoticeSaysWhyAndItsButtonsAreOver(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn)
	head, office := p.Head("ruanjian"), p.office()
	p.presses(head, nil, "已阅")
	old := p.onNotice()
	p.presses(office, nil, "撤回通知")
	p.sees(office, nil, "请写原因")
	p.says(office, nil, "日期写错了")
	p.sees(office, nil, "群里和私聊都会看到原因", "日期写错了", "按「撤回通知」才撤回")
	p.presses(office, nil, "撤回通知")
	p.sees(office, nil, "已撤回，原因：日期写错了")
	p.wait(2 * time.Minute)
	m := p.onNotice()
	if !strings.Contains(m.Text, "已撤回：日期写错了") || strings.Contains(m.Text, "晨检") || len(m.Buttons) != 0 {
		t.Errorf("the recalled notice reads:\n%s", m.Text)
	}
	p.sees(p.Head("jidian"), nil, "已撤回：日期写错了")
	press, err := head.PressesData(&old, old.Buttons[0][0].Data)
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "通知第 1 号已于") || !strings.Contains(text, "日期写错了") {
		t.Errorf("a button of a recalled notice: %q", text)
	}
	p.silent(head, nil, "a recalled notice asks nobody", func() { p.until("13:30") })
}

func TestANoticeFromAMessageOfTheGroup(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.office()
	// Words that stand in the group already.
	said := p.says(office, p.Group, "请各单位今天上报物资缺口。")
	office.Replies(said, "/notice")
	p.settle()
	p.sees(office, nil, "还没有发布", "物资缺口")
	// A file: the notice stands under it, with a few words.
	p.presses(office, nil, "放弃")
	office.SendsDocument(p.Group, "通知.pdf", []byte("x"), "/notice 见文件。")
	p.settle()
	p.sees(office, nil, "见文件。", "附件为群里所回复的那条消息")
	// Another one does not wipe it; alone the command shows it again.
	p.says(office, nil, "/notice 另一份")
	p.sees(office, nil, "还有一份通知没有发布", "见文件。", "「放弃」", "/notice")
	p.says(office, nil, "/notice")
	p.sees(office, nil, "还没有发布", "见文件。")
	p.presses(office, nil, "放弃")
	file := office.SendsDocument(p.Group, "附件.docx", []byte("x"), "")
	office.Replies(file, "/notice 见附件，请遵照执行。")
	p.settle()
	p.sees(office, nil, "见附件，请遵照执行", "附件为群里所回复的那条消息")
	p.presses(office, nil, "发布")
	p.noticeSays("见附件", "附件见所回复的消息")
	if m := p.onNotice(); m.ReplyTo != file.ID {
		t.Errorf("it replies to %d, not to the file %d", m.ReplyTo, file.ID)
	}
	// The file goes along in private, and goes with the notice.
	head := p.Head("ruanjian")
	has := func() (files int) {
		for _, m := range head.Sees(nil) {
			if m.File != nil && m.File.Name == "附件.docx" && strings.Contains(m.Text, "通知第 1 号的附件") {
				files++
			}
		}
		return files
	}
	if p.withText(head, nil, "附件另发给您") == nil || has() != 1 {
		t.Errorf("%d files:\n%s", has(), p.transcript(head, nil))
	}
	p.presses(office, nil, "改版")
	p.says(office, nil, "见附件，请严格执行。")
	p.presses(office, nil, "发布")
	p.wait(time.Minute)
	if has() != 1 {
		t.Errorf("%d files after a new version", has())
	}
	p.recalls("发错了附件")
	p.wait(time.Minute)
	if has() != 0 {
		t.Error("a recalled notice leaves its file")
	}
	// Asked for, forwarded; in private no file.
	p.says(office, nil, "/notice")
	p.sees(office, nil, "请发通知的内容", "3400")
	office.SendsDocument(nil, "附件.docx", []byte("x"), "")
	p.settle()
	p.sees(office, nil, "请先发到工作群")
	office.SendsDocument(nil, "附件.docx", []byte("x"), "/notice 见附件")
	p.settle()
	p.sees(office, nil, "请先发到工作群")
	office.Forwards(nil, "教育厅：做好开学准备。", "教育厅")
	p.settle()
	p.sees(office, nil, "还没有发布", "做好开学准备")
	// A deadline in words, and people by name.
	p.presses(office, nil, "另写时间")
	p.says(office, nil, "2月1日 9:30")
	p.sees(office, nil, "2月1日 09:30 前")
	p.presses(office, nil, "指定人员")
	p.says(office, nil, "何望桥、没这人")
	p.sees(office, nil, "名册里没有：没这人")
	p.says(office, nil, "何望桥、王秋禾")
	p.sees(office, nil, "指定人员（何望桥、王秋禾），应阅 2")
	p.presses(office, nil, "发布")
	p.noticeSays("请在 2月1日 09:30 前按「已阅」", "已阅 0/2")
}

func TestNoticesThatCannotGoOut(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office, head := p.office(), p.Head("ruanjian")
	before := p.shelves("notices", "receipts", "noticedrafts")
	// Too long is said before anything is published.
	p.says(office, nil, "/notice "+strings.Repeat("长", 3900))
	p.sees(office, nil, "这份通知有 3900 字", "最多 3400 字")
	// Not the office's, in private and in the group.
	p.says(head, nil, "/notice 大家好")
	p.sees(head, nil, "只对防控办开放")
	p.says(head, p.Group, "/notice 大家好")
	p.says(office, nil, "/receipts 99")
	p.sees(office, nil, "没有“99”这一号通知")
	if after := p.shelves("notices", "receipts", "noticedrafts"); len(after) != len(before) {
		t.Errorf("something was kept: %v", after)
	}
	// Published twice, from a button of before; and one given up.
	p.says(office, nil, "/notice "+dawn)
	old := *p.withButton(office, nil, "发布")
	p.presses(office, nil, "重要")
	press, err := office.PressesData(&old, old.Buttons[len(old.Buttons)-1][0].Data)
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已有变化") {
		t.Errorf("a button of the draft before its change: %q", text)
	}
	now := *p.withButton(office, nil, "发布")
	p.presses(office, nil, "发布")
	press, err = office.PressesData(&now, now.Buttons[len(now.Buttons)-1][0].Data)
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "处理过") {
		t.Errorf("published twice: %q", text)
	}
	if n := p.events(workgroup.NoticePublished); n != 1 {
		t.Errorf("%d notices", n)
	}
	p.says(office, nil, "/notice 又一份")
	if toast := p.presses(office, nil, "放弃"); !strings.Contains(toast, "没有发布") {
		t.Errorf("given up with %q", toast)
	}
	p.sees(office, nil, "草稿已结束")
}

func TestPressesThatAreNobodys(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	n := p.publishes(dawn)
	m := p.onNotice()
	before := p.shelves("notices", "receipts")
	for _, c := range []struct {
		who        *sandbox.Person
		data, want string
	}{
		{p.zhang(), m.Buttons[0][0].Data, "不是发给您的"},
		{p.newcomer("钱", "多"), m.Buttons[0][0].Data, "还不认识您"},
		{p.Head("ruanjian"), "read:" + workgroup.NumberKey(99) + ":1", "不再有效"},
		{p.Head("ruanjian"), "read:" + n.Key() + ":9", "已更新"},
		{p.Head("ruanjian"), "did:" + n.Key() + ":1", "不再有效"},
		{p.Head("ruanjian"), "unread:" + n.Key() + ":1", "处理过"},
		{p.Head("ruanjian"), "receipts:" + n.Key() + ":0", "只对防控办"},
		{p.Head("ruanjian"), "publish::0", "只对防控办"},
		{p.Head("ruanjian"), "recall:" + n.Key() + ":0", "不再有效"}, // in the group
		{p.office(), "notice:class/none:0", "处理过"},
		{p.office(), "read:../:1", "不再有效"},
	} {
		press, err := c.who.PressesData(&m, c.data)
		must(t, err)
		p.settle()
		if text, _, ok := press.Answered(); !ok || !strings.Contains(text, c.want) {
			t.Errorf("%s presses %s and reads %q, not %q", c.who.Name(), c.data, text, c.want)
		}
	}
	after := p.shelves("notices", "receipts")
	for key := range after {
		if after[key] != before[key] {
			t.Errorf("%s changed", key)
		}
	}
}

func TestANoticeThatIsDeletedStandsAgain(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.forgives("message to edit not found", "message to delete not found", "MESSAGE_ID_INVALID", "message can't be edited")
	p.publishes(dawn)
	m := p.onNotice()
	p.Group.Promotes(p.office())
	must(t, p.office().Deletes(&m))
	head := p.Head("ruanjian")
	p.presses(head, nil, "已阅")
	p.wait(time.Minute)
	p.noticeSays("已阅 1/66")
}

func TestTheFourthNoticeOfADayGoesOutInPrivate(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	for i := range 3 {
		p.publishes(fmt.Sprintf("第%d份", i+1))
	}
	posts := len(p.Group.Standing())
	p.says(p.office(), nil, "/notice 第四份")
	p.sees(p.office(), nil, "今天群里的通知已满，这一份只私聊")
	p.presses(p.office(), nil, "发布")
	if len(p.Group.Standing()) != posts {
		t.Error("the fourth stands in the group")
	}
	p.sees(p.Head("ruanjian"), nil, "第四份")
	p.says(p.office(), nil, "/notice 第五份")
	p.presses(p.office(), nil, "紧急")
	p.sees(p.office(), nil, "今天群里的通知已满，这一份只私聊")
	p.presses(p.office(), nil, "发布")
	p.sees(p.office(), nil, "只私聊，没有发群里", "没阅的先私聊催，最后把名单交给您")
	if len(p.Group.Standing()) != posts {
		t.Error("a pressing one is a post too many")
	}
	p.sees(p.Head("ruanjian"), nil, "第五份")
}

func TestWhoCannotBeReachedIsNamedToTheOffice(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00", "he-wangqiao")
	p.says(p.office(), nil, "/notice "+dawn)
	p.sees(p.office(), nil, "私聊送不到：何望桥")
	p.presses(p.office(), nil, "发布")
	p.sees(p.office(), nil, "私聊送不到：何望桥", "请电话告知")
	p.receipts("/receipts 1", "软件学院 何望桥：未阅，私聊未送达", "软件学院 谢思岚：未阅，已送达", "已送达 65")
	// Who has no private chat reads in the group, and writes no result there.
	silent := p.Person("he-wangqiao")
	if toast := p.presses(silent, p.Group, "已阅"); strings.Contains(toast, "撤回") {
		t.Errorf("told to take it back where there is no copy: %q", toast)
	}
	p.says(silent, p.Group, "/unread")
	p.sees(silent, p.Group, "请先私聊")
}

func TestMyOwnUnreadNotices(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn)
	head := p.Head("ruanjian")
	p.says(head, p.Group, "/unread")
	p.sees(head, nil, "您还没有按「已阅」的通知", "第 1 号（一般）各单位：明天起每日晨检")
	if toast := p.presses(head, nil, "第 1 号 已阅"); !strings.Contains(toast, "✅ 已阅") {
		t.Errorf("read from the list with %q", toast)
	}
	p.wait(6 * time.Minute)
	p.says(head, nil, "未阅")
	p.sees(head, nil, "没有未阅的通知")
	// “收到” under a list is of all that it lists.
	p.publishes("另一份")
	p.publishes("又一份")
	p.says(head, nil, "未阅")
	list := p.sees(head, nil, "第 2 号", "第 3 号")
	head.Replies(&list, "收到")
	p.settle()
	p.view(func(b workgroup.Book) {
		for no := uint64(2); no < 4; no++ {
			if n, _ := workgroup.Notices.Get(b, workgroup.NumberKey(no)); n.Replied != 1 {
				t.Errorf("notice %d: %d replied", no, n.Replied)
			}
		}
	})
	for _, label := range []string{"第 2 号 已阅", "第 3 号 已阅"} {
		p.presses(head, nil, label)
	}
	p.wait(6 * time.Minute)
	// However many there are, all are listed, one's own first.
	for i := range 9 {
		p.publishes(fmt.Sprintf("第%d份", i+1))
	}
	p.wait(time.Minute)
	before := p.shown(head, nil).ID
	p.says(head, nil, "未阅")
	var listed []string
	for _, m := range head.Sees(nil) {
		if m.ID > before && m.From.Bot {
			listed = append(listed, m.Text)
		}
	}
	if all := strings.Join(listed, "\n"); len(listed) != 2 || strings.Count(all, "· 第") != 9 {
		t.Errorf("listed:\n%s", all)
	}
}

// Receipts survive a power cut between the press and its showing.
func TestAReceiptSurvivesAPowerCut(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn)
	p.presses(p.Head("ruanjian"), nil, "已阅")
	must(t, p.Fall())
	must(t, p.Skip("10:30"))
	must(t, p.Raise())
	p.settle()
	if n := p.notice(); n.Read != 1 {
		t.Errorf("%d read after the cut", n.Read)
	}
	p.until("13:01")
	p.sees(p.Head("jidian"), nil, "已催 1 次")
}

func TestNoticesInEnglish(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	office, head := p.office(), p.Head("ruanjian")
	for _, who := range []*sandbox.Person{office, head} {
		p.says(who, nil, "/language")
		p.presses(who, nil, "English")
	}
	p.says(office, nil, "/notice Masks are handed out at noon.")
	p.sees(office, nil, "A new notice (not published)", "Ordinary, to be read", "For: each head, 66 readers", "In the group, and to each in private")
	p.presses(office, nil, "To be done")
	p.presses(office, nil, "By 31 January 18:00")
	p.sees(office, nil, "to be done by 31 January 18:00")
	if toast := p.presses(office, nil, "Publish"); toast != "✅ Notice 1 is out, to 66 readers" {
		t.Errorf("published with %q", toast)
	}
	p.sees(head, nil, "Notice 1 (ordinary)", "Masks are handed out", "You have not pressed “Read”")
	if toast := p.presses(head, p.Group, "已阅"); !strings.Contains(toast, "✅ Read at 09:00: 1/66. For five minutes") {
		t.Errorf("read with %q", toast)
	}
	if toast := p.presses(head, nil, "Done"); toast != "" {
		t.Errorf("done with %q", toast)
	}
	p.sees(head, nil, "what came of it")
	p.says(head, nil, "All handed out")
	p.sees(head, nil, "the result is kept")
	p.receipts("/receipts 1", "Receipts of notice 1", "delivered 66", "School of Software 何望桥: read 31 January 09:00 (0 min)", "done 31 January 09:00 (何望桥): All handed out", "not read, delivered")
	p.says(office, nil, "/unread")
	p.sees(office, nil, "Read 1/66, done 1/66", "Not read:")
	p.presses(office, nil, "Recall")
	p.says(office, nil, "wrong day")
	p.sees(office, nil, "will read why", "wrong day", "only when you press “Recall”")
	p.presses(office, nil, "Recall")
	p.sees(office, nil, "Notice 1 is recalled: wrong day")
	if m := p.withText(head, nil, "Recalled: wrong day", "Nothing is to be read"); m == nil {
		t.Errorf("the reader is not told:\n%s", p.transcript(head, nil))
	}
}

// Sixty-six results of a thousand letters are read whole, over several messages.
func TestLongResultsAreShownWhole(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	n := p.publishes(dawn, "要办结", "1月31日 18:00 前")
	long := strings.Repeat("办", 990)
	p.until("18:30")
	p.update(func(b workgroup.Book) {
		for _, u := range p.Roster.Units {
			for _, head := range workgroup.Speakers(b, u.ID) {
				if head.Holds(workgroup.Head) {
					_, err := p.College.DoNotice(b, n.Key(), 1, string(u.ID)+long+"终", head, p.Now())
					must(t, err)
				}
			}
		}
	})
	said := p.receipts("/receipts", "回执 1/", "已办 66/66", "，逾时")
	if n := strings.Count(said, "终"); n != 66 {
		t.Errorf("%d results are read to their end", n)
	}
}

func TestANoticeThatSoundsLikeACaseIsAskedAbout(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.silent(p.zhang(), nil, "a draft is no alarm", func() {
		p.says(p.office(), nil, "/notice")
		p.says(p.office(), nil, "软件学院一名学生今天确诊，请各单位排查。")
	})
	p.sees(p.office(), nil, "像是提到了病例", "不能出现个人病情")
	p.says(p.office(), nil, "/notice "+dawn)
	if m := p.shown(p.office(), nil); strings.Contains(m.Text, "病例") {
		t.Errorf("an ordinary notice is asked about: %s", m.Text)
	}
}

// At the deadline the office has the list of those who have not done it, over as many messages as it takes.
func TestWhatIsNotDoneInTimeIsListed(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	n := p.publishes(dawn, "重要", "要办结", "1月31日 18:00 前")
	p.update(func(b workgroup.Book) {
		for _, who := range workgroup.Holders(b, workgroup.Head) {
			_, _, _, err := p.College.ReadNotice(b, n.Key(), 1, who, p.Now())
			must(t, err)
		}
	})
	head := p.Head("ruanjian")
	p.silent(head, nil, "all have read", func() { p.until("13:50") })
	p.until("16:00")
	p.sees(head, nil, "已催 1 次")
	p.until("18:01")
	for page := 1; page <= 3; page++ {
		if m := p.withText(p.office(), nil, "到时间还没有办结", fmt.Sprintf("（%d/3）", page), "（已阅，未办）"); m == nil {
			t.Errorf("page %d of the list is missing:\n%s", page, p.transcript(p.office(), nil))
		}
	}
}

// Who is asked for a result and writes the daily report has reported.
func TestAReportIsNoResult(t *testing.T) {
	t.Parallel()
	p := early(t, "14:05")
	p.publishes(dawn, "要办结")
	head := p.Head("ruanjian")
	p.presses(head, nil, "已办")
	p.says(head, nil, "居家隔离2人，无发热")
	p.presses(head, nil, "确认报送")
	if s, ok := p.filed("ruanjian"); !ok || s.Figures["home_quarantine_now"] != 2 {
		t.Errorf("filed %+v %v", s, ok)
	}
	if n := p.notice(); n.Did != 0 {
		t.Error("the report was taken for a result")
	}
	// In reply to the question it is the result, whatever it sounds like.
	p.presses(head, nil, "已办")
	ask := p.withText(head, nil, "请用几句话写办理结果")
	head.Replies(ask, "已落实居家隔离2人")
	p.settle()
	if n := p.notice(); n.Did != 1 {
		t.Errorf("the result was not kept:\n%s", p.transcript(head, nil))
	}
}

// What the office has called important and is not read stands in the director's summary, and never in the group's.
func TestUnreadImportantNoticesStandInTheSummary(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "14:05")
	p.publishes(dawn)
	p.publishes("今晚封楼演练。", "重要", "每单位一人")
	p.publishes("立即开窗通风。", "紧急", "每单位一人")
	p.presses(p.Head("ruanjian"), nil, "已阅")
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "/summary")
	said := p.sees(director, nil, "第 3 号（紧急）立即开窗通风。：已阅 1/33", "第 2 号（重要）今晚封楼演练。：已阅 0/33").Text
	if strings.Contains(said, "晨检") || strings.Index(said, "第 3 号") > strings.Index(said, "第 2 号") {
		t.Errorf("the summary:\n%s", said)
	}
	p.says(director, nil, "/summary 昨天")
	p.lacks(director, nil, "封楼演练")
	p.says(p.office(), p.Group, "/summary")
	p.lacks(director, p.Group, "封楼演练。：")
}
