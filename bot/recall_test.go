package bot

import (
	"testing"
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What is recalled is what the book says now, whoever has changed it.
func TestRecalledIsWhatTheBookSays(t *testing.T) {
	b := workgroup.NewMemory()
	m := newMemory()
	wang := workgroup.Bind(b, workgroup.Person{ID: "wang", Name: "王"}, 7, time.Time{})
	if p, ok := m.personOf(b, 7); !ok || p.Name != "王" {
		t.Fatalf("%+v %v", p, ok)
	}
	wang.Reach = workgroup.Open
	workgroup.People.Put(b, wang)
	if p, _ := m.personOf(b, 7); p.Reach != workgroup.Open {
		t.Error("a change was overlooked")
	}
	workgroup.Bind(b, wang, 8, time.Time{})
	if _, ok := m.personOf(b, 7); ok {
		t.Error("an account that changed hands still leads to its owner")
	}
	workgroup.People.Drop(b, "wang")
	if _, ok := m.personOf(b, 8); ok {
		t.Error("a person who was dropped is still known")
	}
	// A book in which none of it ever was.
	if _, ok := m.personOf(workgroup.NewMemory(), 8); ok {
		t.Error("one book's people are known in another")
	}
}

// The reader knows the units as they are called now.
func TestTheReaderFollowsTheRoster(t *testing.T) {
	b := workgroup.NewMemory()
	lv := workgroup.Unit{ID: "lvyou", Name: "旅游学院", Kind: workgroup.CollegeUnit}
	workgroup.Units.Put(b, lv)
	bot := New(Options{})
	reader := func() *understand.Reader { return (&turn{Bot: bot, b: b}).reader() }
	named := func(text string) string { return reader().Read(text, understand.Context{}).Unit }
	if named("旅游学院 零报告") != "lvyou" || named("文旅学院 零报告") != "" {
		t.Fatal("the units are not read as they stand on the roster")
	}
	first := reader()
	if reader() != first {
		t.Error("the reader is built anew for nothing")
	}
	lv.Aliases = []string{"文旅学院"}
	workgroup.Units.Put(b, lv)
	if named("文旅学院 零报告") != "lvyou" {
		t.Error("a new alias is not known")
	}
	workgroup.Units.Drop(b, "lvyou")
	if named("旅游学院 零报告") != "" {
		t.Error("a unit that was dropped is still known")
	}
}
