package card

import (
	"slices"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// meetingCard is a daily analysis as far as it has come, point by point.
func (r Renderer) meetingCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	m, ok := workgroup.Meetings.Get(b, c.Object)
	who, _ := workgroup.People.Get(b, string(c.Person))
	if !ok || !who.Holds(workgroup.PackReaders...) {
		return r.card(lang, "card/closed", workgroup.Facts{}, nil)
	}
	opener, _ := workgroup.People.Get(b, string(m.Opened.By))
	p := m.PackBefore(b)
	facts := workgroup.Facts{"date": m.Date, "number": m.Number, "opened": r.Clock(m.Opened.At), "by": opener.Name, "open": m.Open(), "closed": "", "pack": p.Version, "shared": m.Shared.Done()}
	if !m.Open() {
		facts["closed"] = r.Clock(m.Closed.At)
	}
	frame := []workgroup.Facts{}
	for _, f := range workgroup.Frames {
		frame = append(frame, workgroup.Facts{"frame": f, "words": brief(m.Frame[f])})
	}
	points := []workgroup.Facts{}
	for _, point := range workgroup.Points {
		line := workgroup.Facts{"point": point, "notes": []string{}, "decisions": []workgroup.Facts{}, "papers": []workgroup.Facts{}}
		notes := []string{}
		for _, note := range m.NotesOn(point) {
			notes = append(notes, brief(note))
		}
		line["notes"] = notes
		switch point {
		case workgroup.PointDecided:
			decisions := []workgroup.Facts{}
			for _, d := range workgroup.DecisionsOf(b, m.Key()) {
				one := r.College.DecisionFacts(b, d, now)
				one["text"] = FirstLine(d.Text)
				decisions = append(decisions, one)
			}
			line["decisions"] = decisions
		case workgroup.PointReports:
			papers := []workgroup.Facts{}
			for one := range workgroup.Papers.Each(b, string(m.Date)+"/") {
				papers = append(papers, r.PaperFacts(b, one))
			}
			line["papers"] = papers
		}
		points = append(points, line)
	}
	facts["frame"], facts["points"] = frame, points
	return r.card(lang, "card/meeting", facts, meetingButtons(b, m, who))
}

// meetingButtons are what can be done about a meeting as it stands.
func meetingButtons(b workgroup.Book, m workgroup.Meeting, who workgroup.Person) (rows [][]workgroup.Button) {
	of := func(label, act string) workgroup.Button {
		return workgroup.Button{Label: label, Verb: "meet", Object: m.Key() + "/" + act}
	}
	var earlier []workgroup.Button
	for one := range workgroup.Meetings.Each(b, string(m.Date)+"/") {
		if one.Number < m.Number && !one.Open() {
			earlier = append(earlier, MinutesButton(one))
		}
	}
	if rows = append(rows, slices.Collect(slices.Chunk(earlier, 2))...); m.Open() {
		return append([][]workgroup.Button{{of("button/meeting-end", "end")}}, rows...)
	}
	row := []workgroup.Button{of("button/minutes", "minutes")}
	if who.Holds(workgroup.Director, workgroup.Staff) && !m.Shared.Done() {
		row = append(row, of("button/meeting-preview", "preview"))
	}
	return append([][]workgroup.Button{row, {{Label: "button/meeting-again", Verb: "meet", Object: string(m.Date) + "/begin"}}}, rows...)
}

// MinutesButton brings the minutes of one of several meetings of a date.
func MinutesButton(m workgroup.Meeting) workgroup.Button {
	return workgroup.Button{Label: "button/minutes-of", Facts: workgroup.Facts{"number": m.Number}, Verb: "meet", Object: m.Key() + "/minutes"}
}
