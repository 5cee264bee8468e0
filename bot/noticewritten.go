package bot

import (
	"time"

	"fangkong/bot/clerk"
	"fangkong/store/workgroup"
)

// asWritten sets what the text of a draft says of its class and deadline, where it says something else than the text before did and its
// author has set nothing else since. More than one deadline, or one that has passed, sets none: the draft shows what is written.
func (t *turn) asWritten(d workgroup.NoticeDraft, old string) workgroup.NoticeDraft {
	if class := clerk.ClassWritten(d.Text); class != "" && class != clerk.ClassWritten(old) {
		d.Class = class
	}
	one := func(text string) time.Time {
		if all := t.DeadlinesWritten(text, t.now); len(all) == 1 && all[0].At.After(t.now) {
			return all[0].At
		}
		return time.Time{}
	}
	if at, was := one(d.Text), one(old); !at.IsZero() && !at.Equal(was) && (d.Deadline.IsZero() || d.Deadline.Equal(was)) {
		d.Deadline = at
	}
	return d
}
