package bot

import (
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// strangersNews hears what may be a case from somebody who is not on the roster, a student most of all: what they have at first hand wakes
// the office; of a fever, and of family and friends, they are asked in private, and heard in the group where they have told of a case.
func (t *turn) strangersNews(r understand.Reading) bool {
	if t.known || t.edited || t.msg.ForwardOrigin != nil || r.Urgent != understand.Maybe {
		return false
	}
	_, reporting := workgroup.Calls.Get(t.b, t.deskOwner())
	_, reported := t.strangersCase()
	switch asks := r.Theirs || r.UrgentType == "fever"; {
	case !asks, !t.private() && (reporting || reported):
		t.urgentHeard(r, t.msg.Text)
	case t.private():
		t.askUrgent(r)
	default:
		return false
	}
	return true
}

// maybeKey is where the words lie of a message whose writer was asked whether it tells of a case.
func maybeKey(object string) string { return "maybe/" + object }

// saidMaybe is what a message said whose writer, asked in private, answers that it tells of a case.
func (t *turn) saidMaybe(object string) (r understand.Reading, words string) {
	s, ok := workgroup.Slips.Get(t.b, maybeKey(object))
	if !ok || s.Person != t.deskOwner() {
		return understand.Reading{}, ""
	}
	workgroup.Slips.Drop(t.b, s.Source)
	return asMaybe(t.read(s.Text, understand.Context{})), s.Text
}

// asMaybe is what words say whose writer was asked whether they tell of a case, if they do.
func asMaybe(r understand.Reading) understand.Reading {
	if r.UrgentType == "fever" {
		r.UrgentType = "fever_with_exposure" // that was the question
	}
	return r
}
