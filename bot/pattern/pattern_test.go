package pattern

import (
	"reflect"
	"regexp"
	"testing"
)

var exprs = []string{
	`(?i)确诊|positive`, `^(?:请问)?谁(?:在|来)?(?:管|接)`, `[吗么？?]|没|未|不`, `^(?:是|对)?$`, `(?i)\bK\b`, `[^a]`, `.*`, `a{0,3}`, `(?:ab){2}c?`,
	`(?i)ſ|s`, `[a-z]+@[a-z]+`, `\d{2}`, `\p{Han}{2,3}`, `(?s).`, ``, `|a`, `(a|)(b|c)`, `x*y+z?`, `\x{FFFD}`, `[\s，,。]`,
}

func FuzzPattern(f *testing.F) {
	for i := range exprs {
		for _, text := range []string{"", "我院一名学生确诊了", "谁接了？", "POSITIVE", "\xff", "K", "ſ", "42", "ababc", "，"} {
			f.Add(i, text)
		}
	}
	f.Fuzz(func(t *testing.T, i int, text string) {
		i = int(uint(i) % uint(len(exprs)))
		ours, plain := MustCompile(exprs[i]), regexp.MustCompile(exprs[i])
		letters := LettersIn(text)
		for what, pair := range map[string][2]any{
			"MatchString":                {ours.MatchString(text), plain.MatchString(text)},
			"MatchWithin":                {ours.MatchWithin(&letters, text), plain.MatchString(text)},
			"FindWithin":                 {ours.FindWithin(&letters, text), plain.FindStringSubmatch(text)},
			"FindString":                 {ours.FindString(text), plain.FindString(text)},
			"FindStringIndex":            {ours.FindStringIndex(text), plain.FindStringIndex(text)},
			"FindStringSubmatch":         {ours.FindStringSubmatch(text), plain.FindStringSubmatch(text)},
			"FindStringSubmatchIndex":    {ours.FindStringSubmatchIndex(text), plain.FindStringSubmatchIndex(text)},
			"FindAllString":              {ours.FindAllString(text, -1), plain.FindAllString(text, -1)},
			"FindAllStringIndex":         {ours.FindAllStringIndex(text, -1), plain.FindAllStringIndex(text, -1)},
			"FindAllStringSubmatch":      {ours.FindAllStringSubmatch(text, -1), plain.FindAllStringSubmatch(text, -1)},
			"FindAllStringSubmatchIndex": {ours.FindAllStringSubmatchIndex(text, -1), plain.FindAllStringSubmatchIndex(text, -1)},
			"ReplaceAllString":           {ours.ReplaceAllString(text, "-"), plain.ReplaceAllString(text, "-")},
			"Split":                      {ours.Split(text, -1), plain.Split(text, -1)},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Errorf("%q on %q: %s is %v, want %v", exprs[i], text, what, pair[0], pair[1])
			}
		}
	})
}

func TestAPatternIsTriedOnlyWhereItMayMatch(t *testing.T) {
	for expr, texts := range map[string][2]string{ // what may hold a match, and what cannot
		`确诊|疑似`:         {"确定诊断", "确定"},
		`^(?:请问)?谁在?管$`: {"管谁", "请问"},
		`(?i)ok`:        {"\u212ao", "o"},
		`[吗么]|没`:        {"没有", "有"},
		`(?:确诊)?`:       {"", ""},
		`\p{Han}+`:      {"x", ""},
		`(?:ab){2}`:     {"ba", "a"},
		`确诊|.`:          {"x", ""},
	} {
		p := MustCompile(expr)
		if !p.may(texts[0]) {
			t.Errorf("%s is not tried on %q", expr, texts[0])
		}
		if texts[1] != "" && p.may(texts[1]) {
			t.Errorf("%s is tried on %q", expr, texts[1])
		}
	}
}

// BenchmarkMatch has a sentence tried on a long expression that speaks of something else, as most are; ratio is the time that the plain
// expression takes, over ours.
func BenchmarkMatch(b *testing.B) {
	const expr = `(?i)^(?:请问|问一下)?(?:现在|目前|到底)?(?:这件|这个|那个|案子)?(?:是)?谁(?:在)?(?:管|接|负责)`
	const text = "软件学院居家隔离2人，无发热，其余正常"
	ours, plain := MustCompile(expr), regexp.MustCompile(expr)
	for _, way := range []struct {
		name  string
		match func(string) bool
	}{{"ours", ours.MatchString}, {"plain", plain.MatchString}} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				way.match(text)
			}
		})
	}
}
