package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// A question to a unit is said in one's own words, and so is whether it has answered; which item it is about is asked where the words do not
// say. Whose ledger one wants is said too.
func TestAQuestionToAUnitIsSaid(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	lead, nurse, he, director := p.Head("xuesheng"), p.Head("huli"), p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(nurse, nil, "居家隔离12人，学生12人，老师0人")
	p.presses(nurse, nil, "报送")
	p.zero("ruanjian")

	p.says(lead, nil, "护理学院答了吗")
	p.sees(lead, nil, "今天没有问过护理学院")
	p.says(lead, nil, "退回护理学院，居家隔离12人是不是多了？")
	p.sees(lead, nil, "已问护理学院：居家隔离 现有（居家隔离12人是不是多了？）")
	p.sees(nurse, nil, "学生处汇总学生数据，请护理学院核对今天所报（第1版）的 居家隔离 现有，学生 12", "居家隔离12人是不是多了？")
	p.says(lead, nil, "护理学院 那边答了吗？")
	p.sees(lead, nil, "今天的询问（护理学院）", "护理学院 居家隔离 现有", "未答")
	p.says(director, nil, "都答了吗")
	p.sees(director, nil, "今天的询问\n", "未答")
	p.says(nurse, nil, "10")
	for _, n := range []string{"0", "2"} {
		p.says(nurse, nil, n)
	}
	p.presses(nurse, nil, "确认报送")
	p.says(lead, nil, "护理学院答复了没有")
	p.sees(lead, nil, "已更正，学生 12→10")

	// Which item it is about is asked, with the words kept.
	p.says(lead, nil, "退回软件学院：昨天那几个学生呢？")
	p.sees(lead, nil, "要问软件学院哪一项？", "昨天那几个学生呢？")
	p.presses(lead, nil, "滞留湖北")
	p.sees(lead, nil, "已问软件学院：滞留湖北")
	p.sees(he, nil, "滞留湖北", "昨天那几个学生呢？")
	if q := p.queries(); len(q) != 2 || q[1].Item != "hubei_now" || q[1].Words != "昨天那几个学生呢？" {
		t.Errorf("asked %+v", q)
	}
	p.says(lead, nil, "退回机电工程学院")
	p.sees(lead, nil, "机电工程学院还没有报送，没有可问的数")
	p.says(lead, nil, "退回财务处，发热人数不对")
	p.sees(lead, nil, "财务处的数不由您这里汇总")

	// What may tell of a case is asked about as well.
	p.says(lead, nil, "退回护理学院，他们有个学生今天确诊了，怎么报的是0")
	if !strings.Contains(p.transcript(lead, nil), "已问护理学院：确诊") || !strings.Contains(p.transcript(lead, nil), "本单位人员、今日新发生的吗") {
		t.Errorf("not asked whether it is a case:\n%s", p.transcript(lead, nil))
	}

	// Ledgers and sheets by name, to whom they are for.
	p.says(director, nil, "看一下护理学院的台账")
	p.sees(director, nil, "护理学院日台账 1月31日")
	p.says(lead, nil, "软件学院的日台账")
	p.sees(lead, nil, "软件学院日台账")
	p.says(he, nil, "我院的台账呢")
	p.sees(he, nil, "软件学院日台账")
	p.says(he, nil, "护理学院的台账")
	p.sees(he, nil, "这份台账不归您看")
	p.says(director, nil, "学生处的汇总表")
	p.cardSays(director, "逐项查看", "学生处：学生汇总")
	p.silent(director, p.Group, "a ledger is not for the group", func() { p.says(director, p.Group, "护理学院的台账") })
	p.says(he, nil, "发一下全院的汇总表")
	p.sees(he, nil, "统一由防控办上报")
	p.says(director, nil, "重点人员台账")
	p.sees(director, nil, "没看懂")
}

// What a unit says yesterday was stands beside what it filed then, which the ledger goes on from.
func TestTheLedgerShowsWhatAUnitSaysYesterdayWas(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.yesterday(map[workgroup.UnitID]workgroup.Count{"ruanjian": 2})
	he, lead := p.Head("ruanjian"), p.Head("xuesheng")
	p.until("14:05")
	p.says(he, nil, "居家隔离3人（学生3人、老师0人），昨日居家隔离4人，新增居家隔离1人，解除居家隔离0人")
	p.presses(he, nil, "报送")
	p.says(he, nil, "台账")
	p.sees(he, nil, "昨日 2 ＋ 新增 1 − 解除 0 ＝ 现有 3", "软件学院自报昨日 4，昨日所报是 2，按所报接")
	p.says(lead, nil, "学生处的台账")
	p.lacks(lead, nil, "自报昨日") // it is not said of students alone
}
