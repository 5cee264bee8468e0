package store

import (
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fangkong/store/workgroup"
)

// temperamental is a rule whose inputs say how they end.
func temperamental(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
	answer, _ := keep(b, in)
	switch in.Body {
	case "refused":
		return answer, fmt.Errorf("report: %w", workgroup.Refuse("too-late"))
	case "error":
		return answer, errors.New("arithmetic")
	case "panic":
		panic("unforeseen")
	case "fault":
		b.Fault(errors.New("unreadable"))
	case "refusal as fault":
		b.Fault(workgroup.Refuse("too-late"))
	case "no shelf":
		b.Write("atlantis", "1", nil, time.Time{})
	case "no key":
		b.Write("reports", "", nil, time.Time{})
	}
	return answer, nil
}

// dead lists what was set aside.
func (h *house) dead() (all []DeadInput) {
	h.t.Helper()
	must(h.t, h.Dead(func(d DeadInput) bool { all = append(all, d); return true }))
	return all
}

// events lists the journal as “kind object”.
func (h *house) events() (all []string) {
	h.t.Helper()
	must(h.t, h.Journal(0, func(l Line) bool {
		all = append(all, string(l.Event.Kind)+" "+l.Event.Object)
		return true
	}))
	return all
}

// has tells whether a report is kept.
func (h *house) has(key string) (found bool) {
	h.t.Helper()
	must(h.t, h.View(func(b workgroup.Book) error { found = reports.Has(b, key); return nil }))
	return found
}

func TestOneBadInputCostsItsNeighboursNothing(t *testing.T) {
	for body, wrong := range map[string]string{
		"refused":          "",
		"error":            "arithmetic",
		"panic":            "panic: unforeseen",
		"fault":            "fault: unreadable",
		"refusal as fault": "fault: refused: too-late",
		"no shelf":         `fault: shelf "atlantis" does not exist`,
		"no key":           "fault: reports: a key of 0 bytes cannot be kept",
	} {
		t.Run(body, func(t *testing.T) {
			h := newHouse(t)
			h.receive(1, 2, 3)
			waiting, err := h.Inbox(0)
			must(t, err)
			inputs := []workgroup.Input{input("before"), input("bad"), input("after")}
			for i := range inputs {
				inputs[i].Inbox = waiting[i].Inbox
			}
			inputs[1].Body = body

			told := 0
			r := rules{decide: temperamental, refuse: func(b workgroup.Book, in workgroup.Input, why error, reference string) workgroup.Answer {
				told++
				if reports.Has(b, "bad") {
					t.Error("the book Refuse gets still holds what the input wrote")
				}
				workgroup.Tell(b, workgroup.Letter{Text: "sorry"})
				return toast("sorry " + reference)
			}}
			answers, err := h.Apply(inputs, r)
			must(t, err)

			reference := ""
			if wrong != "" {
				reference = "1"
			}
			got := fmt.Sprintf("%s|%s|%s", said(answers[0]), said(answers[1]), said(answers[2]))
			if want := "kept before|sorry " + reference + "|kept after"; got != want || told != 1 {
				t.Errorf("answered %q, want %q; told %d times", got, want, told)
			}
			h.reopen()
			if !h.has("before") || h.has("bad") || !h.has("after") {
				t.Error("kept the wrong reports")
			}
			if got := h.waiting(); got != "[]" {
				t.Errorf("still waiting: %s", got)
			}
			// Numbers drawn by the bad input were never given out: three letters, numbered 1 to 3.
			must(t, h.View(func(b workgroup.Book) error {
				var texts []string
				for l := range workgroup.Letters.Each(b, "") {
					texts = append(texts, fmt.Sprint(l.ID, l.Text))
				}
				if fmt.Sprint(texts) != "[1filed 2sorry 3filed]" {
					t.Errorf("letters %v", texts)
				}
				return nil
			}))

			dead, events := h.dead(), h.events()
			if wrong == "" {
				if len(dead) != 0 || len(events) != 2 {
					t.Errorf("a refusal left %v and %v", dead, events)
				}
			} else {
				if len(dead) != 1 || dead[0].Reference != 1 || dead[0].Mark != "bad" || dead[0].Reason != wrong || string(dead[0].Raw) != `{"update_id":2}` {
					t.Errorf("set aside: %+v", dead)
				}
				if (dead[0].Stack != "") != (body == "panic") {
					t.Errorf("stack %q", dead[0].Stack)
				}
				if strings.Join(events, ", ") != "report.filed before, input.set-aside 1, report.filed after" {
					t.Errorf("events %v", events)
				}
			}
			h.sound()

			// However it ended, an input is over: none is applied again.
			answers, err = h.Apply(inputs, r)
			must(t, err)
			if len(answers) != 3 || said(answers[0])+said(answers[1])+said(answers[2]) != "" || told != 1 {
				t.Errorf("applied again: %v", answers)
			}
		})
	}
}

