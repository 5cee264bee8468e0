package bot

import (
	"fmt"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// asksNumber asks under which number a report to the authorities stands in the register.
	asksNumber = pattern.MustCompile(`(?:报告|上报件|上报稿|情况报告|文件|公文|件|备案|登记)的?(?:是|最新|的)*(?:编号|文号|号码|号数|备案号|第?几号|多少号)|^(?:编号|文号|备案号)|(?:编号|文号|备案号)(?:是|呢|到|多少|第?几)|编到.{0,3}几号|(?i)\bnumber\b.{0,24}\breport|\breport\b.{0,24}\bnumber\b`)
	// ofOtherNumbers are words of what is numbered otherwise.
	ofOtherNumbers = pattern.MustCompile(`通知|决定|议定|事项|急|案|电话|手机|学号|工号|(?i)notice|decision|case|phone`)
)

// tellPaperNumber tells the numbers of a date's reports, how far those have come that have none, and where today's has none the newest there is.
func (t *turn) tellPaperNumber(q bookQuestion) (bool, error) {
	lines, numbered := []workgroup.Facts{}, false
	for p := range workgroup.Papers.Each(t.b, string(q.date)+"/") {
		lines = append(lines, t.PaperFacts(t.b, p))
		numbered = numbered || p.Entry != ""
	}
	facts := workgroup.Facts{"date": q.date, "lines": lines, "newest": nil, "drafters": workgroup.DraftersNamed(t.b), "past": q.date < t.today()}
	if last, ok := t.newestEntry(); ok && !numbered && q.date == t.today() {
		p, _ := workgroup.Papers.Get(t.b, last.Paper)
		facts["newest"] = t.PaperFacts(t.b, p)
	}
	t.reply("say/paper-number", facts)
	return true, nil
}

// newestEntry is the last line of the register, of this year or the one before.
func (t *turn) newestEntry() (workgroup.PaperEntry, bool) {
	year := t.now.In(t.College.Zone).Year()
	for _, y := range []int{year, year - 1} {
		if e, ok := workgroup.PaperEntries.Last(t.b, fmt.Sprintf("%04d/", y)); ok {
			return e, true
		}
	}
	return workgroup.PaperEntry{}, false
}
