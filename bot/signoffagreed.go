package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

var (
	// letPass are words of whoever lets a report pass, for the step that waits for them.
	letPass = []string{"同意", "我同意", "同意了", "同意的", "同意上报", "签", "通过", "看过了没问题", "可以上报", "可以发", "可以发了", "可以报", "可以报了", "发吧", "报吧", "发出去吧", "通过吧", "同意吧", "sign it", "agree", "i agree", "agreed", "approved"}
	// finds are what people say of a report that they find right; alone they are as much an answer to somebody else, and show it.
	finds = []string{"没问题", "可以", "looks good", "看过了", "我看过了", "看了", "我看了", "已看", "看完了", "没意见", "我没意见", "没有意见", "无意见", "没有问题", "没啥问题", "no objection", "no problem"}
	// consents are an answer to anything; where a report waits for one they show it.
	consents = []string{"ok", "okay", "行", "行的", "行吧", "可以的"}
	// approving are what people say before or behind a word that lets something pass.
	approving = slices.Concat(yes, finds)
)

// besideApproval is what a message says beside words of approval (“没问题，同意”); the whole of it where that is no one thing.
func besideApproval(word string) string {
	if len(word) > 120 {
		return word
	}
	marks := "，,。、！!；;\n　"
	if word != "" && word[0] >= utf8.RuneSelf {
		marks += " " // in English words stand apart anyway
	}
	var passes, left []string
	seen, clauses := false, 0
	for _, c := range strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		c, clauses = strings.TrimSpace(c), clauses+1
		seen = seen || strings.Contains(c, "看")
		switch {
		case slices.Contains(letPass, c):
			passes = append(passes, c)
		case !slices.Contains(approving, c):
			left = append(left, c)
		}
	}
	switch {
	case len(left) == 1:
		return left[0]
	case len(left) == 0 && len(passes) > 0:
		return passes[len(passes)-1]
	case len(left) == 0 && seen && clauses > 1:
		return "看过了没问题"
	}
	return word
}

// letsPass tells whether a message lets something pass, and says nothing else.
func letsPass(word string) bool { return slices.Contains(letPass, besideApproval(word)) }

// agreesTo is the step of a report that waits for the sender; one where nobody's report does: such words mean other things as well.
func (t *turn) agreesTo() string {
	if t.writesPaper() || t.writesDecision() || t.deskHere().Expect == workgroup.SumDesk || t.yesWaits() || len(t.pleasHere()) > 0 {
		return ""
	}
	return t.paperStep()
}

// paperStep is the step of a report on its way that waits for the sender; "" for none.
func (t *turn) paperStep() string {
	for _, name := range []string{"check", "review", "sign"} {
		a, _ := card.PaperActOf(name)
		if found, waits := t.papersFor(a); waits && slices.ContainsFunc(found, func(p workgroup.Paper) bool { return p.State != workgroup.PaperReviewed || name == "sign" }) {
			return name
		}
	}
	return ""
}
