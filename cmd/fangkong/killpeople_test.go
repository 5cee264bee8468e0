package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// patience is how long a person looks at a telephone before doing it again.
const patience = 1200 * time.Millisecond

// crowd are the people of the day, each at their own script.
type crowd struct {
	mu   sync.Mutex
	busy map[workgroup.UnitID]string
}

func (c *crowd) set(u workgroup.UnitID, doing string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.busy[u] = doing; doing == "" {
		delete(c.busy, u)
	}
}

func (c *crowd) doing(u workgroup.UnitID) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.busy[u]
}

func (c *crowd) done() bool { return len(c.waiting()) == 0 }

func (c *crowd) waiting() (out []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for u, doing := range c.busy {
		out = append(out, string(u)+": "+doing)
	}
	slices.Sort(out)
	return out
}

// head is a unit's first head with a telephone.
type head struct {
	*sandbox.Person
	*killing
	unit  workgroup.Unit
	crowd *crowd
}

// silentUnit never answers: it is reminded at every step.
const silentUnit = workgroup.UnitID("qiche")

// act sets everybody to work, spread over the lives: of ten heads five file a zero report with two presses, two write a
// line in the group, one in private, one writes and corrects, one answers question after question.
func (k *killing) act(lives int) *crowd {
	c := &crowd{busy: map[workgroup.UnitID]string{}}
	for i, u := range k.roster.Units {
		if u.ID == silentUnit {
			continue
		}
		h := head{k.head(u.ID), k, u, c}
		script, want := h.zero, expect{1, 0}
		switch i % 10 {
		case 1, 6:
			script, want = func() { h.line(h.group, "居家隔离2人，无发热") }, expect{1, 2}
		case 3:
			script, want = func() { h.line(nil, "居家隔离3人，无发热") }, expect{1, 3}
		case 5:
			script, want = func() {
				h.line(h.group, "居家隔离4人，无发热")
				h.line(h.group, "更正：居家隔离5人")
			}, expect{2, 5}
		case 8:
			script, want = h.guided, expect{1, 2}
		}
		k.want[u.ID] = want
		c.set(u.ID, "not begun")
		start := int64(1 + i*lives*3/4/len(k.roster.Units))
		go func() {
			within(time.Minute, func() bool { return k.life.Load() >= start && h.board() != nil })
			script()
			c.set(u.ID, "")
		}()
	}
	return c
}

func (k *killing) head(u workgroup.UnitID) *sandbox.Person {
	for _, unit := range k.roster.Units {
		if unit.ID != u {
			continue
		}
		for _, p := range k.roster.People {
			if p.Speaks(u) {
				return k.cast[p.ID]
			}
		}
	}
	k.t.Fatalf("unit %s has no head", u)
	return nil
}

// burst is a lot at once: remarks of the group and commands in private.
func (k *killing) burst(n int) {
	for i := range 60 {
		p := k.roster.People[(n*7+i)%len(k.roster.People)]
		if i%6 > 0 {
			k.cast[p.ID].Says(k.group, fmt.Sprintf("收到，第%d条已转发", i))
			continue
		}
		k.cast[p.ID].Says(nil, "/whoami")
		k.mu.Lock()
		k.asked++
		k.mu.Unlock()
	}
}

// newest is the newest message in a chat that pleases, nil when there is none.
func (h head) newest(where sandbox.Chat, pleases func(sandbox.Message) bool) *sandbox.Message {
	for _, m := range slices.Backward(h.Sees(where)) {
		if m.From.Bot && pleases(m) {
			return &m
		}
	}
	return nil
}

func button(m sandbox.Message, label string) bool {
	for _, row := range m.Buttons {
		for _, b := range row {
			if b.Text == label || label == "✅" && strings.HasPrefix(b.Text, label) {
				return true
			}
		}
	}
	return false
}

func (h head) board() *sandbox.Message {
	return h.newest(h.group, func(m sandbox.Message) bool { return m.Pinned && button(m, "零报告") })
}

// mine tells whether a card is about this head's unit.
func (h head) mine(m sandbox.Message) bool { return strings.Contains(m.Text, "【"+h.unit.Name+"】") }

// presses presses and waits for the answer as long as anybody would.
func (h head) presses(m *sandbox.Message, label string) string {
	press, err := h.Presses(m, label)
	if err != nil {
		time.Sleep(20 * time.Millisecond)
		return "" // it was just taken away: the eye looks for it anew
	}
	text := ""
	within(patience, func() bool {
		said, _, ok := press.Answered()
		text = said
		return ok
	})
	return text
}

// happy notes a ✅ that was seen.
func (h head) happy(toast string) bool {
	if !strings.HasPrefix(toast, "✅") {
		return false
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.seen[h.unit.ID]++
	return true
}

// settled tells whether the answer says that the report is there: now, or since before a crash that took the ✅ with it.
func (h head) settled(toast string) bool {
	return h.happy(toast) || strings.Contains(toast, "今天已于") || strings.Contains(toast, "与已报相同")
}

// zero files a zero report: two presses, not too quick, until it is said to be filed.
func (h head) zero() {
	for h.crowd.set(h.unit.ID, "zero"); ; {
		answer := h.presses(h.board(), "零报告")
		switch {
		case h.settled(answer):
			return
		case strings.Contains(answer, "再按一次"):
			time.Sleep(1100 * time.Millisecond)
		}
	}
}

// line files a sentence: written, read back, confirmed. Who is not read back writes it again, with what was confirmed and
// not answered too.
func (h head) line(where sandbox.Chat, text string) {
	for h.crowd.set(h.unit.ID, text); ; {
		said := h.Says(where, text)
		var card *sandbox.Message
		for range 3 {
			if !within(2*patience, func() bool {
				card = h.newest(where, func(m sandbox.Message) bool { return m.ID > said.ID && h.mine(m) && button(m, "✅") })
				return card != nil
			}) {
				break
			}
			if h.settled(h.presses(card, "✅")) {
				return
			}
		}
		// Nothing was read back, or the newest card is a copy left over from a crash: written again, it is read back below.
	}
}

// guided answers one question after the other, by presses in private. Whoever reads there that it is filed is content: a
// crash may have taken the toast with it.
func (h head) guided() {
	asks := func(m sandbox.Message) bool { return h.mine(m) && (button(m, "✅") || button(m, "0")) }
	filed := func(m sandbox.Message) bool { return h.mine(m) && strings.Contains(m.Text, "已报送") }
	for h.crowd.set(h.unit.ID, "guided"); ; {
		card := h.newest(nil, asks)
		if card == nil && h.newest(nil, filed) != nil {
			return
		}
		if card == nil {
			h.presses(h.board(), "填报")
			within(patience, func() bool { return h.newest(nil, asks) != nil })
			continue
		}
		label := "0"
		switch {
		case button(*card, "✅"):
			label = "✅"
		case strings.Contains(card.Text, "居家隔离") && !strings.Contains(card.Text, "解除") && !strings.Contains(card.Text, "教职工"):
			label = "2"
		}
		answer := h.presses(card, label)
		if h.settled(answer) {
			return
		}
		// A copy left over from a crash is no more of use: the board leads to the one that is.
		if strings.Contains(answer, "不再有效") {
			h.presses(h.board(), "填报")
		}
		within(patience, func() bool {
			next := h.newest(nil, asks)
			return next == nil || next.ID != card.ID || next.Text != card.Text
		})
	}
}
