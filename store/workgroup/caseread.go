package workgroup

import (
	"slices"
	"time"
)

// Seen is that a person has read the case (已阅), which is neither 已接 nor 已办.
type Seen struct {
	Person PersonID  `json:"person"`
	At     time.Time `json:"at"`
}

// ReadBy tells whether a person has pressed 「已阅」.
func (k Case) ReadBy(p PersonID) bool {
	return slices.ContainsFunc(k.Read, func(r Seen) bool { return r.Person == p })
}

// ReadCase keeps that a person has read the case. False: they had already.
func (c College) ReadCase(b Book, key string, by Person, now time.Time) (bool, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return false, err
	case !k.Sees(b, by, now):
		return false, Refuse(NotForYou)
	case k.ReadBy(by.ID):
		return false, nil
	}
	k = k.read(by.ID, now)
	b.Note(Event{At: now, Kind: CaseRead, Object: key, By: by.ID})
	k.keep(b, now)
	return true, nil
}

func (k Case) read(p PersonID, now time.Time) Case {
	if !k.ReadBy(p) {
		k.Read = append(k.Read, Seen{p, now})
	}
	k.Unread = slices.DeleteFunc(k.Unread, func(id PersonID) bool { return id == p })
	if len(k.Unread) == 0 {
		k.Remind = time.Time{}
	}
	return k
}

// remindReaders rings those again who must press 「已阅」 and have not.
func (c College) remindReaders(b Book, k Case, now time.Time) Case {
	k.Remind = time.Time{}
	if len(k.Unread) == 0 {
		return k
	}
	for _, id := range k.Unread {
		if p, ok := People.Get(b, string(id)); ok {
			c.show(b, k, p, true, now)
		}
	}
	k.Remind = now.Add(c.Ladder.Repeat)
	return k
}

// DenyCase notes that somebody asked for a case that they may not see.
func (c College) DenyCase(b Book, k Case, by Person, now time.Time) {
	b.Note(Event{At: now, Kind: CaseDenied, Object: k.Key(), By: by.ID})
}

// ViewCase shows a case to somebody who asked for it, and notes that they looked.
func (c College) ViewCase(b Book, k Case, by Person, now time.Time) {
	b.Note(Event{At: now, Kind: CaseViewed, Object: k.Key(), By: by.ID})
	c.show(b, k, by, true, now)
}

// CasesOf are the cases that were opened on a date, those merged into another left out.
func CasesOf(b Book, d Date) (out []Case) {
	for k := range Cases.Each(b, string(d)+"/") {
		if k.Into == "" {
			out = append(out, k)
		}
	}
	return out
}
