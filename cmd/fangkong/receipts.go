package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/xuri/excelize/v2"

	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

type receiptsCommand struct {
	File   string `arg:"" type:"path" help:"写到哪个新工作簿（.xlsx） the new workbook to write."`
	Notice uint64 `help:"只要第几号通知，缺省全部 one notice by its number, by default all." placeholder:"N"`
	held
}

// mostReceipts is what a sheet of a workbook holds, less its header.
const mostReceipts = 1<<20 - 1

// Run writes the receipts that the data holds as a workbook.
func (o *receiptsCommand) Run(c console) error {
	s, err := c.settings(o.Config)
	if err != nil {
		return err
	}
	texts, err := text.Load(s.College.Bodies)
	if err != nil {
		return err
	}
	book, err := o.open(c, s)
	if err != nil {
		return err
	}
	var raw []byte
	n := 0
	err = book.View(func(b workgroup.Book) error {
		var err error
		raw, n, err = receiptBook{c, texts, s.College}.write(b, o.Notice)
		return err
	})
	switch err := errors.Join(err, book.Close()); {
	case errors.Is(err, errTold):
		return errTold
	case err != nil:
		return fmt.Errorf("receipts: %w", err)
	case n == 0:
		c.say("没有通知回执可写", "there are no receipts of notices")
		return errTold
	}
	err = layOut(o.File, raw)
	if errors.Is(err, fs.ErrExist) {
		c.say("%s 已存在，没有改动", "%s exists; it was not changed", o.File)
		return errTold
	}
	if err != nil {
		return c.file(o.File, err)
	}
	c.say("已写出 %s，回执 %d 行", "%s is written, %d rows of receipts", o.File, n)
	return nil
}

// receiptBook writes receipts in one language.
type receiptBook struct {
	console
	texts   *text.Texts
	college workgroup.College
}

// write makes a workbook of one sheet: a row for each seat and version, read or not, what a later act has taken the place of included. It is
// streamed, so that a year of notices needs no more memory than a day's.
func (r receiptBook) write(b workgroup.Book, only uint64) (raw []byte, rows int, err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	name := r.in("通知回执", "Receipts")
	if err := f.SetSheetName(f.GetSheetName(0), name); err != nil {
		return nil, 0, err
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return nil, 0, err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, 0, err
	}
	if err := errors.Join(w.SetColWidth(1, 17, 14), w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})); err != nil {
		return nil, 0, err
	}
	put := func(style int, cells ...any) {
		for i, cell := range cells {
			cells[i] = excelize.Cell{StyleID: style, Value: cell}
		}
		at, bad := excelize.CoordinatesToCellName(1, rows+1)
		err = errors.Join(err, bad, w.SetRow(at, cells))
		rows++
	}
	put(bold, r.header()...)
	notices := workgroup.Notices.Each(b, "")
	if n, ok := workgroup.Notices.Get(b, workgroup.NumberKey(only)); only != 0 {
		notices = func(yield func(workgroup.Notice) bool) {
			if ok {
				yield(n)
			}
		}
	}
	for n := range notices {
		editions := n.Editions(b)
		for _, s := range n.Ever(b) {
			for _, e := range editions {
				for _, reading := range s.Of(e.Version) {
					if rows > mostReceipts {
						r.say("回执超过一张表能放的 %d 行，请用 --notice 一份一份写", "there are more than the %d receipts a sheet holds; write one notice at a time with --notice", mostReceipts)
						return nil, 0, errTold
					}
					put(0, r.row(b, n, e, s, reading)...)
				}
			}
		}
	}
	if err != nil || rows == 1 {
		return nil, 0, err
	}
	if err := w.Flush(); err != nil {
		return nil, 0, err
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		return nil, 0, err
	}
	return out.Bytes(), rows - 1, nil
}

func (r receiptBook) header() []any {
	if r.lang == workgroup.English {
		return []any{"Notice", "Version", "Published", "Class", "Asks for", "Text", "Unit", "Reader", "Private copy", "Read at", "Read by", "How", "Minutes", "Asked", "Done at", "Done by", "Result"}
	}
	return []any{"通知号", "版本", "发布时间", "类别", "要求", "内容", "单位", "应阅人", "私聊", "已阅时间", "阅读人", "方式", "用时（分）", "催办次数", "已办时间", "办理人", "办理结果"}
}

// row is one seat's reading of one version, in the words of that version.
func (r receiptBook) row(b workgroup.Book, n workgroup.Notice, e workgroup.Edition, s workgroup.Receipt, g workgroup.Reading) []any {
	name := func(id workgroup.PersonID) string { p, _ := workgroup.People.Get(b, string(id)); return p.Name }
	at := func(a workgroup.Act) string {
		if !a.Done() {
			return ""
		}
		return a.At.In(r.college.Zone).Format("2006-01-02 15:04:05")
	}
	word := func(kind, what string) string { said, _ := r.texts.Plain(r.lang, kind+"/"+what, nil); return said }
	u, _ := workgroup.Units.Get(b, string(s.Unit))
	unit := u.Name
	if r.lang == workgroup.English && u.English != "" {
		unit = u.English
	}
	when, by, how, minutes := at(g.Read), name(g.Read.By), "", any("")
	switch {
	case g.Read.Done() && g.Proxy:
		how = r.in("代阅", "for the head")
	case g.Read.Done():
		how = r.in("按「已阅」", "pressed")
	case g.Replied.Done():
		when, by, how = at(g.Replied), name(g.Replied.By), r.in("只回复“收到”", "only replied")
	case s.Out.Done():
		how = r.in("不再应阅", "asked no more")
	default:
		how = r.in("未阅", "not read")
	}
	if g.Undone.Done() {
		how += r.in("（后撤回）", " (taken back)")
	}
	if g.Read.Done() {
		minutes = int(g.Read.At.Sub(e.Published).Minutes())
	}
	delivery := ""
	if e.Replaced.IsZero() {
		delivery = word("delivery", string(n.DeliveryOf(b, s)))
	}
	return []any{n.ID, e.Version, at(workgroup.Act{At: e.Published}), word("class", string(e.Class)), word("need", string(e.Need)), e.Text, unit, name(s.Person), delivery,
		when, by, how, minutes, g.Nudges, at(g.Done), name(g.Done.By), g.Result}
}
