package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
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
		if m := sawIt.FindStringSubmatch(c); m != nil {
			c, seen, clauses = m[2], true, clauses+1
		}
		seen = seen || strings.Contains(c, "看") || lookedIt.MatchString(c)
		switch {
		case slices.Contains(letPass, c):
			passes = append(passes, c)
		case !slices.Contains(approving, c) && !lookedIt.MatchString(c):
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
