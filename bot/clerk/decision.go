package clerk

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

var (
	// responsible is where a decision says who is responsible for it.
	responsible = pattern.MustCompile(`由\s*(.+?)\s*(?:负责|牵头|落实|承办|办理|组织|完成)|责任(?:单位|部门|人|处室)?\s*[:：为是]\s*([^，,。;；\n)）]+)|(?i:\b(?:owner|responsible)\s*:\s*([^,.;\n]+)|\bby (?:the )?([A-Z][^,.;\n]*?)(?:,|\.|;|\bby\b|\bbefore\b|$))`)
	// beforehand ends the words of a deadline.
	beforehand = pattern.MustCompile(`之前|以前|前|完成|办结|上报|报送|提交|落实`)
	// daysIn is “三天内”, “一周内”, “24小时内”.
	daysIn = pattern.MustCompile(`([0-9]{1,2}|[一二两三四五六七八九十])\s*(?:个)?\s*(天|日|周|星期|小时)(?:之|以)?内`)
	// byThen begins a deadline, or whoever is responsible, in English.
	byThen = pattern.MustCompile(`(?i)\b(?:by|before|until)\b`)
	// labelled is a time after a label.
	labelled = pattern.MustCompile(`(?:完成)?(?:时限|期限|时间)\s*[:：为是]?\s*([^，,。;；\n)）]+)`)
	// Stops are where a clause ends.
	Stops = pattern.MustCompile(`[，,。；;、！!\n（）()]`)
)

// name is what somebody who can answer for a decision is called.
type name struct {
	text    string
	is      workgroup.Owner
	college bool // a unit of that kind
}

// names are all of them, the longest first.
func (c *Clerk) names(b workgroup.Book) (names []name) {
	add := func(text string, is workgroup.Owner) {
		if text = strings.ToLower(people.Narrow(text)); utf8.RuneCountInString(text) > 1 {
			names = append(names, name{text: text, is: is})
		}
	}
	for u := range workgroup.Units.Each(b, "") {
		from := len(names)
		for _, text := range append([]string{u.Name, u.English}, u.Aliases...) {
			add(text, workgroup.Owner{Unit: u.ID})
		}
		for i := range names[from:] {
			names[from+i].college = u.Kind == workgroup.CollegeUnit
		}
	}
	for p := range workgroup.People.Each(b, "") {
		if p.Left.IsZero() {
			add(p.Name, workgroup.Owner{Person: p.ID})
		}
	}
	office := c.college.OwnerNamed(b, workgroup.Owner{Office: true})
	for _, text := range []string{office.Name, office.English, "防控办", "防控办公室", "prevention office"} {
		add(text, workgroup.Owner{Office: true})
	}
	slices.SortStableFunc(names, func(a, b name) int { return cmp.Compare(len(b.text), len(a.text)) })
	return names
}

// OwnersIn are those who are named as responsible in words: units, the office and people, each once, in the order they are named. A name
// within a longer one is no other.
func (c *Clerk) OwnersIn(b workgroup.Book, words string) (out []workgroup.Owner) {
	names := c.names(b)
	type found struct {
		at int
		is workgroup.Owner
	}
	var all []found
	rest := strings.ToLower(people.Narrow(words))
	for _, n := range names {
		for i := strings.Index(rest, n.text); i >= 0; i = strings.Index(rest, n.text) {
			all = append(all, found{i, n.is})
			// People of one name stand for one another: which is meant is asked.
			for _, other := range names {
				if other.text == n.text && other.is != n.is {
					all = append(all, found{i, other.is})
				}
			}
			rest = rest[:i] + strings.Repeat("\x00", len(n.text)) + rest[i+len(n.text):]
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.at, b.at) })
	for _, one := range all {
		if !slices.Contains(out, one.is) {
			out = append(out, one.is)
		}
	}
	return out
}

// ofTheirs stands behind a name whose things words speak of.
var ofTheirs = pattern.MustCompile(`^(?:的|报来|报送|提出|反映|汇报|[0-9]+[名人])`)

