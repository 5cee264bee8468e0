package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// decide names the message's kind, in the order a clerk would ask: is it an
// alarm, is it ours at all, does it change, ask, file, or only answer?
func (m *message) decide() {
	a := m.alarms()
	outside := (m.outside() || m.handedOn()) && (!m.apart || m.has(cNews))
	own := m.has(cOurs) || m.has(cSelf) || m.Unit != "" || !m.has(cPlace) && m.anywhere(ofParts)
	if outside && !own || m.drill == isDrill || m.drill != noDrill && a.level == No || m.jests() || m.advises() || a.level < Yes && len(m.text.runes) < longTalk && m.anywhere(formShown) || m.untrue() {
		m.drop(Chatter)
		return
	}
	if m.drill == perhapsDrill {
		a.level = Maybe
		m.empty() // its figures may be the drill's
	}
	m.traced(&a)
	cry := a.level < Yes && !a.talk && m.onlyFever() && m.criesOut()
	switch {
	case cry && (a.kind == "fever" || m.gasps()):
		a.level = Yes // somebody lies there: whatever it is will be asked
	case cry:
		a.level, m.Cry = Maybe, a.kind == "" // what has happened is asked
	}
	if a.level == No && m.becomes != "" && caseBase[m.becomes] == m.becomes && m.becomes != "fever" {
		a.level, a.kind = Maybe, m.becomes // who was at home is in a centre
	}
	if m.raised != "" && !a.talk {
		a.raise(Yes, m.raised) // 确诊0改为1
	}
	if !a.talk {
		m.rediagnosed(&a)
	}
	if a.level == Yes && a.kind != "death" && len(a.one) == 0 && m.known() {
		a.level = Maybe
	}
	m.Urgent, m.UrgentType, m.Theirs, m.Family = a.level, a.kind, a.talk, a.talk && a.relative
	rows := m.rows()
	switch {
	case len(rows) > 0 && !(m.Urgent > No && onlyPatients(rows)):
		m.list(rows)
	case outside || m.ctx.Forwarded:
		// Somebody else's words: never counts. A case of ours in them rings, one that may be ours is asked about.
		m.drop(Chatter)
		switch {
		case a.level == Yes && !outside && (own || m.has(cGroup) && !m.has(cPlace) && !strings.Contains(m.plain, "高校") && !strings.Contains(m.plain, "大学")):
			m.Urgent, m.UrgentType = Yes, a.kind // a counsellor's words, passed on by the head
		case a.level > No:
			m.Urgent, m.UrgentType = Maybe, a.kind
		}
	case m.Urgent == Yes && (!m.fixing() || a.level == Yes && !m.retracts()):
		m.Kind = Urgent
		if m.Unit == "" {
			m.Unit = m.unitOfPatient()
		}
		if m.twoUnits() {
			m.Unit = ""
		}
		m.recast(a)
		m.besides()
	case m.Urgent == Maybe && len(m.Fields) == 0 && !a.talk && (cry || m.drill != noDrill || a.kind == "confirmed" || a.kind == "suspected" || a.kind == "sealed" || a.kind == "central_quarantine") && !m.fixing() && !m.asksEither():
		m.Kind = Urgent
	default:
		m.Kind = m.ordinary(a)
	}
	if m.Kind == Urgent {
		m.others()
	}
	m.Corrects = m.fixing() || m.Amend != nil
	m.settle()
}

// list makes the message a list of rows: what they say is theirs. A row that is urgent makes the message so, and names the
// unit whose case it is.
func (m *message) list(rows []Row) {
	day := m.Doubtful(DateMismatch)
	m.empty()
	m.Zero, m.Kind, m.Rows = false, Zero, rows
	urgent := 0
	for _, row := range rows {
		switch {
		case row.Kind == Urgent:
			m.Kind, m.Unit, urgent = Urgent, row.Unit, urgent+1
		case row.Kind != Zero && m.Kind != Urgent:
			m.Kind = Report
		}
	}
	if urgent > 1 {
		m.Unit = ""
	}
	m.doubt(ManyUnits, "", "")
	if day {
		m.doubt(DateMismatch, "", "")
	}
	if m.Urgent == Yes && urgent == 0 {
		m.Urgent = Maybe
	}
}

