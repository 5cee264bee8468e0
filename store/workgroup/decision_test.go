package workgroup

import (
	"testing"
	"time"
)

// decided has a meeting decide something, in force until a deadline.
func (r *rig) decided(to Owner, until time.Time) Decision {
	r.Helper()
	shu := r.person("shu")
	m, err := r.OpenMeeting(r, r.round, Person{}, at("16:00"))
	if err != nil {
		r.Fatal(err)
	}
	d, err := r.DecideAt(r, m.Key(), Decision{Text: "备好隔离房间", Owner: to, Deadline: until}, shu, at("16:05"))
	if err == nil {
		d, err = r.Record(r, d.Key(), d.Version, shu, at("16:06"))
	}
	if err != nil {
		r.Fatal(err)
	}
	return d
}

// What a decision asks of people, and when: each once, at night in the morning, and nothing any more once it is done.
func TestWhatADecisionAsksFor(t *testing.T) {
	unit := Owner{Unit: "ruanjian"}
	for _, c := range []struct {
		sentence string
		owner    Owner
		until    time.Time
		seen     time.Time // zero: never
		want     []string  // what happens until the second morning, with its time
	}{
		{"without a receipt it is asked for, then the office told; overdue every day", unit, on("2020-02-01", "12:00"), time.Time{},
			[]string{"decision.asked 16:36", "decision.listed 17:06", "decision.reminded 08:00", "decision.late 12:00"}},
		{"received it is only reminded of and overdue", unit, on("2020-02-01", "18:00"), at("16:10"), []string{"decision.reminded 14:00", "decision.late 18:00"}},
		{"what falls into the night comes in the morning", unit, on("2020-02-02", "00:00"), at("16:10"), []string{"decision.reminded 20:00", "decision.late 07:00"}},
		{"a deadline within hours is not reminded of ahead", unit, at("19:00"), at("16:10"), []string{"decision.late 19:00", "decision.late 19:00"}},
		{"whom nobody reaches the office telephones at once", Owner{Person: "mute"}, on("2020-02-01", "18:00"), time.Time{}, []string{"decision.reminded 14:00", "decision.late 18:00"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			People.Put(r, Person{ID: "mute", Name: "默", Phone: "13900000099"})
			d := r.decided(c.owner, c.until)
			if told := r.heard("say/decision-owing"); (told > 0) != (c.owner.Person == "mute") {
				t.Errorf("the office is told %d times at once", told)
			}
			if !c.seen.IsZero() {
				if _, err := r.See(r, d.Key(), r.person("wang"), c.seen); err != nil {
					t.Fatal(err)
				}
			}
			r.hush()
			got := []string{}
			for range 10 {
				due := r.DueAt(Decisions.Name, d.Key())
				if due.IsZero() || due.After(on("2020-02-02", "08:00")) {
					break
				}
				r.WakeDecision(r, d.Key(), due)
				r.WakeDecision(r, d.Key(), due) // after a restart
				for _, e := range r.Events {
					got = append(got, string(e.Kind)+" "+e.At.Format("15:04"))
				}
				r.hush()
			}
			same(t, "asked", got, c.want)
			done, err := r.Finish(r, d.Key(), "已备好20间", r.person("zhu"), on("2020-02-02", "09:00"))
			if err != nil || !r.DueAt(Decisions.Name, d.Key()).IsZero() || len(StandingDecisions(r)) != 0 || !done.Done.Done() {
				t.Errorf("done: %v, due %s", err, r.DueAt(Decisions.Name, d.Key()))
			}
			_, err = r.Finish(r, d.Key(), "再办一次", r.person("zhu"), on("2020-02-02", "09:01"))
			refused(t, err, DecisionOver)
		})
	}
}

