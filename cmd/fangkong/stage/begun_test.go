package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// tells is what the bot has written since the counts were taken: “private”, “group” or “”, and the newest text there.
func (p *play) tells(who *sandbox.Person, private, group int) (where, text string) {
	p.t.Helper()
	switch {
	case p.count(who, p.Group) > group:
		for _, m := range who.Sees(p.Group) {
			if m.From.Bot {
				text = m.Text
			}
		}
		return "group", text
	case p.count(who, nil) > private:
		return "private", who.Last(nil).Text
	}
	return "", ""
}

// A head who has begun a report in the group is answered: in private, else under the message. Talk is not.
func TestAHeadWhoBelievesToHaveReported(t *testing.T) {
	t.Parallel()
	mute := workgroup.PersonID("")
	for _, who := range newPlay(t, Options{}).Roster.People {
		for _, d := range who.Duties {
			if mute == "" && d.Unit == "huli" && d.Role == workgroup.Head {
				mute = who.ID
			}
		}
	}
	p := newPlay(t, Options{}, mute)
	p.until("14:05")
	he, jidian, huli := p.Head("ruanjian"), p.Head("jidian"), p.Person(mute)
	for _, c := range []struct {
		who         *sandbox.Person
		says        string
		where, want string
	}{
		{he, "软件学院 无", "group", "零报告：各项均为 0"},
		{he, "软件学院没有。", "group", "零报告：各项均为 0"},
		{he, "软件学院 0", "group", "零报告：各项均为 0"},
		{he, "软件学院 居家隔离2.5人", "group", "居家隔离还没有准数，准确是几人？"},
		{he, "居家隔离-2人", "group", "居家隔离还没有准数，准确是几人？"},
		{he, "居家隔离2/3人", "group", "居家隔离还没有准数，准确是几人？"},
		{he, "居家隔离1人，发热2.5人", "group", "发热还没有准数，准确是几人？"},
		{he, "软件学院 隔离2人3人", "group", "隔离观察还没有准数，准确是几人？"},
		{he, "软件学院 一切", "private", "没看懂"},
		{he, "软件学院 隔离", "private", "没看懂"},
		{he, "软件学院报", "private", "没看懂"},
		{he, "软件学院 未统计", "private", "没看懂"},
		{huli, "护理学院 隔离", "group", "没看懂"},
		{jidian, "软件学院 无", "", ""},
		{jidian, "软件学院 隔离", "", ""},
		{jidian, "机电、电信还没报", "", ""},
		{he, "软件学院的同志辛苦了", "", ""},
		{he, "软件学院 收到", "", ""},
		{he, "软件学院有没有隔离的？", "", ""},
		{he, "今天食堂2个窗口", "", ""},
		{he, "无", "", ""},
	} {
		private, group := p.count(c.who, nil), p.count(c.who, p.Group)
		p.says(c.who, p.Group, c.says)
		where, text := p.tells(c.who, private, group)
		if where != c.where || !strings.Contains(text, c.want) {
			t.Errorf("%s: answered in %q: %s", c.says, where, text)
		}
		p.says(c.who, p.Group, "/cancel")
		p.wait(time.Minute)
	}
	if _, filed := p.filed("ruanjian"); filed {
		t.Error("filed without a word of confirmation")
	}
}
