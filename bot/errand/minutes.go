package errand

import (
	"context"
	"time"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// Minutes are the minutes of a meeting; without bytes they could not be made.
type Minutes struct {
	File  workgroup.Attachment
	Facts workgroup.Facts
}

// makeMinutes makes the minutes of a meeting (会议纪要) from what was written down, over the figures that lay before it.
func (r *Runner) makeMinutes(ctx context.Context, e workgroup.Errand) (any, error) {
	of := paper.Minutes{College: r.College}
	var reader workgroup.Person
	var mended any
	if err := r.Desk.View(func(b workgroup.Book) error {
		of.Meeting, _ = workgroup.Meetings.Get(b, e.Object)
		of.Pack = of.Meeting.PackBefore(b)
		reader, _ = workgroup.People.Get(b, string(e.By))
		if by, ok := workgroup.People.Get(b, string(of.Meeting.Mended.By)); ok && of.Meeting.Mended.Done() {
			mended = workgroup.Facts{"by": by.Name, "at": r.College.MomentFacts(of.Meeting.Mended.At, e.Written)}
		}
		book := workgroup.AsOf(b, of.Pack.At)
		round, _ := workgroup.Rounds.Get(book, string(of.Meeting.Date))
		of.Report = paper.Report{College: r.College, Tally: r.College.Count(book, round), Cases: workgroup.CasesOf(b, of.Meeting.Date), Units: round.Called(b), At: of.Pack.At.In(r.College.Zone)}
		of.Report.Stated = r.Stated(book, of.Meeting.Date)
		of.Decisions = nil
		for _, d := range workgroup.DecisionsOf(b, e.Object) {
			if d = d.AsOf(of.Meeting.Closed.At); !d.Revoked.Done() {
				adder, _ := workgroup.People.Get(b, string(d.Entered.By))
				of.Decisions = append(of.Decisions, paper.MinutesDecision{Decision: d, Adder: adder.Name, Body: r.BodyOf(b, d), Owner: r.College.OwnersNamed(b, d.Owners()).Name})
			}
		}
		of.Changed = r.changedFor(b, of)
		of.Papers = nil
		for p := range workgroup.Papers.Each(b, string(of.Meeting.Date)+"/") {
			of.Papers = append(of.Papers, p)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if reader.Reachable() {
		_ = r.Asked.Uploads(ctx, reader.Telegram, false) // a sign is all it is
	}
	open := 0
	for _, d := range of.Decisions {
		if !d.Recorded.Done() {
			open++
		}
	}
	raw, err := of.Document()
	return Minutes{workgroup.Attachment{Name: of.FileName(), Bytes: raw}, workgroup.Facts{"date": of.Meeting.Date, "decisions": len(of.Decisions) - open, "open": open, "mended": mended}}, err
}

// changedFor are how decisions were changed or taken back between the meeting before and this one's end, and this one's own since.
func (r *Runner) changedFor(b workgroup.Book, m paper.Minutes) (out []paper.DecisionChanged) {
	since := m.Meeting.Opened.At
	if before, ok := workgroup.MeetingBefore(b, m.Meeting); ok {
		since = before.Closed.At
	}
	owner := func(all []workgroup.Owner) string { return r.College.OwnersNamed(b, all).Name }
	told := func(d workgroup.Decision, at time.Time) bool {
		return at.After(since) && !at.After(m.Meeting.Closed.At) || d.Meeting == m.Meeting.Key()
	}
	for _, d := range workgroup.DecisionsChanged(b, since) {
		for i, was := range d.Amended {
			is := d
			if i+1 < len(d.Amended) {
				is = d.AsOf(was.At)
			}
			if told(d, was.At) {
				out = append(out, paper.DecisionChanged{Decision: is, At: was.At, Changes: m.ChangesOf(was, is, owner), Reason: was.Reason})
			}
		}
		if d.Revoked.Done() && told(d, d.Revoked.At) {
			out = append(out, paper.DecisionChanged{Decision: d, At: d.Revoked.At, Reason: d.Revoked.Reason})
		}
	}
	return out
}
