package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// theirReason stands between a unit and why it is missing: “汽车：…”, “汽车的原因改一下，是…”, “汽车工程学院的未报原因改成…”.
	theirReason = pattern.MustCompile(`^(?:\s*[：:]|的?(?:没有?报|未报|没交)?的?原因(?:[，,：:\s]|改一?下|改成|改为|换成|应该|改|是|为)*|的?(?:改成|改为)|(?i:\s*,? *(?:is|:)\s+))\s*`)
	// ofReason begins the same in English, the unit behind it.
	ofReason = pattern.MustCompile(`(?i)^(?:the )?reason (?:of|for) (?:the )?`)
	// notIn says of a unit only that it has not reported.
	notIn = pattern.MustCompile(`^.{0,30}?(?:还|都|也)*(?:没有?|未)(?:报|交|填)(?:上来|送)?(?:呢|了|的)*$`)
	// hinders is what keeps somebody from reporting: it tells of no patient, and counts nobody.
	hinders = pattern.MustCompile(`(?i)原因|因为|由于|请假|休假|网络|没网|断网|信号|系统|平台|软件|电脑|手机|坏了?|打不开|登不上|上不去|进不去|联系不|没人|无人|不接|关机|停机|不在|放假|住院|病了|生病|出差|开会|路上|外出|在忙|停电|正在|还在|统计|核实|核对|填报人|负责人|忘了|没收到|调休|换人|交接|\b(?:leave|network|system|computer|phone|meeting|absent|away|hospital|ill|counting|checking|unreachable|power)\b`)
)

// onlyReason are the words that tell why a unit is missing, without the unit itself where they set it apart.
func (t *turn) onlyReason(words string) string {
	words = strings.TrimSpace(words)
	rest := words[len(beforeUnit.FindString(words)):]
	rest = rest[len(ofReason.FindString(rest)):]
	_, behind, named := t.unitBefore(rest)
	if m := theirReason.FindString(behind); named && m != "" && speaks(behind[len(m):]) {
		return strings.TrimSpace(behind[len(m):])
	}
	return words
}

// saysWhyMissing takes why units have not reported, from the head of the lead unit that gathers from them, whether or not it is asked on the sheet. What
// may be a case among it is asked about all the same.
func (t *turn) saysWhyMissing() (bool, error) {
	words, files := apartFromFiling(strings.TrimSpace(t.msg.Text))
	said, one := tellsGap.MatchString(words), everyOther.FindString(words)
	if len(words) > 3*longestQuery || !said && !hinders.MatchString(words) || t.unfit(words) != mayBeReason {
		return false, nil
	}
	round, err := t.round(t.today())
	told := t.tellsOf(ofReason.ReplaceAllString(words, ""))
	if err != nil || len(told) == 0 && !strings.Contains(one, "报") && !strings.Contains(one, "交") {
		return false, nil
	}
	r := t.read(words, understand.Context{})
	if t.hearsCase(words) || !said && (len(r.Fields) > 0 || r.Zero || digits.MatchString(words)) {
		return false, nil
	}
	for _, id := range round.Leads {
		lead, _ := round.Unit(t.b, id)
		missing := t.College.Consolidate(t.b, round, lead)
		if !t.person.Speaks(id) {
			continue
		}
		if len(told) == 0 {
			if len(missing.Unexplained()) == 0 {
				continue
			}
			_, reason := t.gapReason("", words)
			return true, t.keeping(t.explainsThenFiles(round, lead, "", reason, files))
		}
		out := func(u workgroup.Unit) bool { return t.person.Speaks(u.ID) || !slices.Contains(missing.Missing, u.ID) }
		if out(told[0].units[0]) || !said && slices.ContainsFunc(told, func(one toldOf) bool { return slices.ContainsFunc(one.units, out) }) {
			continue
		}
		if err := t.explainsThenFiles(round, lead, told[0].units[0].ID, words, files); err != nil {
			return true, t.keeping(err)
		}
		if !t.rumour(r) {
			t.askUrgent(r)
		}
		return true, nil
	}
	return false, nil
}
