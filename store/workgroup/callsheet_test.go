package workgroup

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// lines lists people as “name role”, with what is missing.
func lines(people []Callee) (out []string) {
	for _, p := range people {
		line := p.Name + " " + string(p.Role)
		if p.Phone == "" {
			line += " no phone"
		}
		if !p.Private {
			line += " unreached"
		}
		out = append(out, line)
	}
	return out
}

func TestTheCallSheetFollowsTheLadderAndTheRoster(t *testing.T) {
	r := newRig(t)
	r.lose("dai")
	zhao := r.person("zhao")
	zhao.Phone = ""
	zhao.Duties = append(zhao.Duties, Duty{Role: DutyLeader})
	People.Put(r, zhao)
	dai := r.person("dai")
	dai.Duties = append(dai.Duties, Duty{Role: DutyStaff})
	People.Put(r, dai)
	s := r.CallSheet(r, at("14:00"))
	var got []string
	for _, rung := range s.Rungs {
		got = append(got, fmt.Sprint(rung.After.Minutes(), lines(rung.People)))
	}
	same(t, "rungs", got, []string{"0 [班值班 duty 戴带班 duty unreached]", "5 [班值班 duty 戴带班 duty unreached 赵二 duty-leader no phone]",
		"10 [朱主任 director]", "20 [书记 leading]"})
	if len(s.Units) != 6 || s.Units[0].Unit.Name != "软件学院" {
		t.Fatalf("units %+v", s.Units)
	}
	same(t, "people of the first unit", lines(s.Units[0].People), []string{"王一 head", "赵二 deputy no phone"})
	same(t, "phones", s.Phones, []string{"0392-0000000"})
}

func TestTheCallSheetCallsWhoIsOnDuty(t *testing.T) {
	r := newRig(t)
	People.Put(r, Person{ID: "zhi", Name: "值二", Duties: []Duty{{Role: DutyStaff}}})
	Shifts.Put(r, Shift{Number: 1, From: at("08:30"), To: at("20:30"), Staff: []PersonID{"zhi"}, Phone: "0392-1111111"})
	s := r.CallSheet(r, at("14:00"))
	same(t, "on duty", lines(s.Rungs[0].People), []string{"值二 duty no phone unreached"})
	same(t, "phones", s.Phones, []string{"0392-1111111", "0392-0000000"})
	same(t, "after the shift", lines(r.CallSheet(r, at("21:00")).Rungs[0].People), []string{"班值班 duty", "值二 duty no phone unreached"})
}

func TestOnTheCallSheetACaseIsItsCode(t *testing.T) {
	r := newRig(t)
	first, second := r.opened(CaseConfirmed, "14:00", "14:02"), r.opened(CaseSealed, "14:00", "14:03")
	ban := r.person("ban")
	if _, err := r.TakeCase(r, second.Key(), ban, at("14:04")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.TellChannel(r, second.Key(), CDC, Told{At: at("14:05"), By: "班值班"}, ban, at("14:05")); err != nil {
		t.Fatal(err)
	}
	s := r.CallSheet(r, at("15:00"))
	if len(s.Cases) != 2 || s.Cases[0].Code != "0131-01" || !s.Cases[0].Over || s.Cases[0].Holder.Name != "" || s.Cases[1].Holder.Name != "班值班" || !s.Cases[1].Deadline.Equal(at("15:00")) {
		t.Fatalf("cases %+v", s.Cases)
	}
	same(t, "missing of the first", s.Cases[0].Missing, []CaseGap{GapPerson, GapCommunity, GapCDC})
	same(t, "missing of the second", s.Cases[1].Missing, []CaseGap{GapPerson, GapCommunity})
	raw, err := json.Marshal(s.Cases)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"confirmed", "sealed", "软件", "一名学生", "student", "王一", "ruanjian"} {
		if strings.Contains(string(raw), secret) {
			t.Errorf("the sheet says %q: %s", secret, raw)
		}
	}
	r.end(r, r.kase(first.Key()), ban, at("15:01"))
	if n := len(r.CallSheet(r, at("15:02")).Cases); n != 1 {
		t.Errorf("%d cases are open", n)
	}
}
