package courier

import (
	"encoding/json"
	"fmt"
	"time"

	"fangkong/store/workgroup"
)

// load takes up what the outbox holds since it was last looked into: letters by their number, and the list of stale
// cards. What cannot be read stays where it is and holds up nothing else.
func (c *Courier) load(now time.Time) error {
	type work struct {
		key laneKey
		job job
	}
	var found []work
	var broken []string
	last := c.last
	err := c.Outbox.View(func(b workgroup.Book) error {
		found, broken, last = nil, nil, c.last
		b.Walk(workgroup.Letters.Name, "", workgroup.NumberKey(c.last+1), func(key string, raw []byte) bool {
			var l workgroup.Letter
			if json.Unmarshal(raw, &l) != nil {
				broken = append(broken, "letter "+key)
				return true
			}
			k, j := jobOf(l)
			found = append(found, work{k, j})
			last = max(last, l.ID)
			return true
		})
		b.Walk(workgroup.Stale.Name, "", "", func(key string, _ []byte) bool {
			var card workgroup.Card
			raw := b.Read(workgroup.Cards.Name, key)
			if raw == nil {
				return true // forgotten; nothing to show
			}
			if json.Unmarshal(raw, &card) != nil {
				broken = append(broken, "card "+key)
				return true
			}
			k, j := jobOfCard(card)
			// A card whose lane exists is waiting its turn: what it shows is read then.
			if c.queue.lanes[k] == nil {
				found = append(found, work{k, j})
			}
			return true
		})
		return nil
	})
	if err != nil {
		return fmt.Errorf("outbox: %w", err)
	}
	c.last = last
	for _, w := range found {
		c.queue.add(w.key, w.job, now)
	}
	for _, what := range broken {
		c.Log.Error().Str("record", what).Msg("outbox record unreadable")
	}
	return nil
}
