package bot

import (
	"slices"

	"fangkong/bot/dialog"
	"fangkong/store/workgroup"
)

// noneOf are what people say to “指的是哪一项？” where it is none of what is offered; only the whole message counts.
var noneOf = []string{"都不是", "都不算", "都不属于", "哪个都不是", "哪项都不是", "哪一项都不是", "一个都不是", "以上都不是", "不是这些", "没有这一项", "没有这项", "没有合适的", "不属于这些", "不在这里面", "不在里面", "不算", "不用报",
	"none", "none of these", "none of them", "none of the above", "not one of these", "neither", "it is none of these"}

// isNoneOf takes words, or the button that says them, for such an answer: what was asked about is no figure of the report, and the others stay.
// A report of which nothing is left is not taken for a zero report, which its head would have to say.
func (t *turn) isNoneOf(d workgroup.Draft, unit workgroup.Unit) error {
	form := t.College.FormOn(d.Date)
	was, words := d.Figures.Clone(), d.Doubtful
	if base, asked := dialog.Homeless(form, d.Figures); base != "" && (asked == words || t.speaksOf(words, base)) {
		for _, k := range sorted(d.Figures) {
			if b, _, _ := k.Parts(); b == base {
				delete(d.Figures, k)
			}
		}
	}
	_, d.Doubtful = dialog.Homeless(form, d.Figures)
	d.AskNext()
	if len(d.Figures) == 0 && !d.Zero && d.Asked == "" && d.Doubtful == "" {
		return workgroup.Refuse(workgroup.NoneLeft, "unit", unit.Named())
	}
	d.Left = was
	t.talk(d, false)
	return nil
}

// saysNoneOf tells whether the words are that answer.
func (t *turn) saysNoneOf(d workgroup.Draft, meant bool) bool {
	return d.Doubtful != "" && d.Asked == "" && slices.Contains(noneOf, bareWord(t.msg.Text)) && (meant || t.justShown(d))
}
