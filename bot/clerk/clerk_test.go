package clerk

import (
	"testing"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// The reader knows the units as they are called now.
func TestTheReaderFollowsTheRoster(t *testing.T) {
	b := workgroup.NewMemory()
	lv := workgroup.Unit{ID: "lvyou", Name: "旅游学院", Kind: workgroup.CollegeUnit}
	workgroup.Units.Put(b, lv)
	clerk := New(workgroup.College{})
	named := func(text string) string { return clerk.Reader(b).Read(text, understand.Context{}).Unit }
	if named("旅游学院 零报告") != "lvyou" || named("文旅学院 零报告") != "" {
		t.Fatal("the units are not read as they stand on the roster")
	}
	first := clerk.Reader(b)
	if clerk.Reader(b) != first {
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
