package stage

import (
	"testing"
)

// A deadline that names a day and no hour is asked by the hour, one that names nothing by the day; what can be read is read.
func TestADeadlineIsAskedShortly(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "houqinchu", "ruanjian")})
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	decides := func(when string) { p.says(office, nil, "决定：加强消毒，由后勤处负责，"+when+"完成") }
	decides("2月3日中午前")
	p.decisionCard(office, "0131-01", "时限：2月3日 12:00前", "对吗？")
	decides("本周内")
	p.decisionCard(office, "0131-02", "时限：2月2日前")
	decides("明天下班前")
	p.decisionCard(office, "0131-03", "时限：待定", "2月1日下班前是几点前？")
	p.presses(office, nil, "17:30")
	p.decisionCard(office, "0131-03", "时限：2月1日 17:30前", "对吗？")
	decides("尽快")
	p.decisionCard(office, "0131-04", "“尽快”是哪天前？")
	p.presses(office, nil, "写时限")
	p.says(office, nil, "抓紧")
	p.sees(office, nil, "“抓紧”没有定到哪天", "周五前")
	p.says(office, nil, "2月3日下班前")
	p.sees(office, nil, "2月3日下班前是几点前")
	p.says(office, nil, "18点")
	p.decisionCard(office, "0131-04", "时限：2月3日 18:00前")
	// At eight in the evening the working day is over: another day is meant.
	p.until("20:05")
	decides("下班前")
	p.decisionCard(office, "0131-05", "1月31日下班前是几点前？")
	p.presses(office, nil, "24:00")
	p.decisionCard(office, "0131-05", "时限：1月31日前")
}
