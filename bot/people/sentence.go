package people

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fangkong/store/workgroup"
)

// Sentence is what one sentence about people asks for.
type Sentence struct {
	Text     string
	Postings []workgroup.Posting // none: not understood
	NoUnit   string              // what is called like a unit, and is none
	Told     bool                // it only says who is what (“王五是软件学院负责人”)
	Sure     bool                // it can hardly mean anything else: a known name or a telephone number, and what is to be done
	Likely   bool                // a role, or a unit that somebody is to leave, and what is to be done
}

type tokenKind int

const (
	unitToken tokenKind = iota
	nameToken
	roleToken
	verbToken
	phoneWord
	phoneToken
	allWord
	titleToken
	wordToken // a name that nobody has yet, or anything
)

type token struct {
	kind tokenKind
	text string
	unit workgroup.UnitID
	role workgroup.Role
	verb verb
}

type verb string

const (
	adds     verb = "add"
	drops    verb = "drop"
	leaves   verb = "leave"
	moves    verb = "move"
	replaces verb = "replace" // with what stands behind it
	replaced verb = "replaced"
	succeeds verb = "succeed" // to whom stands behind it
)

var verbWords = map[verb][]string{
	adds:     {"增加", "新增", "添加", "增补", "增设", "补充", "加上", "担任", "出任", "兼任", "任命", "任", "负责", "add", "adds", "appoint", "becomes", "is now"},
	drops:    {"不再负责", "不再担任", "不再是", "不再兼任", "不再任", "不负责", "不担任", "不再", "免去", "免掉", "去掉", "删除", "删去", "移除", "卸任", "remove", "no longer"},
	leaves:   {"退出", "离校", "离职", "退休", "调离", "调走", "离开学院", "离开学校", "离开本校", "离开工作群", "退出工作群", "离开", "leaves", "has left", "quits"},
	moves:    {"调到", "调至", "调任", "调往", "调去", "转到", "转任", "转至", "改任", "调整到", "move", "moves to", "transfers to"},
	replaces: {"换成", "换为", "更换为", "更换成", "改成", "改为", "变更为", "替换为", "调整为", "with", "replaced by"},
	replaced: {"replace"},
	succeeds: {"接替", "接任", "顶替", "succeeds", "replaces"},
}

var phoneWords = []string{"换了手机号码", "换了手机号", "换手机号码", "换手机号", "换了号码", "换号码", "换了电话", "换电话", "换号", "新手机号码", "新手机号", "新号码", "新电话", "电话号码", "手机号码", "联系电话", "电话", "手机号", "手机", "号码", "phone number", "phone", "mobile", "number"}

// allWords say that whoever has a duty is meant.
var allWords = []string{"全部", "全都", "全体", "所有", "all"}

var (
	tells = regexp.MustCompile(`(?i)[是为:：]|\bis\b`)
	// addressed is how somebody is called who is not named.
	addressed = regexp.MustCompile(`(老师|同志|同学|书记|院长|处长|主任|科长|部长|校长|所长|馆长|经理|教授)$`)
	asks      = regexp.MustCompile(`(?i)谁|哪|什么|怎|几|吗|呢|[?？]|\b(?:who|what|which|when)\b`)
)

// small are the words that join others and mean nothing here.
var small = []string{"the", "of", "as", "to", "for", "from", "in", "at", "is", "a", "an", "please", "unit", "and", "now", "also", "by", "this", "s"}

var (
	sentenceEnd = regexp.MustCompile(`[\n;；。]+`)
	clauseEnd   = regexp.MustCompile(`[,，]+`)
)

// Read reads sentences; an empty text has none.
func (r *Reader) Read(text string) (out []Sentence) {
	for _, one := range sentenceEnd.Split(Narrow(text), -1) {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, r.clauses(one)...)
		}
	}
	return out
}

// clauses are a sentence as one, or, where that is not understood and each of its clauses is, its clauses (“李四退休，软件学院负责人增加张三”).
func (r *Reader) clauses(text string) []Sentence {
	whole := r.sentence(text)
	parts := clauseEnd.Split(text, -1)
	if len(whole.Postings) > 0 || whole.NoUnit != "" || len(parts) < 2 {
		return []Sentence{whole}
	}
	var out []Sentence
	for _, part := range parts {
		one := r.sentence(strings.TrimSpace(part))
		if len(one.Postings) == 0 {
			return []Sentence{whole}
		}
		out = append(out, one)
	}
	return out
}

