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
		if i < 0 || i >= len(exprs) {
			t.Skip()
		}
		ours, plain := MustCompile(exprs[i]), regexp.MustCompile(exprs[i])
		for what, pair := range map[string][2]any{
			"MatchString":                {ours.MatchString(text), plain.MatchString(text)},
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

func TestWhatAPatternNeeds(t *testing.T) {
	for expr, want := range map[string]string{
		`确诊|疑似`:         "疑确",
		`^(?:请问)?谁在?管$`: "谁",
		`(?i)ok`:        "Kk\u212a",
		`学生确诊`:          "确",
		`[吗么]|没`:        "么吗没",
		`(?:确诊)?`:       "",
		`\p{Han}+`:      "",
		`(?:ab){2}`:     "b",
		`确诊|.`:          "",
	} {
		got := ""
		if set := MustCompile(expr).needs; set != nil {
			got = string(set.all)
		}
		if got != want {
			t.Errorf("%s needs one of %q, want %q", expr, got, want)
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
