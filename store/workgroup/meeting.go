package workgroup

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// Point is one of the five points of the daily analysis (notice 二（四）).
type Point string

// The points of the agenda, in order.
const (
	PointHeard     Point = "heard"     // 传达学习
	PointSituation Point = "situation" // 分析交流
	PointDecided   Point = "decided"   // 研究决策
	PointReports   Point = "reports"   // 审核上报信息
	PointArranged  Point = "arranged"  // 安排部署
)

// Points are all of them, in order.
var Points = []Point{PointHeard, PointSituation, PointDecided, PointReports, PointArranged}

// Frame is what the minutes say of a meeting itself.
type Frame string

const (
	FramePlace    Frame = "place"    // 地点
	FrameForm     Frame = "form"     // 形式
	FrameChair    Frame = "chair"    // 主持
	FrameRecorder Frame = "recorder" // 记录
	FramePresent  Frame = "present"  // 参会
	FrameAbsent   Frame = "absent"   // 缺席
)

// Frames are all of them, in the order of the minutes.
var Frames = []Frame{FramePlace, FrameForm, FrameChair, FrameRecorder, FramePresent, FrameAbsent}

// MeetingNote is what was said under a point, in the words of who wrote it down.
type MeetingNote struct {
	Point Point  `json:"point"`
	Text  string `json:"text"`
	Act
}

// Meeting is one daily analysis (每日分析研判会).
type Meeting struct {
	Date    Date             `json:"date"`
	Number  int              `json:"number"` // of that date, from 1
	Version uint64           `json:"version"`
	Pack    string           `json:"pack,omitempty"` // key of the pack that lay before it when it began
	Opened  Act              `json:"opened"`         // by nobody: by the clock
	Ends    time.Time        `json:"ends"`           // by itself, with its date
	Frame   map[Frame]string `json:"frame,omitempty"`
	Notes   []MeetingNote    `json:"notes,omitempty"`
	Closed  Act              `json:"closed,omitzero"`
	Mended  Act              `json:"mended,omitzero"` // its minutes, after it
	Anew    time.Time        `json:"anew,omitzero"`   // when the mended minutes go to everybody: once nobody has mended more
	Sent    string           `json:"sent,omitempty"`  // the digest of the minutes that went to everybody last
	Shared  Act              `json:"shared,omitzero"` // its summary, with the group
}

// Meetings are kept for good.
var Meetings = Shelf[Meeting]{Name: "meetings"}

// Key sorts meetings by date and number.
func (m Meeting) Key() string { return fmt.Sprintf("%s/%02d", m.Date, m.Number) }

// Open tells whether it goes on.
func (m Meeting) Open() bool { return !m.Closed.Done() }

// mendedFor is how long after a line of the minutes was mended they go out anew: people mend one line after the other.
const mendedFor = 2 * time.Minute

// Due is the midnight that ends a meeting which nobody has ended; of one that is over, when its mended minutes go out.
func (m Meeting) Due() time.Time {
	if !m.Open() {
		return m.Anew
	}
	return m.Ends
}

// PackBefore is the pack that lay before a meeting last: that which is newest, as long as it goes on.
func (m Meeting) PackBefore(b Book) Pack {
	if last, ok := LastPack(b, m.Date); ok && (m.Open() || !last.At.After(m.Closed.At)) {
		return last
	}
	p, _ := Packs.Get(b, m.Pack)
	return p
}

// MeetingBefore is the meeting that ended last before one began, within the week before it.
func MeetingBefore(b Book, m Meeting) (before Meeting, ok bool) {
	for one := range Meetings.From(b, "", string(m.Date.Add(-7))) {
		if one.Key() >= m.Key() {
			break
		}
		before, ok = one, true
	}
	return before, ok
}

// LastMeeting is the newest meeting of a date.
func LastMeeting(b Book, d Date) (Meeting, bool) { return Meetings.Last(b, string(d)+"/") }

// keep writes the meeting as its next version, and shows it anew wherever it is up.
func (m Meeting) keep(b Book, now time.Time) Meeting {
	m.Version++
	Meetings.Put(b, m)
	Touch(b, MeetingCard, m.Key(), now)
	return m
}

// ShowMeeting puts a meeting's card up for somebody, at the bottom of their chat.
func ShowMeeting(b Book, m Meeting, to Person, now time.Time) {
	if to.Reachable() && to.Left.IsZero() {
		Show(b, Card{Kind: MeetingCard, Object: m.Key(), Chat: to.Telegram, Person: to.ID, Repost: true, Urgency: Deadline}, now)
	}
}

