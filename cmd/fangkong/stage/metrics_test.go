package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

func TestMetricsCountAndNameNobody(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	p.zero("ruanjian")
	p.says(p.Holder(workgroup.Staff), nil, "/notice 请各单位今日内完成排查")
	p.presses(p.Holder(workgroup.Staff), nil, "发布")
	families, err := p.Metrics().Gather()
	must(t, err)
	values := map[string]float64{}
	for _, f := range families {
		for _, m := range f.GetMetric() {
			name := f.GetName()
			for _, l := range m.GetLabel() {
				name += " " + l.GetValue()
			}
			values[name] = m.GetCounter().GetValue() + m.GetGauge().GetValue() + float64(m.GetHistogram().GetSampleCount())
		}
	}
	for name, least := range map[string]float64{"fangkong_updates_total": 66, "fangkong_sends_total delivered": 30, "fangkong_due_late_seconds": 1, "fangkong_receipts unread": 33} {
		if values[name] < least {
			t.Errorf("%s is %v, at least %v expected", name, values[name], least)
		}
	}
	for _, name := range []string{"fangkong_inbox_age_seconds", "fangkong_due_overdue_seconds", "fangkong_outbox ready", "fangkong_cases_open untaken", "fangkong_outbox_age_seconds"} {
		if v, there := values[name]; !there || v != 0 {
			t.Errorf("%s is %v", name, v)
		}
	}
	if age, there := values["fangkong_polled_age_seconds"]; !there || age > pulse.Seconds() {
		t.Errorf("Telegram was asked %v s ago", age)
	}
	for name := range values {
		for _, r := range name {
			if r > 127 {
				t.Errorf("%s is more than a count", name)
			}
		}
		if strings.Contains(name, "ruanjian") {
			t.Errorf("%s names a unit", name)
		}
	}
	must(t, p.Store.Probe())
}
