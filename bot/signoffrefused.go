package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// Who lets a report pass says in words of their own that they do not: nothing is signed then, and it goes back where they say so.

var (
	// noPass is a clause that does not let a report pass, and says no more.
	noPass = pattern.MustCompile(`^(?:我们?|还是|这个|这一?份|本件|现在|暂时|那|先|都|也|可)*(?:不同意|不赞成|反对|不行|不可以|不通过|(?:不能?|不要|不可以|不想|别|甭|不予)(?:签发?|上?报|发)|等等再签|先等等再签|暂缓)(?:签发?|上?报|发|出去|通过)*(?:吧|了|啊|的)*$|` +
		`^(?i:i (?:object|disagree|refuse|(?:do not|don't|cannot|can't) (?:agree|sign(?: it)?))|(?:do not|don't) (?:sign|send)(?: it)?(?: yet)?|not agreed|rejected)$`)
	// ofSignOff is what such a clause speaks of where no signature was begun; “不行” alone may be said of anything.
	ofSignOff = pattern.MustCompile(`(?i)同意|赞成|反对|签|报|暂缓|agree|object|refuse|sign|send|reject`)
	// hesitates is what makes no signature of words that came between its two steps.
	hesitates = pattern.MustCompile(`(?i)[别不](?:能|要|想|可以|予)?(?:签|报|发|通过)|不同意|反对|不行|不妥|等等|等一下|等会|稍等|再等|再看|再说|再想|暂缓|缓一?缓|晚点|退回|重写|重拟|改改|修改|要改|有误|不对|错|\b(?:not|don't|can't|wait|hold|later|wrong|no)\b`)
	// sendsItBack is a clause that has a report go back to its drafter.
	sendsItBack = pattern.MustCompile(`^(?:请|先|还是|要|那就?|就|给我|把它|帮我|麻烦|得|这一?份|这个|再)*(?:退回|打回)(?:去|来)?(?:给?(?:拟稿人|他们?|她))?(?:重拟|重写|重做|重新写|修改|再?改改|再?改一?下|再改|再看看)*(?:吧|一下)*$|^(?:please )?(?:return it|send it back)$`)
	// ofPaper is what a reason to send a report back speaks of.
	ofPaper = pattern.MustCompile(`(?i)[一二三四五]|日期|数|字|标题|写|稿|本件|错|漏|不对|不行|格式|内容|太|报|签|\b(?:wrong|date|figures?|too|missing|title|words?)\b`)
	// clauseEnd stands between clauses.
	clauseEnd = pattern.MustCompile(`[，,。；;！!\n]+\s*`)
)

// objectsOnly tells whether words do not let a report pass, and give no reason.
func objectsOnly(clauses []string) bool {
	return !slices.ContainsFunc(clauses, func(c string) bool { return !noPass.MatchString(c) })
}

// sentBackFor is why a message sends the report at hand back, where it does (“日期写错了吧，退回去改改”); what names a unit is meant of its report.
func (t *turn) sentBackFor(text string) (reason string, back bool) {
	if len(text) > 600 || !strings.Contains(text, "回") && !strings.Contains(text, " back") && !strings.Contains(text, "eturn it") {
		return "", false
	}
	clauses := clausesOf(strings.ToLower(text))
	rest := slices.DeleteFunc(slices.Clone(clauses), func(c string) bool { return sendsItBack.MatchString(c) })
	switch {
	case len(rest) == len(clauses) || strings.ContainsAny(text, "?？"):
		return "", false
	case objectsOnly(rest):
		return "", true
	}
	reason = strings.Join(rest, "，")
	return reason, ofPaper.MatchString(reason) && !t.namesUnit(reason) && t.read(text, understand.Context{}).Urgent == understand.No
}

// namesUnit tells whether a unit's name stands in words.
func (t *turn) namesUnit(words string) bool {
	for u := range workgroup.Units.Each(t.b, "") {
		if slices.ContainsFunc(append([]string{u.Name}, u.Aliases...), func(name string) bool { return name != "" && strings.Contains(words, name) }) {
			return true
		}
	}
	return false
}

// refusesPaper hears that somebody does not let the report pass that waits for them. Nothing is signed, and they are told how it is returned: the
// leading group's plain objection returns it.
func (t *turn) refusesPaper() (bool, error) {
	text := strings.TrimSpace(t.msg.Text)
	clauses := clausesOf(strings.ToLower(text))
	signing := t.gaveUp.What == "sign"
	said := slices.ContainsFunc(clauses, func(c string) bool { return noPass.MatchString(c) && ofSignOff.MatchString(c) })
	waits, objects := onlyWaits(text), said
	said = said || waits || yesBut(text) || rewrites.MatchString(text)
	if len(text) > 600 || !said && !(signing && hesitates.MatchString(text)) {
		return false, nil
	}
	if act, _, _ := t.onPaperTyped(); act != "" || !signing && t.yesWaits() || !said && t.asksBeside(text) || strings.ContainsAny(text, "?？") && !signing {
		return false, nil
	}
	if (waits || yesBut(text)) && !signing && len(t.pleasHere()) > 0 {
		return false, nil // it answers what was asked of a decision
	}
	p, step, open := t.refusable()
	if !open || step == "return" && (waits || yesBut(text)) || t.read(text, understand.Context{}).Urgent != understand.No {
		return false, nil
	}
	if step == "review" && objects && objectsOnly(clauses) && t.sawPaper(p) {
		return true, t.sentBack(p.Key(), p.Version, nil, text)
	}
	var rows [][]workgroup.Button
	if !waits && !objectsOnly(clauses) && t.unfit(text) == mayBeReason {
		rows = t.returnsSo(p, text)
	}
	t.reply("say/paper-refused", workgroup.Facts{"date": p.Date, "step": step, "state": p.State, "reason": len(rows) > 0}, rows...)
	return true, nil
}

// refusable is the newest report that waits for a step of the sender's, and the step; of what is signed already it is returning it.
func (t *turn) refusable() (p workgroup.Paper, step string, waits bool) {
	for _, name := range append(slices.Clone(insteadOf), "return") {
		a, _ := card.PaperActOf(name)
		if found, waits := t.papersFor(a); waits {
			return found[len(found)-1], name, true
		}
	}
	return p, "", false
}

// wavers gives up the first step of a signature for whatever is sent that is no plain yes to it, a question or a command as well, before anybody else
// hears it: what is agreed to then is read back again.
func (t *turn) wavers() {
	if _, begun := t.beganToSign(); begun && t.firsthand() && t.msg.Text != "" {
		if act, words, _ := t.onPaperTyped(); act == "sign" && words == "" {
			return
		}
	}
	t.unsigns()
}

// unsigns gives up the first step of a signature, whatever was sent.
func (t *turn) unsigns() {
	if i, begun := t.beganToSign(); begun {
		workgroup.Intents.Drop(t.b, i.Key())
		t.gaveUp = i
	}
}

// beganToSign is the first step of a signature that the sender has taken, in private.
func (t *turn) beganToSign() (workgroup.Intent, bool) {
	if !t.private() || !t.known || !t.person.Holds(workgroup.Director) {
		return workgroup.Intent{}, false
	}
	i, armed := workgroup.Armed(t.b, t.person.ID, t.now)
	return i, armed && i.What == "sign"
}

// signing tells whether the sender has taken the first step of a signature, and nothing else waits for a yes.
func (t *turn) signing() bool {
	_, begun := t.beganToSign()
	return begun && t.agreesTo() == "sign"
}
