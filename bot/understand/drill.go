package understand

import (
	"slices"

	"fangkong/bot/pattern"
)

// drilled is what the word for a drill makes of a message.
type drilled uint8

const (
	noDrill      drilled = iota
	isDrill              // all of it is the drill's
	perhapsDrill         // what it tells may be the drill's, and may be so
	pastDrill            // the drill is over, or was only where something happened
)

var (
	// drillEnded stands behind a drill that is over, drillStopped before it, or says of it that it was only the occasion.
	drillEnded   = pattern.MustCompile(`^(?:归演[练习]|[^，。；：！]{0,5}?(?:结束|完毕|完|停|取消|中止|终止|到此)|[^，。；：！]{0,8}?\b(?:over|finished|ended|cancelled|canceled|done)\b)`)
	drillStopped = pattern.MustCompile(`(?:停止|暂停|中止|终止|取消|停下|结束|参加[完了过]|一起参加|演[练习]归|stop|after)[^，。；：！]{0,8}$`)
	// otherDrill stands before a drill of something else than the disease.
	otherDrill = pattern.MustCompile(`(?:消防|火灾|灭火|地震|防震|抗震|疏散|逃生|防汛|防空|反恐|防暴|\b(?:fire|earthquake|evacuation) )$`)
	// otherTest stands before a test of what is used for teaching, ofTest behind one that is told of as done.
	otherTest = pattern.MustCompile(`(?:平台|系统|网课|网络|软件|设备|直播|课程|功能|线路|小程序|服务器|打卡|教学|课堂|在线|线上|期中|入学|阶段|压力|视频会议|会议)[^，。；：！]{0,4}$`)
	ofTest    = pattern.MustCompile(`^[^，。；：！]{0,4}(?:[0-9]+[场次节门课遍]|顺利|通过|正常|结束|完成|完毕)`)
	// headline stands behind a drill that a message announces.
	headline = pattern.MustCompile(`^(?:[：】）]|通知|方案|脚本|安排|预案)`)
	// drillTime stands behind a drill in which something happened, drillIn before it.
	drillTime = pattern.MustCompile(`^(?:中(?:[^心]|$)|的?时候|那会儿|那阵|那时|时(?:[^间长]|$)|的?现场|的?那天|当天|期间|当中|过程|之?后|里)`)
	drillIn   = pattern.MustCompile(`(?:\b(?:during|at|in) (?:the|a|our) |参加[^，。；]{0,6})$`)
	// inEarnest tells that this is no drill.
	inEarnest = pattern.MustCompile(`真[有出确发来事阳]|(?:^|[^当像])真的(?:[^一样似]|$)|是真|\b(?:real (?:one|case)|for real|this is real|really|not (?:part of )?the drill)\b`)
	// onlyDrill is a phrase that says of all the others that they are the drill's.
	onlyDrill = pattern.MustCompile(`^ *(?:注|这|此|以上|本|仅|只|this |it )*(?:是|为|系|is )?(?:a |the |一次|一场|应急|疫情|防控)*(?:演[练习]|drill|exercise)(?:用|稿|内容|信息|消息|而已|哈|啊|了|only|-)* *$`)
)

// usesForm asks which form is filled in: 今天的表还用昨天那个模板吗？
var usesForm = pattern.MustCompile(`(?:用|按|填)[^，。；]{0,10}(?:模板|模版|样表)[^，。；0-9]{0,4}[吗么？]`)

// rehearse makes plain text of the words for a drill that the message is not about, and tells what the others make of it.
func rehearse(toks []token, t *text) drilled {
	past := false
	asked := slices.ContainsFunc(toks, func(tok token) bool { return tok.class == cDrill }) && (AsksForm(string(t.runes)) || usesForm.MatchString(string(t.runes)))
	for i, tok := range toks {
		if tok.class == cDrill && (asked || t.besideDrill(tok)) {
			toks[i].class, past = cText, past || !asked && !t.is(tok, "测试")
		}
	}
	first := slices.IndexFunc(toks, func(tok token) bool { return tok.class == cDrill })
	if first < 0 {
		if past {
			return pastDrill
		}
		return noDrill
	}
	of := t.drillOf(toks, first)
	if of != isDrill {
		for i := range toks {
			if toks[i].class == cDrill {
				toks[i].class = cText
			}
		}
	}
	return of
}

// besideDrill reports that a drill is over, or of something else.
func (t *text) besideDrill(w token) bool {
	before, behind := t.around(w)
	return drillEnded.MatchString(behind) || drillStopped.MatchString(before) || otherDrill.MatchString(before) && !headline.MatchString(behind) ||
		t.is(w, "测试") && (otherTest.MatchString(before) || ofTest.MatchString(behind))
}

// around are the words before and behind a word, as far as a phrase may tell of it.
func (t *text) around(w token) (before, behind string) {
	return string(t.runes[max(0, w.from-16):w.from]), string(t.runes[w.to:min(len(t.runes), w.to+16)])
}

// drillOf tells what the words for a drill, the first at token i, make of what stands around them.
func (t *text) drillOf(toks []token, i int) drilled {
	last := i
	for k := range toks {
		if toks[k].class == cDrill {
			last = k
		}
	}
	before, behind := t.around(toks[i])
	happened := i == last && (drillTime.MatchString(behind) || drillIn.MatchString(before))
	from, to := span(toks, i)
	switch {
	case inEarnest.MatchString(string(t.runes[toks[last].to:])):
		return pastDrill
	case onlyDrill.MatchString(string(t.runes[toks[from].from:toks[to-1].to])):
		return isDrill
	case happened, grave(toks[:from]), inEarnest.MatchString(string(t.runes[:toks[i].from])):
		return perhapsDrill
	}
	return isDrill
}

// span is the phrase around token i.
func span(toks []token, i int) (from, to int) {
	for from = i; from > 0 && !parts[toks[from-1].class]; from-- {
	}
	for to = i + 1; to < len(toks) && !parts[toks[to].class]; to++ {
	}
	return from, to
}

// onlyWord reports that nothing stands beside a word between two marks.
func onlyWord(toks []token, i int) bool {
	return (i == 0 || parts[toks[i-1].class]) && (i+1 == len(toks) || parts[toks[i+1].class])
}

// parts are the marks between phrases.
var parts = [1 << 8]bool{cComma: true, cStop: true, cAsk: true, cLine: true, cOpen: true, cClose: true, cColon: true, cSpace: true}

// grave reports that words tell of a case, or of somebody taken away.
func grave(toks []token) bool {
	return slices.ContainsFunc(toks, func(t token) bool {
		return t.class == cSick || t.class == cAmbul || t.class == cTaken || t.class == cCategory && gravity[t.key] > 0
	})
}
