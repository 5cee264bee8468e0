package bot

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
)

// How a report went out, as people tell it: “发出去了，15点05传真给市指挥部，李科长收的”.

var (
	// wentOut begins what tells that a report went out.
	wentOut = pattern.MustCompile(`(?s)^(?:(?:其实|报告|上报件|材料|今天的?|都|已经?|刚才|刚刚)[，, ]*)*(?:发出去了?|报出去了?|报上去了?|送出去了?|传过去了?|发过去了?|已上报了?|已报送了?|上报了|报送了|(?i:it (?:has gone|went) out|(?:it (?:was|is) )?sent(?: out)?))[，,。：:\s]+(.+)$`)
	// byWay is a way that something goes to an authority.
	byWay = pattern.MustCompile(`(?i)(?:用|通过|以|发)?(传真|微信|电话|电子邮件|邮件|邮箱|系统填报|系统|平台|当面|纸质|专人|短信|qq|oa|\bfax|\bemail|\bwechat|\bby hand)`)
	// tookIt is who took it there.
	tookIt = pattern.MustCompile(`(?i)^(?:由|是)?(.{2,12}?)(?:那边)?(?:签收|接收|收到|接|收)(?:的|了)*$|^(?:received|taken) by (.{2,24})$|^(.{2,24}) (?:took|received) it$`)
)

// saidSent are the words of a sending behind those that tell of it, where they have a way, a time and a person; "" where they do not.
func (t *turn) saidSent(text string) string {
	if len(text) > 300 {
		return ""
	}
	m := wentOut.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	words := strings.TrimSpace(m[1])
	if _, _, _, whole := t.sendingTold(words); !whole {
		return ""
	}
	return words
}

// sendingTold is how, when and to whom a report went, as clauses tell it; the one that is neither a way nor a time is who took it. Whole: all three are there.
func (t *turn) sendingTold(words string) (how string, at time.Time, received string, whole bool) {
	for _, c := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("，,；;。\n 　", r) }) {
		if m := tookIt.FindStringSubmatch(c); m != nil {
			received = m[1] + m[2] + m[3]
			continue
		}
		before, way := c, byWay.FindStringSubmatch(c)
		if way != nil {
			how, before = way[1], c[:strings.Index(c, way[0])]
		}
		moment, ok := understand.Moment(before, t.said)
		switch {
		case ok:
			at = moment
		case way == nil && received == "" && len(t.addresseesIn(c)) == 0:
			received = c
		case way == nil && len(t.addresseesIn(c)) == 0:
			return "", time.Time{}, "", false // more than one could have taken it
		}
	}
	return how, at, received, how != "" && received != "" && !at.IsZero()
}
