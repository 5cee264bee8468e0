package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What files in the group in Chinese files there in English, with the same care whose filing it is and how long it has stood.
func TestAReadBackInTheGroupIsConfirmedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:01")
	head, other := p.Head("ruanjian"), p.heads("ruanjian")[1]
	filings := func() int { return p.events(workgroup.ReportFiled) + p.events(workgroup.ReportAmended) }
	for _, word := range []string{"yes", "Confirm", "file it", "Yes, that’s right.", "correct", "报送"} {
		before := filings()
		p.says(head, p.Group, "home quarantine "+[]string{"2", "3"}[before%2])
		p.reads(head, p.Group, "or answer “file it”")
		if p.says(other, p.Group, word); filings() != before {
			t.Errorf("%q of somebody else files", word)
		}
		if p.says(head, p.Group, word); filings() != before+1 {
			t.Errorf("%q files nothing:\n%s", word, p.transcript(head, p.Group))
		}
	}

	// Later only what can mean nothing else is taken for it; what is no assent, or may be meant for somebody else, never is.
	before := filings()
	p.says(head, p.Group, "home quarantine 5")
	p.wait(3 * time.Minute)
	for _, word := range []string{"yes", "confirm", "ok, thanks everybody", "file it by Friday"} {
		if p.says(head, p.Group, word); filings() != before {
			t.Errorf("%q files after three minutes", word)
		}
	}
	p.says(other, p.Group, "file it")
	p.reads(other, nil, head.Name())
	p.says(head, p.Group, "File it!")
	if filings() != before+1 {
		t.Errorf("nothing is filed:\n%s", p.transcript(head, p.Group))
	}

	// A doubt has words of its own, and what is given up is not filed.
	p.says(head, p.Group, "home quarantine 2000")
	p.reads(head, p.Group, "or answer “figures are right”")
	p.says(head, p.Group, "the figures are right")
	p.says(head, p.Group, "home quarantine 2001")
	p.says(head, p.Group, "give up")
	if filings() != before+2 {
		t.Errorf("filed %d times, not %d", filings(), before+2)
	}
}

// Nothing of what is said in English is dropped in silence: that all of them are new, and that there is nothing at all.
func TestEnglishWordsThatWereDropped(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:01")
	head := p.Head("ruanjian")
	p.says(head, nil, "fever 2, both new today")
	p.reads(head, nil, "Fever (≥37.3 °C), now: 2", "Fever (≥37.3 °C), new: 2", "Is that right?")

	// How many there are is asked with what was said in sight, and no number offered that cannot be.
	head = p.Head("huli")
	p.says(head, nil, "we have two new fevers today")
	p.reads(head, nil, "2 new today", "how many now")
	for _, row := range p.withButton(head, nil, "Give up").Buttons {
		for _, b := range row {
			if b.Text == "1" {
				t.Errorf("%q is offered where two are new", b.Text)
			}
		}
	}
	p.presses(head, nil, "2")
	p.reads(head, nil, "of 2, how many students?")
	p.presses(head, nil, "2")
	p.reads(head, nil, "now: 2", "new: 2", "Is that right?")

	for unit, word := range map[workgroup.UnitID]string{"jidian": "None.", "lvyou": "nothing", "caiwu": "nothing today"} {
		p.says(p.Head(unit), nil, word)
		p.reads(p.Head(unit), nil, "Zero report: everything is 0")
	}
}
