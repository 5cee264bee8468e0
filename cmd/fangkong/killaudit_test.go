package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// audit holds what is on disk against what people saw, and returns the figures.
func (k *killing) audit() string {
	k.t.Helper()
	s, err := store.Open(k.settings.Data, store.Options{Now: k.now})
	if err != nil {
		k.t.Fatal(err)
	}
	defer func() { _ = s.Close() }()

	found, err := s.Verify()
	if err != nil || !found.Sound() {
		k.t.Errorf("the store does not verify: %v %q", err, found.Faults)
	}
	if waiting, err := s.Inbox(0); err != nil || len(waiting) > 0 {
		k.t.Errorf("%d updates were not applied: %v", len(waiting), err)
	}
	if err := s.Dead(func(d store.DeadInput) bool { k.t.Errorf("set aside: %s\n%s", d.Reason, d.Raw); return true }); err != nil {
		k.t.Error(err)
	}
	var reports, letters, doubled int
	err = s.View(func(b workgroup.Book) error {
		reports = k.reports(b)
		letters, doubled = k.letters(b)
		k.reminders(b)
		return nil
	})
	if err != nil {
		k.t.Error(err)
	}
	k.filedOnce(s)
	updates, expired := k.applied(s)
	seen := 0
	for _, n := range k.seen {
		seen += n
	}
	return fmt.Sprintf("%d updates applied once each (%d presses expired at Telegram), %d revisions, %d answers ✅ seen, %d letters, "+
		"%d messages doubled, journal of %d lines unbroken", updates, expired, reports, seen, letters, doubled, found.Lines)
}

// reports: each unit's answer stands as its head saw it confirmed, and none was filed twice from one message.
func (k *killing) reports(b workgroup.Book) (n int) {
	k.t.Helper()
	from := map[string]string{}
	for r := range workgroup.Reports.Each(b, "") {
		n++
		for _, s := range r.Sources {
			if s.Message == 0 {
				continue
			}
			key := workgroup.SourceKey(s.Chat, s.Message)
			if other, twice := from[key]; twice {
				k.t.Errorf("message %s was filed as %s and as %s", key, other, r.Key())
			}
			from[key] = r.Key()
		}
	}
	for _, u := range k.roster.Units {
		standing, filed := workgroup.FiledOn(b, "2020-01-31", u.ID)
		want, any := k.want[u.ID]
		at_home, _ := standing.Figures.Said("home_quarantine_now")
		switch {
		case filed != any:
			k.t.Errorf("%s: filed %v, want %v", u.ID, filed, any)
		case filed && (standing.Revision != want.revision || workgroup.Count(at_home) != want.at_home):
			k.t.Errorf("%s: revision %d with %d at home, want %+v", u.ID, standing.Revision, at_home, want)
		}
	}
	return n
}

// letters: nothing waits and nothing was lost; every command was answered. A message of the bot that no record knows is a
// copy that a crash left behind: at most one a chat and life.
func (k *killing) letters(b workgroup.Book) (n, doubled int) {
	k.t.Helper()
	type place struct {
		chat    int64
		message int
	}
	known := map[place]bool{}
	answers := 0
	for l := range workgroup.Letters.Each(b, "") {
		k.t.Errorf("letter %s to %d was not sent", l.Text, l.Chat)
	}
	for s := range workgroup.Stale.Each(b, "") {
		k.t.Errorf("card %s is not shown as it is", s.Card)
	}
	for l := range workgroup.Sent.Each(b, "") {
		n++
		if l.Failure != "" {
			k.t.Errorf("letter %s to %d was lost: %s", l.Text, l.Chat, l.Failure)
		}
		if l.Text == "say/whoami" {
			answers++
		}
		known[place{l.Chat, l.Message}] = true
	}
	if answers != k.asked {
		k.t.Errorf("/whoami was asked %d times and answered %d times", k.asked, answers)
	}
	for c := range workgroup.Cards.Each(b, "") {
		known[place{c.Chat, c.Message}] = true
	}
	events := k.telegram.Transcript()
	for _, e := range events {
		if e.What == sandbox.Deleted {
			known[place{e.Chat, e.Message}] = true
		}
	}
	copies := map[string]int{}
	for _, e := range events {
		if !e.Bot || e.What != sandbox.Said || known[place{e.Chat, e.Message}] {
			continue
		}
		doubled++
		crash := fmt.Sprintf("chat %d, life %d", e.Chat, k.lifeAt(e.Time))
		if copies[crash]++; copies[crash] > 1 {
			k.t.Errorf("%s: %d messages doubled, among them %q", crash, copies[crash], e.Text)
		}
	}
	if doubled == 0 {
		k.t.Error("no crash fell between a message and its being written down: the day proves nothing about doubling")
	}
	return n, doubled
}

