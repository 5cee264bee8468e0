package understand

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// news is one sentence of testdata/alarms.jsonl: whether it wakes the office (yes), is asked about (maybe) or is nothing of the
// one-hour rule (no), and as which kinds of case it may be taken; "" is a case whose kind is asked for.
type news struct {
	Text   string   `json:"text"`
	Urgent string   `json:"urgent"`
	Kinds  []string `json:"kinds"`
}

func alarmSentences(t *testing.T) (list []news) {
	f, err := os.Open("testdata/alarms.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		var n news
		if err := json.Unmarshal(s.Bytes(), &n); err != nil {
			t.Fatalf("%s: %v", s.Text(), err)
		}
		list = append(list, n)
	}
	return list
}

func TestAlarms(t *testing.T) {
	r := New(roster())
	list := alarmSentences(t)
	if len(list) < 400 {
		t.Fatalf("only %d sentences", len(list))
	}
	for _, n := range list {
		got := r.Read(n.Text, Context{Date: today})
		switch {
		case got.Urgent.String() != n.Urgent:
			t.Errorf("%s\n\turgent %s, want %s\n\t%s", n.Text, got.Urgent, n.Urgent, describe(got))
		case got.Urgent != No && len(n.Kinds) > 0 && !slices.Contains(n.Kinds, got.UrgentType):
			t.Errorf("%s\n\t%q, want one of %q\n\t%s", n.Text, got.UrgentType, n.Kinds, describe(got))
		case got.Urgent == Yes && got.Kind != Urgent, got.Urgent == No && got.Kind == Urgent:
			t.Errorf("%s\n\turgent %s and of kind %s", n.Text, got.Urgent, got.Kind)
		}
	}
}
