package understand

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// roster is a college of the kind the reader is for; ids are the names, to read well.
func roster() []Unit {
	list := `护理学院 护理 护理院 School_of_Nursing
机电工程学院 机电 机电院 机电学院
电子信息工程学院 电信 电信院 电信学院
软件学院 软件 软件院 School_of_Software
经济管理学院 经管 经管院
旅游学院 旅游
建筑工程学院 建工 建工学院
汽车工程学院 汽车学院
教育学院
艺术学院
国际教育学院 国教 国教院
继续教育学院 继教 继教学院
马克思主义学院 马院
公共教学部 公共部
党政综合办公室 党政办
宣传部
组织部
纪委
工会
团委
教务处
科研处
学生处
人事处
财务处 财务
后勤处
后勤集团 后勤
安保处 安保 保卫处
网络安全与信息化处 信息化处 网信处
招生处
离退休工作处 老干部处
图书馆
鹤壁工程技术学院`
	var units []Unit
	for _, l := range strings.Split(list, "\n") {
		f := strings.Fields(l)
		for i := range f {
			f[i] = strings.ReplaceAll(f[i], "_", " ")
		}
		units = append(units, Unit{ID: f[0], Name: f[0], Aliases: f[1:]})
	}
	return units
}

// example is one line of testdata/sentences.jsonl, in the style the office's
// worked examples use. A null figure is one only given approximately.
type example struct {
	Text         string          `json:"text"`
	Context      string          `json:"context"`
	Asked        string          `json:"asked"`
	Forwarded    bool            `json:"forwarded"`
	Undated      bool            `json:"undated"` // written on no known day
	Kind         Kind            `json:"kind"`
	Fields       map[string]*int `json:"fields"`
	Unit         string          `json:"unit"`
	Name         string          `json:"name"`
	DateRef      string          `json:"date_ref"`
	Ask          []DoubtCode     `json:"ask"`
	Urgent       string          `json:"urgent"`
	UrgentType   string          `json:"urgent_type"`
	Amend        *Amend          `json:"amend"`
	AcceptTypes  []string        `json:"accept_urgent_types"`
	AcceptKinds  []Kind          `json:"accept_kinds"`
	AcceptValues map[string]int  `json:"accept_values"`
	Optional     []string        `json:"optional"`
	OptFields    map[string]*int `json:"optional_fields"`
	Rows         []exampleRow    `json:"rows"`
}

type exampleRow struct {
	Unit   string          `json:"unit"`
	Kind   Kind            `json:"kind"`
	Fields map[string]*int `json:"fields"`
}

const today = "2020-02-04"

// read reads an example as the bot would, with the item its prompt asked for.
func (e example) read(r *Reader) Reading {
	return r.Read(e.Text, Context{Asked: e.Asked, Date: today, Undated: e.Undated, Forwarded: e.Forwarded, Before: e.Context})
}

// faults says how a reading differs from what the example wants, nil when right.
// Zeros need not be said, and in an urgent message new and now mean the same.
func (e example) faults(got Reading) (faults []string) {
	if got.Kind != e.Kind && !slices.Contains(e.AcceptKinds, got.Kind) {
		faults = append(faults, fmt.Sprintf("kind %s, want %s", got.Kind, e.Kind))
	}
	if len(e.Rows) > 0 {
		return append(faults, e.rowFaults(got)...)
	}
	if len(got.Rows) > 0 {
		faults = append(faults, "one unit speaks, and rows were read")
	}
	same := func(k string) string {
		if e.Kind == Urgent {
			k = strings.Replace(k, "_new", "_now", 1)
		}
		if unit := e.Unit; strings.HasSuffix(unit, "处") || e.Kind == Urgent {
			k = strings.TrimSuffix(k, "_staff")
		}
		return k
	}
	have := map[string]int{}
	for k, v := range got.Fields {
		have[same(k)] = v
	}
	for _, wanted := range []map[string]*int{e.Fields, e.OptFields} {
		for k := range wanted {
			if same(k) == same(got.Case) {
				have[same(got.Case)] = 1
			}
		}
	}
	for k, v := range e.Fields {
		if exact, ok := got.Fields[k]; ok && v != nil && exact == *v {
			continue // the same key for all of them and for one group says nothing of this one
		}
		switch n, ok := have[same(k)]; {
		case v == nil:
			if ok || !slices.Contains(got.Unknown, k) {
				faults = append(faults, k+" must be unknown")
			}
		case slices.Contains(e.Optional, k), *v != 0 && !ok && e.accepted(have, same):
		case *v != n || *v != 0 && !ok:
			faults = append(faults, fmt.Sprintf("%s = %d, want %d", k, n, *v))
		}
	}
	for k, v := range got.Fields {
		wanted := v == 0
		for w := range e.Fields {
			wanted = wanted || same(w) == same(k)
		}
		for w := range e.AcceptValues {
			wanted = wanted || same(w) == same(k)
		}
		for w := range e.OptFields {
			wanted = wanted || same(w) == same(k)
		}
		if !wanted {
			faults = append(faults, fmt.Sprintf("%s = %d was not said", k, v))
		}
	}
	for _, a := range e.Ask {
		if !got.Doubtful(a) {
			faults = append(faults, "no doubt "+string(a))
		}
	}
	for _, d := range got.Doubts {
		if d.Code.Public() && !slices.Contains(e.Ask, d.Code) {
			faults = append(faults, fmt.Sprintf("doubt %s about %q was not called for", d.Code, d.Words))
		}
	}
	if e.Unit != "" && got.Unit != e.Unit {
		faults = append(faults, fmt.Sprintf("unit %q, want %q", got.Unit, e.Unit))
	}
	if e.Name != got.Name {
		faults = append(faults, fmt.Sprintf("name %q, want %q", got.Name, e.Name))
	}
	if e.DateRef != "" && got.DateRef != e.DateRef {
		faults = append(faults, fmt.Sprintf("date %q, want %q", got.DateRef, e.DateRef))
	}
	if e.Urgent != "" && got.Urgent.String() != e.Urgent {
		faults = append(faults, fmt.Sprintf("urgent %s, want %s", got.Urgent, e.Urgent))
	}
	if e.UrgentType != "" && got.UrgentType != e.UrgentType && !slices.Contains(e.AcceptTypes, got.UrgentType) {
		faults = append(faults, fmt.Sprintf("urgent type %q, want %q", got.UrgentType, e.UrgentType))
	}
	if e.Amend != nil && (got.Amend == nil || got.Amend.From != e.Amend.From || got.Amend.To != e.Amend.To) {
		faults = append(faults, fmt.Sprintf("amend %v, want %v", got.Amend, e.Amend))
	}
	return faults
}

