package bot

import (
	"slices"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// callFrom is an urgent report as far as words tell it.
func (t *turn) callFrom(r understand.Reading, words, alarmed string) workgroup.Call {
	call := workgroup.Call{Owner: t.deskOwner(), Chat: t.privateChat(), Reporter: t.reporter(), Kind: workgroup.KindsHeard[r.UrgentType], Unit: workgroup.UnitID(r.Unit), Words: excerpt(words), Death: r.Death, Source: alarmed,
		Forwarded: t.msg != nil && t.msg.ForwardOrigin != nil}
	for range r.Alike {
		call.Further = append(call.Further, call.Kind)
	}
	for _, base := range r.Further {
		if kind := workgroup.KindsHeard[base]; kind != call.Kind && !slices.Contains(call.Further, kind) {
			call.Further = append(call.Further, kind)
		}
	}
	if call.Unit == "" && r.Urgent != understand.No {
		call.Unit = workgroup.UnitID(t.patientsUnit(words))
	}
	if own := t.person.Units(); call.Unit == "" && len(own) == 1 {
		call.Unit = own[0]
	}
	if call.Group = groupOf(r); call.Group == "" {
		call.Group = workgroup.Group(understand.GroupIn(words))
	}
	if w, ok := understand.KnownIn(words, t.said); ok {
		call.Known, call.Rough = w.At, w.Rough
	}
	if at, ok := understand.SaidIn(words, t.said); ok {
		call.Said = at
	}
	if k, ok := t.closedCase(); ok && words != "" && k.Into == "" && (k.Unit == call.Unit || t.reportedBySender(k)) {
		call.Former = k.Key()
	}
	call.Leg = t.leg(call.Unit, call.Words)
	if group, another := understand.OfAnother(words); another && !t.known && group != "" {
		call.Group = workgroup.Group(group)
	}
	return t.only(call)
}

// ofAnother tells whether words written over an urgent report being made are of somebody else than those it has been told in.
func ofAnother(call workgroup.Call, r understand.Reading, words string) bool {
	return ofWhom(call, r, words) == understand.Another
}

// ofWhom tells whom words written over an urgent report being made are about. The same words sent once more are of the same.
func ofWhom(call workgroup.Call, r understand.Reading, words string) understand.Subject {
	if call.Words == "" || words == "" || slices.Contains(strings.Split(call.Words, "\n"), strings.TrimSpace(words)) {
		return understand.TheSame
	}
	return toldIn(call).About(r, words)
}

// toldIn is a report being made as far as it has been told.
func toldIn(call workgroup.Call) understand.Told {
	return understand.Told{Unit: string(call.Unit), Words: call.Words}
}

// other tells whether words are taken to be of somebody else: of an administrator without a name, who cannot be asked, those that may be.
func (t *turn) other(is understand.Subject) bool {
	return is == understand.Another || is == understand.MaybeAnother && t.anonymous()
}

// only fills in the group where a unit has one group of people.
func (t *turn) only(call workgroup.Call) workgroup.Call {
	u, ok := workgroup.Units.Get(t.b, string(call.Unit))
	if groups := u.Kind.Groups(); ok && call.Group == "" && len(groups) == 1 {
		call.Group = groups[0]
	}
	return call
}

// groupOf is the group whose figures a reading names, when it is one.
func groupOf(r understand.Reading) (group workgroup.Group) {
	for _, key := range sorted(r.Fields) {
		_, _, g := workgroup.Key(key).Parts()
		if g == workgroup.Everybody {
			continue
		}
		if group != "" && group != g {
			return ""
		}
		group = g
	}
	return group
}

// reporter is who the sender is, on the roster or not.
func (t *turn) reporter() workgroup.Reporter {
	if t.known {
		return workgroup.Reporter{Person: t.person.ID, Telegram: t.from.ID, Name: t.person.Name, Phone: t.person.Phone}
	}
	if t.anonymous() {
		return workgroup.Reporter{Telegram: t.from.ID, Name: t.signature(), Anonymous: true}
	}
	return workgroup.Reporter{Telegram: t.from.ID, Name: t.fullName(), Language: t.strangersLanguage(), Private: t.private()}
}

// leg is which of the two reports a call by the sender is: a head's is their unit's; the office, the duty staff and heads of
// other units write down what they were told, which is neither, as is what nobody has put a name to, and what somebody tells of their child or a
// roommate; anybody else's is the individual's.
func (t *turn) leg(unit workgroup.UnitID, words string) workgroup.LegName {
	_, another := understand.OfAnother(words)
	switch {
	case unit != "" && t.person.Speaks(unit), unit == "" && len(t.person.Units()) > 0:
		return workgroup.LegUnit
	case t.known && understand.OfMyself(words):
		return workgroup.LegIndividual // whatever their duty is
	case t.anonymous(), another && !t.known, t.known && (t.person.Watches(t.b, t.now) || len(t.person.Units()) > 0):
		return ""
	}
	return workgroup.LegIndividual
}

// groupNamed are the groups of people as they are typed.
var groupNamed = map[string]workgroup.Group{"学生": workgroup.Students, "student": workgroup.Students, "教职工": workgroup.Workers, "老师": workgroup.Workers, "职工": workgroup.Workers,
	"staff": workgroup.Workers, "其他": workgroup.Others, "外聘": workgroup.Others, "other": workgroup.Others}
