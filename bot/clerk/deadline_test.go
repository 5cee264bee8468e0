package clerk

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

func TestDeadlinesAsPeopleWriteThem(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	clerk, now := New(workgroup.College{Zone: zone}), time.Date(2020, 1, 31, 9, 0, 0, 0, zone)
	for words, want := range map[string]string{
		"18:30": "01-31 18:30", "18：30前": "01-31 18:30", "下午6点": "01-31 18:00", "18点30": "01-31 18:30", "18点30分前": "01-31 18:30", "晚上八点半": "01-31 20:30", "今晚8点": "01-31 20:00",
		"6pm": "01-31 18:00", "by 6:30 pm": "01-31 18:30", "9点": "01-31 09:00", "今天24点前": "02-01 00:00", "中午12点": "01-31 12:00", "十点": "01-31 10:00", "2:30": "01-31 02:30",
		"2月1日 9:00": "02-01 09:00", "2月1日上午9点之前": "02-01 09:00", "明天下午3点": "02-01 15:00", "明早8点": "02-01 08:00", "明晚八点": "02-01 20:00", "下周一 18:00": "02-03 18:00", "1 Feb 9:30": "02-01 09:30",
		"下午": "", "明天": "", "25:00": "", "8:61": "", "随便": "", "某天 18:00": "",
	} {
		got, ok := clerk.DeadlineIn(words, now)
		if said := got.Format("01-02 15:04"); ok != (want != "") || ok && said != want {
			t.Errorf("%s: %s %v, not %s", words, said, ok, want)
		}
	}
}

func TestWhatANoticeSaysOfItsClassAndDeadline(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	clerk, now := New(workgroup.College{Zone: zone}), time.Date(2020, 1, 31, 9, 0, 0, 0, zone)
	for text, want := range map[string]string{
		"紧急 请各单位今天下午4点前报送返校学生名单": "pressing 01-31 16:00", "【重要】请于2月1日上午9点之前上报": "important 02-01 09:00", "紧急通知：明天8:30前到岗": "pressing 02-01 08:30",
		"urgent: send the list by 4 pm": "pressing 01-31 16:00", "Please report by 10 am tomorrow.": " 02-01 10:00", "请今晚8点前回复": " 01-31 20:00", "截止16:00前": " 01-31 16:00",
		"下午三点开会": "", "紧急情况的处置办法": "", "明天起每日晨检": "", "请于13日16点前报": " 02-13 16:00", "请于下下周三16点前报": " unread", "今天早上8点前": " 01-31 08:00", "上午10点前报名单，下午4点前报总结": " 01-31 10:00 01-31 16:00",
	} {
		said := string(ClassWritten(text))
		for _, w := range clerk.DeadlinesWritten(text, now) {
			if w.At.IsZero() {
				said += " unread"
				continue
			}
			said += w.At.Format(" 01-02 15:04")
		}
		if said != want {
			t.Errorf("%s: %q, not %q", text, said, want)
		}
	}
}
