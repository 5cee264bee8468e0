package understand

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzRead holds what strangers may not break: no panic, no invented figure, doubts instead of fields for rows. How long it
// takes is for BenchmarkLongest.
func FuzzRead(f *testing.F) {
	for _, path := range []string{"testdata/sentences.jsonl", "testdata/corpus.jsonl"} {
		for i, e := range load(f, path) {
			if !testing.Short() || i%8 == 0 { // a few seconds are to be spent on what nobody has written yet
				f.Add(e.Text, e.Asked, e.Context)
			}
		}
	}
	f.Add("（（（（无无无不不", "", "")
	f.Add("1-2-3-4、5、6至7到8人/9", "fever_now", "（昨日）发热3人")
	f.Add("\xff\xfe无\u200d发热", "_", "\xff几人？")
	f.Add("软件学院：正常\n护理学院：1名教工与确诊病例有接触", "", "")
	r := New(roster())
	f.Fuzz(func(t *testing.T, text, asked, before string) {
		c := Context{Asked: asked, Date: today, Before: before}
		g := r.Read(text, c)
		if g.Kind == "" || g.Fields == nil {
			t.Fatalf("no kind or no fields: %+v", g)
		}
		if g.Doubtful(ManyUnits) && len(g.Fields) > 0 {
			t.Fatalf("rows became counts: %v", g.Fields)
		}
		if again := r.Read(text, c); !reflect.DeepEqual(g, again) {
			t.Fatalf("read twice, read differently:\n%+v\n%+v", g, again)
		}
		stated := amounts(text)
		for v := range amounts(before) {
			stated[v] = true
		}
		for _, w := range g.Why {
			stated[1] = stated[1] || g.Fields[w.Key] == 1 && (namesSomebody(w.Words) || oneKnown.MatchString(w.Words) || oneThere.MatchString(w.Words))
		}
		holds(t, g.Kind, g.Fields, g.Unknown, stated, text)
		for _, row := range g.Rows {
			stated := maps.Clone(stated)
			stated[1] = stated[1] || row.One || namesSomebody(row.Words)
			holds(t, row.Kind, row.Fields, row.Unknown, stated, text)
		}
		for k := range g.Fields {
			if asked == "" && strings.Trim(k, "abcdefghijklmnopqrstuvwxyz_") != "" {
				t.Fatalf("key %q", k)
			}
		}
		for _, w := range g.Why {
			if utf8.ValidString(text) && !strings.Contains(text, w.Words) {
				t.Fatalf("reason %q is not in the text", w.Words)
			}
		}
	})
}

// oneThere says that there is one: 有个学生.
var oneThere = regexp.MustCompile(`有[个名位]`)

// namesSomebody reports that words may hold somebody's name, who is one.
func namesSomebody(words string) bool {
	return slices.ContainsFunc(normalise(words).runes, func(r rune) bool { return surnames[r] })
}

// holds checks that every figure was written somewhere, and that none is both known and unknown. An alarm of one person
// counts one.
func holds(t *testing.T, kind Kind, fields map[string]int, unknown []string, stated map[int]bool, text string) {
	t.Helper()
	for k, v := range fields {
		if !stated[v] && v != 0 && !(v == 1 && kind == Urgent) {
			t.Fatalf("%s = %d is not in %q", k, v, text)
		}
	}
	for _, k := range unknown {
		if _, both := fields[k]; both {
			t.Fatalf("%s is both known and unknown", k)
		}
	}
}

// menAndWomen are told apart, and stated together: 男生5人、女生4人.
var menAndWomen = regexp.MustCompile(`[男女][生性]?([0-9零一二两三四五六七八九十百千俩仨]+)[人名个位例口]*[^0-9零一二两三四五六七八九十百千男女]*[男女][生性]?([0-9零一二两三四五六七八九十百千俩仨]+)`)

// amounts are the whole numbers written anywhere in the text, read afresh from
// every place so that the tokens cannot vouch for themselves.
func amounts(text string) map[int]bool {
	m := map[int]bool{}
	s := normalise(text).runes
	for i := range s {
		if n := scanNumber(s[i:]); n.length > 0 && (i == 0 || !isDigit(s[i]) || !isDigit(s[i-1])) {
			m[n.value] = true
			if both, sum := scanBoth(n.value, s[i+n.length:]); both > 0 {
				m[sum] = true // 1男2女 are three
			}
		}
	}
	for _, both := range menAndWomen.FindAllStringSubmatch(string(s), -1) {
		m[scanNumber([]rune(both[1])).value+scanNumber([]rune(both[2])).value] = true
	}
	for i := range s {
		if n, v := scanSpelled(s[i:]); n > 0 {
			m[v] = true
		}
		if w, _ := ordinary().longest(s[i:]); w != nil && w.class == cNumber {
			m[w.token().value] = true
		}
	}
	return m
}

