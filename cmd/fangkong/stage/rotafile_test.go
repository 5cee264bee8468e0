package stage

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"fangkong/bot/sandbox"
)

// workbook writes sheets of cells; a cell may be text, a number or a time.
func workbook(t *testing.T, sheets map[string][][]any, merged ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	for _, name := range sortedKeys(sheets) {
		_, err := f.NewSheet(name)
		must(t, err)
		for i, row := range sheets[name] {
			for j, cell := range row {
				at, err := excelize.CoordinatesToCellName(j+1, i+1)
				must(t, err)
				must(t, f.SetCellValue(name, at, cell))
			}
		}
		for _, span := range merged {
			from, to, _ := strings.Cut(span, ":")
			must(t, f.MergeCell(name, from, to))
		}
	}
	must(t, f.DeleteSheet("Sheet1"))
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}

func sortedKeys[T any](m map[string]T) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

var head = []any{"日期", "时段", "带班领导", "值班员", "电话"}

// sends has somebody send a file in private, and the house answer.
func (p *play) sends(who *sandbox.Person, name string, data []byte) {
	p.t.Helper()
	who.SendsDocument(nil, name, data, "")
	p.settle()
}

func TestAWorkbookIsReadAndPutInForce(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office := p.Person("zhao-wangpu")
	date := func(day int) time.Time { return time.Date(2020, 1, day, 0, 0, 0, 0, time.UTC) }
	p.sends(office, "2月值班.XLSX", workbook(t, map[string][][]any{"排班": {
		{"鹤壁职业技术学院疫情防控值班表"},
		head,
		{date(31), "08:30-20:30", "何松石", "张秋溪", "0392-3312345"}, // a date as a spreadsheet keeps it
		{nil, "20:30-次日08:30", nil, "吴远舟"},
		{},
		{"2月1日", "白班", "何松石", "张秋溪"}, // and as text
		{"", "夜班", "何松石", "吴远舟"},
	}}, "A1:E1", "A3:A4", "C3:C4"))
	if p.withText(office, nil, "收到", "2月值班.XLSX") == nil {
		t.Error("that the file came was not said")
	}
	p.sees(office, nil, "未启用", "共 4 班", "1月31日 08:30 至 2月2日 08:30")
	p.presses(office, nil, "启用")
	if got := p.roster(); !slices.Equal(got, sampleDays) {
		t.Errorf("in force is %v", got)
	}
}

func TestOfTwoSheetsOneIsAskedFor(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office := p.Person("zhao-wangpu")
	p.sends(office, "值班.xlsx", workbook(t, map[string][][]any{
		"一月": {head, {"1月31日", "白班", "何松石", "张秋溪"}},
		"二月": {head, {"2月1日", "白班", "何松石", "张秋溪"}, {"2月1日", "夜班", "何松石", "吴远舟"}},
		"说明": {{"夜班按时交接"}},
	}))
	p.sees(office, nil, "几张值班表")
	p.presses(office, nil, "二月（2 班）")
	p.sees(office, nil, "共 2 班", "2月1日 08:30 至 2月2日 08:30")
	if toast := p.presses(office, nil, "一月"); !strings.Contains(toast, "处理过") {
		t.Errorf("the other sheet: %q", toast)
	}
	// One sheet with a header beside one without: no question.
	p.sends(office, "值班.xlsx", workbook(t, map[string][][]any{"表": {head, {"1月31日", "白班", "何松石", "张秋溪"}}, "通讯录": {{"张秋溪", "139-0000-0081"}}}))
	p.sees(office, nil, "共 1 班")
}

func TestATableOfTextIsRead(t *testing.T) {
	t.Parallel()
	text := "日期,时段,带班领导,值班员,电话\n1月31日,08:30-20:30,何松石,\"张秋溪、吴远舟\",0392-3312345\n,20:30-次日08:30,何松石,吴远舟,\n"
	old, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	must(t, err)
	for name, data := range map[string]string{"in UTF-8": text, "with a mark of order": "\xef\xbb\xbf" + text, "in GB18030": old, "with semicolons": strings.ReplaceAll(text, ",", ";")} {
		t.Run(name, func(t *testing.T) {
			p := early(t, "07:00")
			office := p.Person("zhao-wangpu")
			p.sends(office, "值班表.csv", []byte(data))
			p.sees(office, nil, "共 2 班", "张秋溪、吴远舟", "1月31日 20:30–次日08:30")
			p.presses(office, nil, "启用")
			if got := p.roster(); len(got) != 2 {
				t.Errorf("in force is %v", got)
			}
		})
	}
}