func TestWhatCannotBeToldIsSetAside(t *testing.T) {
	for body, want := range map[string]DeadInput{
		"refused": {Reason: "report: refused: too-late; not told: panic: no words"},
		"error":   {Reason: "arithmetic", Untold: "panic: no words"},
	} {
		t.Run(body, func(t *testing.T) {
			h := newHouse(t)
			in := input("bad")
			in.Body = body
			answers, err := h.Apply([]workgroup.Input{in, input("after")}, rules{decide: temperamental,
				refuse: func(b workgroup.Book, _ workgroup.Input, _ error, _ string) workgroup.Answer {
					workgroup.Tell(b, workgroup.Letter{Text: "half a sentence"})
					panic("no words")
				}})
			must(t, err)
			if said(answers[0]) != "" || said(answers[1]) != "kept after" {
				t.Errorf("answered %v", answers)
			}
			dead := h.dead()
			if len(dead) != 1 || dead[0].Reason != want.Reason || dead[0].Untold != want.Untold {
				t.Errorf("set aside: %+v", dead)
			}
			must(t, h.View(func(b workgroup.Book) error {
				for l := range workgroup.Letters.Each(b, "") {
					if l.Text != "filed" {
						t.Errorf("letter %+v", l)
					}
				}
				return nil
			}))
			if answers, err = h.Apply([]workgroup.Input{in}, rules{decide: temperamental}); err != nil || said(answers[0]) != "" {
				t.Errorf("applied again: %v, %v", answers, err)
			}
		})
	}
}

func TestAMarkIsAppliedOnce(t *testing.T) {
	h := newHouse(t)
	answers, err := h.Apply([]workgroup.Input{input("a"), input("a"), input(""), input("")}, rules{decide: func(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
		b.Note(workgroup.Event{Kind: workgroup.RoundOpened, Object: in.Mark})
		return toast("yes"), nil
	}})
	must(t, err)
	if said(answers[0]) != "yes" || said(answers[1]) != "" || said(answers[2]) != "yes" || said(answers[3]) != "yes" {
		t.Errorf("answered %v", answers)
	}
	if got := len(h.events()); got != 3 {
		t.Errorf("%d events", got)
	}

	// The same thing may arrive a second time under another inbox key: skipped, and gone from the inbox.
	h.receive(5)
	waiting, _ := h.Inbox(0)
	again := input("a")
	again.Inbox = waiting[0].Inbox
	answers, err = h.Apply([]workgroup.Input{again}, rules{decide: keep})
	must(t, err)
	if said(answers[0]) != "" || h.waiting() != "[]" {
		t.Errorf("answered %v, waiting %s", answers, h.waiting())
	}

	// And what has left the inbox was applied, mark or no mark.
	again.Mark = ""
	if answers, err = h.Apply([]workgroup.Input{again}, rules{decide: keep}); err != nil || said(answers[0]) != "" {
		t.Errorf("answered %v, %v", answers, err)
	}

	long := input(strings.Repeat("m", bolt.MaxKeySize+1))
	for _, want := range []string{"yes", ""} {
		answers, err = h.Apply([]workgroup.Input{long}, rules{decide: func(workgroup.Book, workgroup.Input) (workgroup.Answer, error) {
			return toast("yes"), nil
		}})
		if err != nil || said(answers[0]) != want {
			t.Errorf("a long mark: %v, %v", answers, err)
		}
	}
}

