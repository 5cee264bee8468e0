package bot

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// howLong is some time, in words: how many, and of what.
const howLong = `([0-9]{1,2}|[一二两三四五六七八九十])\s*个?\s*(天|日|周|星期|小时)`

var (
	// putTo is until when more time is asked for, and putBy for how long.
	putTo = pattern.MustCompile(`(?:拖|推|延期?|延长|延后|推迟|顺延|宽限|改|缓|放)(?:到|至)\s*([^，,。；;！!\s][^，,。；;！!]{0,15})|(?i:\b(?:until|till|to|by)\s+([a-z0-9][\w :]{1,30}))`)
	putBy = pattern.MustCompile(`(?:延期?|延长|延后|推迟|顺延|宽限|缓|晚|再给|多给)\s*(?:我们)?(?:个)?\s*` + howLong)
	// putHead begins a time to put something off to, and putTail ends it.
	putHead = pattern.MustCompile(`^(?:那么?就?|就|我?们?想|希望|最好|最晚|最迟|要|请|再|定在|定到|定为)*(?:延期?|延长|延后|推迟|推|顺延|宽限|改|缓|放)?(?:到|至)?\s*`)
	putTail = pattern.MustCompile(`(?:之前|以前|前)?(?:必须|一定|务必)?(?:要)?(?:完成|办结|办完|办好|行吗|可以吗|好吗|吧|吗|左右)?[?？]?$`)
	// onlyTime is a time and nothing else, and onlyFor how long.
	onlyTime = pattern.MustCompile(`^[0-9一二两三四五六七八九十年月日号点时分半:钟整\s今明后大天本下班周星期末底早晚上中下午夜里傍之以前]{2,20}$|^(?i:(?:(?:until|till|by|before) )?(?:(?:[0-9]{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?:,? (?:at )?(?:noon|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2} ?[ap]m))?|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2} ?[ap]m|noon))$`)
	onlyFor  = pattern.MustCompile(`^(?:再)?(?:延|给|多给|宽限|缓)?(?:我们)?\s*` + howLong + `(?:时间)?(?:吧|行吗|可以吗)?$`)
)

// putOffTo is until when words ask for time; zero where they do not say.
func (t *turn) putOffTo(d workgroup.Decision, words string) time.Time {
	words = people.Narrow(words)
	if m := putTo.FindStringSubmatch(words); m != nil {
		if at, ok := t.DeadlineOf(putTail.ReplaceAllString(strings.TrimSpace(m[1]+m[2]), ""), t.said); ok {
			return at
		}
	}
	if m := putBy.FindStringSubmatch(words); m != nil {
		return t.LaterBy(d.Deadline, m[1], m[2])
	}
	if !t.untilAsked(d) {
		return time.Time{}
	}
	if m := onlyFor.FindStringSubmatch(words); m != nil {
		return t.LaterBy(d.Deadline, m[1], m[2])
	}
	at, _ := t.DeadlineOf(bareTime(words), t.said)
	return at
}

// longestTime is how long words may be, in bytes, that are a time and nothing else.
const longestTime = 120

// bareTime is the time in words that say nothing else; "" for others.
func bareTime(words string) string {
	words = strings.TrimSpace(strings.Trim(people.Narrow(words), "，,。.！! "))
	if words = putTail.ReplaceAllString(putHead.ReplaceAllString(words, ""), ""); onlyTime.MatchString(words) {
		return words
	}
	return ""
}

// untilAsked tells whether the sender has asked for more time for a decision, and not until when.
func (t *turn) untilAsked(d workgroup.Decision) bool {
	return d.Plea.Done() && d.Plea.Kind == workgroup.PleaTime && d.Plea.By == t.person.ID && d.Plea.Until.IsZero()
}

// saysPutOffTo takes, in private, a time alone for until when its writer has asked for more time; of several decisions it is asked of which.
func (t *turn) saysPutOffTo(text string) (bool, error) {
	if len(text) > longestTime || bareTime(text) == "" && !onlyFor.MatchString(people.Narrow(text)) {
		return false, nil
	}
	var asked []workgroup.Decision
	for _, d := range t.theirs() {
		if t.untilAsked(d) {
			asked = append(asked, d)
		}
	}
	switch {
	case len(asked) == 0:
		return false, nil
	case len(asked) > 1:
		t.asksPlea(workgroup.PleaTime, asked)
		return true, nil
	}
	return true, t.pleads(asked[0], workgroup.PleaTime, text)
}
