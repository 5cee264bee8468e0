package workgroup

import (
	"testing"
	"time"
)

func TestAFilingIsDatedAndMarked(t *testing.T) {
	next := Date("2020-02-01")
	for _, c := range []struct {
		sentence        string
		said, confirmed time.Time
		filed           time.Time
		mark            Mark
	}{
		{"said and confirmed in time", at("14:10"), at("14:11"), at("14:10"), OnTime},
		{"14:30:00 is not later than half past two", at("14:30:00"), at("14:30:00"), at("14:30:00"), OnTime},
		{"a millisecond after half past two is overdue", at("14:30:00.001"), at("14:30:00.001"), at("14:30:00.001"), Overdue},
		{"said in time and confirmed at 14:40 counts from when it was said", at("14:29"), at("14:40"), at("14:29"), OnTime},
		{"14:59:59 is before three", at("14:59:59"), at("14:59:59"), at("14:59:59"), Overdue},
		{"15:00:00 is not before three", at("15:00:00"), at("15:00:00"), at("15:00:00"), Late},
		{"said at 14:29, confirmed a millisecond before three, counts", at("14:29"), at("14:59:59.999"), at("14:29"), OnTime},
		{"said at 14:29, confirmed on the stroke of three, is late", at("14:29"), at("15:00:00"), at("15:00:00"), Late},
		{"a press has no date of its own", time.Time{}, at("14:05"), at("14:05"), OnTime},
		{"a sender's clock ahead of ours is not believed", at("14:40"), at("14:20"), at("14:20"), OnTime},
		{"late in the evening is late", at("22:00"), at("22:01"), at("22:01"), Late},
		{"the next day makes it up", on(next, "09:00"), on(next, "09:01"), on(next, "09:01"), Makeup},
		{"said in time but confirmed the next day makes it up", at("14:00"), on(next, "00:00"), on(next, "00:00"), Makeup},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			got := r.File(r, r.round, Filing{Unit: r.unit("ruanjian"), By: r.person("wang"), Zero: true, Figures: DefaultForm().Zeros(CollegeUnit),
				At: c.said, Now: c.confirmed})
			if !got.Filed.Equal(c.filed) || got.Mark != c.mark || !got.Confirmed.Equal(c.confirmed) {
				t.Errorf("filed %v, marked %q, confirmed %v; want %v, %q, %v", got.Filed, got.Mark, got.Confirmed, c.filed, c.mark, c.confirmed)
			}
		})
	}
}

func TestACorrectionKeepsTheFirstMark(t *testing.T) {
	for _, c := range []struct {
		sentence      string
		first, second time.Time
		want          Mark
	}{
		{"in time, corrected at 15:30: still in time", at("14:10"), at("15:30"), OnTime},
		{"overdue, corrected at 16:00: still overdue", at("14:41"), at("16:00"), Overdue},
		{"late, corrected the next day: still late", at("15:20"), on("2020-02-01", "10:00"), Late},
		{"made up, corrected: still made up", on("2020-02-01", "10:00"), on("2020-02-01", "11:00"), Makeup},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.files("ruanjian", Figures{"fever_now": 1}, c.first)
			second := r.files("ruanjian", Figures{"fever_now": 2}, c.second)
			if second.Revision != 2 || second.Mark != c.want {
				t.Errorf("revision %d, mark %q; want 2, %q", second.Revision, second.Mark, c.want)
			}
			s, _ := FiledOn(r, day, "ruanjian")
			if !s.First.Equal(c.first) || s.Was != c.want || s.Figures["fever_now"] != 2 {
				t.Errorf("standing first %v was %q fever %d", s.First, s.Was, s.Figures["fever_now"])
			}
			if old, ok := Reports.Get(r, Report{Unit: "ruanjian", Date: day, Revision: 1}.Key()); !ok || old.Figures["fever_now"] != 1 {
				t.Error("the first revision is gone")
			}
			same(t, "noted", r.kinds()[1:], []EventKind{ReportFiled, ReportAmended})
		})
	}
}

func TestFilingTakesBackTheRemindersItAnswers(t *testing.T) {
	r := newRig(t)
	r.step(StepRemind)
	r.files("jiaowu", Figures{}, at("14:05"))
	for _, l := range r.said() {
		if l.Person == "chen" {
			t.Errorf("a unit that filed is still reminded: %s", l.Text)
		}
	}
	if len(r.said()) != 6 {
		t.Errorf("told %v, want the other six", r.told())
	}
}

func TestAReasonIsKeptThroughACorrection(t *testing.T) {
	r := newRig(t)
	refused(t, Explain(r, day, "ruanjian", r.person("wang"), "核实数据", at("14:40")), NothingFiled)
	r.files("ruanjian", Figures{}, at("14:41"))
	refused(t, Explain(r, day, "ruanjian", r.person("li"), "与我无关", at("14:42")), NotYours)
	if err := Explain(r, day, "ruanjian", r.person("zhao"), "核实数据", at("14:42")); err != nil {
		t.Fatal(err)
	}
	if again := r.files("ruanjian", Figures{"fever_now": 1}, at("14:50")); again.Reason != "核实数据" {
		t.Errorf("reason %q after the correction", again.Reason)
	}
	if first, _ := Reports.Get(r, Report{Unit: "ruanjian", Date: day, Revision: 1}.Key()); first.Reason != "核实数据" {
		t.Errorf("reason %q in the first revision", first.Reason)
	}
}

func TestAMessageLeadsToItsReport(t *testing.T) {
	r := newRig(t)
	r.File(r, r.round, Filing{Unit: r.unit("ruanjian"), By: r.person("wang"), Figures: Figures{"fever_now": 1}, At: at("14:00"), Now: at("14:01"),
		Sources: []Source{{Chat: 100, Message: 7, Text: "发热1人", At: at("14:00")}, {Chat: 100, Text: "1", At: at("14:01")}}})
	of, ok := Sources.Get(r, SourceKey(100, 7))
	if !ok || of.Unit != "ruanjian" || of.Date != day || of.Person != "wang" {
		t.Errorf("message 7 leads to %+v", of)
	}
	if Sources.Has(r, SourceKey(100, 0)) {
		t.Error("a press was taken for a message")
	}
}
