package bot

import (
	"slices"

	"fangkong/store/workgroup"
)

// What people say in place of pressing 「现在开会」 and 「结束会议」; only the whole message counts.
var (
	beginsMeeting = []string{"现在开会", "开会", "开始开会", "会议开始", "begin now", "begin the meeting"}
	endsMeeting   = []string{"结束会议", "会议结束", "散会", "会议结束了", "会议到此结束", "散会了", "会散了", "会开完了", "会议开完了", "开完会了", "会结束了", "研判会结束", "end the meeting", "meeting over", "the meeting is over"}
)

// meetingSpoken begins or ends the daily analysis, in private, by those whose it is. Ending it stays two steps.
func (t *turn) meetingSpoken() (bool, error) {
	if !t.person.Holds(workgroup.PackReaders...) {
		return false, nil
	}
	word := bareWord(t.msg.Text)
	begins, ends := slices.Contains(beginsMeeting, word), slices.Contains(endsMeeting, word)
	if !begins && !ends {
		return false, nil
	}
	m, ok := workgroup.LastMeeting(t.b, t.today())
	switch {
	case ends && ok && m.Open():
		return true, t.keeping(t.endsMeeting(m.Key()))
	case ends:
		return true, workgroup.Refuse(workgroup.NoMeeting)
	}
	c, _ := findCommand("meeting")
	return true, t.run(c, "")
}
