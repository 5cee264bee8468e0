package workgroup

import (
	"slices"
	"testing"
	"time"
)

// wakes lets the clock come to a notice until a moment, and says when it did.
func (r *rig) wakes(n Notice, until time.Time) []string {
	out := []string{}
	for range 50 {
		due := r.notice(n).Due()
		if due.IsZero() || due.After(until) {
			return out
		}
		out = append(out, due.Format("02T15:04"))
		r.WakeNotice(r, n.Key(), due)
	}
	r.Fatal("the ladder does not end")
	return nil
}

func TestTheLadderOfANotice(t *testing.T) {
	for _, c := range []struct {
		sentence  string
		class     NoticeClass
		published string
		deadline  time.Time
		need      NoticeNeed
		times     []string
	}{
		{"an ordinary one has a day", NoticeOrdinary, "09:00", time.Time{}, NeedRead, []string{"31T13:00", "31T17:00", "01T09:00"}},
		{"in the quiet hours it waits, and the next step keeps its distance", NoticeOrdinary, "19:00", time.Time{}, NeedRead, []string{"01T07:00", "01T11:00", "02T07:00"}},
		{"an important one knows no quiet hours", NoticeImportant, "21:30", time.Time{}, NeedRead, []string{"31T22:30", "31T23:30", "01T00:30", "01T01:30"}},
		{"a pressing one has twenty minutes", NoticePressing, "03:00", time.Time{}, NeedRead, []string{"31T03:05", "31T03:10", "31T03:15", "31T03:20"}},
		{"a deadline before its last step makes it climb faster", NoticeImportant, "09:00", at("11:00"), NeedRead, []string{"31T09:30", "31T10:00", "31T10:30", "31T11:00"}},
		{"the quiet hours leave out what would come after the deadline, and the list comes at it", NoticeOrdinary, "20:00", on(day.Add(1), "09:00"), NeedRead, []string{"01T07:00", "01T09:00"}},
		{"a deadline in the quiet hours is its author's", NoticeOrdinary, "20:00", at("23:00"), NeedRead, []string{"31T20:30", "31T21:00", "31T23:00"}},
		{"nor is what is to be done asked for when it is too late", NoticeOrdinary, "20:00", on(day.Add(1), "07:00"), NeedDone, []string{"31T21:50", "01T07:00"}},
		{"what is to be done is asked for before its deadline and at it", NoticeImportant, "09:00", at("21:00"), NeedDone, []string{"31T10:00", "31T11:00", "31T12:00", "31T13:00", "31T19:00", "31T21:00"}},
	} {
		r := newRig(t)
		w := plain()
		w.Class, w.Deadline, w.Need = c.class, c.deadline, c.need
		n := r.publishes(w, at(c.published))
		same(t, c.sentence, r.wakes(n, on(day.Add(9), "00:00")), c.times)
	}
}

func TestOnlyTheUnreadAreAskedAndNeverMoreThanTheClassSays(t *testing.T) {
	r := newRig(t)
	w := plain()
	w.Class = NoticeImportant
	n := r.publishes(w, at("09:00"))
	r.deliver(n)
	r.reads(n, "wang", at("09:05"))
	if err := r.ReplyNotice(r, n.Key(), 1, r.person("li"), at("09:06"), at("09:06")); err != nil {
		t.Fatal(err)
	}
	r.wakes(n, at("10:00"))
	same(t, "in private first", r.asked(n), []PersonID{"chen", "hou", "ren", "xu"})
	// Who reads before the nudge has gone out is not rung by it.
	r.reads(n, "hou", at("10:00"))
	same(t, "withdrawn on receipt", r.asked(n), []PersonID{"chen", "ren", "xu"})
	r.deliver(n)
	r.wakes(n, at("11:59"))
	if s := r.seat(n, "person/chen"); s.Nudges != 2 {
		t.Errorf("asked %d times", s.Nudges)
	}
	r.deliver(n)
	r.wakes(n, at("12:00"))
	if c, _ := Cards.Get(r, CardKey(NoticeCard, n.Key(), group)); !c.Repost || r.notice(n).Named.IsZero() {
		t.Error("the group does not read who is left")
	}
	same(t, "in private no more", r.asked(n), []PersonID{})
	r.hush()
	r.wakes(n, at("13:00"))
	same(t, "then a person has the list", r.told(), []string{"say/notice-left zhu"})
	if left := r.said()[0].Facts["left"].([]any); len(left) != 3 || left[0].(map[string]any)["nudges"] != 2.0 {
		t.Errorf("the list: %v", left)
	}
	// Receipts of all withdraw the list that waits.
	for _, p := range []PersonID{"chen", "ren", "xu"} {
		r.reads(n, p, at("13:01"))
	}
	same(t, "withdrawn", r.told(), []string{})
	if due := r.notice(n).Due(); !due.IsZero() {
		t.Errorf("the ladder goes on at %v", due)
	}
}

