package dialog_test

import (
	"slices"
	"testing"

	"fangkong/bot/dialog"
	"fangkong/store/workgroup"
)

// talk is one guided filing: who is asked what, and what they answer.
type talk struct {
	t      *testing.T
	items  []workgroup.Item
	groups []workgroup.Group
	draft  workgroup.Draft
	asked  []workgroup.Key
}

func begin(t *testing.T, kind workgroup.UnitKind) *talk {
	k := &talk{t: t, items: workgroup.DefaultForm().For(kind), groups: kind.Groups(),
		draft: workgroup.Draft{Figures: workgroup.Figures{}, Guided: true}}
	next, open := dialog.Next(k.items, k.groups, k.draft.Figures)
	if !open {
		t.Fatal("nothing is asked")
	}
	k.draft.Asked = next.Key
	return k
}

// answers answers the open question; false when the talk is over.
func (k *talk) answers(n int) bool {
	k.t.Helper()
	k.asked = append(k.asked, k.draft.Asked)
	before := k.draft.Figures.Clone()
	was := k.draft
	next, prompt, open := dialog.Advance(k.draft, k.items, k.groups, n)
	if len(workgroup.Differ(before, was.Figures)) != 0 {
		k.t.Errorf("answering changed the draft it was given")
	}
	if open != (next.Asked != "") || prompt.Key != next.Asked {
		k.t.Fatalf("open %v, asks %q, prompt %q", open, next.Asked, prompt.Key)
	}
	k.draft = next
	return open
}

func TestAllZerosTakeAtMostNineAnswers(t *testing.T) {
	for _, kind := range workgroup.UnitKinds {
		k := begin(t, kind)
		for k.answers(0) {
			if len(k.asked) > 9 {
				t.Fatalf("%s: more than nine questions: %v", kind, k.asked)
			}
		}
		if len(k.asked) != len(k.items) {
			t.Errorf("%s: asked %v", kind, k.asked)
		}
		if !k.draft.Figures.Clean() || len(workgroup.Differ(k.draft.Figures, workgroup.DefaultForm().Zeros(kind))) != 0 {
			t.Errorf("%s: nine zeros are %v", kind, k.draft.Figures)
		}
	}
}

func TestWhatIsAskedAfterANumber(t *testing.T) {
	for _, c := range []struct {
		sentence string
		kind     workgroup.UnitKind
		answers  []int
		asked    []workgroup.Key
		left     map[workgroup.Key]int // filled in without a question
	}{
		{"after a zero the next item", workgroup.CollegeUnit, []int{0, 0}, []workgroup.Key{"fever_now", "symptom_now"}, nil},
		{"after a number its details, then the groups but the last", workgroup.CollegeUnit, []int{3, 1, 2, 0},
			[]workgroup.Key{"fever_now", "fever_new", "fever_now_student", "symptom_now"}, map[workgroup.Key]int{"fever_now_staff": 1}},
		{"an office has one group: nobody is split", workgroup.OfficeUnit, []int{3, 1, 0}, []workgroup.Key{"fever_now", "fever_new", "symptom_now"}, nil},
		{"logistics split staff, the others are the rest", workgroup.ServiceUnit, []int{3, 1, 0, 0},
			[]workgroup.Key{"fever_now", "fever_new", "fever_now_staff", "symptom_now"}, map[workgroup.Key]int{"fever_now_other": 3}},
		{"new and released for people in quarantine", workgroup.OfficeUnit, []int{0, 0, 0, 2, 1, 0, 0},
			[]workgroup.Key{"fever_now", "symptom_now", "close_contact_now", "home_quarantine_now", "home_quarantine_new", "home_quarantine_released", "central_quarantine_now"}, nil},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			k := begin(t, c.kind)
			for _, n := range c.answers {
				k.answers(n)
			}
			if !slices.Equal(k.asked, c.asked) {
				t.Errorf("asked %v, want %v", k.asked, c.asked)
			}
			for key, n := range c.left {
				if got, ok := k.draft.Figures.Said(key); !ok || got != n {
					t.Errorf("%s is %d %v, want %d", key, got, ok, n)
				}
			}
		})
	}
}

func TestMoreInOnePartThanInAll(t *testing.T) {
	k := begin(t, workgroup.CollegeUnit)
	for _, n := range []int{2, 0, 5} {
		k.answers(n)
	}
	if k.draft.Figures.Has("fever_now_staff") || k.draft.Figures["fever_now_student"] != 5 {
		t.Errorf("kept %v: both numbers stay as said, and nobody is minus three", k.draft.Figures)
	}
}