// tokens parts a sentence into what is known in it and the words between.
func (r *Reader) tokens(text string) (out []token) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		lower = text
	}
	word := 0 // where what is not known begins
	end := func(i int) {
		out = append(out, between(text[word:i])...)
	}
	for i := 0; i < len(text); {
		if phone, n := PhoneIn(text[i:]); n > 0 && (i == 0 || !isDigit(text[i-1])) {
			end(i)
			out = append(out, token{kind: phoneToken, text: phone})
			i += n
			word = i
			continue
		}
		if w, ok := r.at(lower, i); ok {
			end(i)
			i += len(w.text)
			if w.is.kind == unitToken {
				i += len(unitSuffix.FindString(lower[i:]))
			}
			out = append(out, w.is)
			word = i
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	end(len(text))
	return out
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// at is the longest known word that stands at a place. A Latin one stands for itself only, and 任 before a unit or a role only.
func (r *Reader) at(lower string, i int) (entry, bool) {
	for _, w := range r.words {
		if !strings.HasPrefix(lower[i:], w.text) {
			continue
		}
		after := lower[i+len(w.text):]
		latin := w.text[0] < utf8.RuneSelf
		if latin && (i > 0 && isLetter(lower[i-1]) || after != "" && isLetter(after[0])) {
			continue
		}
		if w.text == "任" {
			next, ok := r.at(lower, i+len(w.text)+len(after)-len(strings.TrimLeft(after, " ")))
			if title := titleAt(strings.TrimLeft(after, " ")); title == "" && (!ok || next.is.kind != unitToken && next.is.kind != roleToken) {
				continue
			}
		}
		return w, true
	}
	return entry{}, false
}

// titleAt is the title that a text begins with.
func titleAt(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
	if end < 0 {
		end = len(s)
	}
	if titles.MatchString(s[:end]) {
		return s[:end]
	}
	return ""
}

// between are the words that stand between known ones: names that nobody has yet, titles, and whatever else.
func between(s string) (out []token) {
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",，、:：()（）.!！'’“”\"/", r)
	})
	latin := []string{}
	flush := func() {
		if len(latin) > 0 {
			out = append(out, token{kind: wordToken, text: strings.Join(latin, " ")})
			latin = nil
		}
	}
	for _, part := range parts {
		if part[0] < utf8.RuneSelf {
			if slices.Contains(small, strings.ToLower(part)) {
				flush()
				continue
			}
			latin = append(latin, part)
			continue
		}
		flush()
		switch part = trimmed(part); {
		case part == "":
		case titles.MatchString(part):
			out = append(out, token{kind: titleToken, text: part})
		default:
			out = append(out, token{kind: wordToken, text: part})
		}
	}
	flush()
	return out
}

// trimmed is a word without what joins it to its neighbours.
func trimmed(word string) string {
	for _, lead := range []string{"把", "将", "请", "由", "让", "给", "与", "的", "为", "是", "从", "在", "到", "原"} {
		if rest, ok := strings.CutPrefix(word, lead); ok && utf8.RuneCountInString(rest) != 1 {
			word = rest
		}
	}
	for _, tail := range []string{"的", "为", "是", "到", "从", "由", "在", "于", "作", "成", "做", "了", "吧", "同志", "任"} {
		if rest, ok := strings.CutSuffix(word, tail); ok && utf8.RuneCountInString(rest) != 1 {
			word = rest
		}
	}
	return word
}

// unitLike is what only a unit is called.
var unitLike = regexp.MustCompile(`^\p{Han}{2,}(学院|分院|中心|集团|公司|图书馆|[系处部])$`)

