package stage

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/bot/square"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

var startLink = regexp.MustCompile(`https://t\.me/fangkong_bot\?start=([A-Za-z0-9_-]{1,64})`)

// links are what stands behind “start=” in the links that somebody of the office has in private, oldest first.
func (p *play) links(office *sandbox.Person) (out []string) {
	for _, m := range office.Sees(nil) {
		if found := startLink.FindStringSubmatch(m.Text); found != nil {
			out = append(out, found[1])
		}
	}
	return out
}

// invited has the office make a link.
func (p *play) invited(office *sandbox.Person, whom string) string {
	p.t.Helper()
	before := len(p.links(office))
	p.says(office, nil, "/invite "+whom)
	all := p.links(office)
	if len(all) != before+1 {
		p.t.Fatalf("no link came of /invite %s:\n%s", whom, p.transcript(office, nil))
	}
	return all[len(all)-1]
}

// opens has somebody open a link, and the house answer.
func (p *play) opens(who *sandbox.Person, payload string) {
	p.t.Helper()
	who.Starts(payload)
	p.settle()
}

// invitePlay is an office with one head whom the college does not know yet, and who has not started.
func invitePlay(t *testing.T, o Options) (p *play, office, he *sandbox.Person) {
	o.Strangers = append(o.Strangers, "he-wangqiao")
	p = newPlay(t, o, o.Strangers...)
	return p, p.Holder(workgroup.Staff), p.Person("he-wangqiao")
}

func TestALinkRegistersItsPersonOnce(t *testing.T) {
	t.Parallel()
	p, office, he := invitePlay(t, Options{})
	p.until("14:05")
	link := p.invited(office, "何望桥")
	p.sees(office, nil, "转发给本人", "不要发到群里")
	// What the link says is kept nowhere once the office has it.
	_, secret, _ := strings.Cut(link, "_")
	p.view(func(b workgroup.Book) {
		for _, shelf := range []string{"letters", "sent", "cards", "desks", "invites", "errands"} {
			b.Walk(shelf, "", "", func(key string, value []byte) bool {
				if bytes.Contains(value, []byte(secret)) {
					t.Errorf("%s %s holds the link", shelf, key)
				}
				return true
			})
		}
	})
	n := p.count(office, nil)
	p.opens(he, link)
	p.sees(he, nil, "已登记：何望桥", "软件学院 负责人")
	if who, ok := p.account(he); !ok || who.ID != "he-wangqiao" || !who.Reachable() {
		t.Fatalf("registered as %+v", who)
	}
	if p.events(workgroup.InviteMade) != 1 || p.events(workgroup.InviteUsedUp) != 1 {
		t.Error("the journal lacks a line")
	}
	p.sees(office, nil, "何望桥 已用链接登记", "撤销")
	if p.count(office, nil) != n+1 {
		t.Error("who made the link is told once")
	}
	// By themselves again it changes nothing; by somebody else neither, and the office hears of it, once.
	before := p.shelves()
	p.opens(he, link)
	p.sees(he, nil, "您已登记：何望桥")
	p.unchanged(before, "one’s own link again")
	forger := p.newcomer("钱", "多")
	p.opens(forger, link)
	p.sees(forger, nil, "已经有人用过", "我是＋单位＋姓名")
	for _, who := range p.holders(workgroup.Admin, workgroup.Director, workgroup.Staff) {
		p.sees(who, nil, "又有人点开", "钱多")
	}
	if _, known := p.account(forger); known {
		t.Error("a used link has registered somebody")
	}
	n = p.count(office, nil)
	p.opens(forger, link)
	if p.count(office, nil) != n {
		t.Error("the office is told of one account once")
	}
	// Whoever is registered by a link files at once, and the office can take it back.
	p.says(he, nil, "零报告")
	p.presses(he, nil, "确认报送")
	if s, ok := p.filed("ruanjian"); !ok || s.By != "he-wangqiao" {
		t.Errorf("filed %+v", s)
	}
	p.presses(office, nil, "撤销")
	if _, known := p.account(he); known {
		t.Error("taken back, and still known")
	}
	// Their own link again is over, and no misuse.
	n = p.count(office, nil)
	p.opens(he, link)
	p.sees(he, nil, "这个链接已作废")
	if p.count(office, nil) != n {
		t.Errorf("the office is told of somebody as of another:\n%s", p.transcript(office, nil))
	}
}

