package bot

import (
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// Who took a report stands behind 给 or before 收, whatever the order; the words of the act are nobody, and neither is the authority alone.
func TestWhoTookAReportIsRead(t *testing.T) {
	zone := time.FixedZone("", 8*3600)
	now := time.Date(2020, 1, 31, 16, 40, 0, 0, zone)
	college := workgroup.College{Zone: zone, Recipients: []workgroup.Recipient{{Named: workgroup.Named{Name: "市疫情防控工作指挥部办公室"}}}}
	one := &turn{Bot: New(Options{Teller: card.NewTeller(college, nil, zerolog.Nop())}), said: now}
	for _, c := range []struct{ words, how, at, received string }{
		{"16:35传真给市指挥部办公室王科长", "传真", "16:35", "市指挥部办公室王科长"},
		{"传真给王科长了，16:35", "传真", "16:35", "王科长"},
		{"16:35电话报给值班室小李", "电话", "16:35", "值班室小李"},
		{"16:35；王科长；传真", "传真", "16:35", "王科长"},
		{"王科长；传真；16:35", "传真", "16:35", "王科长"},
		{"16点35发邮件给市指挥部的于科长了", "邮件", "16:35", "市指挥部的于科长"},
		{"由李科长接收，16:35，用OA报的", "OA", "16:35", "李科长"},
		{"刚才传真给市指挥部，李科长收的", "传真", "16:40", "李科长"},
		{"传真，王科长，16:35", "传真", "16:35", "王科长"},
		{"16:35当面送给王科长", "当面", "16:35", "王科长"},
		{"下午四点半传真过去的，李科长接的", "传真", "16:30", "李科长"},
		{"微信发给小于了，10分钟前", "微信", "16:30", "小于"},
		{"机要交换；16:35；王科长", "机要交换", "16:35", "王科长"},
		{"系统填报；刚刚；值班室", "系统填报", "16:40", "值班室"},
		{"疫情直报系统；16:35；值班室", "疫情直报系统", "16:35", "值班室"},
		{"16:35传真给市指挥部", "传真", "16:35", ""},
		{"16点35已传真给市指挥部", "传真", "16:35", ""},
		{"传真给市指挥部了", "传真", "", ""},
		{"传真给王科长了", "传真", "", "王科长"},
		{"16:35", "", "16:35", ""},
		{"16:35传真过去了，护理学院，李科长收的快递", "传真", "16:35", ""},
		{"16:35传真，张三，李四", "传真", "16:35", ""},
	} {
		s, err := one.sendingIn(c.words)
		at := ""
		if !s.At.IsZero() {
			at = s.At.In(zone).Format("15:04")
		}
		if err != nil || s.How != c.how || at != c.at || s.Received != c.received {
			t.Errorf("%q: %v %q %q %q, not %q %q %q", c.words, err, s.How, at, s.Received, c.how, c.at, c.received)
		}
	}
	for _, words := range []string{"传真，25:70，王科长", "传真，王科长，李主任"} {
		if s, err := one.sendingIn(words); err == nil {
			t.Errorf("%q was read: %+v", words, s)
		}
	}
}
