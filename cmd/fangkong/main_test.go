package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// types runs a command line, checks its exit code and returns all it printed.
func types(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if code := execute(context.Background(), args, &out, &out); code != want {
		t.Fatalf("fangkong %s: exit code %d, want %d\n%s", strings.Join(args, " "), code, want, &out)
	}
	return out.String()
}

func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in:\n%s", part, text)
		}
	}
}

func TestTheCommandLine(t *testing.T) {
	contains(t, types(t, done, "--help"), "用法 usage: fangkong", "命令 commands:", "选项 flags:", "lay out sample settings")
	for _, command := range []string{"init", "check", "run", "demo", "drill", "roster import", "roster export", "callsheet", "understand", "receipts", "export", "backup", "restore", "verify", "health"} {
		if text := types(t, done, append(strings.Fields(command), "--help")...); strings.Contains(text, "Usage:") || !strings.Contains(text, "用法") {
			t.Errorf("help of %s is not in both languages:\n%s", command, text)
		}
	}
	contains(t, types(t, done, "--version"), "fangkong ")
	contains(t, types(t, usage, "fly"), "用法有误", "fly")
	if text := types(t, usage, "fly", "--lang", "en"); strings.Contains(text, "用法") || !strings.Contains(text, "usage: ") || !strings.Contains(text, "for help: fangkong --help") {
		t.Errorf("a fault in English: %s", text)
	}
	contains(t, types(t, usage, "check", "--lang=en", "--nothing"), "usage: unknown flag")
	types(t, usage)
	types(t, usage, "check", "--lang", "fr")
}

func TestInitOverwritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "office")
	types(t, done, "init", dir)
	config, roster := filepath.Join(dir, settings.File), filepath.Join(dir, settings.RosterFile)
	contains(t, types(t, done, "check", "--config", config), "没有问题", "33 个单位")

	if err := os.WriteFile(config, []byte("# ours\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(roster); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, fault, "init", dir), config, "没有改动任何文件")
	if text, _ := os.ReadFile(config); string(text) != "# ours\n" {
		t.Errorf("the settings were overwritten: %s", text)
	}
	if _, err := os.Stat(roster); err == nil {
		t.Error("a roster was laid out beside settings that are somebody's")
	}
}

func TestCheckNamesFaultsInBothLanguages(t *testing.T) {
	dir := t.TempDir()
	types(t, done, "init", dir)
	config := filepath.Join(dir, settings.File)
	text := strings.Replace(string(settings.SampleFile(settings.File)), `"14:30"`, `"half past two"`, 1)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, fault, "check", "--config", config), "times.units", "看不懂", "应改为", "共 1 处问题")
	contains(t, types(t, fault, "--lang", "en", "check", "--config", config), "times.units", "is no time", "instead:", "1 fault(s)")
}

