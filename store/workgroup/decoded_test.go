package workgroup

import (
	"reflect"
	"testing"
	"time"
)

// A copy is the record, and shares no list and no map with it, whatever fields it may get; but for a round's units as they stood, which are
// never changed, and of which a list that was handed out can be continued.
func TestACopySharesNothing(t *testing.T) {
	var (
		unit    Unit
		person  Person
		account Account
		round   Round
		desk    Desk
		draft   Draft
		card    Card
		report  Report
		stands  Standing
	)
	for _, one := range []struct{ record, copied func() any }{
		{func() any { return &unit }, func() any { c := unit.Copy(); return &c }},
		{func() any { return &person }, func() any { c := person.Copy(); return &c }},
		{func() any { return &account }, func() any { c := account.Copy(); return &c }},
		{func() any { return &round }, func() any { c := round.Copy(); return &c }},
		{func() any { return &desk }, func() any { c := desk.Copy(); return &c }},
		{func() any { return &draft }, func() any { c := draft.Copy(); return &c }},
		{func() any { return &card }, func() any { c := card.Copy(); return &c }},
		{func() any { return &report }, func() any { c := report.Copy(); return &c }},
		{func() any { return &stands }, func() any { c := stands.Copy(); return &c }},
	} {
		record := one.record()
		fill(reflect.ValueOf(record).Elem())
		copied := one.copied()
		if !reflect.DeepEqual(record, copied) {
			t.Errorf("a copy of %+v is %+v", record, copied)
		}
		apart(t, reflect.TypeOf(record).Elem().Name(), reflect.ValueOf(record).Elem(), reflect.ValueOf(copied).Elem())
	}
}

// fill puts something into every field.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Uint64:
		v.SetUint(7)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Interface:
		v.Set(reflect.ValueOf("x"))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 4))
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key)
		fill(value)
		v.SetMapIndex(key, value)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2020, 1, 31, 14, 0, 0, 0, time.UTC)))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	default:
		panic("a kind of field that the test does not know: " + v.Type().String())
	}
}

// apart fails for every list and map that two records share.
func apart(t *testing.T, where string, a, b reflect.Value) {
	if where == "Round.Roster" && b.Cap() == b.Len() {
		return
	}
	switch a.Kind() {
	case reflect.Slice:
		if a.Pointer() == b.Pointer() {
			t.Errorf("%s is shared", where)
		}
		for i := range a.Len() {
			apart(t, where, a.Index(i), b.Index(i))
		}
	case reflect.Map:
		if a.Pointer() == b.Pointer() {
			t.Errorf("%s is shared", where)
		}
	case reflect.Struct:
		for i := range a.NumField() {
			if f := a.Type().Field(i); f.IsExported() {
				apart(t, where+"."+f.Name, a.Field(i), b.Field(i))
			}
		}
	}
}

// What a shelf hands out is what the book says now, whatever anybody did with what it handed out before.
func TestAShelfThatKeepsWhatItDecoded(t *testing.T) {
	b := NewMemory()
	Units.Put(b, Unit{ID: "lvyou", Name: "旅游学院", Feeds: []UnitID{"xuesheng"}, Totals: map[Group]int{Students: 12}})
	for range 3 {
		u, ok := Units.Get(b, "lvyou")
		if !ok || u.Feeds[0] != "xuesheng" || u.Totals[Students] != 12 {
			t.Fatalf("%+v %v", u, ok)
		}
		u.Feeds[0], u.Totals[Students] = "renshi", 13
	}
	Units.Put(b, Unit{ID: "lvyou", Name: "文旅学院"})
	for _, u := range Roster(b) {
		if u.Name != "文旅学院" {
			t.Errorf("a change was overlooked: %+v", u)
		}
	}
	if _, ok := Units.Get(NewMemory(), "lvyou"); ok {
		t.Error("one book's units are known in another")
	}
	b.Write(Units.Name, "lvyou", []byte("{"), time.Time{})
	if _, ok := Units.Get(b, "lvyou"); ok || len(b.Faults) != 1 {
		t.Errorf("what cannot be read is no fault: %v", b.Faults)
	}
}

// A shelf that has decoded more than it keeps begins anew.
func TestAShelfForgets(t *testing.T) {
	shelf, b := copying[Account]("accounts", 2), NewMemory()
	for n := int64(1); n <= 5; n++ {
		shelf.Put(b, Account{Telegram: n, Person: "wang"})
		if a, ok := shelf.Get(b, Account{Telegram: n}.Key()); !ok || a.Telegram != n || len(shelf.decoded.kept) > 2 {
			t.Fatalf("%+v %v, %d kept", a, ok, len(shelf.decoded.kept))
		}
	}
}

// A unit that is given another name is called so in the round as it is kept, and in none that was read before.
func TestARoundThatWasReadKeepsItsNames(t *testing.T) {
	b := NewMemory()
	at := time.Date(2020, 1, 31, 14, 0, 0, 0, time.UTC)
	Rounds.Put(b, Round{Date: "2020-01-31", Roster: []Unit{{ID: "lvyou", Name: "旅游学院"}}, Steps: []Step{{Name: StepClose, At: at.Add(time.Hour)}}})
	before, _ := Rounds.Get(b, "2020-01-31")
	rename(b, []Unit{{ID: "lvyou", Name: "文旅学院"}}, at)
	after, _ := Rounds.Get(b, "2020-01-31")
	if before.Roster[0].Name != "旅游学院" || after.Roster[0].Name != "文旅学院" {
		t.Errorf("%q before, %q after", before.Roster[0].Name, after.Roster[0].Name)
	}
}
