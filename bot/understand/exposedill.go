package understand

import (
	"slices"

	"fangkong/bot/pattern"
)

// exposedTo are the items by which somebody is called who has an exposure: 武汉的那个, 居家隔离的一个学生.
var exposedTo = set("hubei_now wuhan_now hubei_left hubei_contact source_contact hubei_transit quarantine home_quarantine central_quarantine")

// whoOf goes on, behind what somebody is in, with who it is: 居家隔离[的学生], 武汉[那个学生], 隔离[人员里有一个].
var whoOf = pattern.MustCompile(`^(?:观察|医学观察)?(?:人员|学生|同学|老师|师生|对象)?(?:里面?|当?中|内|的|那|这)`)

// exposedIll takes what somebody is called by who has a fever (居家隔离的一个发烧了, 武汉那个学生发烧了) for no count of it: whoever is in quarantine stays there,
// and the number is of the feverish. That somebody has an exposure is kept.
func exposedIll(toks []token, t *text) {
	for i := range toks {
		called := toks[i]
		if called.class != cCategory && called.class != cWeak || !exposedTo[called.key] || !whoOf.MatchString(string(t.runes[called.to:min(len(t.runes), called.to+8)])) {
			continue
		}
		ill := illAmong(toks[i+1:], t)
		if i > 0 && toks[i-1].class == cCounter && ill >= 0 {
			toks[i-1].key = "exposed" // 那个湖北的同学: what counts nobody stays as it is
			continue
		}
		if ill < 0 {
			continue
		}
		toks[i].class, toks[i].key = cText, "exposed"
		for j := i + 1; j < i+ill; j++ {
			// 那个学生 is one.
			if toks[j].class == cText && toks[j].to-toks[j].from == 1 && (t.begins(toks[j], '那') || t.begins(toks[j], '这')) && toks[j+1].class == cCounter {
				toks[j].class = cHave
				toks[j+1].class, toks[j+1].value, toks[j+1].any = cNumber, 1, true
			}
		}
	}
}

// illAmong is where some words say that whoever was called before has a fever, -1 where they do not, or only ask, order or suppose it.
func illAmong(toks []token, t *text) int {
	for j, w := range toks {
		switch {
		case w.class == cCategory && w.key == "fever", w.class == cFigure && w.key == "feverish":
			behind := toMark(toks[j+1:])
			unsure := slices.ContainsFunc(behind, func(w token) bool { return w.class == cQuestion || w.class == cIf || w.class == cOrder })
			counted := len(behind) > 0 && behind[0].class == cNumber && slices.ContainsFunc(toks[:j], func(w token) bool { return w.class == cNumber })
			if unsure || counted || j+1+len(behind) < len(toks) && toks[j+1+len(behind)].class == cAsk || len(behind) > 0 && behind[0].class == cNumber && behind[0].value == 0 || len(behind) > 0 && (behind[0].class == cHave && t.begins(behind[0], '的') || behind[0].class == cClinic || behind[0].class == cTopicOf) {
				return -1
			}
			return j
		case parts[w.class] && !(w.class == cComma && j > 0 && ofWhomSome.MatchString(string(t.runes[max(0, w.from-2):w.from]))), w.class == cNot, w.class == cIf, w.class == cOrder, w.class == cQuestion, w.class == cAnd, w.class == cList, w.class == cColon, w.class == cOther,
			w.class == cCategory, w.class == cWeak, w.class == cFuture, w.class == cFear, w.class == cWell, w.class == cFine, w.class == cMaybe:
			return -1
		}
	}
	return -1
}

// ofWhomSome ends whom a part is of, before a comma: 居家隔离的3人中，1人发热.
var ofWhomSome = pattern.MustCompile(`[中里]$`)

// exposed reports that a phrase calls somebody by an exposure who has a fever.
func (p *phrase) exposed() bool {
	return slices.ContainsFunc(p.toks, func(t token) bool { return t.key == "exposed" })
}