func TestABadFileChangesNothing(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office := p.Person("zhao-wangpu")
	p.adopts(pasted)
	before := p.shelves("shifts")
	good := workbook(t, map[string][][]any{"表": {head, {"1月31日", "白班", "何松石", "张秋溪"}}})
	for _, c := range []struct {
		sentence, name string
		data           []byte
		says           string
	}{
		{"no workbook", "值班表.xlsx", []byte("PK nothing of the sort"), "读不了"},
		{"half a workbook", "值班表.xlsx", good[:len(good)/2], "读不了"},
		{"bytes that are no text", "值班表.csv", bytes.Repeat([]byte{0, 1, 2, 255}, 100), "读不了"},
		{"an old workbook", "值班表.xls", []byte("\xd0\xcf\x11\xe0"), "老式 xls 请另存"},
		{"a paper", "通知.docx", good, "值班表请发 xlsx 或 csv"},
		{"a very large one", "值班表.csv", bytes.Repeat([]byte("1月31日,白班\n"), 80_000), "文件太大"},
		{"a table of something else", "名单.csv", []byte("姓名,电话\n张秋溪,139\n"), "先读到“姓名 电话”，没有找到日期、时段和姓名。请有一行表头"},
		{"an empty one", "空.csv", []byte("\n"), "文件是空的，没有找到日期、时段和姓名"},
	} {
		p.sends(office, c.name, c.data)
		if p.withText(office, nil, c.says) == nil {
			t.Errorf("%s: not told %q:\n%s", c.sentence, c.says, p.transcript(office, nil))
		}
		p.wait(3 * time.Second)
	}
	if after := p.shelves("shifts"); len(after) != len(before) || p.roster()[0] != sampleDays[0] {
		t.Errorf("the roster is %v", p.roster())
	}
	waiting(t, p, 0)
	// Somebody who is not of the office sends a file: it is not read.
	head := p.Head("ruanjian")
	p.sends(head, "值班表.xlsx", good)
	p.sees(head, nil, "我不收")
	waiting(t, p, 0)
}

func TestAFileIsFetchedAgainWhenTelegramFails(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office := p.Person("zhao-wangpu")
	good := workbook(t, map[string][][]any{"表": {head, {"1月31日", "白班", "何松石", "张秋溪"}}})
	p.Telegram.Fail(sandbox.Fault{Method: "getFile", Kind: sandbox.Broken500})
	p.Telegram.Fail(sandbox.Fault{Method: sandbox.DownloadMethod, Kind: sandbox.Gateway502})
	p.sends(office, "值班表.xlsx", good)
	waiting(t, p, 1)
	must(t, p.Fall())
	must(t, p.Raise())
	p.wait(10 * time.Minute)
	p.sees(office, nil, "共 1 班")
	waiting(t, p, 0)
	// It fails again and again: in the end its sender is told what to do.
	p.Telegram.Fail(sandbox.Fault{Method: "getFile", Kind: sandbox.Broken500, Times: -1})
	p.sends(office, "值班表.xlsx", good)
	p.wait(40 * time.Minute)
	p.sees(office, nil, "没有取到，请重新发送")
	waiting(t, p, 0)
	p.Telegram.Heal()
}

// A shift of more than a day and a night is read back as what it is: nothing is in force before somebody has seen that.
func TestALongShiftIsPointedOut(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office := p.Person("zhao-wangpu")
	p.says(office, nil, "值班表\n1月31日08:30-2月2日00:00 带班 何松石 值班 张秋溪")
	p.sees(office, nil, "未启用", "第 1 行", "一班 39.5 小时，超过一昼夜", "请核对起止时间")
	p.says(office, nil, "值班表\n1月31日08:30-2月1日08:30 带班 何松石 值班 张秋溪")
	if m := p.sees(office, nil, "共 1 班"); strings.Contains(m.Text, "小时") {
		t.Errorf("a day and a night is pointed out: %q", m.Text)
	}
}
