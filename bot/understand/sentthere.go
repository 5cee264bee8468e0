package understand

import "fangkong/bot/pattern"

var (
	// sentBefore ends what says that somebody has been sent to a centre: 社区让他去, 今天安排到, 已经转到.
	sentBefore = pattern.MustCompile(`(?:(?:让|叫|令|要求|通知|安排|责令|带|送|接|拉|转|移|押)(?:[他她其]们?|该生|该同学|该?学生|人|这个人)?(?:今[天晚早]|马上|立即|现在)?(?:去|到|往|至|进|入|走)?|[他她其](?:今[天晚早]|已经?|刚)?(?:去|到|进|搬到))$`)
	// notSentYet is said of what is only planned, or of who is to be sent if there is anybody.
	notSentYet = pattern.MustCompile(`如|若|凡|一律|不用|不需|没有|没让|不让|不去|是否|是不是|要不要|需不需要|准备|打算|计划|备用|作为|改为|设|建`)
)

// sentThere reports that somebody who has been told of is sent to a centre for quarantine, by whoever may order it: 居家隔离1人，社区让他去集中隔离了.
func (m *message) sentThere(f fact) bool {
	words, before := m.wrote(f.phrase), m.quote(f.phrase.from(), f.mention.from)
	if f.family || f.near || f.phrase.has(cQuestion) || f.phrase.has(cOrder) || !sentBefore.MatchString(before) || notSentYet.MatchString(words) {
		return false
	}
	return f.ofOurs || ofHim.MatchString(before) && m.toldOfSomebody(f.phrase)
}

// ofHim is somebody told of before.
var ofHim = pattern.MustCompile(`[他她其]|该生`)

// toldOfSomebody reports that a message counts or names somebody before a phrase, of whom it goes on, or that it speaks of nobody else.
func (m *message) toldOfSomebody(p phrase) bool {
	if p.from() == 0 {
		return byOffice.MatchString(m.wrote(p))
	}
	for _, t := range m.toks {
		if t.from >= p.from() {
			break
		}
		if t.class == cNumber && (t.people || t.any) && t.value > 0 || t.class == cGroup || t.class == cThird || m.text.isName(t) {
			return true
		}
	}
	return false
}