// The link stands above its text as a picture, for who stands beside the office’s telephone: the same link, and no other copy of it
// when Telegram’s answer is lost on the way.
func TestALinkComesWithItsPicture(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]sandbox.Fault{"": {}, "refused for now": {Kind: sandbox.Flood, RetryAfter: 3, Method: "sendPhoto"}, "before it arrives": {Kind: sandbox.Cut, Method: "sendPhoto"},
		"after it arrived": {Kind: sandbox.Cut, After: true, Method: "sendPhoto"}} {
		t.Run(name, func(t *testing.T) {
			p, office, he := invitePlay(t, Options{})
			p.forgives("Too Many Requests")
			if fault.Method != "" {
				p.Telegram.Fail(fault)
			}
			p.says(office, nil, "/invite 何望桥")
			p.wait(time.Minute)
			links := p.links(office)
			want := 1
			if fault.After {
				want = 2 // nobody can know whether it arrived; both copies are the same
			}
			if len(links) != want || links[0] != links[len(links)-1] {
				t.Fatalf("links %q", links)
			}
			drawn, err := square.PNG("https://t.me/fangkong_bot?start=" + links[0])
			must(t, err)
			for _, m := range office.Sees(nil) {
				if strings.Contains(m.Text, links[0]) && (m.File == nil || !bytes.Equal(m.File.Data, drawn)) {
					t.Error("the picture is not that of the link")
				}
			}
			p.opens(he, links[0])
			p.sees(he, nil, "已登记：何望桥")
		})
	}
}

func TestLinksThatDoNotRegister(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil func(p *play, office, he *sandbox.Person, link string) string
		says  string
	}{
		"expired": {func(p *play, _, _ *sandbox.Person, link string) string {
			p.clock.set(p.Now().Add(7 * 24 * time.Hour))
			p.settle()
			return link
		}, "已过期"},
		"revoked": {func(p *play, office, _ *sandbox.Person, link string) string {
			if toast := p.presses(office, nil, "作废"); !strings.Contains(toast, "已作废 1 条") {
				p.t.Errorf("revoked with %q", toast)
			}
			if toast := p.presses(office, nil, "作废"); !strings.Contains(toast, "处理过") {
				p.t.Errorf("revoked again with %q", toast)
			}
			return link
		}, "已作废"},
		"replaced by a newer one": {func(p *play, office, _ *sandbox.Person, link string) string {
			p.invited(office, "何望桥")
			return link
		}, "已作废"},
		"cut short":          {func(_ *play, _, _ *sandbox.Person, link string) string { return link[:len(link)-1] }, "没有复制完整"},
		"of another number":  {func(_ *play, _, _ *sandbox.Person, link string) string { return "i9" + link[strings.Index(link, "_"):] }, "没有复制完整"},
		"made up":            {func(*play, *sandbox.Person, *sandbox.Person, string) string { return "i1_AAAAAAAAAAAAAAAAAAAAAAAAAA" }, "没有复制完整"},
		"a number too large": {func(*play, *sandbox.Person, *sandbox.Person, string) string { return "izzzzzzzzzzzzzzzzz_A" }, "口令不对"},
	} {
		t.Run(name, func(t *testing.T) {
			p, office, he := invitePlay(t, Options{})
			link := c.spoil(p, office, he, p.invited(office, "何望桥"))
			before := p.shelves("people", "accounts", "invites")
			p.opens(he, link)
			p.sees(he, nil, c.says)
			if after := p.shelves("people", "accounts", "invites"); !maps.Equal(before, after) {
				t.Error("the link has changed something")
			}
			if _, known := p.account(he); known {
				t.Error("registered all the same")
			}
		})
	}
}

