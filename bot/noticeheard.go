package bot

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// noticeAck is a word that a notice has come, and noAck is what makes it another thing.
	noticeAck = pattern.MustCompile(`收到|已阅|已读|已知|知悉|知道了|明白|好的|看到了|看过了|看了|^(?:ok|okay|received|noted|read)\b`)
	noAck     = pattern.MustCompile(`[吗么？?]|没|未|不|谁|什么`)
	// doneWords say that something is done.
	doneWords = pattern.MustCompile(`已办|[办做弄搞]好|[办做弄搞学报]完|办结|办妥|已经?(?:全部|都|按要求)?(?:[报交送]|上报|完成|落实|传达|学习|开展|排查|转发|部署|核对|核实|处理)|(?:完成|落实|[报交])了|(?i:\b(?:done|finished|completed|submitted|handed in)\b)`)
	// notDone says that it is not.
	notDone = pattern.MustCompile(`[还尚仍][没未在]|没有?[办弄做完搞报交]|没有?(?:落实|来得及)|未[办完报交]|未落实|正在|进行中|办不[了完]|来不及|(?i:\bnot (?:yet|quite|done|finished|complete)|\bin progress\b|\bstill (?:working|doing|waiting)\b)`)
)

// mostHeard is how many notices it is asked of which one a result is.
const mostHeard = 4

// owes are the notices that are still open and that ask something of the sender, newest first.
func (t *turn) owes(something func(workgroup.Notice, workgroup.Receipt) bool) []workgroup.Notice {
	var out []workgroup.Notice
	for _, n := range workgroup.RecentNotices(t.b) {
		if slices.ContainsFunc(n.OwnSeats(t.b, t.person), func(r workgroup.Receipt) bool { return something(n, r) }) {
			out = append(out, n)
		}
	}
	return out
}

// ackedNotice takes “收到” in private, which answers nothing else, for the weaker receipt of the one notice its sender has not
// answered, and says so; of several the list is shown.
func (t *turn) ackedNotice(r understand.Reading) (bool, error) {
	word := bareWord(t.msg.Text)
	short := slices.Contains(acks, word) || utf8.RuneCountInString(word) <= 2*aReceipt && noticeAck.MatchString(word) && !noAck.MatchString(word)
	if !t.firsthand() || !short || r.Urgent != understand.No {
		return false, nil
	}
	unread := t.owes(func(_ workgroup.Notice, r workgroup.Receipt) bool { return r.Waits() })
	switch len(unread) {
	case 0:
		return false, nil
	case 1:
	default:
		return true, t.unreadCommand("")
	}
	n := unread[0]
	if err := t.College.ReplyNotice(t.b, n.Key(), n.Version, t.person, t.said, t.now); err != nil {
		return true, err
	}
	t.mark("👌")
	t.reply("say/notice-heard", workgroup.Facts{"no": n.ID, "text": card.FirstLine(n.Text)},
		[]workgroup.Button{{Label: "button/notice-read", Verb: "read", Object: n.Key(), Version: n.Version}})
	return true, nil
}

// maybeResult asks whether words that say something is done, or count what the daily report does not ask, are the result of a notice
// that the sender has still to do.
func (t *turn) maybeResult(r understand.Reading) bool {
	if r.Kind == understand.Question || t.reportsToday(r) {
		return false
	}
	done := doneWords.MatchString(t.msg.Text)
	if !done && r.Kind == understand.Report && len(r.Fields) > 0 {
		unit, err := t.unitOf(r)
		done = err == nil && len(t.beside(r, unit, t.today())) > 0
	}
	if _, waits := t.readsBack(); !done || waits {
		return false
	}
	undone := t.owes(func(n workgroup.Notice, r workgroup.Receipt) bool {
		return n.Need == workgroup.NeedDone && !r.Done.Done()
	})
	if len(undone) == 0 {
		return false
	}
	t.asksResult(undone[:min(mostHeard, len(undone))], "say/notice-result-maybe", "button/notice-no-result", excerpt(t.msg.Text))
	return true
}

// asksResult keeps words until their writer says of which notice they are the result, if of any.
func (t *turn) asksResult(of []workgroup.Notice, text, no, words string) {
	var keys []string
	for _, n := range of {
		keys = append(keys, resultOf(n))
	}
	source := t.slip(slipResult, strings.Join(keys, "\n"), words)
	lines := []workgroup.Facts{}
	for _, n := range of {
		lines = append(lines, workgroup.Facts{"no": n.ID, "text": card.FirstLine(n.Text)})
	}
	rows := slipRows("button/notice-result", source, of, func(_ int, n workgroup.Notice) (string, workgroup.Facts) {
		return "in-" + n.Key(), workgroup.Facts{"no": n.ID}
	}, slipButton(no, source, "no", nil))
	t.reply(text, workgroup.Facts{"notices": lines, "words": words}, rows...)
}

// resultOf is a notice, and the version of it that something is done of.
func resultOf(n workgroup.Notice) string { return n.Key() + "/" + strconv.FormatUint(n.Version, 10) }

// resultWith keeps words as the result of the notice that was chosen, in the version that was asked about.
func (t *turn) resultWith(s workgroup.Slip, key string) error {
	for of := range strings.Lines(s.Of) {
		if of = strings.TrimSpace(of); strings.HasPrefix(of, key+"/") {
			n, err := t.did(of, s.Text)
			if err == nil {
				t.toast("toast/notice-did", false, workgroup.Facts{"no": n.ID, "late": n.LateAt(t.now)})
			}
			return err
		}
	}
	return workgroup.Refuse(workgroup.Changed)
}

// did keeps a result of a notice, and tells its writer.
func (t *turn) did(of, words string) (workgroup.Notice, error) {
	key, version, _ := strings.Cut(of, "/")
	v, _ := strconv.ParseUint(version, 10, 64)
	n, err := t.College.DoNotice(t.b, key, v, words, t.person, t.now)
	if err == nil {
		facts := t.College.NoticeFacts(t.b, n)
		facts["late"] = n.LateAt(t.now)
		t.reply("say/notice-done", facts)
	}
	return n, err
}