// charges tells whether words begin with whom they name, or say that it is theirs without more: “学生处2月1日前完成”, “消毒，财务处负责”.
func (c *Clerk) charges(b workgroup.Book, words string, who workgroup.Owner) bool {
	words = strings.ToLower(people.Narrow(strings.TrimSpace(words)))
	names := slices.DeleteFunc(c.names(b), func(n name) bool { return n.is != who })
	for i, clause := range Stops.Split(words, -1) {
		clause = strings.TrimSpace(clause)
		head := chargedBy.FindString(clause)
		for _, n := range names {
			rest, begins := strings.CutPrefix(clause[len(head):], n.text)
			if begins && !ofTheirs.MatchString(rest) && (i == 0 || head != "" || doesIt.MatchString(rest)) || strings.Contains(clause, n.text+"负责") || strings.Contains(clause, n.text+"牵头") {
				return true
			}
		}
	}
	return false
}

var (
	// chargedBy begins a clause that charges whom it names next, and doesIt says behind a name that it is theirs.
	chargedBy = pattern.MustCompile(`^(?:那?就)?(?:请|由|让|交给?|归|责成|要求)\s*`)
	doesIt    = pattern.MustCompile(`^(?:来|去|给)?(?:负责|牵头|承办|办理|落实|办|采购|执行|实施|解决|做|弄|管)(?:一下|掉|好)?$`)
)

// OwnerOf reads who is responsible for a decision: whoever its words say is. Where they say so of several, or name somebody without saying
// so, those are who is asked about.
func (c *Clerk) OwnerOf(b workgroup.Book, words string) (owner workgroup.Owner, among []workgroup.Owner) {
	for _, m := range responsible.FindAllStringSubmatch(people.Narrow(words), -1) {
		for _, said := range m[1:] {
			among = append(among, c.OwnersIn(b, said)...)
		}
	}
	if len(among) == 1 {
		return among[0], nil
	}
	if len(among) == 0 {
		among = c.OwnersIn(b, words)
	}
	if len(among) == 1 && c.charges(b, words, among[0]) {
		return among[0], nil
	}
	return workgroup.Owner{}, among[:min(len(among), mostOwners)]
}

// mostOwners is how many are offered where it is asked who is responsible.
const mostOwners = 6

// ofMonth is a date as people write it, with its month.
var ofMonth = pattern.MustCompile(`(?:([0-9]{4})\s*年\s*)?([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*[日号]?`)

// NoSuchDate is a date in words that no calendar has (2月30日), "" for none. A part of it is none that anybody meant.
func NoSuchDate(words string, now time.Time) string {
	for _, m := range ofMonth.FindAllStringSubmatch(people.Narrow(words), -1) {
		year, month, day := now.Year(), SmallNumber(m[2]), SmallNumber(m[3])
		if m[1] != "" {
			year = SmallNumber(m[1])
		} else if month < int(now.Month()) {
			year++ // the next of that name
		}
		if time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Day() != day || month < 1 || month > 12 {
			return m[0]
		}
	}
	return ""
}

// SmallNumber is a number of days or hours as people write it.
func SmallNumber(s string) (n int) {
	if i := strings.Index("零一二三四五六七八九十", s); i >= 0 {
		return i / len("一")
	}
	if s == "两" {
		return 2
	}
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}

// farBack is how many letters before “前” a deadline may begin.
const farBack = 16

// DeadlineOf reads until when a decision is to be done; false when its words say no time, or several.
func (c *Clerk) DeadlineOf(words string, now time.Time) (time.Time, bool) {
	words = people.Narrow(words)
	if NoSuchDate(words, now) != "" {
		return time.Time{}, false
	}
	var found []time.Time
	keep := func(said string) bool {
		at, ok := c.byWhen(said, now)
		if ok && !slices.ContainsFunc(found, at.Equal) {
			found = append(found, at)
		}
		return ok
	}
	for _, m := range labelled.FindAllStringSubmatch(words, -1) {
		keep(m[1])
	}
	for _, clause := range Stops.Split(words, -1) {
		keep(clause)
		for _, said := range byThen.Split(clause, -1)[1:] {
			keep(said)
		}
		if m := daysIn.FindString(clause); m != "" {
			keep(m)
			continue
		}
		for _, at := range beforehand.FindAllStringIndex(clause, -1) {
			head := []rune(clause[:at[0]])
			// The longest words that are a time are meant: “明天中午12点”, and not “12点”.
			for from := max(0, len(head)-farBack); from < len(head); from++ {
				if keep(string(head[from:])) {
					break
				}
			}
		}
	}
	if len(found) != 1 {
		return time.Time{}, false
	}
	return found[0], true
}
