package bot

import (
	"strconv"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// outside are whom somebody can be from who is none of the college's: authorities, neighbours, parents, the press, trade.
	outside = pattern.MustCompile(`疾控|卫健|卫生局|卫生院|教育局|教育厅|高工委|指挥部|公安|派出所|民警|街道|居委|社区|村委|(?:市|区|县|镇|省)政府|医院|督查|督导|检查组|巡查|纪委监委|记者|报社|电视台|媒体|家长|公司|厂家|供应商|快递|(?i)\b(?:health commission|disease control|cdc|education bureau|police|community|hospital|reporter|journalist|parent|mother|father|company)\b`)
	// isFrom says who somebody is, and wantsUs whom they want.
	isFrom  = pattern.MustCompile(`^(?:您好|你好|喂|老师好|请问|打扰了?|[，,。！!\s])*(?:我(?:们)?(?:这里|这边)?(?:是|来自|代表)|这(?:里|边)是|(?:我们?)?是)|^(?:您好|你好|喂|[，,。！!\s])+.{0,12}的[，,。\s]|(?i)\b(?:i am|i'm|we are|this is|calling|writing) `)
	wantsUs = pattern.MustCompile(`(?:找|联系|请问|问一下|转告|麻烦|回电).{0,10}(?:防控办|办公室|负责人|值班|领导|主任|老师|院长|书记|学校)|(?i)\b(?:talk|speak) to (?:your|the)\b|\bcontact\b`)
)

// passedMost is how many sentences of one person from outside are passed on in a day.
const passedMost = 10

// outsider is where it is kept how many have been.
func (t *turn) outsider() workgroup.Desk {
	key := workgroup.DeskKey("once/outside/"+strconv.FormatInt(t.from.ID, 10), t.chat.ID)
	if d, ok := workgroup.Desks.Get(t.b, key); ok {
		return d
	}
	return workgroup.Desk{Person: "once/outside/" + strconv.FormatInt(t.from.ID, 10), Chat: t.chat.ID}
}

// fromOutside passes on to the office what somebody writes in private who is none of the college's and wants something of it, and what they write after
// that; they hear that it was, and nothing of what the office knows.
func (t *turn) fromOutside(r understand.Reading) (bool, error) {
	words := strings.TrimSpace(t.msg.Text)
	d := t.outsider()
	n, _ := strconv.Atoi(d.Of)
	before := n > 0 && !bareAnswer(bareWord(words)) && r.Kind != understand.Claim
	if !before && !(outside.MatchString(words) && (isFrom.MatchString(words) || wantsUs.MatchString(words))) || t.oneOfOurs(words) {
		return false, nil
	}
	facts := workgroup.Facts{"phone": t.dutyPhone(), "number": !understand.Reachable(words) && n == 0, "more": n > 0, "unreached": false, "cut": n >= passedMost}
	if n < passedMost {
		d.Of, d.Since = strconv.Itoa(n+1), t.now
		workgroup.Desks.Put(t.b, d)
		facts["unreached"] = t.passesOutside(words) == 0
	}
	t.reply("say/outside-kept", facts)
	return true, nil
}

// passesOutside lets the office read what somebody from outside has written; it returns how many it could reach.
func (t *turn) passesOutside(words string) (told int) {
	facts := workgroup.Facts{"name": t.fullName(), "id": strconv.FormatInt(t.from.ID, 10), "username": t.from.Username, "words": excerpt(words)}
	seen := map[workgroup.PersonID]bool{}
	for _, p := range workgroup.Holders(t.b, workgroup.Director, workgroup.Staff) {
		if !seen[p.ID] && t.College.Tell(t.b, p, workgroup.Letter{Lane: "talk", Text: "say/outside-heard", Facts: facts, Written: t.now}) {
			told++
		}
		seen[p.ID] = true
	}
	t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.OutsideHeard, Object: workgroup.SourceKey(t.chat.ID, t.msg.ID), Payload: workgroup.Facts{"told": told}})
	return told
}

// oneOfOurs tells whether somebody says that they are of one of the college's units.
func (t *turn) oneOfOurs(words string) bool {
	_, rest, says := strings.Cut(words, "我是")
	if !says {
		return false
	}
	_, _, ours := t.unitBefore(strings.TrimSpace(rest))
	return ours
}
