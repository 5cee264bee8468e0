package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// What is kept of a period goes into a folder of its own: the reports of its days, the register and the filed reports as they were
// signed, whatever year the register is of; and nothing of other days.
func TestExport(t *testing.T) {
	dir := t.TempDir()
	types(t, done, "init", dir)
	config, data, folder := filepath.Join(dir, settings.File), filepath.Join(dir, "fangkong.db"), filepath.Join(dir, "out")
	order := func(from, to string) []string {
		return []string{"export", folder, "--config", config, "--data", data, "--from", from, "--to", to}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	contains(t, types(t, fault, order("2020-12-01", "2021-01-31")...), "fangkong.db")
	contains(t, types(t, fault, order("12月1日", "2021-01-31")...), "2020-01-31")
	contains(t, types(t, fault, order("2021-01-31", "2020-12-01")...), "早于")
	contains(t, types(t, fault, order("2010-12-01", "2021-01-31")...), "三年")
	contains(t, types(t, usage, "export", folder), "--from")

	sample, roster := settings.Sample()
	c := sample.College
	at := time.Date(2020, 12, 31, 14, 5, 0, 0, c.Zone)
	signed := map[workgroup.Date][]byte{"2020-12-31": []byte("signed on the last day"), "2020-11-30": []byte("of another month")}
	s, err := store.Open(data, store.Options{Now: func() time.Time { return at }})
	must(err)
	must(s.Update(func(b workgroup.Book) error {
		roster.Seed(b, at)
		r := c.OpenRound(b, "2020-12-31", nil, at)
		report := workgroup.Report{Unit: "ruanjian", Date: r.Date, Revision: 1, Form: 1, Figures: c.FormOn(r.Date).Zeros(workgroup.CollegeUnit), Filed: at, Zero: true}
		workgroup.Latest.Put(b, workgroup.Standing{Report: report, First: at})
		for i, date := range []workgroup.Date{"2020-12-31", "2020-11-30"} {
			p := workgroup.Paper{Date: date, Number: 1, State: workgroup.PaperFiled, Copy: fmt.Sprintf("%x", sha256.Sum256(signed[date]))}
			entry := workgroup.PaperEntry{Year: 2021 - i, Number: 1, Paper: p.Key(), At: at}
			p.Entry = entry.Key()
			workgroup.Papers.Put(b, p)
			workgroup.PaperEntries.Put(b, entry)
			workgroup.PaperCopies.Put(b, workgroup.PaperCopy{Digest: p.Copy, Paper: p.Key(), Name: "x.docx", Bytes: signed[date], At: at})
		}
		return nil
	}))
	must(s.Close())
	contains(t, types(t, fault, order("2019-12-01", "2019-12-31")...), "没有日报")
	contains(t, types(t, done, order("2020-12-01", "2021-01-31")...), "疫情防控日报汇总", "上报信息备案登记簿（2021年）.xlsx", "保密")
	contains(t, types(t, fault, order("2020-12-01", "2021-01-31")...), "已存在，没有改动")

	folder, whole := filepath.Join(dir, "nowhere", "out"), folder
	contains(t, types(t, fault, order("2020-12-01", "2021-01-31")...), "nowhere")
	folder = whole
	if left, _ := filepath.Glob(filepath.Join(dir, ".export*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}

	sums, err := os.ReadFile(filepath.Join(folder, "SHA256SUMS"))
	must(err)
	lines := strings.Split(strings.TrimSpace(string(sums)), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d files:\n%s", len(lines), sums)
	}
	for _, line := range lines {
		sum, name, _ := strings.Cut(line, "  ")
		raw, err := os.ReadFile(filepath.Join(folder, name))
		must(err)
		if got := fmt.Sprintf("%x", sha256.Sum256(raw)); got != sum {
			t.Errorf("%s is %s, listed as %s", name, got, sum)
		}
	}
	if raw, _ := os.ReadFile(filepath.Join(folder, "上报件", "防控信〔2021〕1号.docx")); string(raw) != string(signed["2020-12-31"]) {
		t.Errorf("the filed report is %q", raw)
	}
	book, err := excelize.OpenFile(filepath.Join(folder, "疫情防控日报汇总（2020-12-01至2021-01-31）.xlsx"))
	must(err)
	defer book.Close()
	rows, err := book.GetRows("各单位每日")
	must(err)
	if len(rows) != 1+33 {
		t.Errorf("%d rows of units", len(rows))
	}

	folder = filepath.Join(dir, "out-en")
	contains(t, types(t, done, append([]string{"--lang", "en"}, order("2020-12-31", "2020-12-31")...)...), "daily-reports-2020-12-31-to-2020-12-31.xlsx", filepath.Join("reports", "No. 1 of 2021.docx"), "people's health")
}

// A running bot has its data to itself: what is exported is of a backup it makes.
func TestExportWhileTheBotRuns(t *testing.T) {
	d := newDesk(t)
	sample, _ := settings.Sample()
	book := d.open(t)
	if err := errors.Join(book.Update(func(b workgroup.Book) error {
		sample.College.OpenRound(b, "2020-12-31", nil, shown)
		return nil
	}), book.Close()); err != nil {
		t.Fatal(err)
	}
	d.runs(t, nil)
	folder := filepath.Join(t.TempDir(), "out")
	contains(t, types(t, done, "export", folder, "--config", d.config, "--from", "2020-12-31", "--to", "2020-12-31"), "机器人正在运行", "已导出到 "+folder)
	if all := d.kept(t); len(all) != 1 {
		t.Errorf("backups: %v", all)
	}
}