// TestAnInputThatCannotBeCommitted lets every commit that holds a certain report fail.
func TestAnInputThatCannotBeCommitted(t *testing.T) {
	poisoned := func(tx *bolt.Tx, key string) bool { return tx.Bucket([]byte("r:reports")).Get([]byte(key)) != nil }
	h := newHouse(t)
	h.commit = func(tx *bolt.Tx) error {
		if poisoned(tx, "bad") {
			panic("a page that cannot be written")
		}
		return tx.Commit()
	}
	answers, err := h.Apply([]workgroup.Input{input("before"), input("bad"), input("after")}, rules{decide: keep})
	must(t, err)
	if got := fmt.Sprint(said(answers[0]), "|", said(answers[1]), "|", said(answers[2])); got != "kept before|refused 1|kept after" {
		t.Errorf("answered %q", got)
	}
	if dead := h.dead(); len(dead) != 1 || dead[0].Reason != "commit: panic: a page that cannot be written" {
		t.Errorf("set aside: %+v", dead)
	}
	if !h.has("before") || h.has("bad") || !h.has("after") {
		t.Error("kept the wrong reports")
	}
	h.sound()

	// When not even its answer can be committed, it is set aside in silence.
	h.commit = func(tx *bolt.Tx) error {
		if poisoned(tx, "worse") || poisoned(tx, "sorry") {
			return errors.New("no")
		}
		return tx.Commit()
	}
	answers, err = h.Apply([]workgroup.Input{input("worse"), input("fine")}, rules{decide: keep, refuse: func(b workgroup.Book, _ workgroup.Input, _ error, _ string) workgroup.Answer {
		reports.Put(b, record{ID: "sorry"})
		return toast("sorry")
	}})
	must(t, err)
	if said(answers[0]) != "" || said(answers[1]) != "kept fine" || len(h.dead()) != 2 {
		t.Errorf("answered %v, dead %+v", answers, h.dead())
	}
	h.sound()
}

// TestAFullDiskBlamesNobody lets the system refuse to write; afterwards everything is still to be done.
func TestAFullDiskBlamesNobody(t *testing.T) {
	for _, full := range []error{
		fmt.Errorf("write: %w", syscall.ENOSPC),
		errors.New("file resize error: no space left on device"),
	} {
		h := newHouse(t)
		h.receive(1)
		waiting, _ := h.Inbox(0)
		in := workgroup.Input{Mark: "a", Inbox: waiting[0].Inbox, Now: noon}
		h.commit = func(*bolt.Tx) error { return full }
		if answers, err := h.Apply([]workgroup.Input{in}, rules{decide: keep}); !errors.Is(err, full) || answers != nil {
			t.Errorf("answered %v, %v", answers, err)
		}
		if h.waiting() != "[1]" || len(h.dead()) != 0 || h.has("a") {
			t.Error("something was kept")
		}
		h.commit = (*bolt.Tx).Commit
		answers, err := h.Apply([]workgroup.Input{in}, rules{decide: keep})
		if err != nil || said(answers[0]) != "kept a" {
			t.Errorf("with room again: %v, %v", answers, err)
		}
		h.sound()
	}
}

// The disk may fill while the inputs are run one by one: what was committed has its answer, and nothing else has.
func TestAnswersBesideAnErrorAreThoseOfWhatIsKept(t *testing.T) {
	h := newHouse(t)
	commits := 0
	h.commit = func(tx *bolt.Tx) error {
		switch commits++; commits {
		case 1:
			return errors.New("some page")
		case 2:
			return tx.Commit()
		default:
			return syscall.ENOSPC
		}
	}
	answers, err := h.Apply([]workgroup.Input{input("a"), input("b"), input("c")}, rules{decide: keep})
	if !errors.Is(err, syscall.ENOSPC) || len(answers) != 3 {
		t.Fatalf("answered %v, %v", answers, err)
	}
	if got := said(answers[0]) + "|" + said(answers[1]) + "|" + said(answers[2]); got != "kept a||" {
		t.Errorf("answered %q", got)
	}
	if !h.has("a") || h.has("b") || h.has("c") {
		t.Error("kept the wrong reports")
	}
}

func TestApplyAfterClose(t *testing.T) {
	h := newHouse(t)
	must(t, h.Close())
	if _, err := h.Apply([]workgroup.Input{input("a")}, rules{decide: keep}); err == nil {
		t.Error("a closed store applied something")
	}
}
