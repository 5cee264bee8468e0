package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A guided talk is left, and gone back in, by words.
func TestAWayOutByWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	for _, word := range []string{"不填了", "算了", "不报了。", "先不报", "Never mind", "stop"} {
		p.says(he, nil, "填报")
		p.says(he, nil, "2")
		p.says(he, nil, word)
		p.sees(he, nil, "已取消")
		p.says(he, p.Group, "/report")
		p.sees(he, p.Group, "发热现有几人？", "回“上一题”", "回“不填了”")
		p.says(he, p.Group, word)
		if left := p.talks(); len(left) != 0 {
			t.Errorf("%s left %+v", word, left)
		}
		p.wait(time.Minute)
	}
	if p.events(workgroup.DraftDropped) != 12 {
		t.Errorf("%d given up", p.events(workgroup.DraftDropped))
	}
}

func TestAWayBackByWords(t *testing.T) {
	t.Parallel()
	for _, where := range []string{"private", "group"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he := p.Head("ruanjian")
		var chat sandbox.Chat
		if where == "group" {
			chat = p.Group
		}
		p.says(he, chat, "/report")
		p.says(he, chat, "上一题") // there is none: the question stands
		p.sees(he, chat, "1/9", "发热现有几人？")
		p.says(he, chat, "0")
		p.says(he, chat, "0")
		p.sees(he, chat, "3/9")
		for _, word := range []string{"上一题", "返回"} {
			p.says(he, chat, word)
		}
		p.sees(he, chat, "1/9", "发热现有几人？")
		p.says(he, chat, "1")
		p.sees(he, chat, "今日新增几人？")
		p.says(he, chat, "back")
		p.sees(he, chat, "发热现有几人？")
		for range 9 {
			p.says(he, chat, "0")
			p.wait(5 * time.Second)
		}
		p.sees(he, chat, "零报告：各项均为 0", "对吗？")
		p.says(he, chat, "上一步")
		p.sees(he, chat, "9/9")
		p.says(he, chat, "3")
		p.sees(he, chat, "其中在武汉几人？")
	}
}

// In the group the words are theirs who are asked, while they are asked.
func TestAWordOutThatWasNotMeant(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	posts := len(p.Group.Posts())
	p.says(he, p.Group, "算了")
	p.says(he, p.Group, "返回")
	if len(p.Group.Posts()) != posts {
		t.Error("talk was answered")
	}
	p.says(he, p.Group, "/report")
	p.says(song, p.Group, "算了")
	p.sees(he, p.Group, "发热现有几人？")
	p.wait(5 * time.Minute)
	p.says(he, p.Group, "算了")
	card := p.sees(he, p.Group, "发热现有几人？")
	he.Replies(&card, "算了")
	p.settle()
	if left := p.talks(); len(left) != 0 {
		t.Errorf("a reply to the question was not taken for its answer: %+v", left)
	}
}

// More than was asked, or less than a figure, loses no answer given before.
func TestAnAnswerThatSaysMoreKeepsTheOthers(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	begin := func() {
		p.says(he, nil, "填报")
		for _, n := range []string{"2", "1", "1"} {
			p.says(he, nil, n)
		}
		p.sees(he, nil, "2/9", "咳嗽等其他症状现有几人？")
	}
	begin()
	for _, words := range []string{"大概1人", "2.5人"} {
		p.says(he, nil, words)
		p.sees(he, nil, "请回一个整数")
	}
	p.says(he, nil, "居家隔离2人")
	p.sees(he, nil, "2/9", "咳嗽等其他症状现有几人？")
	p.says(he, nil, "上一题")
	p.sees(he, nil, "发热 2 人中，学生几人？")
	p.says(he, nil, "1")
	p.says(he, nil, "其余正常")
	p.sees(he, nil, "发热 现有 2", "居家隔离 现有 2", "其余为 0", "对吗？")
	p.says(he, nil, "放弃")

	// The unit's name, or a zero report, begins anew.
	begin()
	p.says(he, nil, "软件学院 居家隔离2人")
	if m := p.sees(he, nil, "居家隔离 现有 2", "您刚才填的不再算：发热 现有 2", "对吗？"); strings.Contains(m.Text, "· 发热") {
		t.Errorf("a line of its own: %s", m.Text)
	}
}
