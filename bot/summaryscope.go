package bot

import (
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// scope is what a summary is of: the college on a date, one unit, or a week of either, which ends with the date.
type scope struct {
	date workgroup.Date
	unit workgroup.UnitID // "": the college
	week bool
}

var (
	// weekWords name a week: this one as far as it has come, or the one before.
	weekWords = pattern.MustCompile(`(本|这一?个?|上一?个?)(?:周|星期|礼拜)(?:以来|到现在|的)?|(?i)\b(this|last) week\b`)
	// ofSummary are words that stand for a summary and narrow it to nothing.
	ofSummary = pattern.MustCompile(`^(?:的|今天|情况|汇总|数据|日报|报送情况)*$`)
)

// weekIn is the last day of the week that words name, and the words without it.
func (t *turn) weekIn(words string) (last workgroup.Date, rest string, ok bool) {
	m := weekWords.FindStringSubmatch(words)
	if m == nil {
		return "", words, false
	}
	last = t.today()
	if strings.HasPrefix(m[1], "上") || strings.EqualFold(m[2], "last") {
		last = last.Monday().Add(-1)
	}
	return last, strings.TrimSpace(strings.Replace(words, m[0], "", 1)), true
}

// scopeIn reads “”, a date as people write one, 本周, 上周, a unit, and a unit with one of them.
func (t *turn) scopeIn(args string) (of scope, err error) {
	words := strings.TrimSpace(args)
	of.date = t.today()
	if _, _, one := t.weekdayIn(words); one {
		// A day of it.
	} else if last, rest, ok := t.weekIn(words); ok {
		of.date, of.week, words = last, true, rest
	}
	day := ""
	u, rest, named := t.unitBefore(words)
	if !named {
		if m := dayNamed.FindString(words); m != "" && !of.week {
			day, words = m, strings.TrimSpace(strings.Replace(words, m, "", 1))
		} else if first, behind, two := strings.Cut(words, " "); two && !of.week {
			day, words = first, strings.TrimSpace(behind)
		}
		u, rest, named = t.unitBefore(words)
	}
	if one, ok := t.unitBegun(words); !named && ok {
		u, rest, named = one, "", true
	}
	switch {
	case named && (rest == "" || ofSummary.MatchString(rest)):
		of.unit, words = u.ID, ""
	case named && day == "":
		of.unit, words = u.ID, strings.TrimSpace(rest)
	case ofSummary.MatchString(words):
		words = ""
	case day != "":
		words = args
	}
	if words == "" {
		words = day
	}
	if !of.week {
		of.date, err = t.dateIn(strings.Trim(words, " 的"))
	}
	if err != nil || of.week && words != "" {
		return of, workgroup.Refuse(workgroup.NoScope, "words", args)
	}
	return of, nil
}

// unitBegun is the one unit whose name begins with some words of two letters or more: “护理”.
func (t *turn) unitBegun(words string) (unit workgroup.Unit, ok bool) {
	if utf8.RuneCountInString(words) < 2 {
		return unit, false
	}
	for u := range workgroup.Units.Each(t.b, "") {
		if !strings.HasPrefix(u.Name, words) && !strings.HasPrefix(strings.ToLower(u.English), strings.ToLower(words)) {
			continue
		}
		if ok {
			return workgroup.Unit{}, false
		}
		unit, ok = u, true
	}
	return unit, ok
}
