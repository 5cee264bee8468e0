package rehearsal

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// latin is the sample's people for whoever reads no Chinese: their ids are their names (“wang-qiuhe”: Wang Qiuhe).
func latin(roster *settings.Roster) {
	for i, p := range roster.People {
		var name []string
		for part := range strings.SplitSeq(string(p.ID), "-") {
			if strings.HasPrefix(part, "lv") || strings.HasPrefix(part, "nv") { // how ü is typed
				part = part[:1] + "ü" + part[2:]
			}
			first, width := utf8.DecodeRuneInString(part)
			name = append(name, string(unicode.ToUpper(first))+part[width:])
		}
		roster.People[i].Name = strings.Join(name, " ")
	}
}

// arranged is for how many days the sample's duty roster reaches, today among them.
const arranged = 7

// arrangeDuty puts the sample's duty roster in force: the people on duty take turns, and those of now have come. A drill has none,
// for nobody has told it of the college's own.
func (p *performance) arrangeDuty(b workgroup.Book) {
	var staff, leaders []workgroup.PersonID
	for _, who := range p.Roster.People {
		if who.Holds(workgroup.DutyStaff) {
			staff = append(staff, who.ID)
		}
		if who.Holds(workgroup.DutyLeader) {
			leaders = append(leaders, who.ID)
		}
	}
	if len(staff) == 0 || len(leaders) == 0 {
		return
	}
	today := workgroup.DateOf(p.Now())
	turns := []string{workgroup.DayShift, workgroup.NightShift}
	for n := range arranged * len(turns) {
		s := workgroup.Shift{Number: b.Number(workgroup.Shifts.Name), From: p.turn(today, turns, n), To: p.turn(today, turns, n+1),
			Leaders: []workgroup.PersonID{leaders[n%len(leaders)]}, Staff: []workgroup.PersonID{staff[n%len(staff)]}}
		if s.Runs(p.Now()) {
			s.Opened = s.From
			for _, who := range s.Crew() {
				s.Arrived = append(s.Arrived, workgroup.Act{By: who, At: s.From})
			}
		}
		workgroup.Shifts.Put(b, s)
	}
}

// turn is when a turn of duty begins, counted from the first of a day.
func (p *performance) turn(day workgroup.Date, turns []string, n int) time.Time {
	at, _ := time.Parse("15:04", turns[n%len(turns)])
	midnight := day.Add(n / len(turns)).In(p.College.Zone)
	return midnight.Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute)
}
