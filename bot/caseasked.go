package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// What people ask of a case that is open; only the whole message counts.
var (
	// asksWho asks who has it.
	asksWho = pattern.MustCompile(`(?i)^(?:请问|问一下)?(?:现在|目前|到底)?(?:这件|这个|这起|那件|那个|那起|急件|案子|紧急情况)?(?:现在|目前|到底)?(?:是|有)?(?:谁|哪位|有没有人|有人)(?:在|来|已经?)*(?:接手?|处理|负责|跟进|管)(?:了|的|着|这个|这件|这起)*(?:吗|么|没有?)?$|` +
		`^(?:有人)?(?:已经)?接手了?(?:吗|么|没有?)$|^(?:接手人|负责人|经办人)(?:是(?:谁|哪位))$|` +
		`^(?:怎么|为什么|为啥|为何|咋)(?:到现在|现在)?(?:还|一直|都)*(?:没有?人|没谁)(?:来)?(?:接手?|处理|负责|跟进|管)(?:了)?$|^(?:值班|当班)的?人(?:都)?(?:(?:去|在)哪(?:儿|里)?了?)?$|^值班员(?:都)?(?:去|在)哪(?:儿|里)?了?$|^(?:现在|目前)?(?:有几起|几起|有多少起)(?:紧急情况|急件|案子)?$|^紧急情况(?:现在|目前)?(?:有)?(?:几|多少)起$|` +
		`^why (?:is|has) (?:nobody|no one) (?:on|taken|got|handling) (?:it|this|that)(?: yet)?$|^how many (?:urgent )?cases(?: are(?: there)?)?(?: open| running)?(?: now)?$|` +
		`^(?:who (?:has|has got|got|took|has taken|is handling|is dealing with|is on)|who's (?:got|taken|handling|on)) (?:it|this|that|the case)(?: now)?$|^has (?:anyone|anybody|someone|somebody) (?:taken|got) (?:it|this|the case)(?: yet)?$`)
	// asksNext asks what is to be done now.
	asksNext = pattern.MustCompile(`(?i)^(?:请问)?(?:那|那么)?(?:(?:我|我们|我院|我单位|单位)?(?:现在|目前|接下来|下一步|下面|然后)(?:我|我们|该|要|应该|需要|还要)*)?(?:怎么办|咋办|怎么处理|怎么做|做什么|干什么|干啥)(?:好)?$|^下一步$|` +
		`^(?:so )?what now$|^what(?:'s| is) next$|^(?:and )?what (?:do|should) (?:i|we) do(?: now| next)?$`)
	// asksHowGoes asks how a case stands; which, its kind may say.
	asksHowGoes = pattern.MustCompile(`(?i)^(?:请问)?(?:[那这](?:个|起|件|例|名|位)?)?(?:学生|老师|同学)?(?:的)?(?:确诊|疑似|发热|发烧|密接|隔离|封闭|入院|住院)?(?:的)?(?:紧急情况|急件|案子|案|病例|情况|事情|事|学生|老师|同学|人)?(?:现在|目前|处理|后来|之后|最后|最终)?(?:得)?(?:(?:怎么样|咋样|如何|什么情况|啥情况|到哪一步|什么进展|进展如何)了?|(?:有进展|有结果|有消息|处理完|办结)了?(?:吗|么|没有?))$|` +
		`^how(?:'s| is) (?:it|this|that|the case|the (?:confirmed|suspected) case)?(?: going| doing)?(?: now)?$|^any (?:news|progress|update)s?$`)
)

// asksOfCase answers who has a case, how it stands and what comes next: in private by what the sender may see, in the group with what
// everybody reads there.
func (t *turn) asksOfCase() (bool, error) {
	code, text := cutCode(t.msg.Text)
	text = strings.Trim(bareWord(text), "?？ 呢啊呀")
	who, next, how := asked(text)
	switch {
	case !who && !next && !how:
		return false, nil
	case !t.private() && !t.addressed() && !(t.known && (who || code != "" || len(t.casesMeant()) > 0)):
		return false, nil // among colleagues it may be of anything
	case !t.private():
		return t.saysInGroup(code, who), nil
	}
	kind := workgroup.CaseKind("")
	if how {
		kind = kindIn(text)
	}
	return t.saysOfCases(code, kind, who)
}

// asked is what every question of some words asks: who has a case, what comes next, how it stands. None where one of them asks anything else.
func asked(words string) (who, next, how bool) {
	for _, one := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("?？!！。", r) }) {
		one = strings.Trim(one, " 呢啊呀，,")
		w, n, h := asksWho.MatchString(one), asksNext.MatchString(one), asksHowGoes.MatchString(one)
		if !w && !n && !h {
			return false, false, false
		}
		who, next, how = who || w, next || n, how || h
	}
	return who, next, how
}

