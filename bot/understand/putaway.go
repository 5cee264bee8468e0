package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

var (
	// putAway is somebody whom others put in quarantine: 被集中隔离, 叫社区隔离了, put in central quarantine.
	putAway = pattern.MustCompile(`(?:被|叫|遭到?)[^，。；、]{0,12}?隔离|\b(?:put|placed|taken|sent|moved|forced|ordered) (?:away )?(?:in|into|to) (?:\w+ ){0,3}?(?:quarantine|isolation)|\b(?:quarantined|isolated|put away) by\b`)
	// byOffice are those by whose order the one-hour rule counts it.
	byOffice = pattern.MustCompile(`社区|街道|居委|村委|村里|村上|村干部|[乡镇县市区]政府|政府|防疫|防控|疾控|卫健|卫生|派出所|公安|民?警|指挥部|医院|官方|上面|` +
		`\b(?:community|neighbou?rhood|government|authorit\w+|police|officials?|cdc|disease control|health (?:bureau|commission|department|office)|street office|village|town|hospital)\b`)
	// atHomeStill is a quarantine at one's home, whoever ordered it.
	atHomeStill = pattern.MustCompile(`居家|在家|回家|家里|家中|自[行我]|宿舍|\b(?:at home|home|self)\b`)
	// heldSince is of somebody who has been there a while, which a report of the day counts.
	heldSince = pattern.MustCompile(`第[^，。]{1,4}天|已经?[^，。]{0,6}[天日]|仍|还在|尚在|继续|期间|期满|\b(?:still|for \w+ days|day \w+)\b`)
	// ofWhomPutAway goes on behind the word where it only says who is meant: 被隔离学生, 被集中隔离的那个.
	ofWhomPutAway = pattern.MustCompile(`^(?:观察|医学观察|治疗)?(?:的|学生|同学|人员|人群|师生|教师|老师|者|对象)`)
)

// isPutAway reports that a phrase tells that somebody is put in quarantine by others, as of now.
func (m *message) isPutAway(f fact) bool {
	words := m.wrote(f.phrase)
	at := putAway.FindStringIndex(words)
	return at != nil && !f.stock && !f.over && !ofWhomPutAway.MatchString(words[at[1]:]) && !heldSince.MatchString(words) &&
		(f.ofOurs || slices.ContainsFunc(f.toks, m.text.isName))
}

// ofThoseAway reports that a phrase only says who is meant, of those who have been put in quarantine: 被集中隔离的学生情况稳定.
func (m *message) ofThoseAway(p phrase) bool {
	words := m.wrote(p)
	at := putAway.FindStringIndex(words)
	return at != nil && ofWhomPutAway.MatchString(words[at[1]:])
}

// byOrder reports that whoever is put in quarantine in a phrase is so by an authority, and not at home.
func (m *message) byOrder(p phrase) bool {
	words := m.wrote(p)
	return byOffice.MatchString(words) && !atHomeStill.MatchString(words) && !strings.Contains(words, "要求")
}
