package workgroup

import (
	"strconv"
	"testing"
)

func TestHowAlarmsRing(t *testing.T) {
	type call struct {
		at   string
		unit UnitID
		want Ringing
	}
	for _, c := range []struct {
		sentence string
		by       PersonID
		calls    []call
	}{
		{"what follows within ten minutes adds", "wang", []call{{"10:00", "ruanjian", Rings}, {"10:01", "ruanjian", Adds}, {"10:09:59", "ruanjian", Adds}, {"10:10", "ruanjian", Rings}}},
		{"adding does not keep the next from ringing", "wang", []call{{"10:00", "ruanjian", Rings}, {"10:09", "ruanjian", Adds}, {"10:11", "ruanjian", Rings}}},
		{"another unit of somebody on the roster rings", "wang", []call{{"10:00", "ruanjian", Rings}, {"10:01", "jidian", Rings}}},
		{"a stranger's next unit adds", "", []call{{"10:00", "ruanjian", Rings}, {"10:01", "jidian", Adds}}},
		{"of a stranger five in an hour are passed on", "", []call{{"10:00", "", Rings}, {"10:01", "", Adds}, {"10:02", "", Adds}, {"10:20", "", Rings}, {"10:40", "", Rings},
			{"10:41", "", CutOff}, {"10:45", "", StillCut}, {"10:51", "", CutOff}, {"11:00", "", Rings}, {"11:01", "", Adds}, {"11:01:30", "", CutOff}}},
		{"somebody on the roster is never cut off", "wang", []call{{"10:00", "", Rings}, {"10:01", "", Adds}, {"10:02", "", Adds}, {"10:03", "", Adds}, {"10:04", "", Adds}, {"10:05", "", Adds},
			{"10:06", "", Adds}, {"10:30", "", Rings}}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.hush()
			told, cut := 0, 0
			for i, one := range c.calls {
				object := SourceKey(group, i+1)
				how, _ := Raise(r, Alarm{Object: object, Unit: one.unit, By: c.by, Telegram: stranger, Name: "某人"}, at(one.at))
				if how != one.want {
					t.Errorf("%s: %d, not %d", one.at, how, one.want)
				}
				a, kept := Alarms.Get(r, object)
				if passed := one.want == Rings || one.want == Adds; kept != passed || (a.To != "") != (one.want == Adds) {
					t.Errorf("%s: kept %v as %+v", one.at, kept, a)
				}
				if kept {
					told++
				} else {
					cut++
				}
			}
			heard, unheard := 0, 0
			for _, k := range r.kinds() {
				switch k {
				case UrgentHeard:
					heard++
				case UrgentCut:
					unheard++
				}
			}
			if heard != told || unheard != cut {
				t.Errorf("noted %d and %d, not %d and %d", heard, unheard, told, cut)
			}
		})
	}
}

// An edit brings new words; the alarm stays the one it was.
func TestAnEditedAlarmStaysWhatItWas(t *testing.T) {
	r := newRig(t)
	a := Alarm{Object: SourceKey(group, 1), Unit: "ruanjian", By: "wang", Telegram: 100}
	Raise(r, a, at("10:00"))
	if how, rang := Raise(r, a, at("10:02")); how != Adds || !rang.Equal(at("10:00")) {
		t.Errorf("rings %d, since %s", how, rang)
	}
	if kept, _ := Alarms.Get(r, a.Object); !kept.At.Equal(at("10:00")) || kept.To != "" {
		t.Errorf("is %+v now", kept)
	}
}

func TestCallersAreForgottenWithTheDay(t *testing.T) {
	r := newRig(t)
	for i, clock := range []string{"10:00", "23:30"} {
		Raise(r, Alarm{Object: SourceKey(group, i), Telegram: int64(900 + i)}, at(clock))
	}
	r.step(StepClose)
	for i, want := range []bool{false, true} {
		if Callers.Has(r, strconv.Itoa(900+i)) != want {
			t.Errorf("caller %d", i)
		}
	}
}
