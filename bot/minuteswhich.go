package bot

import (
	"strconv"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// whichMeeting is which of a date's meetings is meant, by its number or the part of the day, in words that say nothing else.
var whichMeeting = pattern.MustCompile(`^(?:是|就?要|改|看)?(?:今天|昨天)?的?(?:第([一二三四五1-9])(?:次|场|个|份)|(上午|下午|今晚|晚上)(?:的|那)(?:次|场|个)?)(?:的|研判|会议?|纪要)*吧?$|^(?i:(?:the )?(first|second|third)(?: one| meeting)?)$`)

// saysWhichMeeting takes, in private, “第一次” for the answer to of which meeting the minutes are asked for, or mended. One that there was not is asked again.
func (t *turn) saysWhichMeeting() (bool, error) {
	m := whichMeeting.FindStringSubmatch(bareWord(t.msg.Text))
	if m == nil {
		return false, nil
	}
	s, asked := t.askedLast(slipMinutes, slipBring)
	if !asked {
		return false, nil
	}
	of := minutesWords{words: s.Text, date: workgroup.Date(s.Of), number: whichOf(m[1] + m[3])}
	if m[2] != "" {
		of.number = t.heldAt(of.date, m[2])
	}
	meant, _ := t.meetingMeant(of)
	t.used(s)
	switch {
	case of.number > 0 && meant.Number > 0 && s.What == slipBring:
		return true, t.bringsMinutes(meant.Key())
	case of.number > 0 && meant.Number > 0:
		return true, t.keeping(t.mendsThose(s, "n"+strconv.Itoa(meant.Number)))
	case s.What == slipBring:
		return true, t.bringsMinutesOf(of.date, 0)
	}
	_, several := t.meetingMeant(minutesWords{date: of.date, named: true})
	return t.asksWhichMinutes(of, several)
}
