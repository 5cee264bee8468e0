package stage

import (
	"strings"
	"testing"
)

func TestSmoke(t *testing.T) {
	s, err := New(Options{Dir: t.TempDir(), Strict: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range s.Roster.People[:40] {
		s.Person(p.ID).Starts()
	}
	must(s.Settle())
	must(s.Until("14:00"))
	wang := s.Head("ruanjian")
	board := wang.Last(s.Group)
	t.Log(board.Text, board.Buttons, board.Pinned)
	p, err := wang.Presses(board, "零报告")
	must(err)
	must(s.Settle())
	t.Log(p.Answered())
	must(s.Advance(2e9))
	p, err = wang.Presses(wang.Last(s.Group), "零报告")
	must(err)
	must(s.Settle())
	t.Log(p.Answered())
	for _, m := range wang.Sees(nil) {
		t.Log(m.Text, m.Buttons)
	}
	zhang := s.Head("huli")
	zhang.Says(s.Group, "护理学院 居家隔离2人，无发热")
	must(s.Settle())
	card := zhang.Last(s.Group)
	t.Log(card.HTML, card.Buttons, card.ForceReply)
	p, err = zhang.Presses(card, "确认")
	must(err)
	must(s.Settle())
	t.Log(p.Answered())
	boss := s.Holder("director")
	boss.Starts()
	boss.Says(nil, "/summary")
	must(s.Settle())
	t.Log(boss.Last(nil).Text)
	must(s.Until("15:10"))
	for _, m := range boss.Sees(s.Group) {
		t.Log(m.Date.Format("15:04"), m.Deleted, strings.ReplaceAll(m.Text, "\n", " / "))
	}
}
