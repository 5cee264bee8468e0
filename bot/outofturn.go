package bot

import (
	"slices"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// steps are words of a step that is not the sender's now, and the command that says how far it has come and whose turn it is.
var steps = []struct {
	words   []string
	labels  []string
	command string
}{
	{[]string{"冻结", "冻结材料", "冻结研判材料", "冻结数据", "freeze", "freeze the pack"}, nil, "pack"},
	{[]string{"发群里", "发到群里"}, []string{"button/meeting-share"}, "meeting"},
	{[]string{"记为议定事项", "不记"}, []string{"button/decision-finish", "button/decision-write-owner", "button/decision-write-when",
		"button/decision-change-owner", "button/decision-change-when", "button/decision-change-text"}, "decisions"},
}

// outOfTurn answers words that are right and come at the wrong step, in private: with how far it has come and whose turn it is.
func (t *turn) outOfTurn() (bool, error) {
	word := bareWord(t.msg.Text)
	if t.edited || word == "" || len(word) > 60 {
		return false, nil
	}
	for _, one := range steps {
		// In English what stands on the buttons are words of any day.
		if !slices.Contains(one.words, word) && (word[0] < utf8.RuneSelf || !t.types(word, one.labels...)) {
			continue
		}
		c, _ := findCommand(one.command)
		return true, t.run(c, "")
	}
	switch {
	case t.readsPapers() && t.saysWhatToPress(word):
		return true, nil
	case letsPass(word), t.readsPapers() && all(word, finds) && t.paperStep() != "":
		t.nothingWaits(word)
		return true, nil
	case !paperWord(t, word):
		return false, nil
	case t.readsPapers():
		t.showPapers()
		return true, nil
	}
	return true, t.officesStep()
}

// paperWord tells whether a word is one of a step of a report to the authorities; in English they are words of any day.
func paperWord(t *turn, word string) bool {
	return (t.readsPapers() || word[0] >= utf8.RuneSelf) && (slices.Contains(reportsUp, word) || slices.ContainsFunc(card.PaperActs, func(a card.PaperAct) bool {
		return slices.Contains(paperVerbs[a.Name].words, word) || t.types(word, a.Label)
	}))
}

// reportsUp are words for all of them.
var reportsUp = []string{"上报", "提交", "提交上报", "报上去"}

// officesStep tells whoever reports that a step of a report to the authorities is the office's, and the head of a lead unit how far their own sheet
// has come, which is theirs.
func (t *turn) officesStep() error {
	round, err := t.round(t.today())
	if err == nil && slices.ContainsFunc(round.Leads, t.person.Speaks) {
		t.reply("refusal/"+string(workgroup.PaperCollege), workgroup.Facts{})
		return t.tellSheet("")
	}
	return workgroup.Refuse(workgroup.PaperCollege)
}

// nothingWaits says that nothing waits for a word of the sender's: of who lets reports pass, whose turn those on their way are.
func (t *turn) nothingWaits(word string) {
	if t.readsPapers() && (letsPass(word) || t.paperStep() != "") && len(workgroup.PapersOpen(t.b, t.today())) > 0 {
		t.showPapers()
		return
	}
	t.reply("say/no-such", workgroup.Facts{"word": word, "several": false})
}