// OpenMeeting begins a meeting of a date before everybody whose it is, with its pack; by nobody it is the clock, which begins none where
// there was one already. One that goes on is shown to who asks.
func (c College) OpenMeeting(b Book, r Round, by Person, now time.Time) (Meeting, error) {
	last, ok := LastMeeting(b, r.Date)
	switch {
	case by.ID == "" && ok:
		return last, nil
	case by.ID != "" && !by.Holds(PackReaders...):
		return Meeting{}, Refuse(PackNotYours)
	case ok && last.Open():
		ShowMeeting(b, last, by, now)
		return last, nil
	}
	p, _ := c.FreezePack(b, r, by, now)
	m := Meeting{Date: r.Date, Number: last.Number + 1, Pack: p.Key(), Opened: Act{by.ID, now}, Ends: r.Date.Add(1).In(c.Zone), Frame: map[Frame]string{}}
	b.Note(Event{At: now, Kind: MeetingBegun, Object: m.Key(), By: by.ID, Payload: Facts{"pack": m.Pack}})
	m = m.keep(b, now)
	for _, one := range Holders(b, PackReaders...) {
		ShowMeeting(b, m, one, now)
	}
	return m, nil
}

// openMeeting is a meeting that goes on, for those whose it is.
func openMeeting(b Book, key string, by Person) (Meeting, error) {
	m, ok := Meetings.Get(b, key)
	switch {
	case !by.Holds(PackReaders...):
		return m, Refuse(PackNotYours)
	case !ok || !m.Open():
		return m, Refuse(NoMeeting)
	}
	return m, nil
}

// heldMeeting is a meeting that goes on, or one of today or yesterday that is over and whose minutes can still be put right, for those whose it is.
func heldMeeting(b Book, key string, by Person, now time.Time) (Meeting, error) {
	m, ok := Meetings.Get(b, key)
	switch {
	case !by.Holds(PackReaders...):
		return m, Refuse(PackNotYours)
	case !ok:
		return m, Refuse(NoMeeting)
	case !m.Open() && m.Date < DateOf(now).Add(-1):
		return m, Refuse(MinutesPast, "date", m.Date)
	}
	return m, nil
}

// noted notes that something was written down for a meeting, or put right in its minutes after it, with what stood there before.
func (m Meeting) noted(b Book, payload Facts, by Person, now time.Time) Meeting {
	kind := MeetingNoted
	if !m.Open() {
		kind, m.Mended, m.Anew = MeetingMended, Act{by.ID, now}, now.Add(mendedFor)
	}
	b.Note(Event{At: now, Kind: kind, Object: m.Key(), By: by.ID, Payload: payload})
	return m.keep(b, now)
}

// FrameMeeting says where and how a meeting is held, who leads it, who is there and who is not; said again it is put right.
func (c College) FrameMeeting(b Book, key string, what Frame, words string, by Person, now time.Time) (Meeting, error) {
	m, err := heldMeeting(b, key, by, now)
	if err != nil {
		return m, err
	}
	payload := Facts{"frame": what}
	if was := m.Frame[what]; !m.Open() {
		payload["was"] = was
	}
	frame := maps.Clone(m.Frame)
	if frame == nil {
		frame = map[Frame]string{}
	}
	frame[what] = words
	m.Frame = frame
	return m.noted(b, payload, by, now), nil
}

// NoteMeeting writes down what was said under a point.
func (c College) NoteMeeting(b Book, key string, p Point, words string, by Person, now time.Time) (Meeting, error) {
	m, err := heldMeeting(b, key, by, now)
	if err != nil {
		return m, err
	}
	m.Notes = append(m.Notes, MeetingNote{p, words, Act{by.ID, now}})
	return m.noted(b, Facts{"point": p}, by, now), nil
}

// MendNote puts right what was written down under a point, the so-manieth there, or takes it away.
func (c College) MendNote(b Book, key string, p Point, nth int, words string, by Person, now time.Time) (Meeting, error) {
	m, err := heldMeeting(b, key, by, now)
	if err != nil {
		return m, err
	}
	m.Notes = slices.Clone(m.Notes)
	for i, n := range m.Notes {
		if n.Point != p {
			continue
		}
		if nth > 0 {
			nth--
			continue
		}
		if m.Notes[i].Text = words; words == "" {
			m.Notes = slices.Delete(m.Notes, i, i+1)
		}
		return m.noted(b, Facts{"point": p, "was": n.Text}, by, now), nil
	}
	return m, Refuse(Changed)
}

// NotesOn are what was written down under a point, in order.
func (m Meeting) NotesOn(p Point) (out []string) {
	for _, n := range m.Notes {
		if n.Point == p {
			out = append(out, n.Text)
		}
	}
	return out
}

// CloseMeeting ends a meeting. What was decided and is not recorded yet is settled first.
func (c College) CloseMeeting(b Book, key string, by Person, now time.Time) (Meeting, error) {
	m, err := MayCloseMeeting(b, key, by, now)
	if err != nil {
		return m, err
	}
	return c.endMeeting(b, m, by, now), nil
}