// accepted reports that a figure stands where the example accepts it as well.
func (e example) accepted(have map[string]int, same func(string) string) bool {
	for k, v := range e.AcceptValues {
		if n, ok := have[same(k)]; ok && n == v {
			return true
		}
	}
	return false
}

// rowFaults compares the rows: whose they are, their kinds, and every figure above zero.
func (e example) rowFaults(got Reading) (faults []string) {
	if !got.Doubtful(ManyUnits) || len(got.Fields) > 0 {
		faults = append(faults, "rows must be a doubt and no counts")
	}
	if len(got.Rows) != len(e.Rows) {
		return append(faults, fmt.Sprintf("%d rows, want %d", len(got.Rows), len(e.Rows)))
	}
	for i, want := range e.Rows {
		row := got.Rows[i]
		if row.Label != want.Unit || row.Kind != want.Kind {
			faults = append(faults, fmt.Sprintf("row %s %s, want %s %s", row.Label, row.Kind, want.Unit, want.Kind))
		}
		for k, v := range want.Fields {
			if n, ok := row.Fields[k]; v != nil && (n != *v || !ok && *v != 0) {
				faults = append(faults, fmt.Sprintf("row %s: %s = %d, want %d", want.Unit, k, n, *v))
			}
		}
		for k, n := range row.Fields {
			if _, ok := want.Fields[k]; !ok && n != 0 {
				faults = append(faults, fmt.Sprintf("row %s: %s = %d was not said", want.Unit, k, n))
			}
		}
	}
	return faults
}

// worst names the errors that must never happen, "" when there is none.
func (e example) worst(got Reading) string {
	if e.Kind == Urgent && got.Urgent == No {
		return "urgent read as ordinary"
	}
	filed := false
	for _, v := range got.Fields {
		filed = filed || v > 0
	}
	if filed && (e.Kind == Chatter || e.Kind == Question || e.Kind == Ack || e.Kind == Leave) {
		return "talk stored as counts"
	}
	for k, v := range e.Fields {
		if _, exact := got.Fields[k]; v == nil && exact {
			return "approximate stored as exact"
		}
	}
	if got.Zero && e.Kind != Zero && e.Kind != Urgent && e.Kind != Correction && e.Kind != Report && !slices.Contains(e.AcceptKinds, Zero) {
		return "talk stored as zero"
	}
	for i := range e.Rows {
		if i < len(got.Rows) && got.Rows[i].Kind == Zero && e.Rows[i].Kind != Zero {
			return "a unit's row stored as zero"
		}
	}
	return ""
}

func load(t testing.TB, path string) (list []example) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for n := 0; s.Scan(); n++ {
		if strings.TrimSpace(s.Text()) == "" || testing.Short() && n%6 != 0 && strings.HasSuffix(path, "corpus.jsonl") {
			continue // a short run reads every sixth of the corpus
		}
		var e example
		if err := json.Unmarshal(s.Bytes(), &e); err != nil {
			t.Fatalf("%s: %v: %s", path, err, s.Text())
		}
		list = append(list, e)
	}
	return list
}

