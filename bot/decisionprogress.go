package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// underWay says how far something has come: so much is done, and so much is left.
var underWay = pattern.MustCompile(`(?:还|仍|尚)(?:差|缺|剩|有)[^，,。；;]{0,8}[0-9一二两三四五六七八九十半几]|(?:剩下?|其余|余下)的?[^，,。；;]{0,8}(?:到位|完成|办|弄|做|送|报|补|[今明后][天晚早日])|(?:完成|办|做|弄|落实|备|联系|排查)了?(?:[0-9]{1,3}\s*%|百分之|一半|大半|过半|一部分|大部分|[0-9]+[^，,。；;]{1,6}了)|进度[^，,。；;]{0,6}(?:[0-9]|半)|正在(?:办|落实|推进|准备|联系|排查|采购|布置|安装)`)

// restDone says that what was left is done as well.
var restDone = pattern.MustCompile(`(?:剩下?|其余|余下)的?(?:也|都|全)`)

// progresses takes how far a decision of the sender's has come: the office reads it, and it stays open. It is of the one whose message is answered, that is
// called, or that the words name; else it is asked of which. What is of a case, or a report, is none.
func (t *turn) progresses(r understand.Reading) (bool, error) {
	if !underWay.MatchString(t.msg.Text) || restDone.MatchString(t.msg.Text) || len(r.Fields)+len(r.Rows) > 0 || r.Kind == understand.Question || r.Kind == understand.Leave || dailyReport.MatchString(t.msg.Text) {
		return false, nil
	}
	if d, called := t.decisionMeant(t.byCode(strings.TrimSpace(t.msg.Text))); called && d.Owes(t.b, t.person) {
		return true, t.tellsProgress(d, t.msg.Text)
	}
	of := t.theirs()
	named := namedBy(slices.Clone(of), t.msg.Text)
	_, waits := t.readsBack()
	switch {
	case len(of) == 0 || waits || len(t.casesInHand()) > 0:
		return false, nil
	case len(named) == 1:
		return true, t.tellsProgress(named[0], t.msg.Text)
	case len(named) > 1:
		of = named
	}
	t.asksOfWhich(of, slipProgress, "", t.msg.Text)
	return true, nil
}

// tellsProgress passes how far a decision has come on to the office, and says so.
func (t *turn) tellsProgress(d workgroup.Decision, words string) error {
	d, told, err := t.College.ReportProgress(t.b, d.Key(), excerpt(words), t.person, t.now)
	if err == nil {
		facts := t.College.DecisionFacts(t.b, d, t.now)
		facts["to"] = told
		t.reply("say/decision-progress-told", facts)
	}
	return err
}

// progressWith tells of the decision that was chosen with the words of a slip.
func (t *turn) progressWith(s workgroup.Slip, code string) error {
	d, ok := decisionOf(t.b, s, code)
	if !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := t.tellsProgress(d, s.Text); err != nil {
		return err
	}
	return t.noted(nil)
}
