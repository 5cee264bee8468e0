package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// Figures that stand as they were written and are asked about all the same: some of those counted are no people of ours, or are not what the item says.

// checkWhose raises what a careful clerk would ask of a figure.
func (m *message) checkWhose() {
	if m.fixing() {
		return
	}
	relatives, normal, away := relativesAmong.Within(&m.letters), normalAgain.Within(&m.letters), ranAway.Within(&m.letters)
	for i := range m.claims {
		cl := &m.claims[i]
		if !relatives && !normal && !away && cl.base != "wuhan_now" {
			continue
		}
		k, ok := key(cl.base, cl.measure, cl.group)
		if !ok || cl.denied || !cl.known || cl.value == 0 {
			continue
		}
		behind := func() string { return m.quote(cl.to, min(len(m.text.runes), cl.to+longestMeeting)) }
		switch {
		case relatives && !plainKeys[cl.base] && relativesAmong.MatchString(behind()):
			m.doubt(WhichField, k, m.quote(cl.from, cl.to)) // 居家隔离3人，其中家属2人
		case cl.base == "fever" && cl.measure != "prev" && normal && (normalAgain.MatchString(behind()) || normalAgain.MatchString(m.quote(cl.from, cl.to))):
			m.doubt(Contradiction, k, m.quote(cl.from, cl.to)) // 发热1人，体温36.8
		case strings.HasSuffix(cl.base, "quarantine") && away && ranAway.MatchString(m.quote(cl.from, min(len(m.text.runes), cl.to+4))):
			m.grave = true
			m.doubt(WhichField, k, m.quote(cl.from, cl.to)) // 隔离的学生跑了一个
		case cl.base == "wuhan_now" && i > 0 && m.claims[i-1].base == "hubei_left" && m.claims[i-1].sentence == cl.sentence && strings.HasPrefix(m.quote(cl.from, cl.to), "武汉"):
			m.doubt(WhichField, k, m.quote(cl.from, cl.to)) // 湖北回来3个，武汉2个
		}
	}
	m.fellIll()
	m.noRoster()
}

// traced makes no roster of those whom an authority asks about as having met a case: 收到疾控协查函，涉及我院学生3名.
func (m *message) traced(a *alarm) {
	if !m.onlyRoster() || !m.anywhere(askedAbout) {
		return
	}
	m.claims = nil
	m.empty()
	a.raise(Maybe, "close_contact")
}

var askedAbout = pattern.MustCompile(`协查|协助(?:调查|排查|核查|追踪)|流调`)

var (
	// relativesAmong begins what says that some of those just counted are relatives.
	relativesAmong = pattern.MustCompile(`^[，（]?(?:不过|但是?|只是)?(?:其中|里面|里|含|包括|包含|内含|有)+(?:[0-9]{1,2}[人名个位]?|[一二两三四五六七八九十][人名个位])?(?:是|为|系)?(?:我|他|她|教职?工|教师|老师|学生|职工)?的?(?:家属|家人|亲属|亲戚|孩子|子女|父母|爱人|配偶|老人)(?:[0-9一二两三四五六七八九十]|[，。；）、]|的|$)`)
	// normalAgain tells of a temperature that is none of a fever, of whoever was just counted.
	normalAgain = pattern.MustCompile(`^[，（]?(?:现在?|今[天早晚]|目前)?(?:体温|测|量)为?是?3(?:5\.[0-9]|6\.[0-9]|7\.[0-2])(?:度|℃)?(?:$|[，。；）])|^[^，。；]{0,8}复[测量查]为?是?3(?:5\.[0-9]|6\.[0-9]|7\.[0-2])`)
	// ranAway is said of somebody who has left a quarantine on their own.
	ranAway = pattern.MustCompile(`隔离[^，。；]{0,8}(?:跑了|溜了|逃了|偷跑|私自离开|擅自离开|不见了|失踪)`)
)

// fellIll asks how many of those in quarantine have a fever, where that is said of them behind their figure: 居家隔离学生1人今天开始发热.
func (m *message) fellIll() {
	for _, s := range m.said {
		if s.base != "fever" || s.denied || s.counted {
			continue
		}
		p := m.phrases[s.phrase]
		before := m.quote(p.from(), s.from)
		if !startsNow.MatchString(before) || p.has(cNot) || p.has(cOther) || p.has(cIf) || p.has(cQuestion) || p.has(cAsk) {
			continue
		}
		for _, cl := range m.claims {
			if k, ok := key("fever", "now", cl.group); ok && !cl.denied && cl.value > 0 && strings.HasSuffix(cl.base, "quarantine") && cl.to <= s.from && cl.to > p.from() && !m.figured("fever") {
				m.doubt(HowMany, k, m.wrote(p))
				return
			}
		}
	}
}

// startsNow ends what is said of somebody in quarantine before the fever that they have by now.
var startsNow = pattern.MustCompile(`[0-9一二两三四五六七八九十][人名个位]?[^，。；]{0,2}(?:[今昨][天日早晚]|现在?|刚刚?|开始|出现|又|也|突然)+(?:有|在)?$`)

// noRoster asks what the figures of the groups are of, where one of them has nobody and nothing else is said: no college has no staff. 教工0学生2.
func (m *message) noRoster() {
	none, some := false, false
	for _, cl := range m.claims {
		if cl.base != "roster" || cl.denied || m.inRow || m.ctx.Asked != "" {
			return
		}
		none, some = none || cl.known && cl.value == 0 && cl.group == "staff", some || cl.value > 0
	}
	if none && some && !m.has(cSum) && !strings.Contains(m.plain, "共") && !m.Zero {
		m.claims = nil
		m.empty()
		m.doubt(WhichField, "", m.plain)
	}
}
