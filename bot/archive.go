package bot

import (
	"fmt"
	"slices"
	"strconv"

	"fangkong/bot/errand"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// archived is how many reports one answer lists, the newest first.
const archived = 10

// entryNumber is the number of a report as it is written on it.
var entryNumber = pattern.MustCompile(`([0-9]{4})\s*[〕\]】）)年]?\s*第?\s*([0-9]{1,6})\s*号|(?i:\bno\.?\s*([0-9]{1,6})\s*(?:of|in)\s*([0-9]{4}))`)

// archiveCommand is /archive: the reports to the authorities, by date, number or word; without any the newest.
func (t *turn) archiveCommand(args string) error {
	t.listPapers(args)
	return nil
}

// listPapers lists the reports that words name, with what was sent of each.
func (t *turn) listPapers(args string) {
	found := t.papersOf(args)
	slices.Reverse(found)
	more := max(0, len(found)-archived)
	lines, rows := []workgroup.Facts{}, [][]workgroup.Button{}
	for _, p := range found[:len(found)-more] {
		facts := t.SentFacts(t.b, p, t.now)
		lines = append(lines, facts)
		if mayReadPaper(t.person) && p.State != workgroup.PaperDraft {
			rows = append(rows, []workgroup.Button{{Label: "button/paper-document", Facts: facts, Verb: "signoff", Object: p.Key() + "/read", Version: p.Version}})
		}
	}
	year := t.now.In(t.College.Zone).Year()
	if len(found) > 0 {
		year = found[0].Date.In(t.College.Zone).Year()
		if e, ok := workgroup.EntryOf(t.b, found[0]); ok {
			year = e.Year // a report of the last day of a year may be signed in the next
		}
	}
	rows = append(rows, []workgroup.Button{{Label: "button/paper-register", Facts: workgroup.Facts{"year": year}, Verb: "register", Object: strconv.Itoa(year)}})
	t.reply("say/archive", workgroup.Facts{"lines": lines, "more": more, "words": args}, rows...)
}

// numberAlone is such a number without its year: 1号, 1号文. Where there is no such report it may be a day.
var numberAlone = pattern.MustCompile(`^第?\s*([0-9]{1,6})\s*号(?:文件?|件|报告|上报件)?$|^(?i:no\.?)\s*([0-9]{1,6})$`)

// paperNumbered is the newest report with a number, of whatever year.
func (t *turn) paperNumbered(number string) (workgroup.Paper, bool) {
	n, _ := strconv.Atoi(number)
	for year := t.today().In(t.College.Zone).Year(); n > 0; year-- {
		if e, ok := workgroup.PaperEntries.Get(t.b, workgroup.PaperEntry{Year: year, Number: n}.Key()); ok {
			return workgroup.Papers.Get(t.b, e.Paper)
		}
		if _, any := workgroup.PaperEntries.Last(t.b, fmt.Sprintf("%04d/", year)); !any && year < t.today().In(t.College.Zone).Year() {
			break
		}
	}
	return workgroup.Paper{}, false
}

// papersOf are the reports that words name, oldest first; what is not signed yet is found by its date alone.
func (t *turn) papersOf(words string) (out []workgroup.Paper) {
	words = people.Narrow(words)
	if m := entryNumber.FindStringSubmatch(words); m != nil {
		year, _ := strconv.Atoi(m[1] + m[4])
		n, _ := strconv.Atoi(m[2] + m[3])
		if e, ok := workgroup.PaperEntries.Get(t.b, workgroup.PaperEntry{Year: year, Number: n}.Key()); ok {
			p, _ := workgroup.Papers.Get(t.b, e.Paper)
			out = append(out, p)
		}
		return out
	}
	if m := numberAlone.FindStringSubmatch(words); m != nil {
		if p, ok := t.paperNumbered(m[1] + m[2]); ok {
			return []workgroup.Paper{p}
		}
	}
	if date, err := t.dateIn(words); err == nil && words != "" {
		return slices.Collect(workgroup.Papers.Each(t.b, string(date)+"/"))
	}
	for p := range workgroup.Papers.Each(t.b, "") {
		if p.Signature.Done() && p.Says(words) {
			out = append(out, p)
		}
	}
	return out
}

// pressRegister has the register of a year made.
func (t *turn) pressRegister() error {
	switch {
	case !t.private():
		return workgroup.Refuse(workgroup.Changed)
	case !mayHave(t.person, errand.RegisterPaper):
		return workgroup.Refuse(workgroup.PaperCollege)
	}
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForRegister, Object: t.button.Object + "/" + errand.RegisterPaper, By: t.person.ID, Written: t.now})
	t.toast("toast/paper-coming", false, nil)
	return nil
}
