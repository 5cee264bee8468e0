package clerk

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

var (
	// joins stands between those who are named in one breath.
	joins = pattern.MustCompile(`^\s*(?:、|以及|和|与|及|跟|会同|[,，&]\s*(?:and )?|and )\s*(?:the )?`)
	// begins stands before whoever is named first.
	begins = pattern.MustCompile(`^\s*(?:请|要求|责成|明确)?(?:由|让)?\s*(?:the )?`)
	// helps is where words name who helps (“学生处配合”).
	helps = pattern.MustCompile(`(?:^|[、，,；;。头责])\s*(?:由|请)?([^、，,；;。]{2,24}?)(?:协同配合|配合|协助|协同)`)
	// bodyLike looks like the name of a body of a college, whether or not there is one.
	bodyLike = pattern.MustCompile(`^[^\pP\pN\s和与及跟a-zA-Z]{1,9}?(?:办公室|中心|集团|公司|医院|卫生所|处|院|部|室|科|办|组|委|会|馆|所|站|队|家)`)
	// bodyLikeEn looks like one in English.
	bodyLikeEn = pattern.MustCompile(`^[A-Z][a-z']+(?: [A-Z][a-z']+)*`)
	// bodiesAll are no names.
	bodiesAll = pattern.MustCompile(`^(?:各|全|所有|有关|相关|每|本|我|该|其他|其它|一|两|三|这|那|学院各|在|教室|实验室|办公室|会议室|值班室|寝室|食堂|场所|厕所|校内|校外|全校|学校)`)
	// allColleges are the units of that kind, named in one breath, and ofColleges stands behind those where words speak of something of theirs.
	allColleges = pattern.MustCompile(`^(?:(?:各|所有|全部)(?:个)?(?:二级)?学院|(?i:all (?:the )?colleges|(?:each|every) college))`)
	ofColleges  = pattern.MustCompile(`^(?:的|负责人|书记|院长|领导|学生|教师|老师|教职|师生|辅导员|班|报来|报送的|提出|反映|汇报)`)
	// timesEn are times that are written like names.
	timesEn = pattern.MustCompile(`^(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon|midnight|today|tonight|tomorrow|the end)`)
	// sayWho follows a subject that is to do something.
	sayWho = pattern.MustCompile(`^(?:负责|牵头|承办|落实|办理|完成|(?:于|在|要|须|应)?(?:今|明|后[天日]|本周|下周|[0-9]+[月日天点]))`)
)

// Together are those who are named in one breath as responsible in words (“安保处和后勤集团今晚完成”, “后勤集团牵头、学生处配合”), in the order they are
// named, and the names among them that nobody of the roster has. Names that several people have are left to be asked about.
func (c *Clerk) Together(b workgroup.Book, words string) (owners []workgroup.Owner, unknown []string) {
	words = people.Narrow(words)
	names := c.names(b)
	keep := func(some []workgroup.Owner, strange []string) {
		for _, o := range some {
			if !slices.Contains(owners, o) {
				owners = append(owners, o)
			}
		}
		for _, n := range strange {
			if !slices.Contains(unknown, n) {
				unknown = append(unknown, n)
			}
		}
	}
	said := false
	for _, m := range responsible.FindAllStringSubmatch(words, -1) {
		for _, region := range m[1:] {
			if region == "" {
				continue
			}
			some, strange, rest := inOneBreath(names, region)
			if said = true; len(some)+len(strange) == 0 && region[0] >= utf8.RuneSelf && !bodiesAll.MatchString(region) && len(c.OwnersIn(b, region)) == 0 {
				strange = []string{region}
			} else if rest != "" && len(c.OwnersIn(b, rest)) > 0 {
				return nil, nil // not as plain as that
			}
			keep(some, strange)
		}
	}
	if !said {
		for _, clause := range ClauseEnd.Split(words, -1) {
			some, strange, rest := inOneBreath(names, clause)
			if len(some) > 0 && len(some)+len(strange) > 1 || len(strange) == 1 && sayWho.MatchString(rest) && len(c.OwnersIn(b, words)) == 0 {
				keep(some, strange)
				break
			}
		}
	}
	for _, m := range helps.FindAllStringSubmatch(words, -1) {
		if some, strange, rest := inOneBreath(names, m[1]); rest == "" && len(owners) > 0 {
			keep(some, strange)
		}
	}
	return owners, unknown
}

// OnlyNamed are several who are named in one breath by words that say nothing else, and the names among them that are nobody's.
func (c *Clerk) OnlyNamed(b workgroup.Book, words string) (owners []workgroup.Owner, unknown []string) {
	some, strange, rest := inOneBreath(c.names(b), strings.TrimSpace(people.Narrow(words)))
	if rest != "" || len(some)+len(strange) < 2 {
		return nil, nil
	}
	return some, strange
}

// inOneBreath are those whose names words begin with, one after the other, and what looks like a name among them and is nobody's.
func inOneBreath(names []name, words string) (some []workgroup.Owner, strange []string, rest string) {
	rest = words[len(begins.FindString(words)):]
	for {
		at := slices.IndexFunc(names, func(n name) bool { return strings.HasPrefix(strings.ToLower(rest), n.text) })
		body := bodyLike.FindString(rest)
		if en := bodyLikeEn.FindString(rest); en != "" && !timesEn.MatchString(en) && (rest == en || joins.MatchString(rest[len(en):])) {
			body = en
		}
		colleges := namedColleges(names, rest)
		switch {
		case len(colleges) > 0:
			some, rest = append(some, colleges...), rest[len(allColleges.FindString(rest)):]
		case at >= 0:
			n := names[at]
			if slices.ContainsFunc(names, func(other name) bool { return other.text == n.text && other.is != n.is }) {
				return nil, nil, words
			}
			some, rest = append(some, n.is), rest[len(n.text):]
		case body != "" && !bodiesAll.MatchString(rest):
			strange, rest = append(strange, body), rest[len(body):]
		default:
			return some, strange, rest
		}
		next := joins.FindString(rest)
		if next == "" {
			return some, strange, strings.TrimSpace(rest)
		}
		rest = rest[len(next):]
	}
}

// namedColleges are all units of the kind, where words begin with that they are meant.
func namedColleges(names []name, words string) (all []workgroup.Owner) {
	said := allColleges.FindString(words)
	if said == "" || ofColleges.MatchString(words[len(said):]) {
		return nil
	}
	for _, n := range names {
		if n.college && !slices.Contains(all, n.is) {
			all = append(all, n.is)
		}
	}
	slices.SortFunc(all, func(a, b workgroup.Owner) int { return strings.Compare(string(a.Unit), string(b.Unit)) })
	return all
}
