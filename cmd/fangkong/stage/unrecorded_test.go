package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// What a meeting has decided and nobody recorded does not vanish at midnight: the minutes hold it as still to be settled, and in the morning
// the office has the cards to settle it with.
func TestADecisionThatNobodyRecordsDoesNotVanish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	leader, office := p.Holder(workgroup.Leading), p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(leader, nil, "决定：加强门岗管理")
	p.until("23:59")
	p.until("00:05")
	p.reads(office, nil, "会议纪要（草稿），议定事项 0 项，另有 1 项待定")
	p.until("08:31")
	p.reads(office, nil, "1月31日 研判会有 1 项决定还没有记为议定事项", "决-0131-01（于思霖写）加强门岗管理")
	p.presses(office, nil, "写责任单位")
	p.says(office, nil, "学生处")
	p.presses(office, nil, "写时限")
	p.says(office, nil, "明天18点")
	p.presses(office, nil, "记为议定事项")
	p.decisionCard(p.Head("xuesheng"), "0131-01", "待收到", "加强门岗管理")
	// Settled, it is not told of again.
	p.until("23:59")
	p.until("08:31")
	if n := p.transcript(office, nil); strings.Count(n, "还没有记为议定事项") != 1 {
		t.Error("told of again")
	}
}