func TestALinkOfSomebodyElse(t *testing.T) {
	t.Parallel()
	p, office, he := invitePlay(t, Options{})
	link := p.invited(office, "何望桥")
	other := p.Head("huli")
	before := p.shelves()
	p.opens(other, link)
	p.sees(other, nil, "这个链接是给别人的", "您已登记为")
	p.unchanged(before, "somebody else’s link")
	p.opens(he, link)
	p.sees(he, nil, "已登记：何望桥")
}

// A head whose account is known opens a link with a new telephone, or somebody has got hold of it: the office decides.
func TestALinkOfSomebodyWhoHasAnAccount(t *testing.T) {
	t.Parallel()
	p, office, he := invitePlay(t, Options{})
	link := p.invited(office, "何望桥")
	p.says(he, nil, "我是软件学院何望桥")
	p.presses(office, nil, "是 何望桥")
	fresh := p.newcomer("何", "新号")
	p.opens(fresh, link)
	p.sees(fresh, nil, "等待防控办登记")
	if _, known := p.account(fresh); known {
		t.Fatal("known before the office decided")
	}
	p.opens(fresh, link)
	p.sees(fresh, nil, "等待防控办登记")
	p.presses(office, nil, "换了号")
	if who, _ := p.account(fresh); who.ID != "he-wangqiao" {
		t.Errorf("the new telephone is %+v", who)
	}
	if _, known := p.account(he); known {
		t.Error("the old telephone is known still")
	}
	p.says(office, nil, "/invite 何望桥")
	p.sees(office, nil, "何望桥已登记，不用链接")
}

func TestALinkOfAUnitAsksWhoOneIs(t *testing.T) {
	t.Parallel()
	p, office, he := invitePlay(t, Options{})
	p.until("14:05")
	link := p.invited(office, "软件学院")
	stranger := p.newcomer("孔", "明")
	p.opens(he, link)
	asked := p.sees(he, nil, "软件学院。您是哪一位")
	if n := len(asked.Buttons); n != 2 {
		t.Errorf("%d people to choose from: %+v", n-1, asked.Buttons)
	}
	// A button alone is no link.
	stranger.Starts()
	p.settle()
	press, err := stranger.PressesData(stranger.Last(nil), asked.Buttons[0][0].Data)
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已有变化") {
		t.Errorf("a forged button: %q", text)
	}
	if toast := p.presses(he, nil, "我是 何望桥"); !strings.Contains(toast, "已登记") {
		t.Errorf("chosen with %q", toast)
	}
	if who, _ := p.account(he); who.ID != "he-wangqiao" {
		t.Errorf("registered as %+v", who)
	}
	p.opens(stranger, link)
	p.sees(stranger, nil, "已经有人用过")
	p.says(office, nil, "/invite 软件学院")
	p.sees(office, nil, "都已登记")
}

func TestTwoPeopleOpenTheLinkOfAUnit(t *testing.T) {
	t.Parallel()
	p, office, he := invitePlay(t, Options{})
	link := p.invited(office, "软件学院")
	other := p.newcomer("孔", "明")
	p.opens(other, link)
	old := *p.withButton(other, nil, "我是 何望桥")
	p.opens(he, link)
	p.presses(he, nil, "我是 何望桥")
	press, err := other.Presses(&old, "我是 何望桥")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已经有人用过") {
		t.Errorf("the second to choose: %q", text)
	}
	p.sees(office, nil, "又有人点开", "孔明") // as the second has just been told
	if _, known := p.account(other); known {
		t.Error("two people are one")
	}
}

