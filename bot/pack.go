package bot

import (
	"maps"
	"strconv"
	"strings"

	"fangkong/bot/button"
	"fangkong/bot/errand"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// packVersion is a version of a pack as people name it: “v1”, “第1版”.
var packVersion = pattern.MustCompile(`(?i)(?:v(?:ersion)?\s?([0-9]{1,2})|第?\s?([0-9]{1,2})\s?版)$`)

// packCommand is /pack: what lies before the meeting of a date, as it was frozen last or in the version that is named; before that what it
// would say now.
func (t *turn) packCommand(args string) error {
	version := 0
	if m := packVersion.FindStringSubmatch(args); m != nil {
		version, _ = strconv.Atoi(m[1] + m[2])
		args = strings.TrimSpace(strings.TrimSuffix(args, m[0]))
	}
	date, err := t.dateIn(args)
	if err != nil {
		return err
	}
	p, ok := workgroup.LastPack(t.b, date)
	if version > 0 && version != p.Version {
		most := p.Version
		if p, ok = workgroup.Packs.Get(t.b, workgroup.Pack{Date: date, Version: version}.Key()); !ok {
			return workgroup.Refuse(workgroup.NoPackVersion, "date", date, "version", version, "last", most)
		}
	}
	if ok {
		says := maps.Clone(p.Says)
		says["other"] = date != t.today()
		t.reply("say/pack", says, t.College.Annexes(t.b, p, t.now)...)
		return nil
	}
	round, ok := workgroup.Rounds.Get(t.b, string(date))
	if !ok || date != t.today() {
		return workgroup.Refuse(workgroup.NoPack, "date", date)
	}
	t.reply("say/pack", t.College.PackFacts(t.b, round, t.now))
	return nil
}

// pressAnnex brings an annex of a pack: a file of the figures as they were frozen, or what waits as it stands now.
func (t *turn) pressAnnex() error {
	key, name := button.CutLast(t.button.Object)
	switch {
	case !t.private() || !workgroup.Packs.Has(t.b, key):
		return workgroup.Refuse(workgroup.Changed)
	case !t.person.Holds(workgroup.PackReaders...):
		return workgroup.Refuse(workgroup.PackNotYours)
	}
	switch workgroup.Annex(name) {
	case workgroup.WorkbookAnnex, workgroup.AttendanceAnnex, workgroup.TrendAnnex:
		workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForPaper, Object: t.button.Object, By: t.person.ID, Written: t.now})
		t.toast("toast/paper-coming", false, nil)
		return nil
	case workgroup.PapersAnnex:
		waiting := workgroup.PapersWaiting(t.b, t.today())
		for _, one := range waiting {
			workgroup.ShowPaper(t.b, one, t.person, t.now)
		}
		return t.annexed(len(waiting))
	case workgroup.ProblemsAnnex:
		return t.decisionsCommand("")
	case workgroup.NoticesAnnex:
		return t.unreadCommand("")
	case workgroup.DutyAnnex:
		return t.showDuty(t.today(), 1)
	}
	return workgroup.Refuse(workgroup.Changed)
}

// annexed answers a press whose annex has come below, or that there is nothing of it any more.
func (t *turn) annexed(n int) error {
	t.toast("toast/annexed", false, workgroup.Facts{"n": n})
	return nil
}
