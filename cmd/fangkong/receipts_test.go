package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// A notice of two versions: what each seat did with both is in the workbook, what nobody did is not taken for done.
func TestReceiptsAsAWorkbook(t *testing.T) {
	dir := t.TempDir()
	types(t, done, "init", dir)
	config, data, file := filepath.Join(dir, settings.File), filepath.Join(dir, "fangkong.db"), filepath.Join(dir, "receipts.xlsx")
	order := []string{"receipts", file, "--config", config, "--data", data}
	contains(t, types(t, fault, order...), "没有数据文件")
	s, err := store.Open(data, store.Options{Now: func() time.Time { return shown }})
	if err != nil {
		t.Fatal(err)
	}
	sample, roster := settings.Sample()
	at := time.Date(2020, 1, 31, 9, 0, 0, 0, sample.College.Zone)
	c := sample.College
	c.Group = -1001
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.Update(func(b workgroup.Book) error { roster.Seed(b, at); return nil }))
	must(s.Close())
	contains(t, types(t, fault, order...), "没有通知回执")
	s, err = store.Open(data, store.Options{Now: func() time.Time { return shown }})
	must(err)
	must(s.Update(func(b workgroup.Book) error {
		office, _ := workgroup.People.Get(b, "zhao-wangpu")
		head, _ := workgroup.People.Get(b, "he-wangqiao")
		d, err := workgroup.StartNotice(b, office, "明天起晨检", 0, at)
		must(err)
		d.Need = workgroup.NeedDone
		n, err := c.Publish(b, office, d.Keep(b, at).Version, at)
		must(err)
		_, _, _, err = c.ReadNotice(b, n.Key(), 1, head, at.Add(5*time.Minute))
		must(err)
		d, err = c.StartVersion(b, n.Key(), office, at.Add(time.Hour))
		must(err)
		d.Text, d.Class = "改为后天起晨检", workgroup.NoticeImportant
		n, err = c.Publish(b, office, d.Keep(b, at.Add(time.Hour)).Version, at.Add(time.Hour))
		must(err)
		_, err = c.DoNotice(b, n.Key(), 2, "=已办", head, at.Add(2*time.Hour))
		return err
	}))
	must(s.Close())
	contains(t, types(t, done, order...), "已写出", "回执 132 行")
	contains(t, types(t, fault, order...), "已存在，没有改动")
	book, err := excelize.OpenFile(file)
	must(err)
	defer book.Close()
	rows, err := book.GetRows("通知回执")
	must(err)
	var his []string
	unread := 0
	for _, row := range rows {
		if row[7] == "何望桥" {
			his = append(his, strings.Join(row, "|"))
		}
		if row[11] == "未阅" {
			unread++
		}
	}
	want := []string{"1|1|2020-01-31 09:00:00|一般|要办结|明天起晨检|软件学院|何望桥||2020-01-31 09:05:00|何望桥|按「已阅」|5|0",
		"1|2|2020-01-31 10:00:00|重要|要办结|改为后天起晨检|软件学院|何望桥|私聊未送达|2020-01-31 11:00:00|何望桥|按「已阅」|60|0|2020-01-31 11:00:00|何望桥|=已办"}
	if len(his) == 2 {
		his[0] = strings.TrimRight(his[0], "|")
	}
	if !slices.Equal(his, want) || unread != 130 {
		t.Errorf("%d unread, and his rows are\n%s\nwant\n%s", unread, strings.Join(his, "\n"), strings.Join(want, "\n"))
	}
	english := filepath.Join(dir, "receipts-en.xlsx")
	contains(t, types(t, done, "--lang", "en", "receipts", english, "--config", config, "--data", data, "--notice", "1"), "is written, 132 rows")
	contains(t, types(t, fault, "receipts", filepath.Join(dir, "x.xlsx"), "--config", config, "--data", data, "--notice", "9"), "没有通知回执")
}
