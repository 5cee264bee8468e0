package bot

import (
	"slices"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// meetingDay is the day of a meeting, as its minutes are asked for.
const meetingDay = `今天|昨[天日]|前天|(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]`

var (
	// whichMeeting is which of a date's meetings is meant, by its number or the part of the day, in words that say nothing else but the day.
	whichMeeting = pattern.MustCompile(`^(?:是|就?要|改|看)?(` + meetingDay + `)?的?(?:第([一二三四五1-9])(?:次|场|个|份)|(上午|下午|今晚|晚上)(?:的|那)(?:次|场|个)?)(?:的|研判|会议?|纪要)*吧?$|^(?i:(?:the )?(?:(yesterday)(?:'s)? )?(first|second|third)(?: one| meeting)?)$`)
	// whoseMeeting is that of a day alone.
	whoseMeeting = pattern.MustCompile(`^(?:是|就?要|改|看)?(` + meetingDay + `)的?(?:那[次场个])?(?:的|研判|会议?)*吧?$|^(?i:(yesterday)(?:'s(?: (?:one|meeting))?)?)$`)
)

// meetingSaid is the day that an answer names, and which of its meetings, by number and by part of the day; nothing where it is no such answer.
func meetingSaid(word string) (day, number, part string, ok bool) {
	if m := whichMeeting.FindStringSubmatch(word); m != nil {
		return m[1] + m[4], m[2] + m[5], m[3], true
	}
	if m := whoseMeeting.FindStringSubmatch(word); m != nil {
		return m[1] + m[2], "", "", true
	}
	return "", "", "", false
}

// saysWhichMeeting takes, in private, “第一次” or “昨天的会” for the answer to of which meeting the minutes are asked for, or mended. One that there was not
// is asked again.
func (t *turn) saysWhichMeeting() (bool, error) {
	day, number, part, ok := meetingSaid(bareWord(t.msg.Text))
	if !ok {
		return false, nil
	}
	s, asked := t.askedLast(slipMinutes, slipBring)
	if !asked {
		return false, nil
	}
	of := minutesWords{words: s.Text, date: workgroup.Date(s.Of), number: whichOf(number), named: true}
	if day != "" {
		date, err := t.dateIn(day)
		if err != nil {
			return true, err
		}
		of.date = date
	}
	if part != "" {
		of.number = t.heldAt(of.date, part)
	}
	meant, several := t.meetingMeant(of)
	t.used(s)
	switch {
	case s.What == slipBring && meant.Number > 0 && len(several) == 0:
		return true, t.bringsMinutes(meant.Key())
	case s.What == slipBring:
		return true, t.bringsMinutesOf(of.date, 0)
	case meant.Number > 0 && len(several) == 0:
		return true, t.keeping(t.mends(meant, minutedIn(of.words)))
	}
	held := slices.Collect(workgroup.Meetings.Each(t.b, string(of.date)+"/"))
	if len(held) == 0 {
		return true, workgroup.Refuse(workgroup.NoMinutes, "date", of.date)
	}
	return t.asksWhichMinutes(of, held)
}
