package card

import (
	"strconv"
	"time"

	"fangkong/bot/courier"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// NoticeAt is when a draft goes out, which its card asks to be written, after workgroup.NoticeDesk on a desk.
const NoticeAt = "at"

// noticeDraftCard is a draft as its author sees it: the notice as it would read, whom it is for, and what can be changed.
func (r Renderer) noticeDraftCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	d, ok := workgroup.NoticeDrafts.Get(b, c.Object)
	if !ok {
		return r.card(lang, "card/notice-over", workgroup.Facts{}, nil)
	}
	var n workgroup.Notice
	seats := d.Audience.Seats(b)
	if d.Of != 0 {
		n, _ = workgroup.Notices.Get(b, workgroup.NumberKey(d.Of))
		seats = n.All(b)
	}
	unreached := workgroup.Unreachable(b, seats)
	names := []string{}
	for _, id := range d.Audience.People {
		p, _ := workgroup.People.Get(b, string(id))
		names = append(names, p.Name)
	}
	facts := workgroup.Facts{"of": d.Of, "text": d.Text, "class": d.Class, "need": d.Need, "audience": d.Audience.Kind, "seats": len(seats), "names": names, "copies": d.Copies, "source": d.Source != 0,
		"unreached": unreached[:min(len(unreached), 12)], "more": max(0, len(unreached)-12), "on": "", "by": "", "place": r.College.PlaceOf(b, n, now),
		"grouped": r.College.GroupChat(b) != 0, "health": r.Reader(b).Read(d.Text, understand.Context{}).Urgent == understand.Yes, "quiet": d.Class == workgroup.NoticeOrdinary && r.College.QuietAt(now)}
	facts["newer"], facts["newer_text"], facts["at_on"], facts["at"] = 0, "", "", ""
	if !d.At.IsZero() {
		local := d.At.In(r.College.Zone)
		facts["at_on"], facts["at"] = workgroup.DateOf(local), local.Format("15:04")
	}
	facts["as_written"], facts["written"] = r.writtenFacts(d, now)
	if n.Version != d.Base {
		facts["newer"], facts["newer_text"] = n.Version, n.Text
	}
	if !d.Deadline.IsZero() {
		local := d.Deadline.In(r.College.Zone)
		facts["on"], facts["by"] = workgroup.DateOf(local), local.Format("15:04")
	}
	return r.card(lang, "card/notice-draft", facts, r.draftButtons(b, d, n, now))
}

// draftButtons are what can be changed of a draft; whom a published notice is for cannot.
func (r Renderer) draftButtons(b workgroup.Book, d workgroup.NoticeDraft, n workgroup.Notice, now time.Time) [][]workgroup.Button {
	set := func(label, what string, f workgroup.Facts) workgroup.Button {
		return workgroup.Button{Label: label, Facts: f, Verb: "notice", Object: what, Version: d.Version}
	}
	var classes, needs, audiences []workgroup.Button
	for _, class := range workgroup.NoticeClasses {
		classes = append(classes, set("button/notice-class", "class/"+string(class), workgroup.Facts{"class": class, "on": d.Class == class}))
	}
	for _, need := range workgroup.NoticeNeeds {
		needs = append(needs, set("button/notice-need", "need/"+string(need), workgroup.Facts{"need": need, "on": d.Need == need}))
	}
	for _, kind := range workgroup.AudienceKinds {
		if kind != workgroup.GroupHeads || len(workgroup.Holders(b, workgroup.GroupHead)) > 0 {
			audiences = append(audiences, set("button/notice-audience", "audience/"+string(kind), workgroup.Facts{"audience": kind, "on": d.Audience.Kind == kind}))
		}
	}
	rows := [][]workgroup.Button{classes, needs}
	if d.Of == 0 {
		rows = append(rows, audiences)
	}
	var deadlines []workgroup.Button
	for i, at := range r.NoticeDeadlines(now) {
		f := workgroup.Facts{"on": workgroup.DateOf(at), "by": at.Format("15:04")}
		deadlines = append(deadlines, set("button/notice-deadline", "deadline/"+strconv.Itoa(i), f))
	}
	rows = append(rows, deadlines, []workgroup.Button{set("button/notice-no-deadline", "deadline/none", nil), set("button/notice-deadline-words", "ask/deadline", nil)},
		[]workgroup.Button{set("button/notice-copies", "copies/turn", workgroup.Facts{"on": d.Copies}), set("button/notice-text", "ask/text", nil)},
		r.timeButtons(d, set),
		[]workgroup.Button{{Label: "button/notice-publish", Verb: "publish", Version: d.Version}, {Label: "button/notice-drop", Verb: "nonotice", Version: d.Version}})
	if !d.At.IsZero() {
		rows[len(rows)-1][0].Label = "button/notice-publish-at"
	}
	if n.Version != d.Base {
		rows[len(rows)-1][0] = set("button/notice-rebase", "base/"+strconv.FormatUint(n.Version, 10), workgroup.Facts{"version": n.Version})
	}
	return rows
}

// timeButtons set when a draft goes out.
func (r Renderer) timeButtons(d workgroup.NoticeDraft, set func(label, what string, f workgroup.Facts) workgroup.Button) []workgroup.Button {
	row := []workgroup.Button{set("button/notice-at", "ask/"+NoticeAt, nil)}
	if !d.At.IsZero() {
		row = append(row, set("button/notice-now", "at/none", nil))
	}
	return row
}

// NoticeDeadlines are those that one press sets: the end of the day while it is far enough, tomorrow's noon and end.
func (tell *Teller) NoticeDeadlines(now time.Time) []time.Time {
	y, m, d := now.In(tell.College.Zone).Date()
	at := func(days, hour int) time.Time { return time.Date(y, m, d+days, hour, 0, 0, 0, tell.College.Zone) }
	all := []time.Time{at(0, 18), at(1, 12), at(1, 18)}
	if all[0].Sub(now) < time.Hour {
		return all[1:]
	}
	return all
}

// writtenFacts are what a draft shows of the deadlines in its text: as, those that are the deadline set; apart, those that are not.
func (tell *Teller) writtenFacts(d workgroup.NoticeDraft, now time.Time) (as, apart []string) {
	as, apart = []string{}, []string{}
	for _, w := range tell.DeadlinesWritten(d.Text, now) {
		if !d.Deadline.IsZero() && w.At.Equal(d.Deadline) {
			as = append(as, w.Words)
		} else {
			apart = append(apart, w.Words)
		}
	}
	return FirstFew(as), FirstFew(apart)
}