// nameLike tells whether a word can be somebody's name.
func nameLike(word string) bool {
	n := utf8.RuneCountInString(word)
	han := strings.IndexFunc(word, func(r rune) bool { return !unicode.Is(unicode.Han, r) && r != '·' }) < 0
	if han {
		return n >= 2 && n <= 4 || n <= 12 && strings.Contains(word, "·")
	}
	return n >= 2 && n <= 40 && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '-' && r != '.' && r != '·' }) < 0
}

// someone is a person named in a sentence.
type someone struct {
	name, phone string
	known       bool
	at          int
}

// said is a sentence taken apart.
type said struct {
	units  []token
	unitAt []int
	role   workgroup.Role
	title  string
	people []someone
	verbs  []verb
	verbAt map[verb]int
	phones int
	phone  bool // the word
	all    bool // the word
	noUnit string
}

func (r *Reader) sentence(text string) Sentence {
	out := Sentence{Text: text}
	s, ok := apart(r.tokens(text))
	if out.NoUnit = s.noUnit; !ok || len(s.people) == 0 || s.noUnit != "" {
		out.Likely = ok && s.noUnit != "" && s.role != "" && len(s.people) > 0 && len(s.verbs) > 0
		return out
	}
	if out.Told = len(s.verbs) == 0 && s.role != "" && len(s.people) == 1 && s.people[0].phone == "" && !addressed.MatchString(s.people[0].name) && tells.MatchString(text) && !asks.MatchString(text); out.Told {
		s.verbs = []verb{adds}
	}
	out.Postings = s.postings()
	rephones := len(out.Postings) == 1 && out.Postings[0].Do == workgroup.Rephone && s.people[0].known
	settled := s.role != "" || len(s.units) > 0 || s.has(leaves) || s.has(moves) || rephones
	named := !slices.ContainsFunc(s.people, func(p someone) bool { return !p.known && p.phone == "" && !r.near(p.name) })
	out.Likely = len(s.verbs) > 0 && (s.role != "" || len(s.units) > 0 && (s.has(drops) || s.has(leaves) || s.has(moves)))
	out.Sure = (len(s.verbs) > 0 || rephones) && settled && named
	return out
}

// near tells whether a name of three signs or more is that of somebody there is, but for one of them.
func (r *Reader) near(name string) bool {
	signs := []rune(name)
	return len(signs) > 2 && slices.ContainsFunc(r.words, func(w entry) bool {
		other := []rune(w.text)
		if w.is.kind != nameToken || len(other) != len(signs) {
			return false
		}
		n := 0
		for i := range signs {
			if signs[i] != other[i] {
				n++
			}
		}
		return n == 1
	})
}

func (s said) has(v verb) bool { return slices.Contains(s.verbs, v) }

// apart sorts the words of a sentence; false when one is no name and nothing else.
func apart(tokens []token) (said, bool) {
	s := said{verbAt: map[verb]int{}}
	waiting := "" // a number before whose it is
	for i, t := range tokens {
		switch t.kind {
		case unitToken:
			if len(s.units) == 0 || s.units[len(s.units)-1].unit != t.unit {
				s.units, s.unitAt = append(s.units, t), append(s.unitAt, i)
			}
		case roleToken:
			s.role = t.role
		case verbToken:
			s.verbs = append(s.verbs, t.verb)
			s.verbAt[t.verb] = i
		case phoneWord:
			s.phone = true
		case allWord:
			s.all = true
		case phoneToken:
			s.phones++
			if n := len(s.people); n > 0 && s.people[n-1].phone == "" {
				s.people[n-1].phone = t.text
			} else {
				waiting = t.text
			}
		case titleToken:
			// Behind a name it is theirs, behind a unit it says which role is meant.
			s.title = t.text
			if i > 0 && tokens[i-1].kind == unitToken || s.role == "" && len(s.units) > 0 {
				s.role, _ = (&Reader{}).RoleOf(t.text)
			}
		case nameToken, wordToken:
			switch {
			case t.kind == wordToken && unitLike.MatchString(t.text):
				s.noUnit = t.text
				continue
			case t.kind == wordToken && !nameLike(t.text):
				return s, false
			}
			s.people = append(s.people, someone{name: t.text, phone: waiting, known: t.kind == nameToken, at: i})
			waiting = ""
		}
	}
	return s, s.phones <= len(s.people)
}
