package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
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

// goes is a word of a report being on its way, or there: “传真过去了”, “15点15传真的”, “李科长接的”.
var goes = pattern.MustCompile(`(?:过去|出去|上去|发|报|传|送|寄|传真|接|收|签收)(?:了|的)|给.{2,12}(?:[，,]|$)|^(?:[0-9]{1,2}[:：点]|发了|登记上报)`)

// tellsSent are words that tell of a sending while a report waits for that to be entered, “” where they do not tell it whole: “15点35传真给市指挥部，李科长收的”.
func (t *turn) tellsSent(text string) (words string, tells bool) {
	if len(text) > 300 || !byWay.MatchString(text) || !goes.MatchString(text) || strings.ContainsAny(text, "?？吗") || t.writesPaper() {
		return "", false
	}
	a, _ := card.PaperActOf("send")
	if _, waits := t.papersFor(a); !waits {
		return "", false
	}
	words = strings.TrimSpace(hasGone.ReplaceAllString(text, ""))
	if _, _, _, whole := t.sendingTold(words); whole {
		return words, true
	}
	return "", true
}

// hasGone begins what tells so.
var hasGone = pattern.MustCompile(`^(?:(?:报告|上报件|材料|已经?|都)*发(?:了|过去了|出去了)[，,\s]+|登记上报[\s，,：:]+)`)

// deniesReceiver tells whether words say that somebody else took a report than who was entered: “不是李科长，是王科长收的”.
func (t *turn) deniesReceiver(text string) bool {
	m := notThem.FindStringSubmatch(text)
	return m != nil && slices.ContainsFunc(t.papersEntered(), func(p workgroup.Paper) bool {
		return slices.ContainsFunc(p.AllSendings(), func(s workgroup.Sending) bool {
			return strings.Contains(s.Received, m[1]) || strings.Contains(m[1], s.Received)
		})
	})
}

// notThem is that somebody took it, and not somebody else.
var notThem = pattern.MustCompile(`^(?:登记的)?(?:接收人)?不是(.{2,8}?)(?:收的?|接的?)?[，,\s]+(?:而|应该)?是.{2,12}?(?:收|接|签收|$)`)

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