func TestAnotherCountMakesItsPartsStale(t *testing.T) {
	k := begin(t, workgroup.CollegeUnit)
	for _, n := range []int{3, 1, 2} {
		k.answers(n)
	}
	k.draft.Asked = "fever_now" // chosen again
	k.answers(0)
	for _, key := range []workgroup.Key{"fever_new", "fever_now_student", "fever_now_staff"} {
		if k.draft.Figures.Has(key) || slices.Contains(k.draft.Answered, key) {
			t.Errorf("%s still stands: %v", key, k.draft.Figures)
		}
	}
	if k.draft.Asked != "symptom_now" {
		t.Errorf("asks %s", k.draft.Asked)
	}
}

func TestGoingBackAsksAgainAndCountsAnew(t *testing.T) {
	k := begin(t, workgroup.CollegeUnit)
	for _, n := range []int{3, 1, 2} {
		k.answers(n)
	}
	last := k.draft.Answered[len(k.draft.Answered)-1]
	k.draft.Back()
	k.draft.Asked = last
	if next, open := dialog.Next(k.items, k.groups, k.draft.Figures); !open || next.Key != "fever_now_student" {
		t.Fatalf("after going back %v is asked", next.Key)
	}
	k.answers(0)
	if k.draft.Figures["fever_now_staff"] != 3 || k.draft.Asked != "symptom_now" {
		t.Errorf("figures %v, asks %s", k.draft.Figures, k.draft.Asked)
	}
}

func TestOneItemOutsideAGuidedTalk(t *testing.T) {
	k := begin(t, workgroup.CollegeUnit)
	k.draft.Guided, k.draft.Asked = false, "home_quarantine_now"
	for _, n := range []int{2, 1, 0} {
		if !k.answers(n) {
			t.Fatalf("over after %v", k.asked)
		}
	}
	if k.answers(1) {
		t.Errorf("asks %s, which nobody chose", k.draft.Asked)
	}
	if k.draft.Figures["home_quarantine_now_staff"] != 1 {
		t.Errorf("figures %v", k.draft.Figures)
	}
}

func TestAnAnswerToNothing(t *testing.T) {
	k := begin(t, workgroup.OfficeUnit)
	k.draft.Asked = ""
	d, _, open := dialog.Advance(k.draft, k.items, k.groups, 7)
	if open || d.Asked != "" || len(d.Figures) != 0 || len(d.Answered) != 0 {
		t.Errorf("a number that nobody asked for is kept: %+v", d)
	}
}

func TestPrompts(t *testing.T) {
	items := workgroup.DefaultForm().For(workgroup.CollegeUnit)
	for _, c := range []struct {
		key   workgroup.Key
		stage dialog.Stage
		of    workgroup.Key
		at    int
	}{
		{"fever_now", dialog.Count, "fever_now", 1},
		{"fever_new", dialog.Detail, "fever_now", 1},
		{"home_quarantine_now_student", dialog.Split, "home_quarantine_now", 4},
		{"wuhan_now", dialog.Detail, "hubei_now", 9},
	} {
		got, ok := dialog.PromptOf(items, c.key)
		if !ok || got != (dialog.Prompt{Key: c.key, Stage: c.stage, Of: c.of, At: c.at, Total: 9}) {
			t.Errorf("%s is described as %+v, %v", c.key, got, ok)
		}
	}
	if _, ok := dialog.PromptOf(items, "mask_stock"); ok {
		t.Error("a question the form does not have was described")
	}
}

// Whatever numbers people answer, every talk ends, asks nothing twice, and leaves no question open.
func FuzzTalk(f *testing.F) {
	f.Add(uint8(0), []byte{0, 0, 0})
	f.Add(uint8(1), []byte{3, 1, 2, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9})
	f.Add(uint8(3), []byte{1, 255, 0, 7, 2})
	f.Fuzz(func(t *testing.T, kind uint8, numbers []byte) {
		k := begin(t, workgroup.UnitKinds[int(kind)%len(workgroup.UnitKinds)])
		most := 0
		for _, i := range k.items {
			most += 1 + len(i.Details) + len(k.groups) - 1
		}
		for i := 0; ; i++ {
			n := 0
			if i < len(numbers) {
				n = int(numbers[i])
			}
			if !k.answers(n) {
				break
			}
			if len(k.asked) > most {
				t.Fatalf("asked %d times: %v", len(k.asked), k.asked)
			}
		}
		once := slices.Compact(slices.Sorted(slices.Values(k.asked)))
		if len(once) != len(k.asked) {
			t.Errorf("asked twice: %v", k.asked)
		}
		if next, open := dialog.Next(k.items, k.groups, k.draft.Figures); open {
			t.Errorf("over, and %s is still open", next.Key)
		}
		if len(k.draft.Answered) != len(k.asked) {
			t.Errorf("%d answered, %d asked", len(k.draft.Answered), len(k.asked))
		}
		// Going back to the beginning takes every answer along.
		for range k.asked {
			k.draft.Back()
		}
		if next, _ := dialog.Next(k.items, k.groups, k.draft.Figures); len(k.draft.Answered) != 0 || next.Key != k.asked[0] {
			t.Errorf("back at the beginning %s is asked", next.Key)
		}
	})
}
