package workgroup

import "time"

// Watch are the roles that read every case and may take it.
var Watch = []Role{DutyStaff, DutyLeader, Director, Staff, Leading}

// Watches tells whether a person reads every case at an instant and may take it: by a role, or because they stand on a shift
// that runs then. Whoever is rung can act.
func (p Person) Watches(b Book, now time.Time) bool {
	return p.Holds(Watch...) || p.ID != "" && onShift(b, p.ID, now)
}

func onShift(b Book, p PersonID, now time.Time) bool {
	_, stands := shiftOf(b, p, now)
	return stands
}

// Watchers are all who may take a case at an instant, each once: first those on duty, then the others in key order.
func Watchers(b Book, now time.Time) []Person {
	return together(crewOn(b, now), Holders(b, Watch...))
}

// Sees tells whether a person may read a case at an instant: who may take it or holds it, its reporter, and the heads of its
// unit.
func (k Case) Sees(b Book, p Person, now time.Time) bool {
	return p.Watches(b, now) || p.ID != "" && (k.Holder == p.ID || k.Reporter.Person == p.ID) || k.Unit != "" && p.Speaks(k.Unit)
}

// showRunning has the open cases shown anew: others may take them than before.
func showRunning(b Book, now time.Time) {
	for _, k := range Running(b) {
		Touch(b, CaseCard, k.Key(), now)
	}
}