// saysInGroup answers with what the group's cards say; aloud: also that there is nothing.
func (t *turn) saysInGroup(code string, aloud bool) bool {
	shown := t.casesInGroup()
	if k, ok := t.caseRepliedTo(); ok && code == "" {
		code = k.Code()
	}
	if code != "" {
		shown = those(shown, func(k workgroup.Case) bool { return k.Code() == code })
	}
	if len(shown) == 0 && !(aloud && t.addressed()) {
		return false
	}
	t.saysPlainly(shown)
	return true
}

// saysPlainly answers with what everybody may read of some cases.
func (t *turn) saysPlainly(cases []workgroup.Case) {
	lines := []workgroup.Facts{}
	for _, k := range cases[:min(aPage, len(cases))] {
		lines = append(lines, t.CaseLine(t.b, k, t.now))
	}
	t.reply("say/case-list", workgroup.Facts{"cases": lines, "from": 1, "to": len(lines), "total": len(cases), "begun": t.begun()})
}

// casesInGroup are the open cases whose card stands in the group, the most urgent first.
func (t *turn) casesInGroup() []workgroup.Case {
	group := t.College.GroupChat(t.b)
	return those(workgroup.ByUrgency(workgroup.Running(t.b)), func(k workgroup.Case) bool {
		return group != 0 && workgroup.Cards.Has(t.b, workgroup.CardKey(workgroup.CaseCard, k.Key(), group))
	})
}

// saysOfCases answers in private. Of one case its card is shown, too; who may see none reads what the group does.
func (t *turn) saysOfCases(code string, kind workgroup.CaseKind, who bool) (bool, error) {
	seen := t.casesAsked(kind)
	if code != "" {
		k, ok := workgroup.CaseByCode(t.b, code, t.now)
		switch {
		case !ok:
			return true, workgroup.Refuse(workgroup.NoCase)
		case !k.Sees(t.b, t.person, t.now) && !t.reportedBySender(k):
			t.College.DenyCase(t.b, k, t.person, t.now)
			return true, t.keeping(workgroup.Refuse(workgroup.NoCase))
		}
		seen = []workgroup.Case{k}
	}
	if len(seen) == 0 {
		if k, ok := t.closedCase(); ok {
			seen = []workgroup.Case{k}
		}
	}
	switch shown := t.casesInGroup(); {
	case len(seen) > 0:
	case t.saysBegun():
		return true, nil
	case t.known && (len(shown) > 0 || who):
		t.saysPlainly(shown)
		return true, nil
	default:
		return false, nil
	}
	lines := []workgroup.Facts{}
	var rows [][]workgroup.Button
	for _, k := range seen[:min(mostCases, len(seen))] {
		lines = append(lines, t.howStands(k))
		if k.Closed.IsZero() && t.mayTake(k) {
			rows = append(rows, takeRow(k))
		}
	}
	t.reply("say/case-stands", workgroup.Facts{"cases": lines, "more": len(seen) - len(lines), "phone": t.dutyPhone(), "begun": t.begun()}, rows...)
	switch k := seen[0]; {
	case len(seen) == 1 && t.known:
		t.College.ViewCase(t.b, k, t.person, t.now)
	case !t.known && k.Closed.IsZero() && !who:
		t.hear(k, t.msg.Text) // whoever has it reads that its reporter waits
	}
	return true, nil
}

// casesAsked are the open cases that a question in private can be of: the one it replies to, those of the kind it names, else all that
// the sender sees, the most urgent first.
func (t *turn) casesAsked(kind workgroup.CaseKind) []workgroup.Case {
	seen := t.ownCases()
	if t.known {
		seen = t.seenCases()
	}
	seen = t.repliedOf(workgroup.ByUrgency(seen))
	if of := those(seen, func(k workgroup.Case) bool { return k.Kind == kind }); kind != "" && len(of) > 0 {
		return of
	}
	return seen
}

// howStands are a case's state, who has it, and what comes next for the sender.
func (t *turn) howStands(k workgroup.Case) workgroup.Facts {
	holder, _ := workgroup.People.Get(t.b, string(k.Holder))
	line := t.CaseLine(t.b, k, t.now)
	line["phone"], line["since"], line["next"] = holder.Phone, t.Moment(k.Since, t.now), nil
	if !k.Next.IsZero() {
		line["next"] = t.Moment(k.Next, t.now)
	}
	line["mine"], line["may"] = t.holds(k), t.known && t.mayTake(k)
	lacks := []workgroup.CaseGap{}
	switch {
	case t.holds(k):
		lacks = append(lacks, k.Lacks("…")...)
	case k.Unit != "" && t.person.Speaks(k.Unit):
		for _, name := range k.Owing() {
			lacks = append(lacks, workgroup.CaseGap(name))
		}
	}
	line["lacks"] = lacks
	return line
}
