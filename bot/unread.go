package bot

import (
	"slices"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// How much one message of /unread lists: of one's own so many notices, each with its button; of the office's so many names.
const (
	ownListed   = 8
	namesListed = 40
)

// unreadCommand is /unread: to everybody what they have not read themselves, and what they can still take back; to the office then who
// has not read what. It takes as many messages as it needs.
func (t *turn) unreadCommand(string) error {
	oversees := t.person.Holds(workgroup.Overseers...)
	var mine, back, office []workgroup.Facts
	var rows, undo [][]workgroup.Button
	for _, n := range workgroup.RecentNotices(t.b) {
		line := t.College.NoticeFacts(t.b, n)
		line["text"] = card.FirstLine(n.Text)
		press := func(label, verb string) []workgroup.Button {
			return []workgroup.Button{{Label: label, Facts: workgroup.Facts{"no": n.ID}, Verb: verb, Object: n.Key(), Version: n.Version}}
		}
		switch seats := n.OwnSeats(t.b, t.person); {
		case slices.ContainsFunc(seats, func(s workgroup.Receipt) bool { return !s.Read.Done() }):
			mine, rows = append(mine, line), append(rows, press("button/notice-read-no", "read"))
		case slices.ContainsFunc(seats, func(s workgroup.Receipt) bool { return s.MayUndo(t.person.ID, t.now) }):
			back, undo = append(back, line), append(undo, press("button/notice-unread-no", "unread"))
		}
		if oversees && n.Waits() {
			office = append(office, t.unreadOf(n, line))
		}
	}
	page := func(facts workgroup.Facts, rows ...[]workgroup.Button) {
		facts["oversees"] = oversees
		t.whisperOnly("say/unread", facts, rows...)
	}
	for i := 0; i < len(mine); i += ownListed {
		end := min(i+ownListed, len(mine))
		page(workgroup.Facts{"mine": mine[i:end]}, rows[i:end]...)
	}
	for i := 0; i < len(back); i += ownListed {
		end := min(i+ownListed, len(back))
		page(workgroup.Facts{"back": back[i:end]}, undo[i:end]...)
	}
	for first, i, names := 0, 0, 0; i < len(office); i++ {
		names += len(office[i]["names"].([]string)) + len(office[i]["replies"].([]string))
		if i+1 == len(office) || names+len(office[i+1]["names"].([]string))+len(office[i+1]["replies"].([]string)) > namesListed {
			page(workgroup.Facts{"office": office[first : i+1]})
			first, names = i+1, 0
		}
	}
	if len(mine)+len(office) == 0 && (oversees || len(back) == 0) {
		page(workgroup.Facts{})
	}
	return nil
}

// unreadOf adds to a notice's line who has not read it, and who has only replied.
func (t *turn) unreadOf(n workgroup.Notice, line workgroup.Facts) workgroup.Facts {
	line["names"], line["more"] = t.seatNames(n, workgroup.Receipt.Waits)
	line["replies"], line["more_replies"] = t.seatNames(n, func(r workgroup.Receipt) bool { return r.Weak() })
	return line
}

// seatNames are the seats of a notice for which something holds, by name, as many as a message holds.
func (t *turn) seatNames(n workgroup.Notice, of func(workgroup.Receipt) bool) (names []string, more int) {
	return t.Bot.SeatNames(t.b, n, of, t.language())
}
