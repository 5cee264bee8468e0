package understand

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
)

// Withheld is words as they may stand in a paper: without the numbers by which somebody is reached or known, and with no more of a name than
// 张某. Names are those given, and what stands where a name does.
func Withheld(words string, names []string) string {
	names = slices.Clone(names)
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) }) // 王小明 is no 王小
	for _, name := range names {
		if utf8.RuneCountInString(name) > 1 {
			words = strings.ReplaceAll(words, name, initialOf(name))
		}
	}
	words = longNumber.ReplaceAllStringFunc(words, func(n string) string {
		if aDay.MatchString(n) {
			return n
		}
		return "×××"
	})
	for _, name := range []*pattern.Pattern{nameActs, nameSpelled} {
		words = hidden(words, name)
	}
	return words
}

// hidden leaves no more than its initial of every name that a pattern finds. Behind one the next may begin: 王小红和赵敏、李娜.
func hidden(words string, name *pattern.Pattern) string {
	var out strings.Builder
	for {
		m := name.FindStringSubmatchIndex(words)
		if m == nil {
			return out.String() + words
		}
		one, end := words[m[2]:m[3]], m[3]
		switch {
		case strings.Contains(one, "某") || namesNobody(one) || spelledNobody.MatchString(one):
			out.WriteString(words[:end])
		default:
			if short := notInName.ReplaceAllString(one, ""); utf8.RuneCountInString(short) > 1 {
				end -= len(one) - len(short) // 李娜刚 + 到家
			}
			out.WriteString(words[:m[2]] + initialOf(one))
		}
		words = words[end:]
	}
}

// IsName tells whether words are a name, as far as can be seen: strangers call themselves as they like.
func IsName(words string) bool { return oneName.MatchString(words) && !namesNobody(words) }

// initialOf is as much of a name as may be told.
func initialOf(name string) string {
	if first := compound.FindString(name); first != "" {
		return first + "某"
	}
	if first, n := utf8.DecodeRuneInString(name); n > 1 {
		return string(first) + "某"
	}
	return "N. N."
}

var (
	// longNumber is one of a telephone or an identity card; aDay is a day written so.
	longNumber = pattern.MustCompile(`\+?[0-9](?:[- ]?[0-9]){6,}[Xx]?`)
	aDay       = pattern.MustCompile(`^20[0-9]{2}-?[01][0-9]-?[0-3][0-9]$`)
	// nameActs is a name before what somebody does, is or has, or with nothing behind it.
	nameActs = pattern.MustCompile(`(?:^|[^\p{Han}]|学生|同学|教师|老师|患者|病人|病例|密接者|辅导员|班长|书记|院长|处长|主任|部长|室友|舍友|同事|职工|员工|[和与跟由是给向让请把含叫、班院部处系科]|补报|漏报|还有)(` + nameWhole + `)` +
		`(?:同学|老师|师傅|书记|院长|处长|主任|等|[和与跟及刚今昨因]|家里|家中|家人|本人|一?人|电话|来电|补报|漏报|报|说|称|反映|告知|通知|回复|确认|核实|已|也|又|都|还|是|在|被|从|到|去|转|解除|期满|多|少|漏|重复|男|女|的|未|没|不|` + illness + `|$|[^\p{Han}])`)
	oneName = pattern.MustCompile(`^(?:` + nameWhole + `)$`)
	// nameSpelled is a name as it is spelled: Li Na, Mr Wang.
	nameSpelled = pattern.MustCompile(`\b((?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z][a-z]+ [A-Z][a-z]+)\b`)
)

// notInName is what may follow a name of two and looks like its third; compound are surnames of two.
var (
	notInName = pattern.MustCompile(`[刚今昨已也又都还是在被从到去转因说报称的未没不]$`)
	compound  = pattern.MustCompile(`^(?:` + compounds + `)`)
)

const compounds = `欧阳|司马|上官|诸葛|司徒|皇甫|尉迟|夏侯|慕容|令狐|宇文|公孙`

const nameWhole = `(?:` + compounds + `)\p{Han}{1,2}|[` + commonest + `](?:\p{Han}{1,2}|[某*×xX]{1,2})`
