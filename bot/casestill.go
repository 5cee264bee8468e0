package bot

import (
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// atWork is whoever has a case and says that they are at it: 还在联系, 正在去医院路上, 别再呼了, still on it.
var atWork = pattern.MustCompile(`(?i)还在|一直在|正在|仍在|[在去]\p{Han}{0,8}(?:路上|途中)|在(?:处理|联系|核实|等|赶|办|打电话|问|路上|医院|现场|跟进|协调)|(?:别|不要|不用)再?(?:一直|老)?(?:呼|催|响|打|叫)|(?:处理|联系|核实|跟进)(?:着|中|当中)|没(?:弄|处理|办|联系)(?:完|好|上)|` +
	`快(?:好|完|到)了|马上(?:就)?(?:到|好|处理|办)|\bstill (?:on it|working|here|at it|busy|with it|calling)|\bworking on it|\bon (?:it|my way|the way)\b|\bi(?:'m| am) (?:on it|at it|at the hospital)|\bstop (?:ringing|calling)`)

// worksOn takes what the holder of a case writes who was rung for its silence, or says that they are at it: that is progress, and stands with the case where they
// have one. Whoever's case has just gone on because it was silent has it again. False: the words are offered on; the case is not taken from them meanwhile.
func (t *turn) worksOn() (bool, error) {
	works := atWork.MatchString(t.msg.Text)
	running := workgroup.Running(t.b)
	held := t.repliedOf(those(running, t.holds))
	nudged := those(held, func(k workgroup.Case) bool { return k.Nudged })
	switch {
	case works && len(held) == 0:
		return t.worksOnLapsed(running)
	case !works && len(nudged) == 0, cannot.MatchString(t.msg.Text):
		return false, nil
	}
	for _, k := range nudged {
		t.College.Stir(t.b, k, t.now)
	}
	r := t.read(t.msg.Text, understand.Context{})
	if !works || len(held) != 1 || r.Urgent == understand.Yes || reports(r) {
		return false, nil
	}
	k, err := t.College.AddRemark(t.b, held[0].Key(), t.remark(excerpt(t.msg.Text), t.said), t.person, t.now)
	if err != nil {
		return true, err
	}
	t.added(k)
	return true, nil
}

// worksOnLapsed gives a case back to whoever had it and was too silent, and says that they are at it, while nobody else has taken it.
func (t *turn) worksOnLapsed(running []workgroup.Case) (bool, error) {
	lapsed := those(running, func(k workgroup.Case) bool {
		return k.Expired && k.Holder == "" && k.Lapsed == t.person.ID && t.mayTake(k)
	})
	if len(lapsed) != 1 {
		return false, nil
	}
	return true, t.takesOver(lapsed[0])
}
