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
