package courier

import (
	"encoding/json"
	"time"

	"fangkong/store/workgroup"
)

// Waiting is since when the oldest letter waits that could be sent; zero when none does. A chat of which Telegram wants to
// hear nothing for a while has a reason, for all of its letters.
func Waiting(b workgroup.Book, now time.Time) time.Time {
	oldest, held := map[int64]time.Time{}, map[int64]time.Time{}
	b.Walk(workgroup.Letters.Name, "", "", func(_ string, raw []byte) bool {
		var l workgroup.Letter
		if json.Unmarshal(raw, &l) != nil {
			return true // reported when it was loaded; it holds up nothing
		}
		if at, ok := oldest[l.Chat]; !ok || l.Written.Before(at) {
			oldest[l.Chat] = l.Written
		}
		held[l.Chat] = later(held[l.Chat], l.Wait)
		return true
	})
	var since time.Time
	for chat, at := range oldest {
		if held[chat].After(now) {
			continue
		}
		if at = later(at, held[chat]); since.IsZero() || at.Before(since) {
			since = at
		}
	}
	return since
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// States are the states that Standing counts by.
var States = []string{"ready", "held", "unknown", "card"}

// Standing counts what waits to be sent: letters that could be, that have to wait for Telegram, whose last attempt has no outcome
// yet, and cards to be shown.
func Standing(b workgroup.Book, now time.Time) map[string]int {
	n := map[string]int{}
	for l := range workgroup.Letters.Each(b, "") {
		switch {
		case !l.Trying.IsZero():
			n["unknown"]++
		case l.Wait.After(now):
			n["held"]++
		default:
			n["ready"]++
		}
	}
	for range workgroup.Stale.Each(b, "") {
		n["card"]++
	}
	return n
}