// ordinary names the kind of a message without an alarm.
func (m *message) ordinary(a alarm) Kind {
	filing := len(m.Fields) > 0 || len(m.Unknown) > 0 || m.Zero
	if so, promised := m.speaksOfZero(); m.Zero && so && a.level == No {
		if promised {
			return m.drop(Ack)
		}
		return m.drop(Chatter)
	}
	switch {
	case m.disowns() && !m.abnormal(), m.Zero && !m.explicitZero() && !m.has(cFine) && m.anywhere(belittles):
		return m.drop(Chatter)
	case a.level == No && m.claimed():
		return Claim
	case m.proxied():
		return Delegate
	case m.chosen():
		return Zero
	case m.fixing() && m.anotherItem():
		return Correction
	case m.fixing() && (m.swaps() || m.before == nil && len(m.claims)+len(m.said) == 0 && m.leaves()):
		return m.drop(Leave)
	case m.fixing() && (m.has(cAsk) || m.has(cQuestion)) && len(m.Fields)+len(m.Unknown) == 0 && m.Amend == nil:
		return m.drop(Question)
	case m.fixing() && m.Amend == nil && m.anywhere(isItWrong):
		return m.drop(Question)
	case m.fixing() && m.Amend == nil && m.before == nil && m.asksOfChange():
		return m.drop(Question)
	case m.fixing() && m.ofPapers():
		return m.drop(Chatter)
	case m.fixing(), m.Amend != nil && strings.Contains(m.plain, "应"):
		m.withdraw()
		if len(m.Fields) == 0 && len(m.Unknown) == 0 && m.Amend == nil && !m.Zero && !m.Doubtful(SameAsBefore) && !(m.before != nil && m.DateRef != "" && strings.Contains(m.plain, "日期")) {
			if m.before != nil && len(m.before.figures) > 1 && !m.before.question && !m.anywhere(takesBack) {
				m.doubt(WhichField, "", m.plain) // 刚才那条有个数不对
			} else {
				m.doubt(WhichMessage, "", "")
			}
		}
		return Correction
	case m.has(cHearsay) && !m.has(cAsk) && !m.apart && !m.anywhere(soOrNot):
		if m.Zero && !m.abnormal() {
			return Zero
		}
		return m.drop(Chatter)
	case m.waitsForUnits():
		return m.drop(Chatter)
	case m.swaps() && m.has(cSelf) && !filing && m.anywhere(byYourLeave):
		return m.drop(Leave)
	case m.asks() && m.anywhere(offers) && !m.abnormal():
		return m.drop(Chatter)
	case m.asks():
		if m.Zero && m.explicitZero() && !m.abnormal() && !m.asksOfZero() {
			return Zero
		}
		return m.drop(Question)
	case m.opensAck() && !m.Zero && !m.abnormal() && m.anywhere(hasUrged):
		return m.drop(Ack) // 收到，已督促未返的3名教师报备
	case (m.leaves() || m.swaps()) && !(m.Zero && (m.has(cProxy) || (m.has(cRest) || m.has(cEach)) && m.has(cNumber))) && (!m.abnormal() || m.onlyUnwell()) && !m.musters() && !m.explicitZero() && len(m.Unknown) == 0 && !(m.inRow && m.Zero):
		return m.drop(Leave)
	case m.has(cOrder) && !m.has(cOurs) && (m.Unit == "" || !filing) && !m.filedFirst():
		return m.drop(Chatter)
	case m.owes():
		return m.drop(Chatter)
	case m.has(cAck) && m.has(cTold) && !m.Zero && m.onlyRoster():
		return m.drop(Ack) // 收到，我院共有教师33人，已全部传达
	case m.ctx.Asked == "" && m.answersCall():
		return m.drop(Ack) // 2, 收到请回复2
	case m.has(cAck) && !m.Zero && m.onlyRoster() && m.anywhere(theyKnow):
		return m.drop(Ack) // 收到，教职工58人均已知晓
	case !m.Zero && len(m.claims) > 0 && !m.abnormal() && m.anywhere(thanksFor):
		return m.drop(Chatter) // 感谢后勤给留校的14名同学送饺子
	case !m.Zero && m.calm() && m.anywhere(praise):
		return m.drop(Chatter) // 志愿者18人今天在卡点值守，好样的
	case !m.Zero && m.givesThanks():
		return m.drop(Ack) // 收到，口罩200个已领到，谢谢后勤
	case m.opensAck() && !m.Zero && len(m.claims) < 2 && len(m.Unknown) == 0 && m.anywhere(willAsk):
		return m.drop(Ack) // 了解，居家隔离的那两位我再问一遍
	case m.has(cAck) && !m.Zero && m.arranged():
		return m.drop(Ack) // 收到，已安排3名辅导员值班
	case a.talk && len(m.Fields) == 0:
		return m.drop(Chatter)
	case m.has(cHearsay) && !m.apart || m.has(cIf):
		if m.Zero && !m.abnormal() {
			return Zero
		}
		return m.drop(Chatter)
	case len(m.told) > 0:
		if len(m.Unknown) == 0 && !m.abnormal() && (m.Zero || m.before.question) {
			return Zero
		}
		return Report
	case m.ctx.Asked != "" && (len(m.Fields) > 0 || len(m.Unknown) > 0):
		if m.Zero && m.explicitZero() && !m.abnormal() {
			return Zero
		}
		return Report
	case m.Doubtful(SameAsBefore), m.Doubtful(NoNew):
		return Report
	case filing && m.abnormal():
		return Report
	case m.Zero && m.soft():
		return m.drop(Chatter)
	case m.Zero && (m.asksHowMany() || m.asksKind()):
		return Report // 其余正常, but somebody is not
	case (m.Zero || filing && m.saidZero()) && m.ctx.Asked == "" && m.before == nil && m.loose() != "":
		m.doubt(HowMany, m.loose(), "")
		return Report
	case m.Zero && !m.incomplete:
		if m.has(cTold) && m.has(cAck) && !m.explicitZero() && len(m.Fields) == 0 && !m.oursAreWell() {
			return Ack
		}
		return Zero
	case filing && !m.Zero && m.elsewhere():
		return m.drop(Chatter)
	case filing && m.saidZero() && !m.incomplete && !m.over && !m.onlyNew() && !m.freed() && !m.unsure():
		return Zero
	case len(m.Fields) > 0 || len(m.Unknown) > 0:
		return Report
	case m.incomplete:
		return Report
	case m.acks(), m.passedOn():
		return m.drop(Ack)
	case m.bareNo():
		m.empty()
		m.Zero = true
		if m.before == nil && !m.inRow {
			m.doubt(BareNo, "", m.plain)
		}
		return Zero
	case m.Doubtful(HowMany), m.Doubtful(Contradiction):
		return Report
	case m.opensNo():
		m.empty()
		m.Zero = true
		m.doubt(BareNo, "", m.plain)
		return Zero
	case m.allZero():
		m.empty()
		m.Zero = true
		return Zero
	case m.Doubtful(WhichField) && (m.has(cNumber) || m.has(cFault)) && (m.terse() || m.travelled()) && !m.has(cTold):
		return Report
	case (m.says("1") || m.says("confirmed")) && m.ctx.Asked == "":
		return m.drop(Ack)
	}
	if words := m.feverAlone(); words != "" {
		m.doubt(HowMany, "fever_now", words)
		return Report
	}
	if m.hot != "" {
		m.doubt(HowMany, m.hot, "")
		return Report
	}
	if k := m.loose(); m.inRow && k != "" {
		m.doubt(HowMany, k, "") // 王老师 居家隔离
		return Report
	}
	if a.fever && !a.feverAtHome && m.burnsSomebody() {
		m.doubt(HowMany, "fever_now", m.plain)
		return Report // 居家隔离的小王今天发烧了38.2
	}
	m.Attempt = m.attempts()
	return m.drop(Chatter)
}

// ofParts heads what a unit was told by its own classes and sections: 【转发】各教研室情况：.
var ofParts = pattern.MustCompile(`^[^，。；：]{0,6}各(?:教研室|教研组|班级?|年级|专业)[^，。；：]{0,8}：`)

// isItWrong ends a question whether a figure is wrong, which changes none: 居家隔离12人不对吧？
var isItWrong = pattern.MustCompile(`(?:不对|不准|不准确|有误|有出入|错了?|搞错了?|弄错了?|[多少漏]报?了?|重复了?)(?:吧|吗|么|没有?|没)[。？！]*$|(?:是不是|是否|会不会|有没有)[^，。]{0,8}(?:不对|不准|有误|错|多报|少报|漏报|重复)[^，。]{0,3}$`)

// onlyFever reports that a message counts nobody but those who have a fever.
func (m *message) onlyFever() bool {
	for k := range m.Fields {
		if !strings.HasPrefix(k, "fever") {
			return false
		}
	}
	return true
}

func (m *message) fixing() bool { return m.fixes }
