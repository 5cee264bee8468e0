package workgroup

import (
	"strconv"
	"time"
)

// enclosed is the object of the private copies of a notice's file.
func (n Notice) enclosed() string { return "notice-file/" + n.Key() }

// enclose sends each reader a copy of the message in the group that holds a notice's file, once; it does not ring beside the notice.
func (c College) enclose(b Book, n Notice, now time.Time) Notice {
	if !n.Copies || n.Source == 0 || n.Enclosed == n.Source {
		return n
	}
	n.Enclosed = n.Source
	for _, p := range n.readers(b) {
		c.Tell(b, p, Letter{Lane: "file", Text: "say/notice-file", Facts: Facts{"no": n.ID}, Written: now, Silent: true, About: Ref{n.enclosed(), n.Version},
			Copies: &Original{c.GroupChat(b), n.Source}})
	}
	return n
}

// takeFile takes the copies of a notice's file back, those on their way and those that are still to be taken away.
func (n Notice) takeFile(b Book, now time.Time) {
	Withdraw(b, n.enclosed())
	var gone []Card
	for l := range Sent.Each(b, "") {
		if l.About.Object == n.enclosed() && l.Message != 0 {
			gone = append(gone, Card{Kind: "line", Object: strconv.Itoa(l.Message), Chat: l.Chat, Message: l.Message, Gone: true, Want: 1, WantedAt: now})
		}
	}
	for _, card := range gone {
		Cards.Put(b, card)
		Stale.Put(b, StaleCard{card.Key()})
	}
}
