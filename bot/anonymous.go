package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// anonymous tells whether a message is an administrator's who writes as the group: Telegram tells nobody who.
func (t *turn) anonymous() bool {
	return t.msg != nil && t.msg.SenderChat != nil && t.msg.SenderChat.ID == t.msg.Chat.ID
}

// anonymousWords answers an administrator who writes without a name. News of a case rings like anybody's; of what may be one, and of a
// 🚨, they are told where they can be asked; of a report, that it was not taken: once a day in words, then by a mark. What goes on about a case
// that came under the same signature is added to it, and what tells of somebody else rings as a case of its own.
func (t *turn) anonymousWords() {
	words := t.msg.Text
	if words == "" {
		words = t.msg.Caption
	}
	r := t.reader().Read(words, understand.Context{Date: string(workgroup.DateOf(t.said))})
	name, _, command, foreign := t.parseCommand(words)
	_, siren := strings.CutPrefix(strings.TrimSpace(words), "🚨")
	switch {
	case t.from == nil || foreign:
	case t.msg.ForwardOrigin == nil && !command && !t.edited && r.Urgent == understand.No && t.unnamedAsks(words):
	case r.Urgent == understand.Yes && t.msg.ForwardOrigin != nil:
		t.forwardedCase(r, words)
	case r.Urgent == understand.Yes:
		t.urgentHeard(r, words)
	case t.edited:
		t.alarmEdited()
	case t.msg.ForwardOrigin == nil && !command && t.unnamedOther(r, words):
		if r.UrgentType == "" {
			r.UrgentType = typeHeard(r)
		}
		t.urgentHeard(r, words)
	case siren || command && name == "urgent" || slices.Contains(crying, bareWord(words)) || r.Urgent == understand.Maybe && t.msg.ForwardOrigin == nil:
		if !t.goesOnUnnamed(words) {
			t.asksElsewhere()
		}
	case t.msg.ForwardOrigin == nil && !command && t.unnamedMore(r, words) && t.goesOnUnnamed(words):
	case !reports(r) || r.Unit == "" && !slices.ContainsFunc(sorted(r.Fields), func(key string) bool { return r.Fields[key] > 0 }):
	case t.once("anonymous"):
		t.reply("say/anonymous", workgroup.Facts{"bot": t.Username})
	default:
		t.mark("🤔")
	}
}

// unnamedAsks answers who has it, how it stands, and a call for help, where there is a case in the group or one was told of under the same
// signature: with what everybody reads there, else with whom to telephone. A call for help is kept with what was told.
func (t *turn) unnamedAsks(words string) bool {
	code, text := cutCode(words)
	text = strings.Trim(bareWord(text), "?？ 呢啊呀")
	out := callsOut.MatchString(words)
	if !out && !asksWho.MatchString(text) && !asksNext.MatchString(text) && !asksHowGoes.MatchString(text) {
		return false
	}
	_, begun := t.unnamedCall()
	cases := t.unnamedCases()
	switch {
	case out && len(cases) > 0:
		t.passOut(cases[0], words)
		t.saysPlainly(cases[:1])
	case out && begun && t.goesOnUnnamed(words), begun && len(cases) == 0:
		t.asksElsewhere()
	case out:
		return false
	default:
		return t.saysInGroup(code, asksWho.MatchString(text))
	}
	return true
}

// crying is what only calls for help.
var crying = []string{"紧急", "紧急报告", "紧急情况", "urgent"}

// unnamedCases are the cases that came under the same signature lately, newest first.
func (t *turn) unnamedCases() []workgroup.Case {
	cases := those(workgroup.Running(t.b), func(k workgroup.Case) bool { return t.reportedBySender(k) && t.now.Sub(k.Opened) < workgroup.Near })
	slices.Reverse(cases)
	return cases
}

// unnamedCall is the report that is being made under the same signature.
func (t *turn) unnamedCall() (workgroup.Call, bool) {
	call, ok := workgroup.Calls.Get(t.b, t.deskOwner())
	return call, ok && call.Reporter.Name == t.signature()
}

