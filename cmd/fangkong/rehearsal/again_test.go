package rehearsal

import (
	"testing"

	"fangkong/store/workgroup"
)

// laid tells whether the telephones that the step speaks of lie on the table.
const laid = "document.querySelector('[data-panes]')?.dataset.panes === telephones().map(p => p.dataset.who + ' ' + p.dataset.where).join(';')"

// Whoever plays first and is shown round afterwards is shown round from the beginning, with the telephones that the step speaks of.
func TestTheTourAfterwards(t *testing.T) {
	b := visit(t, profile(t), open(t, Options{}).stopped(t).url, 1440, 900)
	b.shows(1, "lv-jinglin", "lv-jinglin")
	get[bool](b, `desk("/clock", {to: "15:00"}).then(() => true)`)
	b.clicks("#tour [data-tour=begin]") // it asks first, and is told yes
	b.until("from the beginning", `step === 2 && document.querySelector("#clock").innerText.startsWith("14:00")`)
	b.until("its telephones", laid)
	b.sees(0, "已报 0/33")
	if said := get[string](b, `said`); said != "" {
		t.Errorf("whoever asked for it is told %q", said)
	}
	b.quiet()
}

// Left half-way and begun again, the tour lays its first telephones again; a tab that comes to it sees them, too.
func TestTheTourBegunAgain(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	chrome := profile(t)
	b := visit(t, chrome, h.url, 1440, 900)
	b.clicks("#tour [data-tour=begin]")
	for _, at := range []string{"2", "3"} {
		b.until("step "+at, "step === "+at+" && "+laid)
		b.clicks("#tour [data-tour=help]")
	}
	b.clicks("#tour [data-tour=next]")
	b.until("the telephones of step 4", "step === 4 && "+laid+" && telephones().length === 4")
	b.clicks("#tour [data-tour=leave]")
	b.until("nobody is on it", "!document.querySelector('[data-panes]')")
	b.clicks("#tour [data-tour=begin]") // it asks first, and is told yes
	b.until("the telephones of its beginning", "step === 2 && "+laid+" && telephones().length === 2")
	visit(t, chrome, h.url, 1440, 900).until("those of the step", laid)
	b.quiet()
}

// A report that the director has returned comes before them again when the rest is done for them.
func TestAReturnedReportIsSignedAfterAll(t *testing.T) {
	atLength(t)
	h := open(t, Options{}).stopped(t)
	asked := []tourAsked{{Do: "begin"}}
	for step := 1; step < len(steps); step++ {
		asked = append(asked, tourAsked{Do: "next", From: step})
	}
	for _, a := range asked {
		if err := h.guide(a); err != nil {
			t.Fatal(err)
		}
	}
	err := h.do(func(p *performance) error {
		cast, _ := p.troupe()
		hand, director := p.hands(), p.cast[cast.director]
		hand.PressVerb(director, nil, "signoff", "/return")
		hand.Say(director, nil, "四写得不够具体")
		return hand.Err
	})
	if err == nil {
		err = h.guide(tourAsked{Do: "help", From: len(steps)})
	}
	if err != nil {
		t.Fatal(err)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if p := h.playing; !p.tour.seen[len(steps)] || p.tour.failed {
		t.Errorf("seen %v, failed %v", p.tour.seen, p.tour.failed)
	}
}

// A visitor who has opened the case and then lets the rest be done has one case, not two.
func TestWhatTheVisitorBeganIsGoneOnWith(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	for _, asked := range []tourAsked{{Do: "begin"}, {Do: "next", From: 1}, {Do: "next", From: 2}, {Do: "next", From: 3}} {
		if err := h.guide(asked); err != nil {
			t.Fatal(err)
		}
	}
	err := h.do(func(p *performance) error {
		cast, _ := p.troupe()
		hand, head := p.hands(), p.cast[cast.heads[2]]
		hand.PressVerb(head, p.Group, "urgent", "")
		for _, answer := range []string{"kind/confirmed", "group/staff", "known/0", "ok"} {
			hand.PressVerb(head, nil, "call", answer)
		}
		return hand.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.guide(tourAsked{Do: "help", From: 4}); err != nil {
		t.Fatal(err)
	}
	err = h.do(func(p *performance) error {
		return p.Store.View(func(b workgroup.Book) error {
			if n := len(workgroup.Running(b)); n != 1 || !p.tour.seen[4] || p.tour.failed {
				t.Errorf("%d cases, seen %v, failed %v", n, p.tour.seen[4], p.tour.failed)
			}
			return nil
		})
	})
	if err != nil {
		t.Error(err)
	}
}
