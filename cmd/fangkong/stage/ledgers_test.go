package stage

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// The ledgers that the day's reports fill: key people and supplies by unit, and who is away with somebody in their place. What nobody has said is
// 未报 there, what a report leaves out is 未填, and neither is ever 0; names stand only in what goes to those who draft and review.
func TestTheLedgersThatReportsFill(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	director, inspector := p.Holder(workgroup.Director), p.Holder(workgroup.Inspector)
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "滞留湖北3人，其中在武汉1人，湖北籍5人，居家隔离2人，口罩库存200个")
	p.presses(p.Head("ruanjian"), nil, "确认报送")
	p.says(p.Head("jidian"), nil, "滞留湖北4人") // of whom in Wuhan nobody knows how many
	p.presses(p.Head("jidian"), nil, "确认报送")
	p.says(p.Head("houqin"), nil, "零报告，消毒液库存80")
	if p.withButton(p.Head("houqin"), nil, "确认报送") != nil {
		p.presses(p.Head("houqin"), nil, "确认报送")
	}
	away, stands := p.Head("huli"), p.Head("ruanjian")
	p.says(away, nil, "委托 "+stands.Name()+" 1月31日至2月2日")
	p.presses(away, nil, "委托")
	rows := func(who *sandbox.Person, sheet string) [][]string {
		p.says(who, nil, "/summary")
		p.presses(who, nil, "汇总表")
		p.wait(10 * time.Second)
		f := p.sheetsOf(p.sees(who, nil, "日报汇总表"))
		if !slices.Contains(f.GetSheetList(), sheet) {
			return nil
		}
		rows, err := f.GetRows(sheet)
		must(t, err)
		return rows
	}
	is := func(rows [][]string, name string, want ...string) {
		t.Helper()
		for _, r := range rows {
			if len(r) > 0 && r[0] == name {
				if got := strings.Join(r[1:], " "); !strings.HasPrefix(got, strings.Join(want, " ")) {
					t.Errorf("%s: %s, want %v", name, got, want)
				}
				return
			}
		}
		t.Errorf("no %s in %v", name, rows)
	}
	key := rows(director, "重点人员")
	is(key, "软件学院", "3", "1", "5", "／", "／", "／", "0", "2", "0", "0")
	is(key, "后勤集团", "0", "0", "／", "／", "／", "／", "0", "0", "0", "0")
	is(key, "机电工程学院", "4", "未填", "／")
	is(key, "护理学院", "未报")
	is(key, "合计", "7", "1", "5", "／")
	book := p.sheetsOf(p.sees(director, nil, "日报汇总表"))
	for column, marked := range map[string]bool{"B": false, "C": true} { // 带*: somebody left it out
		id, err := book.GetCellStyle("重点人员", fmt.Sprint(column, len(key)-1))
		must(t, err)
		if style, err := book.GetStyle(id); err != nil || (style.CustomNumFmt != nil) != marked {
			t.Errorf("the sum in %s: %+v %v", column, style, err)
		}
	}
	if total := key[len(key)-2]; total[len(total)-1] != "已报 3/33" {
		t.Errorf("total %v", total)
	}
	is(key, "已填/应填单位", "3/33", "2/33", "1/1", "／", "／", "／", "3/33")
	if below := key[1][0]; !strings.HasPrefix(below, "截至 2020年1月31日14:0") {
		t.Errorf("below the title: %s", below)
	}
	if balance := rows(director, "日台账"); !strings.HasPrefix(balance[1][0], "截至 2020年1月31日14:0") {
		t.Errorf("the day ledger is of no day: %s", balance[1][0])
	}
	stores := rows(director, "物资门岗")
	is(stores, "软件学院", "200", "／", "／")
	is(stores, "后勤集团", "／", "80", "／")
	is(stores, "合计", "200", "80", "／")
	is(stores, "已填/应填单位", "1/1", "1/1", "／")
	for _, r := range stores {
		if r[0] == "护理学院" {
			t.Error("who keeps no stores and named none stands there")
		}
	}
	is(rows(director, "请假代报"), away.Name(), "护理学院", stands.Name(), "2020-01-31", "2020-02-02")
	if got := rows(inspector, "请假代报"); got != nil {
		t.Errorf("the inspector reads who is away: %v", got)
	}
}

// The workbook says by when a decision is to be done in the words of its card: the end of a day is no midnight of the next.
func TestTheWorkbookSaysADeadlineAsTheCardDoes(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	p.until("16:02")
	for words, until := range map[string]string{"决定：宿舍消毒，由学生处负责，2月1日前完成": "2月1日前", "决定：备好口罩，由学生处负责，2月2日12点前完成": "2月2日 12:00前"} {
		p.says(office, nil, words)
		p.presses(office, nil, "记为议定事项")
		p.says(office, nil, "/summary")
		p.presses(office, nil, "汇总表")
		p.wait(10 * time.Second)
		rows, err := p.sheetsOf(p.sees(office, nil, "日报汇总表")).GetRows("议定事项")
		must(t, err)
		if !slices.ContainsFunc(rows, func(r []string) bool {
			return len(r) > 3 && strings.HasPrefix(words, "决定："+r[1]) && r[3] == until
		}) {
			t.Errorf("%s, %s: %v", words, until, rows)
		}
	}
}
