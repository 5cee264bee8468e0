package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"fangkong/bot/card"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// Words that nothing has understood, of somebody for whom something waits, may have been meant for that: their writer is asked, and what they press is
// done with the words as they were typed.

// mostMeant is for how many things words may be meant that are offered at once.
const mostMeant = 4

// waits is one thing that waits for somebody, as the question names it, and what can be done with it.
type waits struct {
	facts workgroup.Facts
	acts  []meantAct
}

// meantAct is something that is done with words that were not understood: its name, the record that it is done to, and the version of that.
type meantAct struct {
	name    string
	key     string
	version uint64
}

func (a meantAct) String() string { return fmt.Sprintf("%s %d %s", a.name, a.version, a.key) }

// meantActOf is the act that a line of a slip holds.
func meantActOf(line string) (a meantAct, ok bool) {
	n, err := fmt.Sscanf(line, "%s %d %s", &a.name, &a.version, &a.key)
	return a, err == nil && n == 3
}

// asksMeant asks what words that were not understood are meant for; false where nothing waits for their writer. A nod says nothing that could be kept: of
// it only what waits is said.
func (t *turn) asksMeant(nod bool) bool {
	things := t.waitsHere(nod)
	if len(things) == 0 {
		return false
	}
	return t.offersMeant(things[:min(mostMeant, len(things))], t.msg.Text, nod)
}

// offersMeant shows what words may be meant for, one row of buttons a thing.
func (t *turn) offersMeant(things []waits, words string, nod bool) bool {
	var acts []string
	for _, one := range things {
		for _, a := range one.acts {
			acts = append(acts, a.String())
		}
	}
	source := t.slip(slipMeant, strings.Join(acts, "\n"), words)
	if !nod {
		t.lapses(source, acts)
	}
	lines, rows, n := []workgroup.Facts{}, [][]workgroup.Button{}, 0
	for _, one := range things {
		var row []workgroup.Button
		for _, a := range one.acts {
			facts := workgroup.Facts{"of": ""}
			if len(things) > 1 || one.facts["what"] == "notice" {
				facts["of"] = one.facts["called"]
			}
			row = append(row, slipButton("button/meant-"+a.name, source, "in-"+strconv.Itoa(n), facts))
			n++
		}
		lines, rows = append(lines, one.facts), append(rows, row)
	}
	rows = append(rows, []workgroup.Button{slipButton("button/meant-neither", source, "no", nil)})
	t.reply("say/meant", workgroup.Facts{"words": words, "things": lines, "nod": nod}, rows...)
	return true
}

// lapses has the office read the words of a slip that may be of a decision of their writer's, where nobody presses anything.
func (t *turn) lapses(source string, acts []string) {
	ofDecision := slices.ContainsFunc(acts, func(line string) bool {
		a, _ := meantActOf(line)
		return a.name == "done"
	})
	if s, ok := workgroup.Slips.Get(t.b, source); ok && ofDecision {
		s.Lapse = t.now.Add(patience)
		workgroup.Slips.Put(t.b, s)
	}
}

// waitsHere is what waits for the sender, the most urgent first; of a nod only what a nod may be meant for.
func (t *turn) waitsHere(nod bool) (out []waits) {
	out = append(t.queriesWaiting(), t.pleasWaiting(nod)...)
	out = append(out, t.papersWaiting()...)
	if !nod {
		out = append(append(append(out, t.tasksWaiting()...), t.changesMeant()...), t.doneLately()...)
	}
	if out = append(out, t.noticesWaiting(nod)...); !nod {
		out = append(out, t.sheetsWaiting()...)
	}
	return out
}

// queriesWaiting are the questions about figures of the sender's units.
func (t *turn) queriesWaiting() (out []waits) {
	for _, q := range workgroup.QueriesOf(t.b, t.today()) {
		if q.Open() && q.Balance == nil && t.person.Speaks(q.Unit) {
			facts := t.College.QueryFacts(t.b, q)
			facts["what"], facts["called"], facts["lead"], facts["unit"] = "query", "", t.unitName(q.Lead), t.unitName(q.Unit)
			out = append(out, waits{facts, []meantAct{{"stands", q.Key(), 0}, {"mend", q.Key(), 0}}})
		}
	}
	return out
}

