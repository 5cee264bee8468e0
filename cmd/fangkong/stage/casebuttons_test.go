package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// The card of a case shows six buttons at most, those that it waits for; one press shows all of them on the same card, and another puts them away.
func TestACasesCardShowsSixButtons(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	holder, head := p.Holder(workgroup.DutyStaff), p.Head("ruanjian")
	p.until("14:05")
	p.says(head, nil, "我院一名学生确诊，刚接到医院电话")
	p.presses(head, nil, "启动紧急报告")
	p.presses(holder, nil, "我来接手")
	card := func() (last sandbox.Message, labels []string) {
		for _, m := range holder.Sees(nil) {
			if strings.HasPrefix(m.Text, "🚨") && len(m.Buttons) > 0 {
				last = m
			}
		}
		for _, row := range last.Buttons {
			for _, b := range row {
				labels = append(labels, b.Text)
			}
		}
		return last, labels
	}
	before, first := card()
	if len(first) > 6 || first[len(first)-1] != "更多…" {
		t.Errorf("at first: %q\n%s", first, p.transcript(holder, nil))
	}
	p.presses(holder, nil, "更多…")
	after, all := card()
	if after.ID != before.ID || len(all) < 13 || all[len(all)-1] != "收起" {
		t.Errorf("all of them: %q", all)
	}
	for _, label := range first[:len(first)-1] {
		if !strings.Contains(strings.Join(all, " "), label) {
			t.Errorf("%s is lost: %q", label, all)
		}
	}
	for _, label := range []string{"成立", "续报", "移交", "退回", "稍后", "电话记录", "更正类型"} {
		if !strings.Contains(strings.Join(all, " "), label) {
			t.Errorf("no %s: %q", label, all)
		}
	}
	p.presses(holder, nil, "收起")
	if _, again := card(); strings.Join(again, " ") != strings.Join(first, " ") {
		t.Errorf("put away: %q, want %q", again, first)
	}
	// What is pressed stands behind it: the card goes on as it was.
	p.presses(holder, nil, "续报")
	p.sees(holder, nil, "续报")
}

func TestACasesCardInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	holder, head := p.Holder(workgroup.DutyStaff), p.Head("ruanjian")
	p.until("14:05")
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(holder, nil, "I take it")
	p.presses(holder, nil, "More…")
	if p.withButton(holder, nil, "Give back") == nil || p.withButton(holder, nil, "Later") == nil {
		t.Error(p.transcript(holder, nil))
	}
	p.presses(holder, nil, "Less")
	if p.withButton(holder, nil, "Later") != nil {
		t.Error(p.transcript(holder, nil))
	}
}
