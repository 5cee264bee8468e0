package bot

import (
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// kindsCalled are the kinds of case as people call them.
var kindsCalled = []struct {
	words *pattern.Pattern
	kind  workgroup.CaseKind
}{
	{pattern.MustCompile(`(?i)密接|密切接触|close contact`), workgroup.CaseContact},
	{pattern.MustCompile(`(?i)有?接触史|发热|发烧|exposure|fever`), workgroup.CaseExposed},
	{pattern.MustCompile(`(?i)封闭|隔离|lockdown|sealed|central quarantine`), workgroup.CaseSealed},
	{pattern.MustCompile(`(?i)疑似|suspected`), workgroup.CaseSuspected},
	{pattern.MustCompile(`(?i)确诊|confirmed`), workgroup.CaseConfirmed},
	{pattern.MustCompile(`(?i)入院|住院|hospital`), workgroup.CaseHospital},
}

// notKind is a kind that words deny (“不是确诊”).
var notKind = pattern.MustCompile(`(?i)(?:不是|并非|而非|不算|\bnot (?:a )?)[^，,。；;是]*`)

// kindIn is the one kind that words name; "": none, or several.
func kindIn(words string) (kind workgroup.CaseKind) {
	words = strings.ReplaceAll(notKind.ReplaceAllString(words, "，"), "居家隔离", "")
	for _, one := range kindsCalled {
		if !one.words.MatchString(words) {
			continue
		}
		if kind != "" && !(kind == workgroup.CaseContact && one.kind == workgroup.CaseExposed) {
			return ""
		}
		if kind == "" {
			kind = one.kind
		}
	}
	return kind
}

// kindInWords puts the kind of a case right as its holder writes it (“更正类型：密接”); where no one kind is named their words are kept with
// the case, and it is asked.
func (t *turn) kindInWords(k workgroup.Case, words string) error {
	kind := kindIn(words)
	if kind == "" || kind == k.Kind || strings.ContainsAny(words, "?？") {
		if err := t.addTo(k, t.remark(excerpt(t.msg.Text), t.said)); err != nil {
			return err
		}
		return t.askCaseKind(k.Key())
	}
	if err := t.pressDetail(k.Key(), "kind/"+string(kind)+"/"+string(k.Kind)); err != nil {
		return err
	}
	t.reply("say/case-done", workgroup.Facts{"code": k.Code(), "word": excerpt(t.msg.Text)})
	return nil
}

// askCaseKind asks what it is instead.
func (t *turn) askCaseKind(key string) error {
	k, ok := workgroup.Cases.Get(t.b, key)
	if !ok || !t.holds(k) || !k.Closed.IsZero() {
		return workgroup.Refuse(workgroup.Changed)
	}
	var others []workgroup.Button
	for _, kind := range workgroup.CaseKinds {
		if kind != k.Kind {
			others = append(others, workgroup.Button{Label: "button/case-kind", Facts: workgroup.Facts{"kind": kind}, Verb: "detail", Object: key + "/kind/" + string(kind) + "/" + string(k.Kind)})
		}
	}
	t.reply("say/case-which-kind", workgroup.Facts{"code": k.Code(), "kind": k.Kind}, card.InRows(2, others)...)
	return nil
}
