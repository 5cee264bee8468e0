package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// How a report went out, as people tell it: “发出去了，15点05传真给市指挥部，李科长收的”.

var (
	// wentOut begins what tells that a report went out.
	wentOut = pattern.MustCompile(`(?s)^(?:(?:其实|报告|上报件|材料|今天的?|都|已经?|刚才|刚刚)[，, ]*)*(?:发出去了?|报出去了?|报上去了?|送出去了?|传过去了?|发过去了?|已上报了?|已报送了?|上报了|报送了|(?i:it (?:has gone|went) out|(?:it (?:was|is) )?sent(?: out)?))[，,。：:\s]+(.+)$`)
	// byWay is a way that something goes to an authority.
	byWay = pattern.MustCompile(`(?i)(?:用|通过|以|发)?(传真|微信|电话|电子邮件|邮件|邮箱|系统填报|系统|平台|当面|纸质|专人|短信|qq|oa|\bfax|\bemail|\bwechat|\bby hand)`)
)

// goes is a word of a report being on its way, or there: “传真过去了”, “15点15传真的”, “李科长接的”.
var goes = pattern.MustCompile(`(?:过去|出去|上去|发|报|传|送|寄|传真|接|收|签收)(?:了|的)|给.{2,12}(?:[，,]|$)|^(?:[0-9]{1,2}[:：点]|发了|登记上报)`)

// tellsSent are words that tell of a sending while a report waits for that to be entered: “15点35传真给市指挥部，李科长收的”.
func (t *turn) tellsSent(text string) (words string, tells, waits bool) {
	given := givenUp.FindStringSubmatch(bareWord(text))
	told := byWay.MatchString(text) && goes.MatchString(text) || given != nil && len(t.addresseesIn(given[1])) > 0
	if len(text) > 300 || !told || notSent.MatchString(text) || strings.ContainsAny(text, "?？吗") || t.writesPaper() {
		return "", false, false
	}
	a, _ := card.PaperActOf("send")
	words = strings.TrimSpace(hasGone.ReplaceAllString(text, ""))
	if _, waits = t.papersFor(a); waits {
		return words, true, true
	}
	p, drafted := workgroup.LastPaper(t.b, t.today())
	early := drafted && !p.Out() && t.person.Holds(workgroup.Drafters...) && (given != nil || len(t.addresseesIn(text)) > 0)
	return words, early, false // which says how far it has come
}

// notSent is a word of a sending that is still to come.
var notSent = pattern.MustCompile(`还没|没有?(?:上?报|发|传|送)|等(?:会|下|我|一)|一会|马上|准备|待会|稍后|打算`)

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
	if !wholeSending(t.sendingTold(words)) {
		return ""
	}
	return words
}
