package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// whoReported asks who has reported a case, and how they are reached.
	whoReported = pattern.MustCompile(`(?i)谁(?:[上来]?报(?:告|上来)?|说|发现)的|(?:是)?谁(?:上报|报告|报)(?:了|过)?(?:[?？]|$)|报告人|报案人|(?:联系|找|问|打给)(?:到)?谁|\bwho (?:has )?(?:reported|told|called|found)\b|\bwho (?:do|should|can) i (?:call|contact|ask)\b`)
	// ofThePatient asks how it is with a patient, where they are, and whom they have met.
	ofThePatient = pattern.MustCompile(`(?i)在哪|哪里|哪儿|什么(?:位置|地方|症状|情况|状态|名字)|[几多少]+度|体温|哪(?:个|一个|栋|座|间|家|所)?(?:班|宿舍|寝室|楼|专业|系|年级|医院|小区|社区|房间)|[几哪]号楼|叫什么|姓名|多大(?:年龄|了)?|几岁|电话(?:号码)?(?:是)?多少|怎么联系|联系方式|` +
		`接触(?:了|过)?(?:谁|哪些|几个|多少|什么)|(?:同住|室友|密接)[^，。]{0,4}(?:[几哪谁]|多少)|核酸|什么时候|几点|去(?:了|过)?哪|(?:家长|家属|辅导员)[^，。]{0,4}(?:知道|通知|联系)|意识|清醒|要紧|严重|` +
		`\bwhere (?:is|are|was)\b|\bwhich (?:class|dorm|building|room|hospital)\b|\bhow (?:high|is (?:he|she|the)|are)\b|\bphone number\b|\bsymptoms?\b|\btemperature\b|\bname\b|\bwhen did\b`)
	// questioning are words that ask, with or without a mark.
	questioning = pattern.MustCompile(`(?i)[?？]|[吗呢]|(?:谁|哪里?|哪儿|什么|多少|几|没有?)(?:[度岁个人号楼班点的了啊呀]|\p{Han}{0,2}$)|怎么|\b(?:who|where|which|what|how|when|is|are|did|has)\b`)
)

// asksReporter answers whoever has a case, and asks about it, with who has reported it and in which words; what the case does not know is put to its reporter,
// or whoever wrote of it last. Of several cases it is asked which. False: it is no question about a case of theirs.
func (t *turn) asksReporter() (bool, error) {
	words := t.msg.Text
	if !questioning.MatchString(words) {
		return false, nil
	}
	held := t.repliedOf(those(t.ownCases(), t.holds))
	who, patient := false, false
	for _, clause := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("，,。；;！!？?\n", r) }) {
		if whoReported.MatchString(clause) {
			who = true
			continue
		}
		patient = patient || ofThePatient.MatchString(clause)
	}
	if len(held) == 0 || !who && !patient {
		return false, nil
	}
	r := t.read(words, understand.Context{})
	if r.Urgent == understand.Yes || reports(r) || ofReporting.MatchString(tellsThem.ReplaceAllString(words, "")) || ofTheForm.MatchString(words) {
		return false, nil
	}
	if who {
		for _, k := range held[max(0, len(held)-mostCases):] {
			t.reply("say/case-reporter", t.reportedBy(k))
		}
	}
	switch {
	case !patient:
		return true, nil
	case len(held) > 1:
		t.askWhichCase(held)
		return true, nil
	}
	return true, t.asksOn(held[0])
}

// reportedBy are who has reported a case, when, and in which words.
func (t *turn) reportedBy(k workgroup.Case) workgroup.Facts {
	return workgroup.Facts{"code": k.Code(), "name": k.Reporter.Name, "phone": k.Reporter.Phone, "known": k.Reporter.Person != "", "anonymous": k.Reporter.Anonymous, "unit": t.unitName(k.Unit), "at": t.Moment(k.Opened, t.now), "words": told(k).Words, "last": t.lastTold(k)}
}

// lastTold is what somebody else than its holder has told of a case last, beside its first words; nil: nobody has.
func (t *turn) lastTold(k workgroup.Case) any {
	for i := len(k.Remarks) - 1; i > 0; i-- {
		if r := k.Remarks[i]; r.By != k.Holder && !questioning.MatchString(r.Text) && !asksWhen.MatchString(r.Text) && t.read(r.Text, understand.Context{}).Kind != understand.Question {
			return workgroup.Facts{"at": t.Moment(r.At, t.now), "name": r.Name, "text": r.Text}
		}
	}
	return nil
}

// asksOn keeps a question of a case's holder with it and puts it to the other end; where nobody can be written to, they read whom to telephone.
func (t *turn) asksOn(k workgroup.Case) error {
	to, ok := t.otherEnd(k)
	last := t.lastTold(k)
	if _, err := t.College.AddRemark(t.b, k.Key(), t.remark(excerpt(t.msg.Text), t.said), t.person, t.now); err != nil {
		return err
	}
	if !ok {
		t.reply("say/case-nobody-to-ask", t.reportedBy(k))
		return nil
	}
	told := t.tellsBack(k, to, excerpt(t.msg.Text))
	phone := k.Reporter.Phone
	if p, known := workgroup.People.Get(t.b, string(to.By)); known {
		phone = p.Phone
	}
	t.reply("say/case-asked-on", workgroup.Facts{"code": k.Code(), "name": to.Name, "phone": phone, "unreached": !told, "last": last})
	return nil
}
