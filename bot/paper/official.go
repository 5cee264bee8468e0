package paper

import (
	"fmt"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// Official is a report to the authorities in the layout of an official paper, from what it says. Until it is signed every page says that it
// is a draft, and the line of who signs it is empty; no picture of a name or seal stands for a signature.
type Official struct {
	College workgroup.College
	Date    workgroup.Date
	Parts   []workgroup.PaperPart
	Signed  bool
	Signer  string    // who signed it
	On      time.Time // when it was signed, which dates it; zero: not yet
	Again   bool      // it corrects one that was sent
	Number  int       // among those of its date, from 1
	At      time.Time // when it was sent round
	Voided  int       // signatures of it that no longer hold
}

// FileName is what the office calls it.
func (o Official) FileName() string {
	name := "疫情防控情况报告（" + o.date()
	if !o.Signed && !o.At.IsZero() {
		name = "疫情防控情况报告（" + moment(workgroup.Chinese, o.Date, o.At)
	}
	switch name += o.again(); {
	case !o.Signed:
		name += "，送审稿"
	case o.Voided > 0:
		name += fmt.Sprintf("，第%d次签发", o.Voided+1)
	}
	return name + "）.docx"
}

// AnnexName is what the report calls its annex (附件), the workbook of its figures.
func (o Official) AnnexName() string {
	if o.Again {
		return "疫情防控日报汇总表（" + o.date() + o.again() + "）"
	}
	return "疫情防控日报汇总表（" + o.date() + "）"
}

// AnnexFile is what the office calls the annex as a file: no other workbook of the day is meant to be sent.
func (o Official) AnnexFile() string { return "附件：" + o.AnnexName() + ".xlsx" }

func (o Official) date() string {
	return Report{Tally: workgroup.Tally{Round: workgroup.Round{Date: o.Date}}}.date()
}

// Document is the paper as a .docx; the same parts make the same bytes.
func (o Official) Document() ([]byte, error) {
	draft := "送审稿"
	if o.Signed {
		draft = ""
	}
	d := newDocument(o.College, draft)
	d.signer(o.Signer)
	d.gap()
	d.title("关于" + o.date() + "新型冠状病毒")
	d.title("感染的肺炎疫情防控情况的报告")
	if o.Again {
		d.title("（更正件）")
	}
	d.gap()
	var to []string
	for _, r := range o.College.Addressees() {
		to = append(to, r.Name)
	}
	d.to(strings.Join(to, "、") + "：")
	body := d.parts(o.Parts)
	date := o.date()
	if !o.On.IsZero() {
		date = o.On.Format("2006年1月2日")
	}
	d.end(body, "附件："+o.AnnexName(), o.College.Name, date)
	raw, err := d.bytes()
	if err != nil {
		return nil, fmt.Errorf("report of %s: %w", o.Date, err)
	}
	return raw, nil
}
