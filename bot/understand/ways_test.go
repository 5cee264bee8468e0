package understand

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// way is how a sentence may say of an item how many there are; its words follow the item or lead it.
type way struct {
	words string // %[1]s the item, %[2]s the figure
	leads bool
}

var (
	countWays = []way{{"%[1]s%[2]s", false}, {"%[1]s：%[2]s", false}, {"%[1]s的有%[2]s", false}, {"%[1]s有%[2]s", false}, {"%[1]s人员%[2]s", false},
		{"%[1]s现有%[2]s", false}, {"%[1]s共%[2]s", false}, {"%[2]s%[1]s", true}, {"有%[2]s%[1]s的", true}}
	noneWays = []way{{"%[1]s无", false}, {"%[1]s没有", false}, {"%[1]s的没有", false}, {"%[1]s0人", false}, {"%[1]s：无", false},
		{"无%[1]s", true}, {"没有%[1]s", true}, {"没有%[1]s的", true}, {"未发现%[1]s", true}}
	itemsSaid = map[string]string{"居家隔离": "home_quarantine_now", "居家观察": "home_quarantine_now", "集中隔离": "central_quarantine_now", "发热": "fever_now", "发烧": "fever_now",
		"咳嗽": "cough_now", "在鄂": "hubei_now", "在湖北": "hubei_now", "密接": "close_contact_now", "疑似": "suspected_now", "湖北籍": "hubei_native",
		"从湖北回来": "hubei_left", "未联系上": "unreached", "留校": "on_campus", "在岗": "on_duty"}
	numerals = strings.Fields("零 一 两 三 四 五 六 七 八 九 十 十一 十二")
)

func oneOf[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// figure writes a number of people in one of the ways it is written.
func figure(r *rand.Rand, v int) string {
	n := fmt.Sprint(v)
	if r.IntN(2) == 0 {
		n = numerals[v]
	}
	return n + oneOf(r, []string{"人", "个", "名"})
}

// A day that is said in any order, with any marks or with none, is read as it is or asked about: no figure goes to another item, and
// none is lost without a word.
func TestADayIsSaidInManyWays(t *testing.T) {
	reader, r := New(roster()), rand.New(rand.NewPCG(1, 2))
	items := slices.Sorted(maps.Keys(itemsSaid))
	asked := 0
	const sentences = 3000
	for range sentences {
		sep, leads := oneOf(r, []string{"，", "；", "、", " ", "\n", ""}), r.IntN(2) == 0
		want, said := map[string]int{}, []string{}
		for range 1 + r.IntN(4) {
			item := oneOf(r, items)
			key := itemsSaid[item]
			if _, twice := want[key]; twice {
				continue
			}
			v, ways := 1+r.IntN(12), countWays
			if r.IntN(3) == 0 {
				v, ways = 0, noneWays
			}
			w := oneOf(r, ways)
			// Without a clear mark nobody changes from “3人发热” to “发热3人”.
			for (sep == "" || sep == "、") && w.leads != leads {
				w = oneOf(r, ways)
			}
			want[key] = v
			said = append(said, fmt.Sprintf(w.words, item, figure(r, max(v, 1))))
		}
		text := oneOf(r, []string{"", "我院", "软件学院：", "呃我们学院今天"}) + strings.Join(said, sep)
		if !agrees(t, reader, text, want) {
			asked++
		}
	}
	if asked > sentences/50 {
		t.Errorf("%d of %d plain sentences are asked about", asked, sentences)
	}
}

// The same of one quarantine told by its changes.
func TestChangesAreSaidInManyWays(t *testing.T) {
	reader, r := New(roster()), rand.New(rand.NewPCG(3, 4))
	words := map[string][]string{"prev": {"昨日", "昨天", "原有"}, "new": {"新增", "今日新增", "又增加"}, "released": {"今日解除", "当日解除", "今天解除"},
		"now": {"现有", "还剩", "目前共", "尚有"}, "total": {"累计", "累计共"}}
	for range 3000 {
		item := oneOf(r, []string{"居家隔离", "居家观察", "密切接触者", "集中隔离"})
		base := strings.TrimSuffix(itemsSaid[item], "_now")
		if base == "" {
			base = "close_contact"
		}
		prev := r.IntN(8)
		fresh, released := r.IntN(4), r.IntN(prev+1)
		values := map[string]int{"prev": prev, "new": fresh, "released": released, "now": prev + fresh - released, "total": prev + fresh}
		want, said := map[string]int{}, []string{}
		for _, m := range []string{"prev", "new", "released", "total", "now"} {
			if m != "now" && r.IntN(2) == 0 {
				continue
			}
			want[base+"_"+m] = values[m]
			said = append(said, oneOf(r, words[m])+figure(r, values[m]))
		}
		agrees(t, reader, oneOf(r, []string{"", "我院", "软件学院"})+item+strings.Join(said, oneOf(r, []string{"，", "，", "、", " ", "；", ""})), want)
	}
}

// agrees reports that a text is read without a question, and fails where a figure is wrong, or missing and not asked for.
func agrees(t *testing.T, reader *Reader, text string, want map[string]int) bool {
	t.Helper()
	got := reader.Read(text, Context{Date: today})
	have, complete := map[string]int{}, true
	for k, v := range got.Fields {
		if _, told := want[k]; got.Kind == Urgent && !told {
			k = strings.Replace(k, "_new", "_now", 1)
		}
		have[k] = v
		if want[k] != v {
			t.Errorf("%q: %s = %d, want %d\n\t%s", text, k, v, want[k], describe(got))
		}
	}
	for k, v := range want {
		if _, told := have[k]; !told && v > 0 {
			complete = false
		}
	}
	if !complete && len(got.Doubts) == 0 {
		t.Errorf("%q: a figure is lost\n\t%s", text, describe(got))
	}
	return complete
}
