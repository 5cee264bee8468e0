package stage

import (
	"testing"

	"fangkong/bot/sandbox"
)

func TestOnlyTodaysBoardIsPinned(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	first := p.sees(head, p.Group, "1月31日")
	p.until("00:01")
	if n := pinned(p, head); n != 0 {
		t.Fatalf("%d boards pinned after the day has closed", n)
	}
	p.until("14:05")
	second := p.sees(head, p.Group, "2月1日")
	if n := pinned(p, head); n != 1 || !second.Pinned || second.ID == first.ID {
		t.Fatalf("%d boards pinned", n)
	}
}

func pinned(p *play, who *sandbox.Person) (n int) {
	for _, m := range who.Sees(p.Group) {
		if m.Pinned && !m.Deleted {
			n++
		}
	}
	return n
}
