package people

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/store/workgroup"
)

// Reader reads with the words of one college.
type Reader struct {
	words []entry // the longest first
}

// entry is a word that is known.
type entry struct {
	text string
	is   token
}

// New returns a reader for the units and people of a college. The roles are known by their usual names, and by those in own.
func New(units []workgroup.Unit, names []string, own map[string]workgroup.Role) *Reader {
	r := &Reader{}
	add := func(text string, is token) {
		if text = strings.ToLower(Narrow(text)); text != "" {
			is.text = text
			r.words = append(r.words, entry{text, is})
		}
	}
	for _, u := range units {
		for _, name := range append([]string{u.Name, u.English}, u.Aliases...) {
			add(name, token{kind: unitToken, unit: u.ID})
		}
	}
	for _, name := range names {
		r.words = append(r.words, entry{strings.ToLower(Narrow(name)), token{kind: nameToken, text: Narrow(name)}})
	}
	for text, role := range own {
		add(text, token{kind: roleToken, role: role})
	}
	for role, texts := range roleWords {
		for _, text := range texts {
			add(text, token{kind: roleToken, role: role})
		}
	}
	for verb, texts := range verbWords {
		for _, text := range texts {
			add(text, token{kind: verbToken, verb: verb})
		}
	}
	for _, text := range phoneWords {
		add(text, token{kind: phoneWord})
	}
	for _, text := range allWords {
		add(text, token{kind: allWord})
	}
	// What is as long is read as a unit, a name, a role, and only then as something to be done.
	slices.SortStableFunc(r.words, func(a, b entry) int {
		return cmp.Or(cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.is.kind, b.is.kind), strings.Compare(a.text, b.text))
	})
	return r
}

// roleWords are how offices call the roles.
var roleWords = map[workgroup.Role][]string{
	workgroup.Head:       {"主要负责人", "第一责任人", "单位负责人", "党政负责人", "负责人", "责任人", "正职", "head", "heads"},
	workgroup.Deputy:     {"副职", "副负责人", "分管负责人", "副手", "deputy", "deputies"},
	workgroup.Director:   {"防控办主任", "办公室主任", "director"},
	workgroup.Staff:      {"防控办工作人员", "防控办人员", "防控办", "工作人员", "office staff", "staff of the prevention office"},
	workgroup.Admin:      {"管理员", "administrator", "admin"},
	workgroup.Leading:    {"领导小组成员", "领导小组", "leading group", "member of the leading group"},
	workgroup.Committee:  {"党委委员", "委员", "committee member"},
	workgroup.DutyStaff:  {"值班员", "值班人员", "duty staff"},
	workgroup.DutyLeader: {"带班领导", "值班领导", "带班人", "duty leader"},
	workgroup.GroupHead:  {"工作组组长", "组长", "head of a working group", "working group head"},
	workgroup.Inspector:  {"纪委", "纪检", "纪检监察", "discipline inspector"},
}

// titles are what somebody of a unit is called: it says which role they have there.
var titles = regexp.MustCompile(`^(党委|党总支|总支|党支部|常务|直属)*(副)?(院长|书记|处长|主任|部长|馆长|校长|所长|科长|经理|总经理|主席|园长)$`)

// RoleOf is the role that a word of a sheet or a sentence names, by its usual name or as the title of somebody of a unit.
func (r *Reader) RoleOf(word string) (role workgroup.Role, title string) {
	word = strings.Trim(strings.ToLower(Narrow(word)), " ()")
	for _, w := range r.words {
		if w.is.kind == roleToken && w.text == word {
			return w.is.role, ""
		}
	}
	if m := titles.FindStringSubmatch(word); m != nil {
		if m[2] != "" {
			return workgroup.Deputy, word
		}
		return workgroup.Head, word
	}
	return "", ""
}

// unitSuffix may follow the short name of a unit (“机电学院”).
var unitSuffix = regexp.MustCompile(`^(学院|分院|中心|集团|公司|院|系|处|部|馆)`)

// UnitOf is the unit that a word of a sheet names.
func (r *Reader) UnitOf(word string) workgroup.UnitID {
	word = strings.ToLower(strings.Join(strings.Fields(Narrow(word)), " "))
	for _, w := range r.words {
		rest, begins := strings.CutPrefix(word, w.text)
		if w.is.kind == unitToken && begins && (rest == "" || unitSuffix.ReplaceAllString(rest, "") == "") {
			return w.is.unit
		}
	}
	return ""
}

// Narrow writes full-width digits, letters, brackets and spaces in one way, and leaves out what cannot be seen.
func Narrow(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch {
		case r >= '！' && r <= '～' && r != '，' && r != '；':
			r -= '！' - '!'
		case r == '\u3000' || r == '\u00a0' || r == '\t':
			r = ' '
		case r == '—' || r == '–' || r == '‐' || r == '‑' || r == '−':
			r = '-'
		case r == '\ufeff' || r == '\u200b' || r == utf8.RuneError || r < ' ' && r != '\n':
			continue
		}
		out.WriteRune(r)
	}
	return strings.TrimSpace(out.String())
}

var number = regexp.MustCompile(`^\+?(?:86[- ]?)?(1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|\d{7,8}|1\d{2}-\d{3}-\d{5})(?:\D|$)`)

// PhoneIn is the telephone number that a text begins with, and how many bytes of it.
func PhoneIn(s string) (phone string, length int) {
	at := number.FindStringSubmatchIndex(s)
	if at == nil {
		return "", 0
	}
	return strings.ReplaceAll(s[at[2]:at[3]], " ", ""), at[3]
}
