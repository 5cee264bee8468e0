package settings

import (
	"reflect"
	"testing"

	"fangkong/store/workgroup"
)

func TestTheSampleHasNoFault(t *testing.T) {
	if faults := Check(Sample()); len(faults) > 0 {
		t.Error(faults.Text(workgroup.English))
	}
}

func TestTheSampleAsksTheDefaultForm(t *testing.T) {
	s, _ := Sample()
	want := []workgroup.Form{labelled(workgroup.DefaultForm())}
	if !reflect.DeepEqual(s.College.Forms, want) {
		t.Errorf("the sample's form differs from the default form\n got %+v\nwant %+v", s.College.Forms, want)
	}
}

func TestTheSampleSaysWhatIsMeantWithoutIt(t *testing.T) {
	s, _ := Sample()
	var r reading
	bare := r.settings(r.parse(nil), ".")
	if len(r.faults) > 0 {
		t.Fatalf("an empty file cannot be read: %v", r.faults)
	}
	bare.College.Name, bare.College.DutyPhone = s.College.Name, s.College.DutyPhone
	bare.file, bare.lines = s.file, s.lines
	if !reflect.DeepEqual(s, bare) {
		t.Errorf("the sample shows other values than hold without it\nsample %+v\n  bare %+v", s, bare)
	}
}

func TestTheSampleRosterIsTheColleges(t *testing.T) {
	_, r := Sample()
	kinds := map[workgroup.UnitKind]int{}
	heads, phones, names := 0, map[string]bool{}, map[string]bool{}
	for i, u := range r.Units {
		kinds[u.Kind]++
		if u.Order != i+1 {
			t.Errorf("%s has place %d, want %d", u.ID, u.Order, i+1)
		}
		if u.English == "" {
			t.Errorf("%s has no English name", u.ID)
		}
	}
	for _, p := range r.People {
		if phones[p.Phone] || names[p.Name] {
			t.Errorf("%s shares a phone or a name", p.ID)
		}
		phones[p.Phone], names[p.Name] = true, true
		if p.Holds(workgroup.Head) {
			heads++
		}
	}
	want := map[workgroup.UnitKind]int{workgroup.CollegeUnit: 14, workgroup.AffiliateUnit: 1, workgroup.OfficeUnit: 15, workgroup.ServiceUnit: 3}
	if !reflect.DeepEqual(kinds, want) || heads != 66 {
		t.Errorf("units %v, want %v; %d heads, want 66", kinds, want, heads)
	}
}