// MayCloseMeeting tells whether somebody may end a meeting: not while something in it is neither recorded as a decision nor dropped, which is
// put before them.
func MayCloseMeeting(b Book, key string, by Person, now time.Time) (Meeting, error) {
	m, err := openMeeting(b, key, by)
	if err != nil {
		return m, err
	}
	unsettled := []string{}
	for _, d := range DecisionsOf(b, key) {
		if !d.Recorded.Done() {
			if unsettled = append(unsettled, d.Code()); !d.justShown(b, by, now) {
				d.show(b, by, now)
			}
		}
	}
	if len(unsettled) > 0 {
		return m, Refuse(MeetingUnsettled, "codes", unsettled)
	}
	return m, nil
}

func (c College) endMeeting(b Book, m Meeting, by Person, now time.Time) Meeting {
	m.Closed = Act{by.ID, now}
	b.Note(Event{At: now, Kind: MeetingEnded, Object: m.Key(), By: by.ID, Payload: Facts{"decisions": len(DecisionsOf(b, m.Key()))}})
	return m.keep(b, now)
}

// SendsMinutes notes which minutes of a meeting go to everybody, and tells whether they are other than those that went last.
func SendsMinutes(b Book, key string, raw []byte) bool {
	m, ok := Meetings.Get(b, key)
	digest := digestOf(raw)
	if !ok || m.Sent == digest {
		return false
	}
	m.Sent = digest
	Meetings.Put(b, m)
	return true
}

// WakeMeeting ends a meeting that nobody has ended with its date, or sends mended minutes out, and says whether there is anything to make minutes of. Who has written a
// decision that is not recorded is shown it again.
func (c College) WakeMeeting(b Book, key string, now time.Time) (m Meeting, minuted bool) {
	m, ok := Meetings.Get(b, key)
	if !ok || m.Due().IsZero() || m.Due().After(now) {
		return m, false
	}
	if !m.Open() {
		m.Anew = time.Time{}
		Meetings.Put(b, m)
		return m, true
	}
	decisions := DecisionsOf(b, key)
	for _, d := range decisions {
		if writer, ok := People.Get(b, string(d.Entered.By)); ok && !d.Recorded.Done() {
			d.show(b, writer, now)
		}
	}
	return c.endMeeting(b, m, Person{}, now), len(m.Frame)+len(m.Notes)+len(decisions) > 0
}

// Unrecorded are the decisions of a meeting that nobody has put in force: nobody who answers for them knows of them.
func Unrecorded(b Book, meeting string) (out []Decision) {
	for _, d := range DecisionsOf(b, meeting) {
		if !d.Recorded.Done() {
			out = append(out, d)
		}
	}
	return out
}

// UnrecordedOn are those of all meetings of a date.
func UnrecordedOn(b Book, date Date) (out []Decision) {
	for m := range Meetings.Each(b, string(date)+"/") {
		out = append(out, Unrecorded(b, m.Key())...)
	}
	return out
}

// UnrecordedFacts are those of a date as texts tell them.
func UnrecordedFacts(b Book, date Date, open []Decision) Facts {
	lines := []Facts{}
	for _, d := range open {
		lines = append(lines, Facts{"code": d.Code(), "text": d.Text, "by": nameOf(b, d.Entered.By)})
	}
	return Facts{"date": date, "lines": lines}
}

// listUnrecorded tells the office in the morning what the meetings of the day before have decided and nobody has recorded, with the card of
// each; silent when there is none.
func (c College) listUnrecorded(b Book, r Round, s Step, now time.Time) {
	before := r.Date.Add(-1)
	open := UnrecordedOn(b, before)
	if len(open) == 0 {
		return
	}
	for _, one := range Holders(b, Director, Staff) {
		l := Letter{Text: "say/decisions-unrecorded", Facts: UnrecordedFacts(b, before, open), Urgency: Deadline, Written: now, Until: r.At(StepClose), About: Ref{Object: "meeting/" + string(before)}}
		if c.Tell(b, one, l) {
			for _, d := range open {
				d.show(b, one, now)
			}
		}
	}
}

// MayShare tells whether somebody may share the summary of a meeting that is over with the group: the office, once.
func (c College) MayShare(b Book, key string, by Person, now time.Time) (Meeting, error) {
	m, ok := Meetings.Get(b, key)
	switch {
	case !by.Holds(Director, Staff):
		return m, Refuse(NotForYou)
	case !ok || m.Open():
		return m, Refuse(MeetingGoesOn)
	case m.Shared.Done():
		return m, Refuse(MeetingShared, "by", nameOf(b, m.Shared.By), "at", c.MomentFacts(m.Shared.At, now))
	}
	return m, nil
}

// ShareMeeting notes that the summary is shared.
func (c College) ShareMeeting(b Book, key string, by Person, now time.Time) (Meeting, error) {
	m, err := c.MayShare(b, key, by, now)
	if err != nil {
		return m, err
	}
	m.Shared = Act{by.ID, now}
	b.Note(Event{At: now, Kind: MeetingTold, Object: m.Key(), By: by.ID})
	return m.keep(b, now), nil
}
