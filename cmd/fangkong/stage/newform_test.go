package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// grows stops the house, adds a question to today's form, and opens it again.
func (p *play) grows(key workgroup.Key, label workgroup.Named) {
	p.t.Helper()
	if err := p.Fall(); err != nil {
		p.t.Fatal(err)
	}
	old := p.Stage.College.Forms[len(p.Stage.College.Forms)-1]
	p.Stage.College.Forms = append(slices.Clone(p.Stage.College.Forms), workgroup.Form{Version: old.Version + 1, From: "2020-01-31",
		Items: append(slices.Clone(old.Items), workgroup.Item{Key: key, Label: label})})
	if err := p.Raise(); err != nil {
		p.t.Fatal(err)
	}
	p.settle()
}

// A word of the office's own for what its form asks is read like any other.
func TestTheOfficesOwnWords(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	form := workgroup.DefaultForm()
	form.Items = slices.Clone(form.Items)
	for i, item := range form.Items {
		if item.Key == "home_quarantine_now" {
			form.Items[i].Words = []string{"蹲家"}
		}
	}
	sample.College.Forms = []workgroup.Form{form}
	p := newPlay(t, Options{Settings: &sample})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "蹲家的学生有3个，其余正常")
	p.sees(he, nil, "居家隔离（学生） 现有 3", "对吗？")
}

// A question that comes into the form in the middle of a day is asked only of those who have not answered it.
func TestAFormThatGrowsDuringTheDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("Too Many Requests") // a house that opens again within the second does not know what Telegram has had in it
	p.until("14:05")
	he, song, nurse, tu := p.Head("ruanjian"), p.Head("jidian"), p.Head("huli"), p.Head("tushu")
	p.says(he, nil, "居家隔离2人，无发热")
	p.says(he, nil, "对")
	p.zero("tushu")
	p.says(song, nil, "居家隔离3人")
	p.sees(song, nil, "对吗？")

	p.grows("away_now", workgroup.Named{Name: "外出未归", English: "Away"})
	p.sees(he, nil, "今天的表增加了 外出未归", "其他不用重报")
	p.sees(song, nil, "外出未归现有几人？") // what was read back under the old form cannot be confirmed unasked
	if p.withText(nurse, nil, "今天的表增加了") != nil {
		t.Error("who has not filed yet is asked the whole form, and told nothing")
	}
	p.saysBoard("新增项目待补：软件学院、图书馆")

	p.presses(he, nil, "填报")
	p.sees(he, nil, "外出未归现有几人？")
	p.says(he, nil, "4")
	p.sees(he, nil, "居家隔离 现有 2", "外出未归 现有 4", "对吗？")
	p.presses(he, nil, "确认报送")
	s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2, "away_now": 4})
	if s.Revision != 2 || s.Mark != workgroup.OnTime {
		t.Errorf("revision %d, %q", s.Revision, s.Mark)
	}

	p.says(song, nil, "外出未归1人") // the new question's name is understood at once
	p.presses(song, nil, "确认报送")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 3, "away_now": 1})

	// Who is asked again says it in words, and 零报告 pressed again asks for it and files no second zero.
	p.until("14:20")
	p.sees(tu, nil, "今天的表增加了 外出未归")
	p.onBoard(tu, "零报告")
	p.sees(tu, nil, "外出未归现有几人？")
	p.says(tu, nil, "0")
	p.says(tu, nil, "对")
	p.figures("tushu", nil)
	p.wait(time.Minute)
	if strings.Contains(p.board().Text, "新增项目待补") {
		t.Errorf("everybody has answered: %s", p.board().Text)
	}
}
