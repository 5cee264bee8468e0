package workgroup

import "time"

// SelfCheckDue tells whether a time for the self-check has come since the last was sent for. The first time is remembered and
// nothing is due: who has just been set up is asked nothing.
func SelfCheckDue(b Book, latest, now time.Time) bool {
	p := Office(b)
	// A time that has not come yet was written when the clock was wrong.
	due := !p.Checked.IsZero() && (latest.After(p.Checked) || p.Checked.After(now))
	if due || p.Checked.IsZero() {
		p.Checked = now
		p.Keep(b)
	}
	return due
}

// Examined notes that the bot's own state was looked at, and whether it was good.
func Examined(b Book, good bool, now time.Time) {
	b.Note(Event{At: now, Kind: SelfChecked, Payload: Facts{"good": good}})
}
