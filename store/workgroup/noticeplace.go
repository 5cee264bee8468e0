package workgroup

import "time"

// NoticesADay is how many posts of notices a day stands in the group for, of whatever class: with the board, the three calls of the
// afternoon and the joining card they are eight.
const NoticesADay = 3

// Place is where a notice, or a new version of one, comes up in the group.
type Place string

const (
	Nowhere Place = ""       // in private only
	InPlace Place = "edited" // its post is changed where it stands, and rings nobody
	Anew    Place = "posted" // at the bottom
)

// removable is how long Telegram lets a bot take its own message away, less an hour.
const removable = 47 * time.Hour

// PlaceOf is where a notice would come up in the group now: a new one, or one that stands there already and moves down. A post that
// can no longer be taken away would stand there twice.
func (c College) PlaceOf(b Book, n Notice, now time.Time) Place {
	room := c.GroupChat(b) != 0 && Office(b).Notices.on(DateOf(now)) < NoticesADay
	switch {
	case !n.Group && room:
		return Anew
	case !n.Group:
		return Nowhere
	case now.Sub(n.Posted) <= removable && (room || DateOf(n.Posted.In(c.Zone)) == DateOf(now)):
		return Anew
	}
	return InPlace
}

// CameUp is where a notice came up in the group when it was published at an instant.
func (n Notice) CameUp(now time.Time) Place {
	switch {
	case !n.Group:
		return Nowhere
	case n.Posted.Equal(now):
		return Anew
	}
	return InPlace
}

// raise brings a notice to the bottom of the group, or changes it in its place.
func (c College) raise(b Book, n Notice, place Place, now time.Time) Notice {
	chat := c.GroupChat(b)
	switch place {
	case InPlace:
		changed(b, CardKey(NoticeCard, n.Key(), chat), now)
	case Anew:
		if p := Office(b); n.Posted.IsZero() || DateOf(n.Posted.In(c.Zone)) != DateOf(now) {
			p.Notices.count(DateOf(now))
			p.Keep(b)
		}
		n.Group, n.Posted = true, now
		c.showNotice(b, n, Person{Telegram: chat}, now)
	}
	return n
}