// pleasWaiting is what owners ask of their decisions and the sender may answer, the newest first. A question is answered by no nod.
func (t *turn) pleasWaiting(nod bool) (out []waits) {
	all := slices.DeleteFunc(workgroup.StandingDecisions(t.b), func(d workgroup.Decision) bool { return !d.Plea.Done() || d.Plea.By == t.person.ID })
	if !t.person.Holds(workgroup.PackReaders...) {
		return nil
	}
	slices.SortStableFunc(all, func(a, b workgroup.Decision) int { return b.Plea.At.Compare(a.Plea.At) })
	for _, d := range all {
		if _, err := t.College.MayAnswerPlea(t.b, d.Key(), d.Plea.Version(), t.person, t.now); err != nil {
			continue
		}
		facts := t.College.DecisionFacts(t.b, d, t.now)
		by, _ := workgroup.People.Get(t.b, string(d.Plea.By))
		facts["what"], facts["called"], facts["by"], facts["said"] = "plea", d.Code(), by.Name, d.Plea.Words
		act := func(name string) meantAct { return meantAct{name, d.Key(), d.Plea.Version()} }
		acts := []meantAct{act("answer")}
		if d.Plea.Kind == workgroup.PleaTime || d.Plea.Kind == workgroup.PleaOwner {
			acts = []meantAct{act("grant"), act("refuse")}
		}
		out = append(out, waits{facts, acts})
	}
	return out
}

// papersWaiting is the report to the authorities whose next step is the sender's. Signing it begins with its card.
func (t *turn) papersWaiting() (out []waits) {
	for _, step := range []string{"check", "review", "sign"} {
		a, _ := card.PaperActOf(step)
		found, waiting := t.papersFor(a)
		for _, p := range found {
			if !waiting || step == "review" && p.State == workgroup.PaperReviewed || len(out) > 0 {
				continue
			}
			acts := []meantAct{{"paper", p.Key(), p.Version}}
			if step == "check" && t.sawPaper(p) {
				acts = []meantAct{{"check", p.Key(), p.Version}}
			}
			if t.sawPaper(p) {
				acts = append(acts, meantAct{"return", p.Key(), p.Version})
			}
			facts := t.PaperFacts(t.b, p)
			facts["what"], facts["called"], facts["step"] = "paper", "", step
			out = append(out, waits{facts, acts})
		}
	}
	return out
}

// tasksWaiting are the decisions in force that the sender answers for: those that the words name, else the nearest two.
func (t *turn) tasksWaiting() (out []waits) {
	all := t.theirs()
	if named := thoseNamed(all, t.msg.Text); len(named) > 0 {
		all = named
	}
	slices.SortStableFunc(all, func(a, b workgroup.Decision) int { return a.Deadline.Compare(b.Deadline) })
	for _, d := range all[:min(2, len(all))] {
		facts := t.College.DecisionFacts(t.b, d, t.now)
		facts["what"], facts["called"] = "decision", d.Code()
		out = append(out, waits{facts, []meantAct{{"done", d.Key(), 0}, {"progress", d.Key(), 0}, {"ask", d.Key(), 0}}})
	}
	return out
}

// noticesWaiting are the notices that the sender has not read, or has something to do for; of a nod the unread ones.
func (t *turn) noticesWaiting(nod bool) (out []waits) {
	for _, n := range t.owes(func(n workgroup.Notice, r workgroup.Receipt) bool {
		return r.Waits() || !nod && n.Need == workgroup.NeedDone && !r.Done.Done()
	}) {
		act := "received"
		if n.Need == workgroup.NeedDone && !nod {
			act = "did"
		}
		facts := workgroup.Facts{"what": "notice", "called": n.ID, "no": n.ID, "text": card.FirstLine(n.Text)}
		out = append(out, waits{facts, []meantAct{{act, n.Key(), n.Version}}})
	}
	return out
}

// sheetsWaiting are the sheets of the sender's lead units that are due and not filed.
func (t *turn) sheetsWaiting() (out []waits) {
	round, ok := workgroup.Rounds.Get(t.b, string(t.today()))
	if !ok || t.now.Before(round.At(workgroup.StepUnits)) {
		return nil
	}
	for _, lead := range workgroup.OwingSheets(t.b, round) {
		if t.person.Speaks(lead.ID) {
			facts := workgroup.Facts{"what": "sheet", "called": "", "unit": lead.Named()}
			out = append(out, waits{facts, []meantAct{{"sheet", workgroup.SheetObject(round.Date, lead.ID), 0}}})
		}
	}
	return out
}

// meantDoes is what each of the acts does with the words of a slip.
var meantDoes map[string]func(*turn, workgroup.Slip, meantAct) error

