package bot

import (
	"strings"

	"fangkong/bot/errand"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// minutesNamed begins what is written for the minutes of a meeting that is called by its date: “昨天的纪要：主持人：…”.
var minutesNamed = pattern.MustCompile(`(?s)^\s*(?:请|把)?(?:补正|更正|修改|改|补)?\s*(.{0,12}?)的?(?:分析)?(?:研判)?(?:会议?)?的?(?:会议)?纪要(?:补正|更正|修改|改为|改成)?\s*[:：，,\s]\s*(.+)$|(?is)^\s*minutes(?: of (.{0,20}?))?\s*[:,]\s*(.+)$`)

// ofMinutes are the words that are written for the minutes of a meeting, its date, and whether they call it by that.
func (t *turn) ofMinutes(text string) (words string, date workgroup.Date, named bool) {
	m := minutesNamed.FindStringSubmatch(text)
	if m == nil {
		return text, t.today(), false
	}
	date, err := t.dateIn(strings.TrimSuffix(strings.TrimSpace(m[1]+m[3]), "的"))
	if err != nil {
		return text, t.today(), false
	}
	return m[2] + m[4], date, true
}

// mendsMinutes puts the minutes of a meeting that is over right: everybody who got them gets them anew. Whatever sounds like a case in it is heard
// all the same.
func (t *turn) mendsMinutes(m workgroup.Meeting, lines []minutedLine) (bool, error) {
	said := []workgroup.Facts{}
	for _, l := range lines {
		if err := t.minutes(m, l); err != nil {
			return true, t.keeping(err)
		}
		now, _ := workgroup.Meetings.Get(t.b, m.Key())
		switch as := l.as.(type) {
		case workgroup.Frame:
			said = append(said, workgroup.Facts{"frame": as, "point": "", "words": now.Frame[as]})
		case workgroup.Point:
			said = append(said, workgroup.Facts{"frame": "", "point": as, "words": l.words})
		}
	}
	t.reply("say/minutes-mended", workgroup.Facts{"date": m.Date, "number": m.Number, "lines": said})
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForMinutes, Object: m.Key(), Written: t.now})
	r := t.read(t.msg.Text, understand.Context{})
	if r.Urgent == understand.Yes {
		return false, nil
	}
	t.maybeCase(r)
	return true, nil
}
