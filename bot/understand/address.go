package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// Whom a message is addressed to, at its head, is nobody that it tells of: 王老师，我们有个学生…; 张老师好; 各位老师：.
var (
	address = pattern.MustCompile(`(?i)^\s*(?:收到|好的|谢谢|感谢|报告|汇报|紧急|急|不好了?|出事了|您好|你好|大家好|hello|hi|尊敬的|亲爱的|领导好|[，,。！!：:\s])*` +
		`((?:各位|[` + commonest + `]\p{Han}?)?(?:老师|教授|主任|书记|处长|院长|部长)们?(?:(?:和|、|，)?(?:各位)?(?:领导|老师|同事)们?)*)` +
		`((?:(?:您|你|们|大家|早上|上午|下午|中午|晚上)*好[啊呀]?|早|辛苦了?|在吗|打扰了?)?)([，,：:！!。\s]*)`)
	// ownSubject begins what is told to whoever is addressed.
	ownSubject = pattern.MustCompile(`^(?:今[天日早晚]|昨[天日晚]|刚刚?|刚才|现在|紧急|向您(?:报告|汇报)|报告|汇报|不好了?|出事了|[，,：:！!。\s])*(?:我|本[院单处部班]|咱|俺|有(?:一?[名例个位]|学生|人|同学)|学院|单位)`)
	// ofPatients begins so too, behind a name.
	ofPatients = pattern.MustCompile(`^(?:今[天日早晚]|昨[天日晚]|刚刚?|刚才|现在)?(?:学生|同学|[一1]\s*[名例个位])`)
)

// calledLast calls somebody behind what is told: 我院有人确诊了，老师.
var calledLast = pattern.MustCompile(`[了的人例][，,！!。\s]+(老师|领导)[啊呀]?[！!。\s]*$`)

// unaddressed are words without those that only say to whom they are written.
func unaddressed(words string) string {
	words = words[addressed(words):]
	if m := calledLast.FindStringSubmatchIndex(words); m != nil {
		words = words[:m[2]]
	}
	return words
}

// addressed is how much of words, in bytes, says to whom they are written; 0: nothing.
func addressed(words string) int {
	m := address.FindStringSubmatchIndex(words)
	if m == nil {
		return 0
	}
	title, mark, rest := words[m[2]:m[3]], words[m[6]:m[7]], words[m[1]:]
	greets := m[5] > m[4] || strings.HasPrefix(title, "各位")
	bare := title == "老师" || title == "老师们"
	switch {
	case greets, ownSubject.MatchString(rest), !bare && mark != "" && ofPatients.MatchString(rest):
		return m[5]
	}
	return 0
}

// addressee makes greetings of the words to whom a message is written.
func (m *message) addressee() {
	from, to := len([]rune(m.plain[:addressed(m.plain)])), len(m.text.runes)
	if last := calledLast.FindStringSubmatchIndex(m.plain); last != nil {
		to = len([]rune(m.plain[:last[2]]))
	}
	for i := range m.toks {
		if t := m.toks[i]; (t.to <= from || t.from >= to) && (t.class == cGroup || t.class == cText) {
			m.toks[i].class, m.toks[i].key = cGreeting, ""
		}
	}
}

// whoIsThere makes a greeting of the words that begin a call and ask who is there: 喂是学生处吗, 王主任吗, 值班室有人吗. What follows asks nothing.
func whoIsThere(toks []token, t *text) {
	who := false
	for i, w := range toks[:min(len(toks), mostCalled)] {
		switch word := string(t.runes[w.from:w.to]); {
		case w.class == cUnit:
			who = true
		case w.class == cText && t.is(w, "吧") && who, w.class == cQuestion && (word == "吗" || word == "么") && who:
			if !goesOnToTell(toks[i+1:]) {
				return
			}
			for j := range toks[:i] {
				toks[j].class, toks[j].key = cGreeting, ""
			}
			toks[i].class = cComma
			if toks[i+1].class == cAsk {
				toks[i+1].class = cComma
			}
			return
		case w.class == cText && w.to-w.from <= 6:
			who = who || answersCalls.MatchString(word)
		case w.class == cGreeting, w.class == cSpace, w.class == cComma && i > 0 && toks[i-1].class == cGreeting, w.class == cCounter, word == "是", word == "有", word == "请问":
		default:
			return
		}
	}
}

// mostCalled is how many words may begin a call.
const mostCalled = 9

// answersCalls is an office or somebody by their title: 值班室, 王主任.
var answersCalls = pattern.MustCompile(`(?:[室办处科部馆]|中心|主任|书记|[处院部科校]长|主席|老师|师傅|领导)(?:[你您]?们?[都还现]?在)?$|^[你您]?们?[都还现]?在$`)

// goesOnToTell reports that words go on to tell of somebody.
func goesOnToTell(toks []token) bool {
	if len(toks) > 0 && toks[0].class == cMeasure {
		return false // 是学生处吗还是人事处
	}
	return slices.ContainsFunc(toks, func(t token) bool {
		return t.class == cOurs || t.class == cSelf || t.class == cUnit || t.class == cGroup || t.class == cCategory || t.class == cFine
	})
}

// caller makes greetings of the name by which somebody says who calls, which nobody parts from what is told: 我是电信学院老周啊我们今天….
func (m *message) caller() {
	for i := 0; i+3 < len(m.toks) && i < nearKinds; i++ {
		if m.toks[i].class != cHave || !m.text.begins(m.toks[i], '是') || m.toks[i+1].class != cUnit || i == 0 || m.toks[i-1].class != cSelf {
			continue
		}
		name := i + 2
		if m.toks[name].class == cHave && m.text.begins(m.toks[name], '的') {
			name++
		}
		if name+2 < len(m.toks) && m.toks[name].class == cGroup {
			name++ // 辅导员王红霞
		}
		if name+1 == len(m.toks) || parts[m.toks[name+1].class] || !m.text.calls(m.toks[name]) {
			return
		}
		for j := i + 2; j <= name; j++ {
			m.toks[j].class, m.toks[j].key = cGreeting, ""
		}
		return
	}
}

// calls reports that a word is somebody's name, as it is said: 老周啊.
func (t *text) calls(w token) bool {
	for w.class == cText && w.to-w.from > 2 && strings.ContainsRune("啊呀呢哈哪嘛", t.runes[w.to-1]) {
		w.to--
	}
	return t.nicknamed(w) || t.isName(w)
}