func TestAPressingNoticeReachesWhoIsOnDuty(t *testing.T) {
	r := newRig(t)
	w := plain()
	w.Class = NoticePressing
	n := r.publishes(w, at("03:00"))
	r.wakes(n, at("03:20"))
	told := r.told()
	slices.Sort(told)
	same(t, "the list", told, []string{"say/notice-left ban", "say/notice-left dai", "say/notice-left zhu"})
}

func TestNobodyLeftIsSilence(t *testing.T) {
	r := newRig(t)
	w := plain()
	w.Audience = Audience{Kind: OneAUnit}
	n := r.publishes(w, at("09:00"))
	for _, p := range []PersonID{"wang", "li", "chen", "xu", "ren", "hou"} {
		r.reads(n, p, at("09:10"))
	}
	r.deliver(n)
	r.hush()
	r.wakes(n, on(day.Add(3), "00:00"))
	if len(r.said()) > 0 || len(r.asked(n)) > 0 || len(r.Events) > 0 {
		t.Errorf("asked %v, said %v, noted %v", r.asked(n), r.told(), r.kinds())
	}
}

func TestSentDeliveredAndReadAreKeptApart(t *testing.T) {
	r := newRig(t)
	li := r.person("li")
	li.Reach = Blocked
	People.Put(r, li)
	n := r.publishes(plain(), at("09:00"))
	of := func(seat string) Delivery { return n.DeliveryOf(r, r.seat(n, seat).For(1)) }
	if got := of("person/wang"); got != OnItsWay {
		t.Errorf("in the outbox: %s", got)
	}
	r.deliver(n)
	if got := of("person/wang"); got != Delivered || r.notice(n).Read != 0 {
		t.Errorf("delivered: %s, read %d", got, r.notice(n).Read)
	}
	if got := of("person/li"); got != Undelivered {
		t.Errorf("who has blocked the bot: %s", got)
	}
	w := plain()
	w.Copies = false
	if n := r.publishes(w, at("09:00")); n.DeliveryOf(r, r.seat(n, "person/wang").For(1)) != GroupOnly {
		t.Error("in the group only nobody can tell")
	}
	// A month later the cards are forgotten, and what they knew is not.
	for s := range Stale.Each(r, "") {
		Stale.Drop(r, s.Key())
	}
	forgetNotices(r, on(day.Add(40), "00:00"))
	if got := of("person/wang"); got != Delivered || Cards.Has(r, CardKey(NoticeCard, n.Key(), r.person("wang").Telegram)) {
		t.Errorf("after the cards are gone: %s", got)
	}
	if got := of("person/li"); got != Undelivered {
		t.Errorf("after the cards are gone, who has blocked the bot: %s", got)
	}
}

// A new version is delivered when its text is there, not because the one before is.
func TestAVersionIsDeliveredByItself(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	r.deliver(n)
	d, err := r.StartVersion(r, n.Key(), r.person("zhu"), at("10:00"))
	if err != nil {
		t.Fatal(err)
	}
	d.Text, d.Copies = "改为后天起", false
	if n, err = r.Publish(r, r.person("zhu"), d.Keep(r, at("10:00")).Version, at("10:00")); err != nil {
		t.Fatal(err)
	}
	of := func() Delivery { return n.DeliveryOf(r, r.seat(n, "person/wang").For(n.Version)) }
	if got := of(); got != OnItsWay {
		t.Errorf("before its text is there: %s", got)
	}
	r.deliver(n)
	if got := of(); got != Delivered {
		t.Errorf("once it is: %s", got)
	}
}

// A private copy too old to be taken away stays where it is, and what answers it rings.
func TestAnOldCopyIsNotDoubled(t *testing.T) {
	r := newRig(t)
	r.Notices = map[NoticeClass]NoticeLadder{NoticeImportant: {[]time.Duration{72 * time.Hour}, 80 * time.Hour, 90 * time.Hour}}
	w := plain()
	w.Class = NoticeImportant
	n := r.publishes(w, at("09:00"))
	r.deliver(n)
	r.hush()
	r.wakes(n, on(day.Add(3), "09:00"))
	same(t, "no copy is put up anew", r.asked(n), []PersonID{})
	told := r.told()
	slices.Sort(told)
	same(t, "each is rung", told, []string{"say/notice-again chen", "say/notice-again hou", "say/notice-again li", "say/notice-again ren", "say/notice-again wang", "say/notice-again xu"})
	r.reads(n, "li", on(day.Add(3), "09:00"))
	if len(r.told()) != 5 {
		t.Errorf("who has read is still rung: %v", r.told())
	}
	if _, err := r.Recall(r, n.Key(), "发错", r.person("zhu"), on(day.Add(3), "09:00")); err != nil {
		t.Fatal(err)
	}
	same(t, "nor is anybody for what was recalled", r.told(), []string{})
}

