package understand_test

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/understand"
)

func TestPhone(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	now := time.Date(2020, 1, 31, 15, 20, 0, 0, zone)
	for _, c := range []struct{ line, want string }{
		{"王主任 14:20 接通", "王主任|01-31 14:20|answered"},
		{"14:20 王主任 接通", "王主任|01-31 14:20|answered"},
		{"王主任 接通 14:20", "王主任|01-31 14:20|answered"},
		{"王主任14:20接通", "王主任|01-31 14:20|answered"},
		{"王主任１４：２０接通了", "王主任|01-31 14:20|answered"},
		{"王主任：14：20，已接通。", "王主任|01-31 14:20|answered"},
		{"下午2点20王主任未接", "王主任|01-31 14:20|no-answer"},
		{"王主任 接通", "王主任|01-31 15:20|answered"},
		{"王主任 刚刚 接通", "王主任|01-31 15:20|answered"},
		{"刘 刚 已接", "刘 刚|01-31 15:20|answered"},
		{"王主任 没接通", "王主任|01-31 15:20|no-answer"},
		{"王主任 无法接通", "王主任|01-31 15:20|no-answer"},
		{"王主任 打不通", "王主任|01-31 15:20|no-answer"},
		{"王主任 14:20 无人接听", "王主任|01-31 14:20|no-answer"},
		{"王主任 14:20 没人接", "王主任|01-31 14:20|no-answer"},
		{"王主任 20分钟前 关机", "王主任|01-31 15:00|off"},
		{"李老师 昨晚8点 关机", "李老师|01-30 20:00|off"},
		{"1月30日 20:10 李老师 关机", "李老师|01-30 20:10|off"},
		{"1. 王主任 14:20 接通", "王主任|01-31 14:20|answered"},
		{"2、王主任 14:20 接通", "王主任|01-31 14:20|answered"},
		{"14.20 王主任 接通", "王主任|01-31 14:20|answered"},
		{"王主任（13900000001）14:20 接通", "王主任（13900000001）|01-31 14:20|answered"},
		{"王主任 13900000001 14:20 接通", "王主任 13900000001|01-31 14:20|answered"},
		{"120 接通", "120|01-31 15:20|answered"},
		{"软件2班王老师 未接", "软件2班王老师|01-31 15:20|no-answer"},
		{"Director Wang 14:20 answered", "Director Wang|01-31 14:20|answered"},
		{"Director Wang 20 minutes ago no answer", "Director Wang|01-31 15:00|no-answer"},
		{"Director Wang didn't answer", "Director Wang|01-31 15:20|no-answer"},
		{"Wang 2:10pm switched off", "Wang|01-31 14:10|off"},
		{"Wang: phone off", "Wang|01-31 15:20|off"},
		{"王主任 16:00 接通", "王主任|01-31 16:00|answered"}, // ahead: as it was said

		{"打给王主任 没打通", "王主任|01-31 15:20|no-answer"}, {"王主任 未打通", "王主任|01-31 15:20|no-answer"}, {"王主任 没有打通", "王主任|01-31 15:20|no-answer"},
		{"王主任 没能打通", "王主任|01-31 15:20|no-answer"}, {"王主任 无法打通", "王主任|01-31 15:20|no-answer"}, {"王主任 没能接通", "王主任|01-31 15:20|no-answer"},
		{"王主任 未能接通", "王主任|01-31 15:20|no-answer"}, {"王主任 没法接通", "王主任|01-31 15:20|no-answer"}, {"王主任电话没通了", "王主任|01-31 15:20|no-answer"},
		{"王主任 电话打不通", "王主任|01-31 15:20|no-answer"}, {"王主任 未接到电话", "王主任|01-31 15:20|no-answer"}, {"给王主任打电话 没人接", "王主任|01-31 15:20|no-answer"},
		{"王主任 一直没接", "王主任|01-31 15:20|no-answer"}, {"14:20致电王主任，还是没接听", "王主任|01-31 14:20|no-answer"}, {"值班电话 接通", "值班电话|01-31 15:20|answered"},
		{"Wang not picked up", "Wang|01-31 15:20|no-answer"}, {"Wang: no one picked up", "Wang|01-31 15:20|no-answer"}, {"Wang wasn't answered", "Wang|01-31 15:20|no-answer"},
		{"Wang hasn’t answered", "Wang|01-31 15:20|no-answer"}, {"Wang has not yet answered", "Wang|01-31 15:20|no-answer"}, {"called Wang, nobody picked up", "Wang|01-31 15:20|no-answer"},
		{"14:30 李主任 说马上来 接通", "李主任|01-31 14:30|answered|说马上来"}, {"李主任 14:30 接通，说不来了", "李主任|01-31 14:30|answered|说不来了"}, {"Wang answered, will come", "Wang|01-31 15:20|answered|will come"},

		{"电话打不通", ""}, {"打了电话 没通", ""}, {"没关机 王主任", ""}, {"王主任 没关机", ""}, {"王主任 不是真的接通", ""},
		{"", ""}, {"接通", ""}, {"14:20 接通", ""}, {"王主任 14:20", ""}, {"王主任 14:20 说会来", ""},
		{"王主任 25:00 接通", ""}, {"王主任 14:60 接通", ""}, {"王主任 1420 接通", ""}, {"王主任 明天 接通", ""},
		{"王主任 14:20 未接 14:25 接通", ""}, {"王主任 14:20 14:25 接通", ""}, {"王主任 接通 李老师 接通", ""},
		{"又有一名学生确诊", ""}, {"软件学院 居家隔离2人，无发热", ""}, {strings.Repeat("王", 31) + " 接通", ""}, {strings.Repeat("王 ", 13) + "接通", ""},
	} {
		got := ""
		if p, ok := understand.Phone(c.line, now); ok {
			got = p.Who + "|" + p.At.Format("01-02 15:04") + "|" + p.Outcome
			if p.Note != "" {
				got += "|" + p.Note
			}
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}

// A missed call that stands as answered is the one mistake nobody would look for.
func TestADeniedAnswerIsNeverAnAnswer(t *testing.T) {
	now := time.Date(2020, 1, 31, 15, 20, 0, 0, time.UTC)
	tried := 0
	for _, before := range []string{"", "王主任 ", "打给王主任", "王主任 14:20 ", "Wang ", "Wang 14:20 "} {
		for _, no := range []string{"没", "没有", "没能", "没能够", "没法", "没人", "未", "未能", "无法", "无人", "不", "不能", "不曾", "从未", "并没有", "未曾", "没怎么", "不太能", "非", "没 ", "未　", "还没有，",
			"not ", "never ", "no one ", "nobody ", "wasn't ", "hasn’t ", "has not yet ", "did not ", "didnt ", "couldn't be ", "cannot be ", "none ", "failed to be ", "not once was it "} {
			for _, answered := range []string{"打通", "接通", "接听", "接了", "已接", "通了", "接通了", "打通了", "已经接通", "answered", "picked up"} {
				for _, after := range []string{"", " 王主任", "，说再打", " 14:20"} {
					line := before + no + answered + after
					if p, ok := understand.Phone(line, now); ok && p.Outcome == understand.PhoneAnswered {
						t.Errorf("%q is read as answered: %+v", line, p)
					}
					tried++
				}
			}
		}
	}
	if tried < 5000 {
		t.Errorf("only %d lines", tried)
	}
}

func FuzzPhone(f *testing.F) {
	for _, line := range []string{"王主任 14:20 接通", "1. Wang 20 minutes ago no answer", "昨晚8点李老师关机", "：14:20"} {
		f.Add(line)
	}
	now := time.Date(2020, 3, 1, 0, 5, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, line string) {
		if p, ok := understand.Phone(line, now); ok && (p.Who == "" || p.At.IsZero() || p.Outcome == "") {
			t.Errorf("%q is read as %+v", line, p)
		}
	})
}
