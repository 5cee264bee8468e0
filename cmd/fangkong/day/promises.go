package day

import (
	"fmt"
	"strings"

	"fangkong/store"
	"fangkong/store/workgroup"
)

// promises checks what the day was to prove, prints each with its figures, and fails when one does not hold.
func (d *day) promises() error {
	d.printf("\n━━ %s\n", d.in("核对", "the promises"))
	var tally workgroup.Tally
	err := d.Store.View(func(b workgroup.Book) error {
		round, _ := workgroup.Rounds.Get(b, "2020-01-31")
		tally = d.College.Count(b, round)
		return nil
	})
	if err != nil {
		return err
	}
	d.counts(tally)
	broken := 0
	for _, check := range []func(workgroup.Tally) (string, error){
		d.answeredIsKept, d.missedOnce, d.nothingLost, d.casesRing, d.readIsARead, d.decidedAndReceived, d.quietGroup, d.nothingPersonal, d.traceable,
	} {
		what, err := check(tally)
		mark := "✓"
		if err != nil {
			mark, broken = "✗", broken+1
			what += "\n    " + err.Error()
		}
		d.printf("%s %s\n", mark, what)
	}
	if broken > 0 {
		return ErrBroken
	}
	return nil
}

func (d *day) counts(t workgroup.Tally) {
	sheets := 0
	late := 0
	for _, s := range t.Sheets {
		if s.Sheet.Revision > 0 {
			sheets++
		}
		if s.Sheet.Mark == workgroup.Late {
			late++
		}
	}
	d.printf(d.in("单位 %d：按时 %d，逾时 %d，迟报 %d，未报 %d（零报告 %d，代报 %d，更正 %d）；汇总 %d（迟报 %d）\n",
		"units %d: on time %d, overdue %d, late %d, not heard from %d (zero reports %d, on behalf %d, corrected %d); consolidations %d (late %d)\n"),
		len(t.Lines), t.OnTime, t.Overdue, t.Late, t.Missing, t.Zeros, t.OnBehalf, len(t.Amended), sheets, late)
	calls := 0
	for _, c := range d.Telegram.Calls() {
		if c.Method != "getUpdates" {
			calls++
		}
	}
	d.printf(d.in("收到更新 %d，发出请求 %d\n", "updates received %d, requests made %d\n"), len(d.Telegram.Emitted()), calls)
}

// answeredIsKept: a report answered ✅ survives power loss.
func (d *day) answeredIsKept(t workgroup.Tally) (string, error) {
	what := fmt.Sprintf(d.in("承诺1 凡答复 ✅ 的报送都在盘上（%d 次答复，期间断电一次）", "1 every report answered ✅ is on disk (%d answers, one power failure)"), len(d.receipts))
	answered := map[workgroup.UnitID]int{}
	for _, r := range d.receipts {
		answered[r.unit]++
	}
	for _, l := range t.Lines {
		if l.Standing.Revision != answered[l.Unit.ID] {
			return what, fmt.Errorf("%s: %d answers, revision %d", l.Unit.ID, answered[l.Unit.ID], l.Standing.Revision)
		}
	}
	return what, nil
}

// missedOnce: the reminder that fell due while the bot was down went out once on return.
func (d *day) missedOnce(t workgroup.Tally) (string, error) {
	what := d.in("承诺2 停机时到点的 14:20 提醒，恢复后补发一次，并写进汇总", "2 the 14:20 reminder that fell due while the bot was down went out once on return, and the summary says so")
	calls := 0
	for _, m := range d.Group.Posts() {
		if strings.Contains(m.Text, "还有") && strings.Contains(m.Text, "未报") {
			calls++
		}
	}
	if calls != 1 || len(t.Tardy) != 1 || t.Tardy[0].Name != workgroup.StepAgain || len(t.Missed) != 0 {
		return what, fmt.Errorf("sent %d times; late steps %v; missed %v", calls, t.Tardy, t.Missed)
	}
	return what, nil
}

// nothingLost: no update is lost, none is applied twice.
func (d *day) nothingLost(workgroup.Tally) (string, error) {
	updates := len(d.Telegram.Emitted())
	what := fmt.Sprintf(d.in("承诺3 %d 条更新各处理一次，没有丢失，没有重复，没有搁置", "3 %d updates were applied once each, none set aside"), updates)
	dead := 0
	if err := d.Store.Dead(func(store.DeadInput) bool { dead++; return true }); err != nil {
		return what, err
	}
	waiting, err := d.Store.Inbox(1)
	if err != nil {
		return what, err
	}
	if left := d.Telegram.Pending() + len(waiting); left > 0 || dead > 0 || d.Applied != updates {
		return what, fmt.Errorf("applied %d, waiting %d, set aside %d", d.Applied, left, dead)
	}
	return what, nil
}

// quietGroup: at most eight standing posts by the bot in the group.
func (d *day) quietGroup(workgroup.Tally) (string, error) {
	standing := 0
	for _, m := range d.Group.Standing() {
		if !urgentPost(m.Text) {
			standing++
		}
	}
	what := fmt.Sprintf(d.in("安静的群：助手当天在群里留下 %d 条（上限 8，紧急情况另计）", "a quiet group: the bot left %d posts that day (at most 8, urgent cases aside)"), standing)
	if standing > 8 {
		return what, fmt.Errorf("%d posts", standing)
	}
	return what, nil
}

// nothingPersonal: the bot posts nobody's health in the group: counts of units at most, and no name but that of the head
// it is talking to.
func (d *day) nothingPersonal(workgroup.Tally) (string, error) {
	what := d.in("承诺5 除点名正在填报的负责人外，助手没有在群里发过姓名、电话；封闭、集中隔离、疑似、确诊的数也没有", "5 but for the head it talks to, the bot named nobody in the group, and nobody under lockdown, centrally quarantined, suspected or confirmed")
	for _, m := range d.Group.Posts() {
		if leak := d.Leak(m); leak != "" {
			return what, fmt.Errorf("post %d: %s", m.ID, leak)
		}
	}
	return what, nil
}

// traceable: every figure leads to a message or a press, and the journal verifies.
func (d *day) traceable(t workgroup.Tally) (string, error) {
	found, err := d.Store.Verify()
	what := fmt.Sprintf(d.in("承诺7 每个数都能追到原话或按键；台账 %d 行，链完整", "7 every figure leads to words or a press; journal of %d lines, unbroken"), found.Lines)
	if err != nil {
		return what, err
	}
	if !found.Sound() {
		return what, fmt.Errorf("%v", found.Faults)
	}
	for _, l := range t.Lines {
		if l.State != workgroup.Filed {
			continue
		}
		if len(l.Standing.Sources) == 0 {
			return what, fmt.Errorf("%s: no source", l.Unit.ID)
		}
		for _, s := range l.Standing.Sources {
			if s.Text == "" || s.At.IsZero() {
				return what, fmt.Errorf("%s: a source without words or time", l.Unit.ID)
			}
		}
	}
	for _, c := range d.Telegram.Calls() {
		if !c.OK && c.Method == "sendMessage" {
			return what, fmt.Errorf("a message was refused: %s", c.Description)
		}
	}
	return what, nil
}
