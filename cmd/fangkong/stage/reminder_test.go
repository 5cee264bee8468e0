package stage

import "testing"

func TestTheBoardGoesUpAtTwo(t *testing.T) {
	p := newPlay(t, Options{})
	p.until("13:59:59")
	if posts := p.Group.Posts(); len(posts) != 0 {
		t.Fatalf("%d posts before 14:00", len(posts))
	}
	p.until("14:00")
	head := p.Head("ruanjian")
	if board := p.sees(head, p.Group, "1月31日", "0/33", "14:30"); !board.Pinned {
		t.Error("the board is not pinned")
	}
	p.sees(head, nil, "请软件学院于 14:30 前报送")
	p.zero("ruanjian")
	p.sees(head, p.Group, "1/33")
}
