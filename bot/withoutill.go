package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// withoutIll is what words say beside their clauses that tell of somebody who is ill, suspected, or shut off; "" for nothing.
func (t *turn) withoutIll(words string) string {
	var rest strings.Builder
	from, told := 0, false
	for _, at := range append(clauseEnds.FindAllStringIndex(words, -1), []int{len(words), len(words)}) {
		if clause := words[from:at[0]]; t.tellsBeside(clause).Urgent != understand.No {
			told = true
		} else {
			rest.WriteString(words[from:at[1]])
		}
		from = at[1]
	}
	if !told {
		return words
	}
	return strings.Trim(rest.String(), "，,。；;！!\n ")
}

// hearsCase tells whether words tell of a case, though it be one that their writer has only heard of.
func (t *turn) hearsCase(words string) bool {
	if t.read(words, understand.Context{}).Urgent == understand.Yes {
		return true
	}
	rest, heard := understand.Heard(words)
	return heard && t.read(rest, understand.Context{}).Urgent == understand.Yes
}

// decidesBeside begins, while the daily analysis goes on, the decisions that stand beside a case which somebody of it has told of.
func (t *turn) decidesBeside() error {
	m, ok := workgroup.LastMeeting(t.b, t.today())
	rest := t.withoutIll(strings.TrimSpace(t.msg.Text))
	if !ok || !m.Open() || !t.person.Holds(workgroup.PackReaders...) || !t.private() || !t.firsthand() || rest == "" {
		return nil
	}
	_, err := t.resolvesIn(m, rest)
	return err
}

// oneOfThem begins what is told of somebody among those whom a result is about.
var oneOfThem = pattern.MustCompile(`^(?:其中|有[一1两2]?[个名位人]|里面有?)`)

// ofAll is a result without what is told of somebody beside it, which everybody who reads the result has no need to know.
func (t *turn) ofAll(result string) string {
	rest, beside := t.besideIn(result)
	if first := strings.TrimSpace(beside); beside != "" && (oneOfThem.MatchString(first) || besides.MatchString(first)) && speaks(rest) {
		return rest
	}
	return result
}

// drilled is said of what is only played, and of what others only say.
var drilled = pattern.MustCompile(`演[练习]|(?i)\bdrill\b`)

// besideLost is a place where words end that mean nothing else: where somebody of the roster says among them, in private, that a colleague has a fever, it is
// asked about.
func besideLost(to func(*turn) (bool, error)) func(*turn) (bool, error) {
	return func(t *turn) (bool, error) {
		taken, err := to(t)
		words := t.msg.Text
		_, heard := understand.Heard(words)
		if !t.known || !t.private() || !t.firsthand() || heard || drilled.MatchString(words) || !slices.ContainsFunc(clausesOf(words), workerIll.MatchString) {
			return taken, err
		}
		err = t.keeping(err)
		t.caseBeside()
		return taken, err
	}
}
