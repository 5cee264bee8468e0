package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
)

// heads are a unit's speakers in roster order.
func (p *play) heads(unit string) []*sandbox.Person {
	var out []*sandbox.Person
	for _, who := range p.Roster.People {
		for _, d := range who.Duties {
			if string(d.Unit) == unit {
				out = append(out, p.Person(who.ID))
			}
		}
	}
	return out
}

func TestTwoHeadsConfirmOnlyWhatTheySee(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	heads := p.heads("ruanjian")
	one, two := heads[0], heads[1]
	p.says(one, nil, "居家隔离2人，无发热")
	p.says(two, nil, "居家隔离3人，无发热")
	before := p.withButton(two, nil, "确认报送")
	p.presses(one, nil, "确认报送")

	// The second head was read back figures against nothing; now there is something to compare with.
	press, err := two.PressesData(before, before.Buttons[0][0].Data)
	if err != nil {
		t.Fatal(err)
	}
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已有变化") {
		t.Fatalf("the old read-back still files: %q", text)
	}
	p.sees(two, nil, "与何望桥 14:05 所报", "2 → 3")
	if s, _ := p.filed("ruanjian"); s.Revision != 1 || s.Figures["home_quarantine_now"] != 2 {
		t.Fatalf("filed %+v", s.Report)
	}
	p.presses(two, nil, "确认报送")
	if s, _ := p.filed("ruanjian"); s.Revision != 2 || s.Figures["home_quarantine_now"] != 3 {
		t.Fatalf("filed %+v", s.Report)
	}
}
