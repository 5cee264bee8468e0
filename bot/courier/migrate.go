package courier

import (
	"encoding/json"
	"strconv"
	"time"

	"fangkong/store/workgroup"
)

// current is how long a card that nobody changed is still worth posting anew.
const current = 24 * time.Hour

// Migrate moves what is to be told in a group to the supergroup it has become, and notes it. Numbers of messages mean
// nothing there: letters reply to nothing, cards are posted anew; cards of former days only when they change again.
// Moving what has moved already does nothing and says so (false): whoever hears of it first may.
func Migrate(b workgroup.Book, from, to int64, now time.Time) bool {
	if to == 0 || from == to {
		return false
	}
	moved := moveLetters(b, from, to)
	moved = moveCards(b, from, to, now) || moved
	if !moved {
		return false
	}
	b.Note(workgroup.Event{At: now, Kind: workgroup.GroupMigrated, Object: strconv.FormatInt(from, 10), Payload: workgroup.Facts{
		"from": from, "to": to,
	}})
	return true
}

func moveLetters(b workgroup.Book, from, to int64) bool {
	var letters []workgroup.Letter
	for l := range workgroup.Letters.Each(b, "") {
		if l.Chat == from {
			letters = append(letters, l)
		}
	}
	for _, l := range letters {
		l.Chat, l.ReplyTo, l.Wait = to, 0, time.Time{}
		l.Body = withoutReply(l.Body)
		workgroup.Letters.Put(b, l)
	}
	return len(letters) > 0
}

// withoutReply is a letter's kept body, replying to nothing.
func withoutReply(raw []byte) []byte {
	var m Message
	if raw == nil || json.Unmarshal(raw, &m) != nil {
		return nil // rendered again
	}
	m.ReplyTo = 0
	raw, err := json.Marshal(m)
	if err != nil {
		return nil
	}
	return raw
}

func moveCards(b workgroup.Book, from, to int64, now time.Time) bool {
	var cards []workgroup.Card
	for c := range workgroup.Cards.Each(b, "") {
		if c.Chat == from {
			cards = append(cards, c)
		}
	}
	for _, c := range cards {
		workgroup.Cards.Drop(b, c.Key())
		workgroup.Stale.Drop(b, c.Key())
		c.Chat = to
		// What was to go is out of reach; what somebody has put up there already is newer.
		if c.Gone || workgroup.Cards.Has(b, c.Key()) {
			continue
		}
		c.Message, c.Old, c.Pinned, c.Digest, c.Shown = 0, nil, false, "", 0
		c.ReplyTo, c.Trying, c.Wait, c.Failure, c.Repost = 0, time.Time{}, time.Time{}, "", false
		workgroup.Cards.Put(b, c)
		if now.Sub(c.WantedAt) < current {
			workgroup.Stale.Put(b, workgroup.StaleCard{Card: c.Key()})
		}
	}
	return len(cards) > 0
}