// What a text ten times as long costs is about ten times as much: counted in allocations, which no busy machine changes. The
// time is BenchmarkLongest's.
func TestALongTextCostsWhatItsLengthDoes(t *testing.T) {
	r := New(roster())
	for _, unit := range pathological {
		cost := func(n int) float64 {
			text := string([]rune(strings.Repeat(unit, n))[:n])
			return testing.AllocsPerRun(1, func() { r.Read(text, Context{Date: today}) })
		}
		small, large := cost(409), cost(4090)
		t.Logf("%-8q %8.0f %8.0f", unit, small, large)
		if large > 20*small+200 {
			t.Errorf("%q: %.0f allocations for 409 characters, %.0f for 4090", unit, small, large)
		}
	}
}

// pathological are the texts that could keep a reader busy.
var pathological = []string{"无", "居家隔离3人、", "密接，", "发热，", "居家隔离3人，均为学生，", "（", "1-", "发热", "学生", "一百", "3人", "1、", "软件学院", "软件学院、", "软件学院3人，",
	"1.张三 正常\n", "2人应为", "无发热 ", "2人已全部解除，", "单位|发热|", "护理学院|0|2\n", "1901班正常，", "home quarantine 2 ", "不", "昨天", "火星学院", "零 ", "与湖北人员接触", "其中", "1（", "其中3", "2人学生", "减少到2人13", "→1改为", "一日一报", "同村人实报封小区", "张三 居家隔离、", "单位 发热 居家隔离\n", "姓名|状态\n王五|", "软件 2 0\n", "2+", "听说机电，", "祝大家，平安，", "jan 3 ", "twenty-", "一个发热的", "居家隔离机电7", "口罩库存1.误报成", "还有312:30→2月4日",
	"确诊", "确诊，", "疑似，", "阳性", "接触确诊", "疑似的学生", "李某刚刚确诊，已送医院", "确诊了怎么办，", "演练", "十", "12", "2020年", "昨天2人", "隔离2人，", "隔离1", "通知疑似2结冰1", "快死了", "要隔离r", "软件学院a ", "fever ", "【1】",
	"王某", "张三、", "家长说", "听我同学说", "是还是", "1/", "38度，", "封闭，", "新增2人，", "同上\n", "集中隔离3人密接2人，", "保洁2人居家隔离，",
	"李某、王某确诊，", "张三、李四、王五确诊", "确诊李某和王某。", "李明和王芳都", "王某的，", "他的室友和", "学生5人教师2人其他1人，", "0 0 0 ", "1 党政办\n2 组织部\n", "学生就2个", "居家5人隔离", "我被封了，有个确诊，", "电信各班：1901 居家隔离0\n", "刚才4人写错了，是5人。", "在黄冈1人，",
	"昨天那名疑似学生", "跟一个确诊病人挨着", "同车有人确诊，", "护理过的病人确诊", "应该是累计", "集中隔离1人实为居家隔离，", "报反了，", "漏算一位，应为4，", "体温超过37.3请就医，", "学生、教师各1人、", "小李、"}

// BenchmarkLongest reads 4,096 characters, the longest message Telegram has, of each pathological kind and reports the
// slowest: of each its quickest reading, which is the reader's and not what else the machine does. The limit is 5 ms.
func BenchmarkLongest(b *testing.B) {
	r := New(roster())
	b.ReportAllocs()
	best := map[string]time.Duration{}
	for b.Loop() {
		for _, unit := range pathological {
			text := string([]rune(strings.Repeat(unit, 4096))[:4096])
			start := time.Now()
			r.Read(text, Context{Date: today, Before: "居家隔离几人？"})
			if d, last := time.Since(start), best[unit]; last == 0 || d < last {
				best[unit] = d
			}
		}
	}
	worst, slowest := time.Duration(0), ""
	for unit, d := range best {
		if d > worst {
			worst, slowest = d, unit
		}
	}
	b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms")
	b.Logf("slowest: %q", slowest)
}

// BenchmarkCommon reads what a work group mostly says.
func BenchmarkCommon(b *testing.B) {
	r := New(roster())
	for _, text := range []string{"收到", "零报告", "软件学院居家隔离2人，无发热", "今天下雪路滑，值班同志上下班注意安全"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Read(text, Context{Date: today})
			}
		})
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