// lifeAt is the life in which something happened.
func (k *killing) lifeAt(at time.Time) int {
	n := 0
	for n < len(k.births) && !k.births[n].After(at) {
		n++
	}
	return n
}

// reminders: whoever still owed at the next step too was written to at this one, each head and deputy; the unit that never
// answered at every one.
func (k *killing) reminders(b workgroup.Book) {
	k.t.Helper()
	round, ok := workgroup.Rounds.Get(b, "2020-01-31")
	if !ok {
		k.t.Fatal("no round")
	}
	done := map[workgroup.StepName]time.Time{}
	for _, s := range round.Steps {
		if done[s.Name] = s.Done; s.At.Before(k.clock("15:02:00")) && s.Done.IsZero() {
			k.t.Errorf("step %s was not taken (missed %v)", s.Name, s.Missed)
		}
	}
	told := map[string]int{}
	for l := range workgroup.Sent.Each(b, "") {
		told[l.Text+" "+l.About.Object+" "+string(l.Person)]++
	}
	next := map[workgroup.StepName]workgroup.StepName{workgroup.StepRemind: workgroup.StepAgain, workgroup.StepAgain: workgroup.StepUnits,
		workgroup.StepUnits: workgroup.StepLeads}
	for step, after := range next {
		for _, u := range workgroup.Roster(b) {
			filed, ok := workgroup.FiledOn(b, round.Date, u.ID)
			if ok && filed.First.Before(done[after]) {
				continue
			}
			for _, p := range workgroup.Speakers(b, u.ID) {
				key := "say/owe-" + string(step) + " " + workgroup.OwedBy(round.Date, u.ID) + " " + string(p.ID)
				if told[key] != 1 {
					k.t.Errorf("%s: written %d times", key, told[key])
				}
			}
		}
	}
}

// filedOnce: the journal has one line for each revision.
func (k *killing) filedOnce(s *store.Store) {
	k.t.Helper()
	lines := map[string]int{}
	err := s.Journal(0, func(l store.Line) bool {
		if l.Event.Kind == workgroup.ReportFiled || l.Event.Kind == workgroup.ReportAmended {
			lines[l.Event.Object]++
		}
		return true
	})
	if err != nil {
		k.t.Error(err)
	}
	for object, n := range lines {
		if n != 1 {
			k.t.Errorf("report %s was filed %d times", object, n)
		}
	}
}

// applied asks the store to apply every update that Telegram ever had, again. One that it remembers is skipped; what it
// does not remember never reached it, and only a press that expired in Telegram's queue may not have.
func (k *killing) applied(s *store.Store) (updates, expired int) {
	k.t.Helper()
	var inputs []workgroup.Input
	for _, raw := range k.telegram.Emitted() {
		var u struct {
			ID    int64           `json:"update_id"`
			Press json.RawMessage `json:"callback_query"`
		}
		if err := json.Unmarshal(raw, &u); err != nil {
			k.t.Fatal(err)
		}
		inputs = append(inputs, workgroup.Input{Mark: "u" + strconv.FormatInt(u.ID, 10), Now: k.now(), Body: u.Press != nil})
	}
	var unseen unseenRules
	if _, err := s.Apply(inputs, &unseen); err != nil {
		k.t.Error(err)
	}
	for _, in := range unseen {
		if press, _ := in.Body.(bool); !press {
			k.t.Errorf("update %s was lost", strings.TrimPrefix(in.Mark, "u"))
		}
	}
	return len(inputs) - len(unseen), len(unseen)
}

// unseenRules collect the inputs that a store does not remember.
type unseenRules []workgroup.Input

func (r *unseenRules) Decide(_ workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
	*r = append(*r, in)
	return workgroup.Answer{}, nil
}

func (r *unseenRules) Refuse(workgroup.Book, workgroup.Input, error, string) workgroup.Answer {
	return workgroup.Answer{}
}