func TestRosterImport(t *testing.T) {
	dir := t.TempDir()
	types(t, done, "init", dir)
	config, roster, data := filepath.Join(dir, settings.File), filepath.Join(dir, settings.RosterFile), filepath.Join(dir, "fangkong.db")
	order := []string{"roster", "import", roster, "--config", config}

	contains(t, types(t, fault, order...), "没有数据文件")
	if _, err := os.Stat(data); err == nil {
		t.Fatal("looking made a data file")
	}

	now := func() time.Time { return time.Date(2020, time.January, 31, 12, 0, 0, 0, time.UTC) }
	open := func() *store.Store {
		s, err := store.Open(data, store.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	units := func() (names []string) {
		s := open()
		err := s.View(func(b workgroup.Book) error {
			for _, u := range workgroup.Roster(b) {
				names = append(names, u.Name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return names
	}

	running := open()
	_, r := settings.Sample()
	if err := running.Update(func(b workgroup.Book) error { r.Seed(b, now()); return nil }); err != nil {
		t.Fatal(err)
	}
	said := types(t, fault, order...)
	contains(t, said, "先停掉它")
	if strings.Count(said, "\n") != 1 {
		t.Errorf("refused in more than a line: %s", said)
	}
	if err := running.Close(); err != nil {
		t.Fatal(err)
	}

	contains(t, types(t, done, order...), "没有改动")
	text := strings.Replace(string(settings.SampleFile(settings.RosterFile)), `"旅游学院"`, `"文旅学院"`, 1)
	if err := os.WriteFile(roster, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, done, order...), "单位改名：旅游学院 → 文旅学院", "尚未改动")
	if strings.Contains(strings.Join(units(), " "), "文旅") {
		t.Error("it was imported without --yes")
	}
	contains(t, types(t, done, append(order, "--yes")...), "单位改名：旅游学院 → 文旅学院", "已更新")
	if !strings.Contains(strings.Join(units(), " "), "文旅") {
		t.Error("it was not imported")
	}

	written, export := filepath.Join(dir, "now.toml"), []string{"roster", "export", "--config", config}
	printed := types(t, done, export...)
	contains(t, printed, `name = "文旅学院"`)
	contains(t, types(t, done, append(export, written)...), "已写出")
	if raw, _ := os.ReadFile(written); string(raw) != printed {
		t.Error("the file is not what is printed")
	}
	contains(t, types(t, done, "roster", "import", written, "--config", config, "--yes"), "没有改动")
	contains(t, types(t, fault, append(export, roster)...), "已存在，没有改动")
	if raw, _ := os.ReadFile(roster); string(raw) != text {
		t.Error("the roster file was overwritten")
	}

	// Whoever joined in chat is named, and is no change.
	s := open()
	if err := s.Update(func(b workgroup.Book) error {
		workgroup.Bind(b, workgroup.Person{ID: workgroup.JoinedID(900), Name: "何新", Duties: []workgroup.Duty{{Role: workgroup.Deputy, Unit: "huli"}}}, 900, now())
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, done, append(order, "--yes")...), "保留：何新（tg900）", "没有改动")
	contains(t, types(t, done, export...), `deputies = ["gao-songlin", "tg900"]`, "telegram = 900")

	// What follows for those whom it concerns is said before anything is done.
	less := strings.Replace(text, `id = "wang-qiuhe"`, `id = "wang-new"`, 1)
	less = strings.Replace(less, `heads = ["wang-qiuhe", "huang-yuanchuan"]`, `heads = ["huang-yuanchuan"]`, 1)
	if err := os.WriteFile(roster, []byte(less), 0o600); err != nil {
		t.Fatal(err)
	}
	s = open()
	if err := s.Update(func(b workgroup.Book) error {
		p, _ := workgroup.People.Get(b, "wang-qiuhe")
		workgroup.Bind(b, p, 901, now())
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, done, order...), "失去职责：王秋禾，护理学院负责人", "王秋禾 将不再收到任何消息", "尚未改动")
	contains(t, types(t, done, append([]string{"--lang", "en"}, order...)...), "role lost: 王秋禾", "王秋禾 will receive nothing any more", "none of them made")

	// A sheet of people is whole for the duties that it names.
	sheet := filepath.Join(dir, "people.csv")
	if err := os.WriteFile(sheet, []byte("姓名,单位,角色,电话\n黄远川,护理学院,负责人,\n新来,护理学院,负责人,13800000000\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	order[2] = sheet
	contains(t, types(t, done, order...), "新增人员：新来，电话 13800000000", "失去职责：王秋禾，护理学院负责人", "王秋禾 将不再收到任何消息", "共 2 人，尚未改动")
	contains(t, types(t, done, append(order, "--yes")...), "已变更 2 人")
	contains(t, types(t, done, order...), "没有可以变更的")
	contains(t, types(t, done, export...), `name = "新来"`, `phone = "13800000000"`)
	if err := os.WriteFile(sheet, []byte("姓名,单位,角色\n黄远川,美术学院,负责人\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, done, append([]string{"--lang", "en"}, order...)...), "Line 2: “黄远川”: there is no unit “美术学院”", "nothing to change")
	if err := os.WriteFile(sheet, []byte("日期,值班员\n1月31日,张秋溪\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, fault, order...), "读不出人员表")
	order[2] = roster

	if err := os.WriteFile(roster, []byte(strings.Replace(text, `kind = "affiliate"`, `kind = "x"`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	contains(t, types(t, fault, append(order, "--yes")...), "不认识的单位类别")
}
