package understand

import (
	"testing"
	"time"
)

func TestWhoHasHeardOfACase(t *testing.T) {
	now := time.Date(2020, 1, 31, 15, 0, 0, 0, time.FixedZone("CST", 8*3600))
	for words, want := range map[string]string{
		"本人也报了": "self", "本人已经报了": "self", "学生自己也报了": "self", "他已经向学院报告了": "self", "本人跟辅导员说了": "self", "学生本人14:20已报告了": "self 14:20", "The student has also reported": "self",
		"疾控也报了": "cdc", "街道也知道了": "community", "社区那边已经说了": "community", "疾控那边我报了": "cdc", "已经通知社区了": "community", "社区和疾控都报了": "community cdc", "疾控中心已联系": "",
		"疾控、社区都已经通知了": "community cdc", "14:20已报社区": "community 14:20", "社区14点20报了": "community 14:20", "已报疾控": "cdc", "我刚跟社区打过电话": "community", "社区知道了": "community", "卫健委也知道了": "cdc",
		"I have told the community": "community", "CDC knows already": "cdc", "told disease control and the community": "community cdc", "we have informed the CDC": "cdc",
		"我已经报社区了，14:20 王主任接的": "community 14:20 王主任", "14:03 已报社区王主任": "community 14:03 王主任", "community informed 14:03 Director Wang": "community 14:03 Director Wang",
		"学院知道了": "unit", "院里也知道了": "unit", "我们学院领导知道了": "unit",
		"疾控还没报": "", "社区报了吗": "", "社区没人接": "", "要不要报社区": "", "报社区": "", "疾控说他是密接": "", "社区送菜了": "", "社区通知我们封楼了": "", "学生知道了": "", "明天报疾控": "", "社区已经封了": "", "本人没报": "", "学院零报告": "",
		"他说了": "", "疾控来人了": "", "I told the director": "", "学院已报送": "",
	} {
		s, ok := InformedIn(words, now)
		got := ""
		for _, one := range []struct {
			is   bool
			name string
		}{{s.Individual, " self"}, {s.Community, " community"}, {s.CDC, " cdc"}, {s.Unit, " unit"}, {!s.At.IsZero(), " " + s.At.Format("15:04")}} {
			if ok && one.is {
				got += one.name
			}
		}
		if s.Who != "" {
			got += " " + s.Who
		}
		if want != "" {
			want = " " + want
		}
		if got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}
