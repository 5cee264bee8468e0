package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

func TestTheOfficeHearsWhichRightsAreMissing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.Group.AddBot(false)
	p.settle()
	p.sees(p.Holder(workgroup.Admin), nil, "我在工作群里不是管理员", "置顶消息")
	waiting(t, p, 0)
}

func TestAnErrandIsDoneAgainUntilItIsDone(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.Telegram.Fail(sandbox.Fault{Method: "getChatMember", Kind: sandbox.Broken500, Times: 1})
	p.Group.AddBot(false)
	p.settle()
	waiting(t, p, 1)
	for _, m := range p.Holder(workgroup.Admin).Sees(nil) {
		if strings.Contains(m.Text, "我在工作群里不是管理员") {
			t.Fatal("told before Telegram answered")
		}
	}
	if err := p.Fall(); err != nil {
		t.Fatal(err)
	}
	if err := p.Raise(); err != nil {
		t.Fatal(err)
	}
	p.wait(3 * time.Minute)
	p.sees(p.Holder(workgroup.Admin), nil, "我在工作群里不是管理员")
	waiting(t, p, 0)
}

// waiting fails unless that many errands wait.
func waiting(t *testing.T, p *play, want int) {
	t.Helper()
	n := 0
	if err := p.Store.View(func(b workgroup.Book) error {
		for range workgroup.Errands.Each(b, "") {
			n++
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if n != want {
		t.Fatalf("%d errands wait, want %d", n, want)
	}
}
