package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// whoIsOn are the questions who is on duty; only the whole message counts.
	whoIsOn = pattern.MustCompile(`(?i)^(?:请问|问一下)?(现在|目前|今天|今日|今晚|明天|明日|明晚|后天|昨天|昨晚|本周|这周|这个星期)?(?:是|轮到|都)?谁(?:在|来)?(?:值班|带班|当班|值夜班)|` +
		`^(?:请问)?(现在|目前|今天|今日|今晚|明天|明日|明晚|后天|昨天|昨晚|本周|这周)?(?:的)?(?:值班|带班|当班)(?:的|人|人员|员|领导)?是谁|^who(?:'s| is) on duty(?: (now|today|tonight|tomorrow|this week))?\W*$`)
	// dutyAlone is such a question with nothing behind it: what goes on may be no question.
	dutyAlone = pattern.MustCompile(`(?i)(?:值班|带班|当班|值夜班|是谁|on duty(?: (?:now|today|tonight|tomorrow|this week))?)$`)
	// swapping are the words with which a shift is given to another, who may be named.
	swapping = pattern.MustCompile(`^我?(?:想|要|想要|需要|能不能|能否|可以|可否)?(?:[跟和与同找请]\s*(\p{Han}{2,8}?))?(?:互相)?(?:换|调|倒)(?:个|一下|一个)?班(?:吗|吧|呢)?$`)
	// daysOff is how many days from today a word is.
	daysOff = map[string]int{"明天": 1, "明日": 1, "明晚": 1, "tomorrow": 1, "后天": 2, "昨天": -1, "昨晚": -1}
)

// asksDuty answers who is on duty, as /duty does; what is asked aloud of nobody in particular, in private.
func (t *turn) asksDuty() (bool, error) {
	if !t.addressed() && !strings.ContainsAny(t.msg.Text, "班夜dD") {
		return false, nil
	}
	word := strings.Trim(bareWord(t.msg.Text), "?？ 呢啊呀")
	m := whoIsOn.FindStringSubmatch(word)
	if m == nil {
		return false, nil
	}
	if !t.addressed() {
		there, open := t.inPrivate()
		if !open || !dutyAlone.MatchString(word) {
			return false, nil // said to colleagues
		}
		t = there
	}
	when := strings.ToLower(strings.Join(m[1:], ""))
	if slices.Contains([]string{"本周", "这周", "这个星期", "this week"}, when) {
		return true, t.showDuty(t.today(), weekAhead)
	}
	return true, t.showDuty(t.today().Add(daysOff[when]), 1)
}

// asksSwap begins to give a shift of the sender's to another (“我跟李老师换班”), as 「调班」 does; where one is named, and one shift can
// be meant, they are asked at once.
func (t *turn) asksSwap() (bool, error) {
	word := bareWord(strings.TrimRight(t.msg.Text, "?？ "))
	m := swapping.FindStringSubmatch(word)
	if m == nil {
		return false, nil
	}
	mine := slices.DeleteFunc(workgroup.ShiftsBetween(t.b, t.now, t.now.AddDate(0, 0, weekAhead)), func(s workgroup.Shift) bool {
		return !s.From.After(t.now) || !s.Has(t.person.ID)
	})
	if m[1] != "" && len(mine) == 1 {
		to := slices.DeleteFunc(workgroup.Substitutes(t.b, mine[0]), func(p workgroup.Person) bool { return !understand.Calls(m[1], p.Name, p.Title) })
		if len(to) == 1 {
			_, err := t.College.AskSwap(t.b, mine[0].Key(), t.person, to[0].ID, t.now)
			if err == nil {
				t.reply("say/swap-asked", workgroup.Facts{"name": to[0].Name})
			}
			return true, err
		}
	}
	return true, t.onOneShift(word, func(all ...string) bool { return slices.Contains(all, "调班") })
}
