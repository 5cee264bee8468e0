package bot

import (
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// topicsOfUnits are the questions which units have reported what, or nothing.
func topicsOfUnits() []topic {
	return []topic{
		{pattern.MustCompile(`^(?:请问|还有|有)*(?:谁|哪些?(?:个|家|几家|几个)?(?:单位|学院|部门|处室)?|几家|多少家?(?:单位|学院)?)(?:还)?(?:没有?|未)(?:上报|报送|报|交|写|发)(?:过)?的?工作动态(?:的|了|呢)*$|^(?i:which units have (?:sent )?no work notes)$`), (*turn).tellNoNotes},
		{pattern.MustCompile(`^(?:现在|目前|一共|总共|共|有)*零报告?的?(?:一共|共|有|是)*(?:几|多少|哪)(?:家|个|些)*(?:单位|学院)?[了呢啊]?$|^(?:有|一共|共)*(?:几|多少|哪些?)(?:家|个)?(?:单位|学院)?(?:是|报了?)*(?:的)?零报告?(?:的|了)*$|^(?i:(?:how many|which) (?:units )?(?:filed|reported) (?:zero|nothing))$`), (*turn).tellZeros},
		{pattern.MustCompile(`^[比和跟](?:昨天|昨日)?的?(?:又|要)?(?:多|少|增加|减少|增|减)(?:了|出)?(?:几|多少)(?:个|人|名|例)*(.{2,12}?)的?(?:人|的|了|呢)*$`), (*turn).tellFigure},
		{pattern.MustCompile(`^(?:现在|目前|今天)*有(?:没有)?(.{2,10}?)的?(?:人|学生|老师)?(?:没有?|吗|么)?[ ，,、？?]+(?:都?是|都?在)?(?:哪|哪个|哪些|哪家|哪几个)(?:学?院|单位|部门)?的?$`), (*turn).tellByUnit},
		{pattern.MustCompile(`^(.{2,12}?)的?[那这]?[0-9一二两三四五六七八九十]+(?:个|人|名|例|位)人?(?:都|全|全部)?是(?:学生|老师|教师|教职工|教工|职工)(?:还是(?:学生|老师|教师|教职工|教工|职工))?的?[吗么呢]?$`), (*turn).tellUnitAsked},
	}
}

// tellNoNotes tells which units have told nothing of their work on a date; nobody has to.
func (t *turn) tellNoNotes(q bookQuestion) (bool, error) {
	round, ok := workgroup.Rounds.Get(t.b, string(q.date))
	if !ok || !t.readsPapers() {
		return false, nil
	}
	none := []workgroup.Named{}
	for _, id := range round.Units {
		if u, _ := round.Unit(t.b, id); !workgroup.WorkNotes.Has(t.b, workgroup.StandingKey(q.date, id)) {
			none = append(none, u.Named())
		}
	}
	t.reply("say/notes-none", workgroup.Facts{"date": q.date, "n": len(round.Units) - len(none), "due": len(round.Units), "none": none})
	return true, nil
}

// tellZeros tells how many units have filed a zero report, and which; and which have somebody to report.
func (t *turn) tellZeros(q bookQuestion) (bool, error) {
	tally, _, err := t.tallied(q)
	if err != nil {
		return true, err
	}
	zeros, others := []workgroup.Named{}, []workgroup.Named{}
	for _, l := range tally.Lines {
		switch {
		case l.State == workgroup.Filed && l.Standing.Zero:
			zeros = append(zeros, l.Unit.Named())
		case l.State == workgroup.Filed:
			others = append(others, l.Unit.Named())
		}
	}
	facts := missingIn(tally)
	facts["zeros"], facts["others"], facts["at"] = zeros, others, t.asOf(q)
	t.reply("say/zeros-asked", facts)
	return true, nil
}

// tellUnitAsked tells a unit's report, group by group, to whoever asks of what group some of its people are.
func (t *turn) tellUnitAsked(q bookQuestion) (bool, error) {
	unit, _, named := t.unitBefore(q.of)
	if !named {
		unit.ID = workgroup.UnitID(t.read(q.of, understand.Context{}).Unit) // 护理, of 护理学院
	}
	if unit.ID == "" {
		return false, nil
	}
	return true, t.unitSummary(scope{date: q.date, unit: unit.ID})
}
