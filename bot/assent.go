package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// A yes, in whatever words and with whatever particles: it answers what is asked of its writer, or they read what to press. A mark alone would look like
// the thing done.

// What people answer to “对吗？”; only the whole message counts.
var (
	// lasting mean a read-back however long it has stood there.
	lasting = []string{"确认报送", "确认无误", "file it", "the figures are right", "figures are right"}
	// both settle even a doubt which of two numbers is right, as the button with these words does.
	both = []string{"数据无误", "确认无误", "无误", "the figures are right", "figures are right"}
	// plain are those that cannot be meant for somebody else in the group just after a read-back.
	plain = slices.Concat(lasting, both, []string{"是", "是的是的", "对", "对的", "对对", "对对对", "是的", "确认", "报送", "没错", "正确", "yes", "yep", "yeah", "right", "correct", "confirm", "confirmed",
		"i confirm", "confirm it", "that's right", "that is right", "it's right", "it is right", "that's correct", "that is correct", "it's correct", "it is correct", "all correct", "file"})
	// courtesies are as much a receipt of something else.
	courtesies = []string{"好", "好的", "行", "中", "嗯", "没问题", "没有问题", "ok", "okay", "sure", "fine", "looks good", "👌", "👍", "✅", "🆗"}
	// yes are all of them.
	yes = slices.Concat(plain, courtesies, []string{"可以", "同意", "我同意", "同意的", "agreed", "i agree"})
	no  = []string{"不对", "不是", "错了", "有误", "不正确", "修改", "要修改", "改一下", "no", "wrong", "that's wrong", "it's wrong", "not right", "that's not right", "it's not right",
		"incorrect", "not correct", "change", "change it"}
	// right are words that a figure, asked about, is so. “好的” only says that the question has come.
	right = slices.Concat(plain, []string{"没报错", "核实无误", "核对无误", "不用改", "不变"})
)

// What people answer to what is asked of a decision: nodOnly may be of anything that was told, and grants is of nothing else.
var (
	nodOnly = []string{"好", "好的", "好吧", "ok", "okay", "yes"}
	grants  = []string{"行", "行吧", "行的", "可以", "可以的", "可以吧", "准", "准了"}
)

// What people say of a report to the authorities.
var (
	// letPass are words of whoever lets it pass, for the step that waits for them.
	letPass = []string{"同意", "我同意", "同意了", "同意的", "同意上报", "签", "通过", "看过了没问题", "可以上报", "可以发", "可以发了", "可以报", "可以报了", "发吧", "报吧", "发出去吧", "通过吧", "同意吧", "sign it", "agree", "i agree", "agreed", "approved"}
	// finds are what people say of one that they find right; alone they are as much an answer to somebody else, and show it.
	finds = []string{"没问题", "可以", "可以的", "行", "行的", "行吧", "ok", "okay", "looks good", "看过了", "我看过了", "看了", "我看了", "已看", "看完了", "没意见", "我没意见", "没有意见", "无意见", "没有问题", "没啥问题", "no objection", "no problem"}
	// approving are what people say before or behind a word that lets something pass.
	approving = slices.Concat(yes, finds)
)

// sound are words that something is right, wherever they stand.
const sound = `没有?错|没有?问题|无误|属实|正确`

