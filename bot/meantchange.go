package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

var (
	// calledByOwner begins what is said of a decision by whose it is: “学生处那条让各学院摸底”.
	calledByOwner = pattern.MustCompile(`^([^，,。]{2,12}?)(?:的)?[那这](?:一)?(?:条|项|个|件)(?:决定|议定事项|事情?|任务)?[，,：:]?\s*(.{2,})$`)
	// handedTo begins to whom something is given.
	handedTo = pattern.MustCompile(`^(?:那就?)?(?:改)?(?:转给|交给|换成?|给|让|由|找)\s*`)
	// atLatest begins until when something is to be done.
	atLatest = pattern.MustCompile(`^(?:那就?)?(?:最晚|最迟|不能晚于|不晚于)\s*`)
)

// changing is what words of somebody who may change decisions would have otherwise: of what, and to what; owners are those by whom the decision is called.
type changing struct {
	what, value string
	owners      []workgroup.Owner
}

// changeIn is what words would have otherwise; false where they say nothing of the kind.
func (t *turn) changeIn(words string) (c changing, said bool) {
	words = strings.TrimSpace(words)
	if m := calledByOwner.FindStringSubmatch(words); m != nil {
		if c.owners = t.OwnersIn(t.b, m[1]); len(c.owners) > 0 {
			words = m[2]
		}
	} else if _, opens := opensWithYes(words); !opens {
		return c, false
	}
	rest := strings.Trim(afterNod(words), "，,。.！! ")
	if at := bareTime(atLatest.ReplaceAllString(rest, "")); at != "" {
		if _, ok := t.DeadlineOf(people.Narrow(at), t.said); ok {
			c.what, c.value = card.DecisionWhen, at
			return c, true
		}
	}
	to := handedTo.ReplaceAllString(rest, "")
	if s, ok := t.settlingIn(to); ok && len(s.owners) > 0 && s.until == "" && to != rest {
		c.what, c.value = card.DecisionOwner, to
		return c, true
	}
	c.what, c.value = card.DecisionText, rest
	return c, len(c.owners) > 0
}

// changesMeant are the decisions in force that words of somebody who may change them would have otherwise: those called by whose they are, else the
// newest two.
func (t *turn) changesMeant() (out []waits) {
	c, said := t.changeIn(t.msg.Text)
	if !said || !t.person.Holds(workgroup.PackReaders...) {
		return nil
	}
	all := workgroup.StandingDecisions(t.b)
	slices.Reverse(all)
	if len(c.owners) > 0 {
		all = slices.DeleteFunc(all, func(d workgroup.Decision) bool {
			return !slices.ContainsFunc(c.owners, func(o workgroup.Owner) bool { return slices.Contains(d.Owners(), o) })
		})
	}
	for _, d := range all[:min(2, len(all))] {
		if _, err := t.College.MayChange(t.b, d.Key(), t.person, t.now); err == nil {
			facts := t.College.DecisionFacts(t.b, d, t.now)
			facts["what"], facts["called"] = "decision", d.Code()
			out = append(out, waits{facts, []meantAct{{"change", d.Key(), d.Version}}})
		}
	}
	return out
}

// doneLately are the decisions of these days that the sender has answered for, and that words name though they are done: “后门又坏了”.
func (t *turn) doneLately() (out []waits) {
	var done []workgroup.Decision
	for back := range 2 {
		for _, d := range recordedOn(t.b, t.today().Add(-back)) {
			owns := slices.ContainsFunc(d.Owners(), func(o workgroup.Owner) bool {
				return slices.ContainsFunc(o.People(t.b), func(p workgroup.Person) bool { return p.ID == t.person.ID })
			})
			if d.Done.Done() && !d.Revoked.Done() && owns {
				done = append(done, d)
			}
		}
	}
	for _, d := range thoseNamed(done, t.msg.Text) {
		facts := t.College.DecisionFacts(t.b, d, t.now)
		facts["what"], facts["called"] = "decision", d.Code()
		out = append(out, waits{facts, []meantAct{{"tell", d.Key(), 0}}})
	}
	return out
}
