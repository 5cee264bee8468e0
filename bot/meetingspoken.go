package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// What people say in place of pressing 「现在开会」 and 「结束会议」; only the whole message counts.
var (
	beginsMeeting = []string{"现在开会", "开会", "开始开会", "会议开始", "begin now", "begin the meeting"}
	endsMeeting   = []string{"结束会议", "会议结束", "散会", "会议结束了", "会议到此结束", "散会了", "会散了", "会开完了", "会议开完了", "开完会了", "会结束了", "研判会结束", "散会吧", "散了", "散了吧", "会散了吧", "结束会议吧", "会议结束吧", "今天的会就到这里", "end the meeting", "meeting adjourned", "adjourned", "the meeting is adjourned", "meeting over", "the meeting is over"}
)

// beginsAnother is the same of one more on a day that had one (“今晚7点再开一次会”).
var beginsAnother = pattern.MustCompile(`^(?:今天|今晚|晚上|下午|现在)*(?:[0-9一二两三四五六七八九十]{1,3}[点时](?:半|[0-9]{1,2}分?)?|[0-9]{1,2}[:：][0-9]{2})?(?:还要|还得|要)?(?:再|加)开(?:[一1]?[次个场])?(?:研判)?会?议?吧?$|^(?i:(?:begin |start |hold )?another meeting(?: today| tonight)?)$`)

// longMeeting is how long a meeting goes on before somebody who would begin one is asked whether it is still on.
const longMeeting = 90 * time.Minute

// asksMinutes asks for the minutes of a meeting: of which date, and of which of several.
var asksMinutes = pattern.MustCompile(`^(?:请|麻烦|帮我|给我|我要|我想要?|看看|查看|看|查|发|调|要|拿)*(?:一下|一份|一遍)?(.{0,14}?)的?(?:分析)?(?:研判)?(?:会|会议)?的?(?:第([一二三四五1-9])(?:次|份|场)(?:研判)?(?:会|会议)?的?)?(?:会议)?纪要(?:呢|吧|发我|给我|给我看看|在哪里?|发一下)?$|^(?i:(?:please |send me |give me |show me )*(?:the )?(?:(first|second|third) )?minutes(?: of (?:the )?(?:(first|second|third) meeting(?: of )?)?(.{0,20}))?)$`)

// minutesSpoken brings the minutes that are asked for in words; of several meetings of a date it is asked of which.
func (t *turn) minutesSpoken() (bool, error) {
	if !t.person.Holds(workgroup.PackReaders...) {
		return false, nil
	}
	m := asksMinutes.FindStringSubmatch(strings.Trim(bareWord(t.msg.Text), "?？ "))
	if m == nil {
		return false, nil
	}
	date, err := t.dateIn(strings.TrimSuffix(strings.TrimSpace(m[1]+m[5]), "的"))
	if err != nil {
		return false, nil // of something else
	}
	return true, t.bringsMinutesOf(date, whichOf(m[2]+m[3]+m[4]))
}

// bringsMinutesOf brings the minutes of a date's meeting of a number, 0 where none is said: of several it is asked of which.
func (t *turn) bringsMinutesOf(date workgroup.Date, number int) error {
	var held []workgroup.Meeting
	var rows [][]workgroup.Button
	for one := range workgroup.Meetings.Each(t.b, string(date)+"/") {
		if one.Number == number {
			return t.bringsMinutes(one.Key())
		}
		if held = append(held, one); !one.Open() {
			rows = append(rows, []workgroup.Button{card.MinutesButton(one)})
		}
	}
	switch {
	case len(held) == 0:
		return workgroup.Refuse(workgroup.NoMinutes, "date", date)
	case len(held) == 1:
		return t.bringsMinutes(held[0].Key())
	}
	t.slip(slipBring, string(date), t.msg.Text)
	t.reply("say/minutes-which", workgroup.Facts{"date": date, "n": len(held)}, rows...)
	return nil
}

// meetingSpoken begins or ends the daily analysis, in private, by those whose it is. Ending it stays two steps.
func (t *turn) meetingSpoken() (bool, error) {
	if !t.person.Holds(workgroup.PackReaders...) {
		return false, nil
	}
	word := bareWord(t.msg.Text)
	begins, ends, another := slices.Contains(beginsMeeting, word), slices.Contains(endsMeeting, word), beginsAnother.MatchString(word)
	if !begins && !ends && !another {
		return false, nil
	}
	m, ok := workgroup.LastMeeting(t.b, t.today())
	switch {
	case ends && ok && m.Open():
		return true, t.keeping(t.endsMeeting(m.Key()))
	case ends:
		return true, workgroup.Refuse(workgroup.NoMeeting)
	case ok && m.Open() && (another || t.now.Sub(m.Opened.At) > longMeeting):
		t.reply("say/meeting-still", workgroup.Facts{"opened": t.Clock(m.Opened.At)}, []workgroup.Button{{Label: "button/meeting-end", Verb: "meet", Object: m.Key() + "/end"}})
		return true, nil
	}
	c, _ := findCommand("meeting")
	return true, t.run(c, "")
}
