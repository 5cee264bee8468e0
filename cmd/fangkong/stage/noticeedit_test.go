package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What is edited before it goes out goes out as it was edited; afterwards the writer is told that nothing changes by it.
func TestAnEditOfANoticesWords(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.office()
	for i, begins := range []string{"/notice ", "通知：", ""} {
		if begins == "" {
			p.says(office, nil, "/notice")
		}
		said := p.says(office, nil, begins+"今天下午三点开会")
		before := *p.withButton(office, nil, "发布")
		office.Edits(said, begins+"今天下午四点开会，地点A101")
		p.settle()
		p.sees(office, nil, "还没有发布", "四点开会，地点A101")
		if press, err := office.Presses(&before, "发布"); err == nil {
			p.settle()
			if text, _, _ := press.Answered(); strings.Contains(text, "已发布") {
				t.Fatal("the text before the edit went out")
			}
		}
		p.presses(office, nil, "发布")
		p.wait(time.Minute)
		p.noticeSays("四点开会，地点A101")
		office.Edits(said, begins+"今天下午五点开会")
		p.settle()
		p.sees(office, nil, "已经发布", "不算数", "按「改版」")
		if n := p.notice(); n.ID != uint64(i+1) || !strings.Contains(n.Text, "四点") {
			t.Errorf("%+v", n)
		}
	}
	// One that goes out at a time.
	said := p.says(office, nil, "/notice 明天停水")
	p.presses(office, nil, "定时")
	p.says(office, nil, "下午6点")
	p.presses(office, nil, "定时发布")
	office.Edits(said, "/notice 后天停水")
	p.settle()
	p.sees(office, nil, "已经定时", "取消定时")
	// In English, and a reader's edit changes nothing.
	english := p.Holder(workgroup.Director)
	p.says(english, nil, "/language")
	p.presses(english, nil, "English")
	said = p.says(english, nil, "/notice Meeting at three")
	english.Edits(said, "/notice Meeting at four")
	p.settle()
	p.sees(english, nil, "Meeting at four")
	p.presses(english, nil, "Publish")
	english.Edits(said, "/notice Meeting at five")
	p.settle()
	p.sees(english, nil, "your edit does not change it", "New version")
}

// 「不写了」 in words leaves the question, whatever it asks, and nothing of it becomes a notice or a result.
func TestNothingIsWrittenForANotice(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office, head := p.office(), p.Head("ruanjian")
	for _, word := range []string{"不写了", "算了", "取消"} {
		p.says(office, nil, "/notice")
		p.says(office, nil, word)
		p.sees(office, nil, "已取消")
		p.says(office, nil, "/notice 开会")
		p.presses(office, nil, "改内容")
		p.says(office, nil, word)
		p.sees(office, nil, "已取消", "草稿还在")
		p.says(office, nil, "/notice")
		p.sees(office, nil, "还没有发布", "开会")
		p.presses(office, nil, "放弃")
	}
	p.publishes(dawn, "要办结")
	p.presses(head, nil, "已办")
	p.says(head, nil, "不写了")
	p.sees(head, nil, "已取消")
	if n := p.notice(); n.Did != 0 {
		t.Error("that is no result")
	}
}
