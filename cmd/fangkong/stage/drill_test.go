package stage

import "testing"

// A drill silences what is its own: what happens beside it wakes the office, and where nobody can tell it is asked.
func TestADrillSilencesOnlyItsOwn(t *testing.T) {
	t.Parallel()
	for words, times := range map[string]int{
		"【演练】我院一名学生确诊，请各部门按预案演练": 0, "演练结束，感谢大家配合": 0,
		"演练先停一下，我院真有学生确诊了": 1, "演练归演练，这个是真的：我院学生李婷确诊": 1, "消防演练时一名学生晕倒，医院说确诊了": 1,
	} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			p.says(p.Head("ruanjian"), nil, words)
			p.alarmed(times)
		})
	}
	t.Run("nobody can tell", func(t *testing.T) {
		p := newPlay(t, Options{})
		p.until("14:05")
		head := p.Head("ruanjian")
		p.says(head, p.Group, "昨天演练的时候有个学生晕倒了，今天确诊")
		p.alarmed(0)
		p.presses(head, nil, "是，提醒值班员")
		p.alarmed(1, "何望桥", "软件学院")
	})
}

func TestADrillSilencesOnlyItsOwnInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	group := p.Group
	p.says(head, group, "This is a drill: a student has tested positive")
	p.lacks(head, nil, "Urgent report")
	p.says(head, group, "The drill is over. Now a real one: one student of ours is confirmed")
	p.reads(head, group, "Telephone now: 0392-0000000")
	p.reads(head, nil, "Urgent report: confirmed case, School of Software, students")
}