// What Telegram does not let a bot take away any more is changed in place: it does not stand in the group twice.
func TestAnOldPostIsChangedInPlace(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	r.deliver(n)
	for _, c := range []struct {
		after time.Duration
		anew  bool
	}{{46 * time.Hour, true}, {94 * time.Hour, false}} {
		now := at("09:00").Add(c.after)
		d, err := r.StartVersion(r, n.Key(), r.person("zhu"), now)
		if err != nil {
			t.Fatal(err)
		}
		if n, err = r.Publish(r, r.person("zhu"), d.Version, now); err != nil {
			t.Fatal(err)
		}
		card, _ := Cards.Get(r, CardKey(NoticeCard, n.Key(), group))
		if card.Repost != c.anew || card.Want == card.Shown {
			t.Errorf("after %v: %+v", c.after, card)
		}
		r.deliver(n)
	}
}

// What the bot slept through is asked for late, but never after the deadline: then it is on record as missed, and a person has
// the list at once.
func TestStepsOfANoticeThatAnOutageSwallows(t *testing.T) {
	for _, c := range []struct {
		sentence string
		deadline time.Time
		need     NoticeNeed
		wakes    string
		missed   []NoticeStep
		said     []string
		next     string
	}{
		{"without a deadline the rest keeps its distance", time.Time{}, NeedRead, "20:00", nil, nil, "31T21:00"},
		{"before the deadline what does not fit is missed", at("12:00"), NeedRead, "11:50", []NoticeStep{StepNudgeRead, StepNameThem}, nil, "31T12:00"},
		{"after it only the list is of use", at("12:00"), NeedDone, "12:30", []NoticeStep{StepNudgeRead, StepNudgeRead, StepNameThem, StepNudgeDone}, []string{"say/notice-left zhu"}, "01T00:00"},
	} {
		r := newRig(t)
		w := plain()
		w.Class, w.Deadline, w.Need = NoticeImportant, c.deadline, c.need
		n := r.publishes(w, at("09:00"))
		r.hush()
		r.WakeNotice(r, n.Key(), at(c.wakes))
		var missed []NoticeStep
		for _, e := range r.Events {
			if e.Kind == NoticeMissed {
				missed = append(missed, e.Payload["step"].(NoticeStep))
			}
		}
		same(t, c.sentence, missed, c.missed)
		same(t, c.sentence, r.told(), append([]string{}, c.said...))
		if got := r.notice(n).Due().Format("02T15:04"); got != c.next {
			t.Errorf("%s: goes on at %s, not %s", c.sentence, got, c.next)
		}
	}
}

// A notice keeps the ladder it went out with.
func TestASettingDoesNotBreakTheLadderOfANotice(t *testing.T) {
	r := newRig(t)
	w := plain()
	w.Class = NoticeImportant
	n := r.publishes(w, at("09:00"))
	r.wakes(n, at("10:00"))
	r.Notices = map[NoticeClass]NoticeLadder{NoticeImportant: {nil, 5 * time.Minute, 10 * time.Minute}}
	same(t, "as when it went out", r.wakes(n, on(day.Add(2), "00:00")), []string{"31T11:00", "31T12:00", "31T13:00"})
	if r.notice(n).Named.IsZero() {
		t.Error("nobody was named")
	}
}

func TestQuietHours(t *testing.T) {
	for _, c := range []struct {
		q        QuietHours
		at, over string
	}{
		{DefaultQuietHours(), "21:59", "31T21:59"}, {DefaultQuietHours(), "22:00", "01T07:00"}, {DefaultQuietHours(), "06:59", "31T07:00"}, {DefaultQuietHours(), "07:00", "31T07:00"},
		{QuietHours{12 * time.Hour, 14*time.Hour + 30*time.Minute}, "13:00", "31T14:30"}, {QuietHours{12 * time.Hour, 14 * time.Hour}, "14:00", "31T14:00"},
		{QuietHours{}, "00:00", "31T00:00"}, {QuietHours{22 * time.Hour, 22 * time.Hour}, "22:00", "31T22:00"},
	} {
		if got := c.q.over(at(c.at)).Format("02T15:04"); got != c.over {
			t.Errorf("%v at %s: %s, not %s", c.q, c.at, got, c.over)
		}
	}
}
