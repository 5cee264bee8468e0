package workgroup

import (
	"slices"
	"time"
)

// everywhere has a notice shown as it is now wherever it is up; nobody is rung by it.
func (n Notice) everywhere(b Book, now time.Time) {
	for card := range Cards.Each(b, NoticeCard+"/"+n.Key()+"@") {
		changed(b, card.Key(), now)
	}
}

// distribute puts a notice, or a new version of it, up in the group and in private. The version before stands nowhere any more.
func (c College) distribute(b Book, n Notice, place Place, now time.Time) Notice {
	for card := range Cards.Each(b, NoticeCard+"/"+n.Key()+"@") {
		card.Turned = card.Want + 1
		Cards.Put(b, card)
	}
	n.everywhere(b, now)
	n = c.enclose(b, c.raise(b, n, place, now), now)
	if !n.Copies {
		return n
	}
	for _, p := range n.readers(b) {
		if p.Reachable() {
			c.showNotice(b, n, p, now)
		}
	}
	return n
}

// readers are whom a notice is addressed to, each once, however many seats they have.
func (n Notice) readers(b Book) []Person {
	return readersOf(b, slices.Collect(Receipts.Each(b, n.Key()+"/")))
}

func readersOf(b Book, seats []Receipt) (out []Person) {
	for _, r := range seats {
		out = together(out, r.Readers(b))
	}
	return out
}

// showNotice puts a notice up at the bottom of a chat. A private copy that cannot be taken away any more stays where it is, and a
// message that answers it rings.
func (c College) showNotice(b Book, n Notice, p Person, now time.Time) {
	card := Card{Kind: NoticeCard, Object: n.Key(), Chat: p.Telegram, Person: p.ID, Repost: true}
	if n.Class != NoticeOrdinary {
		card.Urgency = Deadline
	}
	if p.Telegram < 0 {
		card.ReplyTo = n.Source
	}
	if old, ok := Cards.Get(b, card.Key()); ok && p.Telegram > 0 && old.Stuck(now) {
		changed(b, card.Key(), now)
		f := c.NoticeFacts(b, n)
		f["anew"] = n.Published.Equal(now)
		c.Tell(b, p, Letter{Text: "say/notice-again", Facts: f, Urgency: card.Urgency, Written: now, ReplyTo: old.Message, About: Ref{n.again(), n.Version},
			Buttons: [][]Button{{{Label: "button/notice-read", Verb: "read", Object: n.Key(), Version: n.Version}}}})
		return
	}
	Show(b, card, now)
}

// again is the object of what reminds people of copies further up.
func (n Notice) again() string { return "notice-again/" + n.Key() }

// hush withdraws what reminds a person of a copy further up.
func (n Notice) hush(b Book, of PersonID) {
	var gone []string
	for l := range Letters.Each(b, "") {
		if l.About.Object == n.again() && l.Person == of && l.Trying.IsZero() {
			gone = append(gone, l.Key())
		}
	}
	for _, key := range gone {
		Letters.Drop(b, key)
	}
}

// changed has a card of a notice shown as things are now where it is up; what would have rung somebody who has answered
// meanwhile does not.
func changed(b Book, key string, now time.Time) {
	card, ok := Cards.Get(b, key)
	if !ok || card.Gone {
		return
	}
	if card.Chat > 0 && card.Message != 0 && card.Trying.IsZero() {
		card.Repost = false
	}
	card.Want++
	card.WantedAt = now
	Cards.Put(b, card)
	Stale.Put(b, StaleCard{key})
}
