package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// What a reminder says and what its buttons do agree while something of the unit's waits for a word, and once the unit has filed it asks for
// nothing more.
func TestAReminderSettlesWhenItsUnitFiles(t *testing.T) {
	t.Parallel()
	for lang, want := range map[workgroup.Language][]string{
		workgroup.Chinese: {"居家隔离2人", "填报还没有确认，请按「确认报送」", "的填报还没有确认，请提醒其确认", "确认报送", "的日报已于 13:59 报送", "零报告"},
		workgroup.English: {"home quarantine 2", "not confirmed yet; please press “File”", "is not confirmed yet; please remind them", "File", "filed the report for 31 January at 13:59", "Zero report"},
	} {
		sample, _ := settings.Sample()
		sample.College.Language = lang
		p := newPlay(t, Options{Settings: &sample, Start: on31st(t, "13:58")})
		p.until("13:59")
		head, other := p.Head("ruanjian"), p.heads("ruanjian")[1]
		p.says(head, nil, want[0])
		p.until("14:01")
		own, others := p.sees(head, nil, want[1]), p.sees(other, nil, want[2])
		if strings.Contains(own.Text, want[5]) || strings.Contains(others.Text, want[5]) {
			t.Errorf("told to press what is not there: %q, %q", own.Text, others.Text)
		}
		p.presses(head, nil, want[3])
		p.wait(time.Minute)
		for _, who := range p.heads("ruanjian") {
			if last := p.sees(who, nil, want[4]); len(last.Buttons) > 0 {
				t.Errorf("%s still has buttons: %v", who.Name(), last.Buttons)
			}
		}
		if nurse := p.Head("huli"); p.withButton(nurse, nil, want[5]) == nil {
			t.Error("whoever has not filed has no button")
		}
	}
}
