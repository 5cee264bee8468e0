package main

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// reads gives lines to fangkong understand and returns what it answers, line by line.
func reads(t *testing.T, o understandCommand, lines ...string) (out []map[string]any) {
	t.Helper()
	var text bytes.Buffer
	o.in = strings.NewReader(strings.Join(lines, "\n"))
	if err := o.Run(console{&text, "zh-CN"}); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(text.String()) {
		var a map[string]any
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		out = append(out, a)
	}
	if len(out) != len(lines) {
		t.Fatalf("%d answers to %d lines:\n%s", len(out), len(lines), &text)
	}
	return out
}

// same compares one key of an answer with what it must hold, written as JSON.
func same(t *testing.T, a map[string]any, key, want string) {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(want), &v); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a[key], v) {
		t.Errorf("%s is %v, want %s", key, a[key], want)
	}
}

func TestSentencesAreReadFromJSONLines(t *testing.T) {
	a := reads(t, understandCommand{},
		`{"text":"软件学院 新增居家隔离２人，累计15人","date":"2020-02-04"}`,
		`{"text":"隔离的有5、6个"}`,
		`not JSON`,
		`{"text":"更正：刚才2人应为3人","context":"（本单位上一条）居家隔离2人，在湖北2人"}`,
		`{"text":"2月3日零报告","date":"2020-02-04","unit":"软件学院"}`,
		`{"text":"护理学院零报告，艺术学院居家隔离1人"}`,
		`{"text":"零报告","date":"yesterday"}`,
		`{"text":"火星学院零报告"}`)
	same(t, a[0], "kind", `"report"`)
	same(t, a[0], "unit", `"软件学院"`)
	same(t, a[0], "fields", `{"home_quarantine_new":2,"home_quarantine_total":15}`)
	same(t, a[1], "fields", `{"quarantine_now":null}`)
	same(t, a[1], "ask", `["approximate"]`)
	same(t, a[2], "line", `3`)
	contains(t, a[2]["error"].(string), "不是 JSON")
	same(t, a[3], "ask", `["which_field"]`)
	same(t, a[3], "amend", `{"from":2,"to":3}`)
	same(t, a[4], "date_ref", `"2020-02-03"`)
	same(t, a[4], "ask", `["date_mismatch"]`)
	same(t, a[5], "rows", `[{"unit":"护理学院","kind":"zero_report","fields":{}},{"unit":"艺术学院","kind":"report","fields":{"home_quarantine_now":1}}]`)
	same(t, a[6], "line", `7`)
	same(t, a[7], "doubts", `[{"code":"unknown_unit","words":"火星学院"}]`)
}

func TestEachFigureSaysWhy(t *testing.T) {
	a := reads(t, understandCommand{Why: true}, `{"text":"居家隔离2人，无发热"}`)
	same(t, a[0], "why", `{"home_quarantine_now":"居家隔离2人","fever_now":"无发热"}`)
}

func TestSentencesAreReadForTheOfficeThatIsNamed(t *testing.T) {
	dir := t.TempDir()
	types(t, done, "init", dir)
	config := dir + "/fangkong.toml"
	a := reads(t, understandCommand{Config: config}, `{"text":"旅游学院零报告"}`)
	same(t, a[0], "unit", `"旅游学院"`)
	types(t, fault, "understand", "--config", dir+"/none.toml")
}
