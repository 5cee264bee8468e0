package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What the leading group found of a report is told in one sentence (“刚刚电话于思霖、许清朴原则同意上报”): by one of its members it is the record, by anybody
// else of the office it is none, and they read who makes it, with the words for it.

const (
	consentWhen = `(刚刚|刚才|(?:今天|今日)?(?:上午|中午|下午|晚上)?[0-9一二三四五六七八九十两]{1,3}[:点时][0-9一二三四五六七八九十半刻分钟]{0,4})?`
	consentHow  = `(电话|微信|视频|口头|当面|会议|会上|碰头|开会)`
	consentSays = `((?:都|均|已经?|一致|全部|双双|表示|答复|回复|明确)*(?:原则上?)?(?:不)?(?:同意|赞成|批准|没意见|没有意见).{0,30})`
)

var (
	// consentTold is a sentence that tells it, who agreed last, or before how they did.
	consentTold     = pattern.MustCompile(`^(?:我|我们)?(?:已经?)?` + consentWhen + `(?:已经?|我|通过|经|用|在|给)*` + consentHow + `(?:里|中|上)?(?:请示|征求|征得|问|联系|报告|汇报|沟通|商量)?(?:了|过)?[，,: ]*(.{2,40}?)[，,: ]*` + consentSays + `$`)
	agreedBy        = pattern.MustCompile(`^(.{2,40}?)[，,: ]*` + consentWhen + `(?:已经?|通过|经|用|在|都)*` + consentHow + `(?:里|中|上)?(?:中|内|沟通|商量|研究)?(?:了|过)?[，,: ]*` + consentSays + `$`)
	agreedInEnglish = pattern.MustCompile(`(?i)^(.{3,60}?) (?:have |has |both )*((?:agreed|consented|approved|agree|approve)(?: in principle)?(?: to sending(?: it)?)?) (?:by|over the|on the) (phone|telephone|wechat|video)(?: (just now|at [0-9]{1,2}:[0-9]{2}))?$`)
	// ofLeaders are titles of those who lead the college.
	ofLeaders = pattern.MustCompile(`书记|院长|领导|组长|校长`)
)

// consentIn are the fields of a record of the leading group that a sentence tells: when, how, who, and what they found. Not ok where it names nobody of it.
func (t *turn) consentIn(text string) (fields [4]string, ok bool) {
	if len(text) > 300 {
		return fields, false
	}
	text = strings.TrimRight(people.Narrow(text), "。.！! ")
	if m := consentTold.FindStringSubmatch(text); m != nil {
		fields = [4]string{m[1], m[2], m[3], m[4]}
	} else if m := agreedBy.FindStringSubmatch(text); m != nil {
		fields = [4]string{m[2], m[3], m[1], m[4]}
	} else if m := agreedInEnglish.FindStringSubmatch(text); m != nil {
		fields = [4]string{m[4], m[3], m[1], m[2]}
	} else {
		return fields, false
	}
	names := slices.ContainsFunc(workgroup.Holders(t.b, workgroup.Leading), func(p workgroup.Person) bool { return strings.Contains(fields[2], p.Name) })
	return fields, names || ofLeaders.MatchString(fields[2])
}

// tellsConsent hears such a sentence where a report waits for the leading group.
func (t *turn) tellsConsent() (bool, error) {
	text := strings.TrimSpace(t.msg.Text)
	fields, told := t.consentIn(text)
	if !told || strings.ContainsAny(text, "?？吗") {
		return false, nil
	}
	waits := slices.DeleteFunc(workgroup.PapersOpen(t.b, t.today()), func(p workgroup.Paper) bool { return p.State != workgroup.PaperReview })
	if len(waits) == 0 || t.read(text, understand.Context{}).Urgent == understand.Yes {
		return false, nil
	}
	words := strings.Join(fields[:], "；")
	if t.person.Holds(workgroup.Leading) {
		return t.doesTyped("review", words, true)
	}
	p := waits[len(waits)-1]
	t.reply("say/paper-consent-told", workgroup.Facts{"date": p.Date, "who": fields[2], "when": fields[0], "how": fields[1], "found": fields[3]})
	return true, nil
}
