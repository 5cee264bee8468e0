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

		{"", ""}, {"接通", ""}, {"14:20 接通", ""}, {"王主任 14:20", ""}, {"王主任 14:20 说会来", ""},
		{"王主任 25:00 接通", ""}, {"王主任 14:60 接通", ""}, {"王主任 1420 接通", ""}, {"王主任 明天 接通", ""},
		{"王主任 14:20 未接 14:25 接通", ""}, {"王主任 14:20 14:25 接通", ""}, {"王主任 接通 李老师 接通", ""},
		{"又有一名学生确诊", ""}, {"软件学院 居家隔离2人，无发热", ""}, {strings.Repeat("王", 31) + " 接通", ""}, {strings.Repeat("王 ", 13) + "接通", ""},
	} {
		got := ""
		if p, ok := understand.Phone(c.line, now); ok {
			got = p.Who + "|" + p.At.Format("01-02 15:04") + "|" + p.Outcome
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
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
