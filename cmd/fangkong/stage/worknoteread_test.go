package stage

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// Whoever drafts the report reads what the units have told of their work, chooses, and writes: nothing is written by itself.
func TestTheUnitsWorkIsReadByTheOffice(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	he, song, drafter, director := p.Head("ruanjian"), p.Head("jidian"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(director, nil, "工作动态")
	p.sees(director, nil, "各单位工作动态", "还没有单位报送")
	p.says(he, nil, "零报告。工作动态：1.全院消毒两次 2.=1+1")
	p.presses(he, nil, "确认报送")
	p.says(song, nil, "工作动态：线上班会")
	p.until("15:10")
	p.says(drafter, nil, "拟稿")
	p.sees(drafter, nil, "各单位工作动态：2 家")
	p.presses(drafter, nil, "写四")
	p.sees(drafter, nil, "已有 2 家单位")
	p.presses(drafter, nil, "各单位工作动态")
	m := p.sees(drafter, nil, "1月31日 各单位工作动态：2/", "1. 全院消毒两次", "2. =1+1", "1. 线上班会", "不会自动写进")
	if !strings.Contains(m.Text, "机电工程学院") || !strings.Contains(m.Text, "软件学院") {
		t.Errorf("shown: %s", m.Text)
	}
	p.says(drafter, nil, "用各单位的")
	p.sees(drafter, nil, "不会自动写进")
	p.says(drafter, nil, "全院消毒两次，线上班会")
	p.signOff(drafter, "四：全院消毒两次，线上班会")

	// What comes later is told by the card, and changes nothing else.
	p.says(song, nil, "工作动态：线上班会三场")
	p.signOff(drafter, "各单位工作动态：2 家", "四：全院消毒两次，线上班会")
	p.says(drafter, nil, "五：无")
	p.saysSubmit(drafter)
	p.says(p.Person("zhu-sixi"), nil, "审核通过")
	p.signOff(director, "待签")
	p.says(director, nil, "签发")
	p.wait(2e9)
	p.says(director, nil, "签发")
	p.signOff(director, "已签")
	p.says(song, nil, "工作动态：线上班会四场")
	p.signOff(director, "已签")

	p.says(director, nil, "/summary")
	p.sees(director, nil, "工作动态 2 家", "“1月31日工作动态”")
	p.presses(director, nil, "汇总表")
	book := *p.sees(director, nil, "日报汇总表").File
	if got := p.cells(book, "工作动态"); !strings.Contains(got, "软件学院 2 =1+1 何望桥") || !strings.Contains(got, "机电工程学院 1 线上班会四场") {
		t.Errorf("the sheet: %s", got)
	}
	f, err := excelize.OpenReader(bytes.NewReader(book.Data))
	must(t, err)
	defer f.Close()
	for _, cell := range []string{"C4", "C5", "C6"} {
		if formula, _ := f.GetCellFormula("工作动态", cell); formula != "" {
			t.Errorf("%s computes %q", cell, formula)
		}
	}
	p.says(director, nil, "1月31日工作动态")
	p.sees(director, nil, "1. 线上班会四场")
}

// Without any, there is no sheet and no line; whoever oversees but does not draft or review is not shown them.
func TestNoNotesAreNowhere(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, drafter := p.Holder(workgroup.Director), p.Person("zhao-wangpu")
	p.until("15:10")
	p.says(director, nil, "/summary")
	if m := p.sees(director, nil, "汇总"); strings.Contains(m.Text, "工作动态") {
		t.Errorf("told: %s", m.Text)
	}
	p.presses(director, nil, "汇总表")
	f, err := excelize.OpenReader(bytes.NewReader(p.sees(director, nil, "日报汇总表").File.Data))
	must(t, err)
	defer f.Close()
	if i, _ := f.GetSheetIndex("工作动态"); i >= 0 {
		t.Error("an empty sheet")
	}
	p.says(drafter, nil, "拟稿")
	p.presses(drafter, nil, "写四")
	p.says(drafter, nil, "用各单位的")
	p.sees(drafter, nil, "还没有单位报送", "四请自己写")
	p.says(drafter, nil, "宿舍消毒")
	p.signOff(drafter, "四：宿舍消毒")
}

// Many notes are shown in several messages, none of them cut.
func TestManyNotesAreShownWhole(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	for i, u := range wholeCollege().Units[:8] {
		p.says(p.Head(u.ID), nil, u.Name+"工作动态：1."+strings.Repeat("组织消毒", 200)+" 2.末条"+string(rune('甲'+i)))
		p.notes(u.ID, strings.Repeat("组织消毒", 200), "末条"+string(rune('甲'+i)))
	}
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "工作动态")
	all := p.transcript(director, nil)
	for i := range 8 {
		if !strings.Contains(all, "末条"+string(rune('甲'+i))) {
			t.Errorf("%d is not shown", i)
		}
	}
	p.sees(director, nil, "（3/3）")
}

func TestTheUnitsWorkInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "Work done: 1. disinfected twice 2. class meeting")
	p.until("15:10")
	drafter := p.Person("zhao-wangpu")
	p.says(drafter, nil, "/summary")
	p.reads(drafter, nil, "Work notes from 1 of the units")
	p.says(drafter, nil, "work notes")
	p.reads(drafter, nil, "Work notes of the units", "2. class meeting")
}
