package workgroup

import "time"

// Annex is one of the things that hang on a pack (附件).
type Annex string

// The annexes of a pack, in the order in which they are offered. The first three are of the moment at which it was frozen.
const (
	WorkbookAnnex   Annex = "workbook"   // 汇总表
	AttendanceAnnex Annex = "attendance" // 报送情况图
	TrendAnnex      Annex = "trend"      // 人数走势图
	PapersAnnex     Annex = "papers"     // 待审上报件
	ProblemsAnnex   Annex = "problems"   // 未办结的议定事项
	NoticesAnnex    Annex = "notices"    // 未阅通知
	DutyAnnex       Annex = "duty"       // 今晚值班
)

// PackAnnexes are all of them, in order.
var PackAnnexes = []Annex{WorkbookAnnex, AttendanceAnnex, TrendAnnex, PapersAnnex, ProblemsAnnex, NoticesAnnex, DutyAnnex}

// there tells whether a pack has that annex: nobody is offered an empty one.
func (a Annex) there(b Book, now time.Time) bool {
	switch a {
	case PapersAnnex:
		return len(PapersWaiting(b, DateOf(now))) > 0
	case ProblemsAnnex:
		for range OpenDecisions.Each(b, "") {
			return true
		}
		return false
	case NoticesAnnex:
		return len(OpenNotices(b)) > 0
	case DutyAnnex:
		return HasRota(b)
	}
	return true
}

// Annexes are the buttons below a pack, two a row: of those annexes that there are.
func (c College) Annexes(b Book, p Pack, now time.Time) (rows [][]Button) {
	for _, a := range PackAnnexes {
		if !a.there(b, now) {
			continue
		}
		one := Button{Label: "button/annex-" + string(a), Verb: "annex", Object: p.Key() + "/" + string(a)}
		if n := len(rows); n > 0 && len(rows[n-1]) == 1 {
			rows[n-1] = append(rows[n-1], one)
		} else {
			rows = append(rows, []Button{one})
		}
	}
	return rows
}
