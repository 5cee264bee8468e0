package bot

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

func TestDeadlinesAsPeopleWriteThem(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	at := &turn{Bot: &Bot{Options: Options{College: workgroup.College{Zone: zone}}}, now: time.Date(2020, 1, 31, 9, 0, 0, 0, zone)}
	for words, want := range map[string]string{
		"18:30": "01-31 18:30", "18：30前": "01-31 18:30", "下午6点": "01-31 18:00", "18点30": "01-31 18:30", "18点30分前": "01-31 18:30", "晚上八点半": "01-31 20:30", "今晚8点": "01-31 20:00",
		"6pm": "01-31 18:00", "by 6:30 pm": "01-31 18:30", "9点": "01-31 09:00", "今天24点前": "02-01 00:00", "中午12点": "01-31 12:00", "十点": "01-31 10:00", "2:30": "01-31 02:30",
		"2月1日 9:00": "02-01 09:00", "2月1日上午9点之前": "02-01 09:00", "明天下午3点": "02-01 15:00", "明早8点": "02-01 08:00", "明晚八点": "02-01 20:00", "下周一 18:00": "02-03 18:00", "1 Feb 9:30": "02-01 09:30",
		"下午": "", "明天": "", "25:00": "", "8:61": "", "随便": "", "某天 18:00": "",
	} {
		got, ok := at.deadlineIn(words)
		if said := got.Format("01-02 15:04"); ok != (want != "") || ok && said != want {
			t.Errorf("%s: %s %v, not %s", words, said, ok, want)
		}
	}
}