// describe shows a reading on one line, for the person who has to mend it.
func describe(g Reading) string {
	return fmt.Sprintf("kind=%s unit=%q fields=%v unknown=%v zero=%v doubts=%v urgent=%s/%s date=%s amend=%v attempt=%v case=%s", g.Kind, g.Unit, g.Fields, g.Unknown, g.Zero, g.Doubts, g.Urgent, g.UrgentType, g.DateRef, g.Amend, g.Attempt, g.Case)
}

func TestSentences(t *testing.T) {
	r := New(roster())
	list := load(t, "testdata/sentences.jsonl")
	if len(list) < 120 {
		t.Fatalf("only %d sentences", len(list))
	}
	for _, e := range list {
		got := e.read(r)
		for _, f := range append(e.faults(got), e.worst(got)) {
			if f != "" {
				t.Errorf("%s\n\t%s\n\t%s", e.Text, f, describe(got))
			}
		}
	}
}

// What a head begins and nobody can read is an attempt; talk of the same things is not.
func TestAttempts(t *testing.T) {
	r := New(roster())
	for text, want := range map[string]bool{
		"软件学院 一切": true, "软件学院 隔离": true, "软件学院 隔离人员": true, "软件学院报": true, "软件学院 日报": true, "软件学院 1/0/0": true, "软件学院 同上": true,
		"软件学院 居家隔离2.5": true, "软件学院 没人": true, "软件学院 密接人员": true,
		"软件学院的同志辛苦了": false, "机电、电信还没报": false, "今天食堂2个窗口": false, "软件学院 收到": false, "软件学院今天下午开会": false, "软件学院报得真快": false,
		"软件学院 下午来领口罩吧": false, "软件学院有没有隔离的": false, "软件学院 张三": false, "软件学院的隔离预案发群里了": false, "请软件学院报一下": false,
		"软件学院的同学隔离在家要注意身体": false, "谢谢软件学院": false,
	} {
		if got := r.Read(text, Context{Date: today}); got.Attempt != want {
			t.Errorf("%s: attempt %v\n\t%s", text, got.Attempt, describe(got))
		}
	}
}

// A unit and a bare no is a zero report, for its own head to mean; a bare no alone answers anybody.
func TestBareNo(t *testing.T) {
	r := New(roster())
	for text, want := range map[string]bool{
		"教育学院 无": true, "教育学院没有": true, "教育学院：没有。": true, "教育学院 没": true, "教育学院 0": true, "教育学院 0/0/0": true, "教育学院 零": true,
		"无": false, "没有": false, "教育学院 不": false, "教育学院 没人": false, "教育学院 无 无": false, "教育学院 没有收到": false,
	} {
		got := r.Read(text, Context{Date: today})
		if zero := got.Kind == Zero && got.Zero && got.Doubtful(BareNo); zero != want {
			t.Errorf("%s: zero %v\n\t%s", text, zero, describe(got))
		}
	}
}

// Every college's dictionary grows from the same lexicon, and none sees the words of another.
func TestAReadersWordsAreItsOwn(t *testing.T) {
	plain := New(roster())
	own := New([]Unit{{ID: "moon", Name: "月球学院", Aliases: []string{"月"}}}, Item{Base: "moonstruck", Words: []string{"月晕", "发热"}})
	for _, r := range []*Reader{plain, New(roster())} {
		got := r.Read("软件学院 发热1人，月晕2人", Context{Date: today})
		if got.Unit != "软件学院" || got.Fields["fever_now"] != 1 || len(got.Fields) != 1 {
			t.Errorf("read with another college's words: %+v", got)
		}
	}
	got := own.Read("月球学院 发热1人", Context{Date: today})
	if got.Unit != "moon" || got.Fields["moonstruck_now"] != 1 || got.Fields["fever_now"] != 0 {
		t.Errorf("a college's own word does not count: %+v", got)
	}
}

// How high somebody's fever is, and which class they are of, counts nobody.
func TestAFeverIsNotItsDegrees(t *testing.T) {
	r := New(roster())
	for words, want := range map[string]map[string]int{
		"Zhang Xiaomei of nursing 3 has a fever of 39 and came back from Wuhan": {}, "Student with 39 fever, was in Wuhan last week": {}, "学生发烧39": {}, "高烧40，学生": {}, "发烧39，咳嗽2": {"cough_now": 2},
		"2 students with fever of 38.7": {"fever_now_student": 2}, "fever 38 students": {"fever_now_student": 38}, "fever: 38, cough: 2": {"fever_now": 38, "cough_now": 2}, "39 fever cases": {"fever_now": 39}, "发热38人": {"fever_now": 38},
	} {
		if got := r.Read(words, Context{Date: today}); !maps.Equal(got.Fields, want) {
			t.Errorf("%s: %v, want %v", words, got.Fields, want)
		}
	}
}

// The first meaning given to a word stays, so a second one would only look as if it held.
func TestNoWordStandsTwiceInTheLexicon(t *testing.T) {
	seen := map[string]bool{}
	for _, line := range lexicon {
		for _, w := range strings.Fields(line.forms) {
			if seen[w] {
				t.Errorf("%s is entered twice", w)
			}
			seen[w] = true
		}
	}
}
