package stage

import (
	"time"

	"fangkong/store/workgroup"
)

// FileDay files a day that is over, so that the next has something to compare with: every unit at ten past two, with the
// figures given for it or none.
func (s *Stage) FileDay(b workgroup.Book, date workgroup.Date, figures map[workgroup.UnitID]workgroup.Figures) {
	zone := s.College.Zone
	var steps []workgroup.Step
	for _, m := range s.Day.On(date.In(zone)) {
		steps = append(steps, workgroup.Step{Name: workgroup.StepName(m.Name), At: m.At, Done: m.At})
	}
	over := date.Add(1).In(zone)
	steps = append(steps, workgroup.Step{Name: workgroup.StepClose, At: over, Done: over})
	at := date.In(zone).Add(14*time.Hour + 10*time.Minute)
	round := s.College.OpenRound(b, date, steps, at)
	form := s.College.FormOn(date)
	for _, u := range workgroup.Roster(b) {
		s.College.File(b, round, workgroup.Filing{Unit: u, Date: date, By: workgroup.Speakers(b, u.ID)[0], Zero: figures[u.ID] == nil,
			Figures: form.Rest(u.Kind, figures[u.ID]), Sources: []workgroup.Source{{Text: at.Format("1月2日"), At: at}}, At: at, Now: at})
	}
}