func init() {
	// Filled here because some of them are offered like any words.
	meantDoes = map[string]func(*turn, workgroup.Slip, meantAct) error{
		"stands": func(t *turn, s workgroup.Slip, a meantAct) error {
			q, err := t.query(a.key)
			if err == nil {
				err = t.standBy(q)
			}
			return err
		},
		"mend": func(t *turn, _ workgroup.Slip, a meantAct) error {
			q, err := t.query(a.key)
			if err != nil {
				return err
			}
			d, _, err := t.mend(q, q.Asks(t.b))
			if err == nil {
				t.talk(d, true)
			}
			return err
		},
		"answer": (*turn).answersMeant,
		"refuse": (*turn).answersMeant,
		"grant": func(t *turn, s workgroup.Slip, a meantAct) error {
			d, err := t.College.MayAnswerPlea(t.b, a.key, a.version, t.person, t.now)
			if err == nil {
				err = t.grantsPlea(d, s.Text)
			}
			return t.noted(err)
		},
		"check":  func(t *turn, s workgroup.Slip, a meantAct) error { return t.paperMeant("check", "", a) },
		"return": func(t *turn, s workgroup.Slip, a meantAct) error { return t.paperMeant("return", s.Text, a) },
		"paper": func(t *turn, _ workgroup.Slip, a meantAct) error {
			p, ok := workgroup.Papers.Get(t.b, a.key)
			if !ok {
				return workgroup.Refuse(workgroup.NoPaper)
			}
			workgroup.ShowPaper(t.b, p, t.person, t.now)
			return nil
		},
		"done": func(t *turn, s workgroup.Slip, a meantAct) error {
			_, err := t.College.Finish(t.b, a.key, s.Text, t.person, t.now)
			return t.noted(err)
		},
		"progress": func(t *turn, s workgroup.Slip, a meantAct) error {
			d, _ := workgroup.Decisions.Get(t.b, a.key)
			return t.noted(t.tellsProgress(d, s.Text))
		},
		"ask": func(t *turn, s workgroup.Slip, a meantAct) error {
			d, _ := workgroup.Decisions.Get(t.b, a.key)
			return t.noted(t.pleads(d, workgroup.PleaQuestion, s.Text))
		},
		"change": func(t *turn, s workgroup.Slip, a meantAct) error {
			d, ok := workgroup.Decisions.Get(t.b, a.key)
			if !ok || d.Version != a.version {
				return workgroup.Refuse(workgroup.Changed)
			}
			change, _ := t.changeIn(s.Text)
			return t.asksWhyChanged(change.what, change.value, d)
		},
		"tell": func(t *turn, s workgroup.Slip, a meantAct) error {
			return t.noted(t.College.TellAfter(t.b, a.key, excerpt(s.Text), t.person, t.now))
		},
		"received": func(t *turn, _ workgroup.Slip, a meantAct) error {
			return t.noted(t.College.ReplyNotice(t.b, a.key, a.version, t.person, t.said, t.now))
		},
		"did": func(t *turn, s workgroup.Slip, a meantAct) error {
			_, err := t.did(a.key+"/"+strconv.FormatUint(a.version, 10), s.Text)
			return t.noted(err)
		},
		"sheet": func(t *turn, _ workgroup.Slip, a meantAct) error {
			_, lead, err := workgroup.RoundAndUnit(t.b, a.key)
			if err == nil {
				err = t.tellSheet(lead.Name)
			}
			return err
		},
	}
}

// answersMeant answers what was asked of a decision with the words of a slip.
func (t *turn) answersMeant(s workgroup.Slip, a meantAct) error {
	_, err := t.College.LeaveAsIs(t.b, a.key, a.version, excerpt(s.Text), t.person, t.now)
	return t.noted(err)
}

// paperMeant does an act of a report that has not changed since it was offered.
func (t *turn) paperMeant(act, words string, a meantAct) error {
	p, ok := workgroup.Papers.Get(t.b, a.key)
	if !ok {
		return workgroup.Refuse(workgroup.NoPaper)
	}
	of, _ := card.PaperActOf(act)
	return t.doPaper(of, p, a.version, words)
}

// meantFor does what was chosen of what the words of a slip may be meant for.
func (t *turn) meantFor(s workgroup.Slip, answer string) error {
	n, err := strconv.Atoi(answer)
	acts := strings.Split(s.Of, "\n")
	if err != nil || n < 0 || n >= len(acts) {
		return workgroup.Refuse(workgroup.Changed)
	}
	a, ok := meantActOf(acts[n])
	does := meantDoes[a.name]
	if !ok || does == nil {
		return workgroup.Refuse(workgroup.Changed)
	}
	return does(t, s, a)
}

// meantNeither says, of words that are meant for nothing that waits, what can be said.
func (t *turn) meantNeither() { t.saysWhatCan(false) }

// saysWhatCan says what can be said here, in place of an answer to words that nothing has understood.
func (t *turn) saysWhatCan(greeted bool) {
	if t.heads() {
		t.reply("say/lost", workgroup.Facts{})
		return
	}
	t.reply("say/can", workgroup.Facts{"summary": t.person.Holds(workgroup.Overseers...), "greeted": greeted, "duty": t.person.DoesDuty() || t.person.Watches(t.b, t.now)})
}

// courteous tells whether words are plain courtesy, a receipt or thanks, to which a mark alone is an answer where nothing waits.
func courteous(words string) bool {
	word := bareWord(words)
	_, heard := receiptIn(words)
	return all(word, thanks) || heard || !strings.ContainsFunc(words, unicode.IsLetter) || understand.Nods(words) && !surely.MatchString(word)
}