// What nobody ends ends with its date: minutes are made where anything was written, and a decision that is not recorded comes back to its writer.
func TestAMeetingThatNobodyEnds(t *testing.T) {
	for _, written := range []bool{false, true} {
		r := newRig(t)
		m, _ := r.OpenMeeting(r, r.round, Person{}, at("16:00"))
		shu := r.person("shu")
		if written {
			if _, err := r.DecideAt(r, m.Key(), Decision{Text: "甲"}, shu, at("16:01")); err != nil {
				t.Fatal(err)
			}
		}
		card, _ := Cards.Get(r, CardKey(DecisionCard, "2020-01-31/001", shu.Telegram))
		if _, minuted := r.WakeMeeting(r, m.Key(), at("23:59")); minuted {
			t.Error("ended before its date")
		}
		m, minuted := r.WakeMeeting(r, m.Key(), on("2020-02-01", "00:00"))
		again, _ := Cards.Get(r, CardKey(DecisionCard, "2020-01-31/001", shu.Telegram))
		if m.Open() || minuted != written || again.Moved > card.Moved != written {
			t.Errorf("written %v: open %v, minuted %v, card %+v", written, m.Open(), minuted, again)
		}
	}
}

// Nobody but who answers for it presses 「收到」, nothing is in force without an owner and a time, and what is in force stays as it was recorded.
func TestWhoMayDoWhatWithADecision(t *testing.T) {
	r := newRig(t)
	m, _ := r.OpenMeeting(r, r.round, Person{}, at("16:00"))
	shu, wang := r.person("shu"), r.person("wang")
	_, err := r.DecideAt(r, m.Key(), Decision{Text: "甲"}, wang, at("16:01"))
	refused(t, err, PackNotYours)
	d, err := r.DecideAt(r, m.Key(), Decision{Text: "甲"}, shu, at("16:01"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Record(r, d.Key(), d.Version, shu, at("16:02"))
	refused(t, err, DecisionOwner)
	stale := d.Version
	d, _ = r.Assign(r, d.Key(), d.Version, Owner{Unit: "ruanjian"}, shu, at("16:02"))
	_, err = r.Assign(r, d.Key(), stale, Owner{Unit: "jidian"}, shu, at("16:02"))
	refused(t, err, Changed)
	_, err = r.Record(r, d.Key(), d.Version, shu, at("16:02"))
	refused(t, err, DecisionWhen)
	_, err = r.SetDeadline(r, d.Key(), d.Version, at("15:00"), shu, at("16:02"))
	refused(t, err, DeadlinePast)
	_, err = r.See(r, d.Key(), wang, at("16:02"))
	refused(t, err, DecisionOthers)
	_, err = r.CloseMeeting(r, m.Key(), shu, at("16:02"))
	refused(t, err, MeetingUnsettled)
	d, _ = r.SetDeadline(r, d.Key(), d.Version, at("20:00"), shu, at("16:02"))
	if d, err = r.Record(r, d.Key(), d.Version, shu, at("16:03")); err != nil {
		t.Fatal(err)
	}
	refused(t, r.DropDecision(r, d.Key(), d.Version, shu, at("16:04")), DecisionStands)
	_, err = r.See(r, d.Key(), r.person("li"), at("16:04"))
	refused(t, err, DecisionOthers)
	if _, err = r.See(r, d.Key(), r.person("zhao"), at("16:04")); err != nil { // a deputy
		t.Error(err)
	}
	_, err = r.See(r, d.Key(), wang, at("16:05"))
	refused(t, err, DecisionSeen)
	_, err = r.Finish(r, d.Key(), "", wang, at("16:05"))
	refused(t, err, NoResult)
	_, err = r.MayShare(r, m.Key(), r.person("zhu"), at("16:05"))
	refused(t, err, MeetingGoesOn)
	if _, err = r.CloseMeeting(r, m.Key(), shu, at("16:06")); err != nil {
		t.Error(err)
	}
	_, err = r.ShareMeeting(r, m.Key(), shu, at("16:07"))
	refused(t, err, NotForYou)
	if _, err = r.ShareMeeting(r, m.Key(), r.person("zhu"), at("16:07")); err != nil {
		t.Error(err)
	}
	_, err = r.ShareMeeting(r, m.Key(), r.person("zhu"), at("16:08"))
	refused(t, err, MeetingShared)
}