// unnamedOther tells whether words that are no plain news of a case tell of somebody else than those told of under the same signature. Who
// cannot be asked is taken to.
func (t *turn) unnamedOther(r understand.Reading, words string) bool {
	if r.Urgent == understand.No && (len(r.Fields) > 0 || r.Zero) {
		return false // a report
	}
	other := func(is understand.Subject) bool {
		return is == understand.Another || is == understand.MaybeAnother && r.Urgent != understand.No
	}
	call, begun := t.unnamedCall()
	cases := t.unnamedCases()
	if !begun && len(cases) == 0 || begun && !other(toldIn(call).About(r, words)) {
		return false
	}
	return !slices.ContainsFunc(cases, func(k workgroup.Case) bool { return !other(about(k, r, words)) })
}

// unnamedMore tells whether words go on about somebody told of under the same signature, or say since when it is known.
func (t *turn) unnamedMore(r understand.Reading, words string) bool {
	if len(r.Fields) > 0 || r.Zero {
		return false
	}
	_, timed := understand.KnownIn(words, t.said)
	if timed || understand.GoesOn(words) || understand.AllClear(words) || takenAway.MatchString(words) {
		return true
	}
	named := func(c understand.Told) bool { return c.Names(words) || c.Besides(words) != understand.TheSame }
	if call, ok := t.unnamedCall(); ok && named(toldIn(call)) {
		return true
	}
	return slices.ContainsFunc(t.unnamedCases(), func(k workgroup.Case) bool {
		all := told(k)
		for _, r := range k.Remarks {
			if k.Reporter.Anonymous && r.Name == k.Reporter.Name {
				all.Words += "\n" + r.Text // the name may have come later
			}
		}
		return named(all)
	})
}

// takenAway is where a patient told of just before was taken, and nothing of whom (“已经送一附院了”); whoIs, who they are.
var takenAway = pattern.MustCompile(`^\s*(?:人|学生)?(?:已经?|刚刚?|正在?|现在|在|被)*(?:送(?:[到往去]|医|诊|一|二|三|市|县|省|人民|中心)|转[到往去院诊]|120)|^\s*是[^，,。！!]{0,12}的[\p{Han}]{2,4}(?:$|[，,。])`)

// goesOnUnnamed adds words to the report that is being made under the same signature, else to the newest case that came under it, and lets
// those read them who were woken, or who have it. False: there is neither.
func (t *turn) goesOnUnnamed(words string) bool {
	if call, ok := t.unnamedCall(); ok {
		t.alarm(workgroup.SourceKey(t.chat.ID, t.msg.ID), call.Unit, words)
		call = t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: excerpt(words)}, t.now)
		if w, timed := understand.KnownIn(words, t.said); timed {
			call.Known, call.Rough, call.Assumed, call.Day = w.At, w.Rough, false, ""
			call.Keep(t.b, false, t.now)
		}
		t.mark("✍")
		return true
	}
	cases := t.unnamedCases()
	if len(cases) == 0 {
		return false
	}
	r := t.remark(excerpt(words), t.said)
	t.saysKnown(cases[0], r)
	t.College.Link(t.b, cases[0], r, t.now)
	t.mark("✍")
	return true
}

// typeHeard is what kind of case a reading counts, or is in doubt about; “”: of none.
func typeHeard(r understand.Reading) string {
	keys := sorted(r.Fields)
	for _, d := range r.Doubts {
		keys = append(keys, d.Key)
	}
	for _, key := range keys {
		if base, _, _ := workgroup.Key(key).Parts(); workgroup.KindsHeard[base] != "" {
			return base
		}
	}
	return ""
}

// asksElsewhere tells who cannot be asked in private how to report a case: in words once an hour, then by a mark.
func (t *turn) asksElsewhere() {
	if t.onceAnHour("siren") {
		t.reply("say/urgent-write-me", workgroup.Facts{"phone": t.dutyPhone(), "bot": t.Username})
		return
	}
	t.mark("🙏") // what was said just now says what to do
}

// signature is what stands over an anonymous message: the title of that administrator, else of the group.
func (t *turn) signature() string {
	if t.msg.AuthorSignature != "" {
		return t.msg.AuthorSignature
	}
	return t.msg.SenderChat.Title
}
