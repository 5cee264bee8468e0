package bot

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// byNumber is a case called by the end of its code, with what is said of it: 02我来处理, I take 02; byPlace one called by its place: 第二个我来.
	byNumber = pattern.MustCompile(`(?i)^(?:急-?)?(?:0(\d)|(\d{2}))号?(?:那?[个件起案例])?[\s，,：:]*(\D.*)$|^(\D*?)(?:急-?|no\.? ?|number |case )?(?:0(\d)|(\d{2}))号?(?:那?[个件起案例])?$`)
	byPlace  = pattern.MustCompile(`(?i)^第?([一二三四五六123456])(?:个|起|件|例)[\s，,]*(.+)$|^(.*?)第([一二三四五六123456])(?:个|起|件|例)$|^(.*?)the (first|second|third|fourth)(?: one| case)?$`)
	// allOfThem is of every case that rings: 我都接, 两个都由我来, I take both.
	allOfThem = pattern.MustCompile(`(?i)(?:这|那)?(?:[两俩二三四]个|[两二三四]起|[两二三四]件|俩)?(?:全部|全都|都|一起)|\b(?:both|all)(?: of them)?\b`)
	// asWell stands among the words of whoever takes a case, and takes nothing: 02我也接.
	asWell = pattern.MustCompile(`也|\b(?:too|also|as well)\b`)
	// theOneOf is left of a case called by its unit: 护理学院的那起, the nursing one.
	theOneOf = regexp.MustCompile(`(?i)^的?(?:那|这)?[个件起案例]?|\b(?:the|one|case|from|of|school)\b`)
)

var places = map[string]int{"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "first": 1, "second": 2, "third": 3, "fourth": 4}

// takesNamed takes the case that words call otherwise than by its whole code, where several ring: by number, by place, by unit, or all of them.
func (t *turn) takesNamed() (bool, error) {
	words := strings.ToLower(strings.Trim(strings.TrimSpace(t.msg.Text), " 。.！!～~"))
	if len([]rune(words)) > 40 || codeSaid.MatchString(words) {
		return false, nil
	}
	takes := func(rest string) bool {
		rest = strings.Join(strings.Fields(asWell.ReplaceAllString(rest, "")), " ")
		return taking.MatchString(rest) || taking.MatchString(rest+" it") || taking.MatchString(rest+" this")
	}
	var called func([]workgroup.Case) []workgroup.Case
	switch {
	case byNumber.MatchString(words):
		m := byNumber.FindStringSubmatch(words)
		n, _ := strconv.Atoi(m[1] + m[2] + m[5] + m[6])
		if !takes(m[3] + m[4]) {
			return false, nil
		}
		called = func(all []workgroup.Case) []workgroup.Case {
			return those(all, func(k workgroup.Case) bool { return k.Number == n })
		}
	case byPlace.MatchString(words):
		m := byPlace.FindStringSubmatch(words)
		place := m[1] + m[4] + m[6]
		n := places[place]
		if n == 0 {
			n, _ = strconv.Atoi(place)
		}
		if !takes(m[2] + m[3] + m[5]) {
			return false, nil
		}
		called = func(all []workgroup.Case) []workgroup.Case { return inPlace(all, n) }
	case allOfThem.MatchString(words) && takes(allOfThem.ReplaceAllString(words, "")):
		called = func(all []workgroup.Case) []workgroup.Case { return those(all, t.mayTake) }
	default:
		return t.takesOfUnit(words, takes)
	}
	return t.takesThese(called(t.seenCases()), allOfThem.MatchString(words))
}

// inPlace is the case in a place of those that run, where it is that by its number, too; else each that can be meant.
func inPlace(all []workgroup.Case, n int) []workgroup.Case {
	meant := those(all, func(k workgroup.Case) bool { return k.Number == n })
	if n <= len(all) && !slices.ContainsFunc(meant, func(k workgroup.Case) bool { return k.Key() == all[n-1].Key() }) {
		meant = append(meant, all[n-1])
	}
	return meant
}

// takesOfUnit takes the one case of a unit that words name (“护理学院的我来处理”).
func (t *turn) takesOfUnit(words string, takes func(string) bool) (bool, error) {
	if len(t.seenCases()) == 0 {
		return false, nil
	}
	for _, u := range workgroup.Roster(t.b) {
		for _, name := range append([]string{u.Name, u.English, strings.TrimPrefix(u.English, "School of ")}, u.Aliases...) {
			before, after, has := strings.Cut(words, strings.ToLower(name))
			if name == "" || !has || !takes(before+" "+theOneOf.ReplaceAllString(after, "")) && !takes(theOneOf.ReplaceAllString(before, "")+theOneOf.ReplaceAllString(after, "")) {
				continue
			}
			return t.takesThese(those(t.seenCases(), func(k workgroup.Case) bool { return k.Unit == u.ID }), false)
		}
	}
	return false, nil
}

// takesThese takes the one case that is meant, or all of them; of several of which one is meant it is asked which. Whoever may not is told why.
func (t *turn) takesThese(meant []workgroup.Case, all bool) (bool, error) {
	can := those(meant, t.mayTake)
	switch {
	case len(meant) == 0:
		return false, nil
	case len(can) == 0:
		return t.cannotTake(meant)
	case len(can) > 1 && !all:
		t.whichCase(excerpt(t.msg.Text), can, func(k workgroup.Case) (string, string) { return "take", k.Key() })
		return true, nil
	}
	for _, k := range can {
		if err := t.takesOver(k); err != nil {
			return true, err
		}
	}
	return true, nil
}
