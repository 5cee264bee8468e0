package understand

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzRead holds what strangers may not break: no panic, no invented figure,
// doubts instead of fields for rows, and time that grows with the text only.
func FuzzRead(f *testing.F) {
	for _, e := range load(f, "testdata/sentences.jsonl") {
		f.Add(e.Text, e.Asked)
	}
	f.Add("（（（（无无无不不", "")
	f.Add("1-2-3-4、5、6至7到8人/9", "fever_now")
	f.Add("\xff\xfe无\u200d发热", "_")
	r := New(roster())
	f.Fuzz(func(t *testing.T, text, asked string) {
		g := r.Read(text, Context{Asked: asked, Date: today})
		if g.Kind == "" || g.Fields == nil {
			t.Fatalf("no kind or no fields: %+v", g)
		}
		if g.Doubtful(ManyUnits) && len(g.Fields) > 0 {
			t.Fatalf("rows became counts: %v", g.Fields)
		}
		if again := r.Read(text, Context{Asked: asked, Date: today}); !reflect.DeepEqual(g, again) {
			t.Fatalf("read twice, read differently:\n%+v\n%+v", g, again)
		}
		stated := amounts(text)
		for k, v := range g.Fields {
			if !stated[v] && v != 0 && !(v == 1 && g.Kind == Urgent) {
				t.Fatalf("%s = %d is not in %q", k, v, text)
			}
			if asked == "" && strings.Trim(k, "abcdefghijklmnopqrstuvwxyz_") != "" {
				t.Fatalf("key %q", k)
			}
		}
		for _, k := range g.Unknown {
			if _, both := g.Fields[k]; both {
				t.Fatalf("%s is both known and unknown", k)
			}
		}
		for _, w := range g.Why {
			if utf8.ValidString(text) && !strings.Contains(text, w.Words) {
				t.Fatalf("reason %q is not in the text", w.Words)
			}
		}
	})
}

// amounts are the whole numbers written anywhere in the text, read afresh from
// every place so that the tokens cannot vouch for themselves.
func amounts(text string) map[int]bool {
	m := map[int]bool{}
	s := normalise(text).runes
	for i := range s {
		if n := scanNumber(s[i:]); n.length > 0 && (i == 0 || !isDigit(s[i]) || !isDigit(s[i-1])) {
			m[n.value] = true
		}
	}
	for word, v := range spelled {
		m[v] = m[v] || strings.Contains(string(s), word)
	}
	return m
}

// TestLongText keeps reading linear: ten times the text may not cost a hundred times.
func TestLongText(t *testing.T) {
	r := New(roster())
	for _, unit := range []string{"无", "居家隔离3人、", "密接，", "发热，", "居家隔离3人，均为学生，", "（", "1-", "发热", "学生", "一百", "3人", "1、", "软件学院", "1.张三 正常\n", "2人应为", "无发热 "} {
		cost := func(n int) time.Duration {
			text := string([]rune(strings.Repeat(unit, n))[:n])
			best := time.Hour
			for range 5 {
				start := time.Now()
				r.Read(text, Context{Date: today})
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := cost(409), cost(4090)
		t.Logf("%-8q %8v %8v", unit, small, large)
		if large > 40*small+5*time.Millisecond {
			t.Errorf("%q: %v for 409 characters, %v for 4090", unit, small, large)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	r := New(roster())
	list := load(b, "testdata/sentences.jsonl")
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		e := list[n%len(list)]
		r.Read(e.Text, Context{Asked: e.Asked, Date: today})
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