func TestWhoCanBeReached(t *testing.T) {
	t.Parallel()
	strangers := []workgroup.PersonID{"he-wangqiao", "lv-jinglin"}
	p := newPlay(t, Options{Strangers: strangers}, append(strangers, "wang-qiuhe")...)
	office := p.Person("zhao-wangpu")
	heads := 0
	for _, who := range p.Roster.People {
		if who.Holds(workgroup.Head) {
			heads++
		}
	}
	p.says(office, nil, "/invite")
	counts := func(reached int) string {
		return strconv.Itoa(reached) + "/" + strconv.Itoa(heads) + " 位负责人可私聊"
	}
	p.sees(office, nil, counts(heads-2), "还没登记（2 人）", "软件学院 何望桥", "没私聊过助手（1 人）", "王秋禾", "/invite 加姓名")
	if toast := p.presses(office, nil, "为还没登记的 2 人生成链接"); !strings.Contains(toast, "已生成 2 条") {
		t.Errorf("made with %q", toast)
	}
	links := p.links(office)
	if len(links) != 2 {
		t.Fatalf("%d links", len(links))
	}
	p.sees(office, nil, "上面 2 条", "逐条转发")
	// The board follows: one registers, one blocks the bot.
	for _, link := range links {
		p.opens(p.Person("he-wangqiao"), link)
	}
	p.Head("jidian").Blocks()
	p.settle()
	p.wait(time.Minute)
	board := p.coverage(office)
	for _, words := range []string{counts(heads - 2), "还没登记（1 人）", "没私聊过助手（1 人）", "屏蔽）了助手（1 人）"} {
		if !strings.Contains(board, words) {
			t.Errorf("the board lacks %q:\n%s", words, board)
		}
	}
	if strings.Contains(board, "何望桥") {
		t.Errorf("who is registered is on it still:\n%s", board)
	}
	// Nobody else sees it or makes links, and in the group it is answered in private.
	before := p.shelves("invites")
	p.says(p.Head("huli"), nil, "/invite 何望桥")
	p.sees(p.Head("huli"), nil, "只对防控办开放")
	n := len(p.Group.Standing())
	p.says(office, p.Group, "/invite@fangkong_bot 吕景霖")
	if len(p.links(office)) != 3 || len(p.Group.Standing()) != n {
		t.Error("a link asked for in the group goes to the private chat, and nowhere else")
	}
	if len(p.shelves("invites")) != len(before)+1 {
		t.Error("a head has made a link")
	}
}

// coverage is the newest board of who can be reached.
func (p *play) coverage(office *sandbox.Person) string {
	for _, m := range slices.Backward(office.Sees(nil)) {
		if strings.Contains(m.Text, "位负责人可私聊") || strings.Contains(m.Text, "heads get private messages") {
			return m.Text
		}
	}
	return ""
}

func TestLinksInEnglish(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	sample.College.Language = workgroup.English
	p, office, he := invitePlay(t, Options{Settings: &sample})
	t.Cleanup(p.spoke)
	p.says(office, nil, "/invite")
	p.sees(office, nil, "heads get private messages", "Not registered", "何望桥")
	link := p.invited(office, "School of Software")
	p.sees(office, nil, "Please forward the message above", "never to the group")
	p.opens(he, link)
	p.sees(he, nil, "Who are you?")
	p.presses(he, nil, "I am 何望桥")
	p.sees(he, nil, "Registered: 何望桥", "head")
	p.sees(office, nil, "has registered by link")
	forger := p.newcomer("Kong", "Ming")
	p.opens(forger, link)
	p.sees(forger, nil, "was used before")
	p.sees(office, nil, "was opened by another account")
	p.opens(forger, link[:len(link)-1])
	p.sees(forger, nil, "wrong or incomplete")
	p.says(office, nil, "/invite School of Software")
	p.sees(office, nil, "is registered")
	p.presses(office, nil, "Undo")
	link = p.invited(office, "何望桥")
	p.presses(office, nil, "Revoke")
	p.opens(he, link)
	p.sees(he, nil, "was revoked")
	p.presses(office, nil, "Links for the 1 not registered")
	p.sees(office, nil, "Please forward the message above")
}