var (
	// yesClause is a clause that says yes and nothing else: “嗯嗯没错”, “是的没错啊”, “就这些”.
	yesClause = pattern.MustCompile(`^(?i:嗯|哦|对|是|` + sound + `|没毛病|确认|好|可以|行|中|同意|就是|就?这样|就?这些(?:人|数)?|就?这么多|就?这个数|okay|ok|yes|yep|yeah|right|correct|[的啊呀哈呢吧嘛哦啦噢了喔滴嘞，~～])+$`)
	// noYes only looks like a yes: it begins something else (“对了”), ends something (“好了”) or asks (“对吧”).
	noYes = pattern.MustCompile(`^(?:对|是|好|行)了+$|(?:对|是|是的|没问题|没错|正确|可以|行|中)[吧嘛]$`)
	// surely is what makes of a yes one that a figure is right; “好的” only says that a question has come.
	surely = pattern.MustCompile(`(?i)` + sound + `|对|确认|没毛病|是的|就是|就这|\b(?:yes|yep|yeah|right|correct)\b`)
	// vouches is what says of a figure, beside which it stands, that somebody has looked and it is right.
	vouches = pattern.MustCompile(sound + `|是对的|(?:核对|核实|确认|查|问)(?:过|对)了?|(?i)\b(?:is (?:right|correct)|checked)\b`)
	// consent is a yes with particles that still is no less: “同意吧”.
	consent = pattern.MustCompile(`^(?:我|都)?同意[的啊呀吧啦了]*$`)
)

// itIs and itIsNot answer whether something is so, whatever follows.
const (
	itIs    = `是的?|对的?|嗯+|没错|确认|就是|yes|yeah|yep|right`
	itIsNot = `不是的?|no`
)

// saysYes tells whether words say yes, and nothing else.
func saysYes(word string) bool {
	clauses := parts(word)
	if len(word) > 60 || len(clauses) == 0 || slices.Contains(no, word) {
		return false
	}
	return all(word, yes) || !slices.ContainsFunc(clauses, func(c string) bool { return !yesClause.MatchString(c) || noYes.MatchString(c) })
}

// agreesPlainly tells whether words say yes plainly enough to sign, or to put on record: “同意吧” does, “嗯嗯呢” and “对了” do not.
func agreesPlainly(word string) bool { return slices.Contains(yes, word) || consent.MatchString(word) }

// saysRight tells whether words say that something is right, and nothing else.
func saysRight(word string) bool {
	return all(word, plain) || saysYes(word) && surely.MatchString(word)
}

// opensWithYes is what stands behind a yes with which words begin: “可以，但是五要写具体点”.
func opensWithYes(text string) (behind string, opens bool) {
	clauses := clausesOf(strings.ToLower(text))
	if len(clauses) < 2 {
		return "", false
	}
	first := strings.TrimLeft(clauses[0], "原则上基本我们都也 ")
	return strings.Join(clauses[1:], "，"), saysYes(first) || letsPass(first) || slices.Contains(approving, first)
}

// talkAsks shows again what a filing that lies here asks, where a yes answers nothing of it: “指的是哪一项？” “对”.
func (t *turn) talkAsks() bool {
	d, lies := t.draftHere()
	if !lies || d.Doubtful == "" && !d.Picking || !saysYes(bareWord(t.msg.Text)) {
		return false
	}
	t.readAgain(d)
	return true
}

// yesUnheard tells whoever says yes while a question about their unit's figure waits, and does not answer it by that, what to press.
func (t *turn) yesUnheard(r understand.Reading) bool {
	word := bareWord(t.msg.Text)
	if _, opens := opensWithYes(t.msg.Text); !opens && !saysYes(word) || r.Urgent != understand.No {
		return false
	}
	return t.queriesAgain()
}

// queriesAgain shows the questions about their unit's figures that wait for the sender once more, with what to press; false where none does.
func (t *turn) queriesAgain() (told bool) {
	if !t.private() {
		return false
	}
	for _, q := range workgroup.QueriesOf(t.b, t.today()) {
		if !q.Open() || !t.person.Speaks(q.Unit) || q.Balance != nil {
			continue
		}
		facts := t.College.QueryFacts(t.b, q)
		facts["lead"], facts["unit"] = t.unitName(q.Lead), t.unitName(q.Unit)
		t.reply("say/query-waits", facts, []workgroup.Button{{Label: "button/query-mend", Verb: "mend", Object: q.Key()}, {Label: "button/query-stands", Verb: "stands", Object: q.Key()}})
		told = true
	}
	return told
}
