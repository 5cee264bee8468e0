package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// asksWhen asks when somebody comes, or something is done.
	asksWhen = pattern.MustCompile(`(?i)什么时候|啥时候|几点|何时|几时|多久|多长时间|到哪(?:里|儿)?了|(?:来|到|过来|出发|动身|送走|接走)了?(?:吗|没有?)|\b(?:when|how (?:long|soon)|where are you|on (?:your|the) way)\b`)
	// whoComes are the people who come for a patient, and who is spoken to.
	whoComes = pattern.MustCompile(`(?i)你|您|校医|医生|护士|救护|120|老师|主任|值班|疾控|社区|消毒|[来送接到]|\b(?:you|doctor|nurse|ambulance|somebody|someone|anybody|anyone)\b`)
	// asksWhether asks what is to be done with a patient and those around.
	asksWhether = pattern.MustCompile(`(?i)(?:要不要|需不需要|用不用|需要|能不能|可不可以|是否|先).*(?:隔离|消毒|送|转|停课|通知|家长|室友|同学|宿舍|学生|病人|[他她])`)
	// callsOut is whoever finds nobody who answers, or is afraid.
	callsOut = pattern.MustCompile(`(?i)没(?:有)?人(?:理|管|接|应|回|在)|有(?:没有)?人(?:吗|么|没|啊|呀|在吗?|在不在|管|理)|^(?:喂[，,！!]*)?在吗|打不通|(?:好|很|太|真)(?:害怕|怕|慌)|害怕|急死|不知道怎么办|` +
		`\b(?:is )?(?:any(?:one|body)|some(?:one|body)) (?:there|here|listening)\b|\bno(?:body| one) (?:answers|is answering|picks up|replies|is there)\b|\bi(?:'| a)?m (?:so |very )?(?:scared|afraid|frightened)\b`)
	// tellsThem notifies people, which is no notice.
	tellsThem = pattern.MustCompile(`通知(?:到|给)?(?:[他她其]们?|学生|孩子)?的?(?:家长|父母|家属|家人|家里|爸妈|室友|舍友|同学|辅导员|班主任|社区|医院)`)
	// ofReporting is a question of the day's report, or of who is on duty.
	ofReporting = pattern.MustCompile(`(?i)日报|填|零报|截止|报送|补报|几点(?:前)?报|几点上报|谁.{0,3}值班|值班表|通知|\b(?:report|file|fill|deadline)\b`)
)

// asksHolder passes on what is asked of whoever has the sender's case (“张老师你什么时候到”), and whatever else is asked by whoever reported it: it is kept with the case, and can be answered
// in a reply. Of several cases it is asked which.
func (t *turn) asksHolder() (bool, error) {
	cases := those(t.repliedOf(t.casesMeant()), func(k workgroup.Case) bool { return !t.holds(k) })
	if len(cases) == 0 {
		return false, nil
	}
	r := t.read(t.msg.Text, understand.Context{})
	cries := r.Cry && !understand.OfSomebody(t.msg.Text)
	out := cries || callsOut.MatchString(t.msg.Text)
	if !t.private() && !out {
		return false, nil
	}
	words := t.msg.Text
	called := those(cases, func(k workgroup.Case) bool {
		p, ok := workgroup.People.Get(t.b, string(k.Holder))
		return ok && callsAtOnce(words, p)
	})
	_, lies := t.draftHere()
	asks := out || asksWhen.MatchString(words) && whoComes.MatchString(words) || r.Kind == understand.Question && (asksWhether.MatchString(words) || !lies && !ofTheForm.MatchString(words))
	switch {
	case cries:
	case r.Urgent != understand.No || reports(r) || ofReporting.MatchString(tellsThem.ReplaceAllString(words, "")), len(called) == 0 && !asks:
		return false, nil
	}
	if len(called) > 0 {
		cases = called
	}
	if len(cases) > 1 && t.private() {
		t.askWhichCase(cases)
		return true, nil
	}
	return true, t.passQuestion(cases[0])
}

// passQuestion keeps a question with its case, and puts it to whoever has it; of a case that nobody has, to whom it rings.
func (t *turn) passQuestion(k workgroup.Case) error {
	remark := t.remark(excerpt(t.msg.Text), t.said)
	holder, held := workgroup.People.Get(t.b, string(k.Holder))
	told, again := false, calledOut(k, t.now) && callsOut.MatchString(remark.Text)
	switch {
	case again:
		t.passOut(k, t.msg.Text)
		told = holder.Reachable()
	case held:
		t.College.AddQuietly(t.b, k, remark, t.now)
		told = t.tellHolder(k, remark, false)
	default:
		t.College.Link(t.b, k, remark, t.now)
	}
	switch {
	case !t.private() && again && t.privateChat() == 0:
		t.mark("✍") // the group has read just now who has it
		return nil
	case !t.private() && !again:
		t.saysPlainly([]workgroup.Case{k}) // whoever waits in the group reads who has it
		return nil
	}
	t.whisper("say/case-question-passed", workgroup.Facts{"code": k.Code(), "holder": holder.Name, "phone": holder.Phone, "unreached": held && !told, "duty_phone": t.dutyPhone()})
	return nil
}

// callsEvery is how far apart calls for help ring of one case: by then the ladder has gone on, or whoever has it has had time to answer. What is
// called between stands on the card.
const callsEvery = 5 * time.Minute

// calledOut tells whether somebody's call for help has rung of a case just now.
func calledOut(k workgroup.Case, now time.Time) bool {
	var rang time.Time
	for _, r := range k.Remarks {
		if callsOut.MatchString(r.Text) && r.At.Sub(rang) >= callsEvery {
			rang = r.At
		}
	}
	return now.Sub(rang) < callsEvery
}

// passOut keeps a call for help with its case; it rings whoever has it, or is rung for it, where none has just now.
func (t *turn) passOut(k workgroup.Case, words string) {
	r := t.remark(excerpt(words), t.said)
	if calledOut(k, t.now) {
		t.College.AddQuietly(t.b, k, r, t.now)
		return
	}
	t.College.Link(t.b, k, r, t.now)
}

// callsAtOnce tells whether words begin with how somebody is called.
func callsAtOnce(words string, p workgroup.Person) bool {
	runes := []rune(strings.TrimSpace(words))
	for n := 2; n <= min(6, len(runes)); n++ {
		if understand.Calls(string(runes[:n]), p.Name, p.Title) {
			return true
		}
	}
	return false
}

// pressAnswer asks for the answer to what somebody has written of a case.
func (t *turn) pressAnswer(key, of string) error {
	k, r, ok := t.answerable(key, of)
	if !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := t.mayRead(k, r); err != nil {
		return err
	}
	t.asksAnswer(k, r)
	t.toast("toast/case-answer", false, workgroup.Facts{"name": r.Name})
	return nil
}

// answerable is the remark of a case that was made at a second, where one person alone has made any then.
func (t *turn) answerable(key, at string) (k workgroup.Case, r workgroup.Remark, ok bool) {
	k, seen := workgroup.Cases.Get(t.b, key)
	if !seen || !k.Sees(t.b, t.person, t.now) {
		return k, r, false
	}
	for _, one := range k.Remarks {
		switch {
		case strconv.FormatInt(one.At.Unix(), 10) != at:
		case ok && (one.By != r.By || one.Name != r.Name):
			return k, r, false // an answer goes to nobody else than who asked
		default:
			r, ok = one, true
		}
	}
	return k, r, ok
}

// answersQuestion brings a reply to what somebody wrote of a case back to them; it is kept with the case. What sounds urgent goes on by
// itself, too.
func (t *turn) answersQuestion() (bool, error) {
	shown := t.buttonsRepliedTo()
	i := slices.IndexFunc(shown, func(p button.Press) bool { return p.Verb == "answer" })
	if i < 0 {
		return false, nil
	}
	k, r, ok := t.answerable(button.CutLast(shown[i].Object))
	if !ok {
		return true, workgroup.Refuse(workgroup.Changed)
	}
	return t.bringsBack(k, r)
}

// mayRead refuses an answer to somebody who may not see the case any more, since its unit was put right or they have no part in it.
func (t *turn) mayRead(k workgroup.Case, to workgroup.Remark) error {
	p, known := workgroup.People.Get(t.b, string(to.By))
	if to.By == "" || to.By == k.Reporter.Person || known && k.Sees(t.b, p, t.now) {
		return nil
	}
	return workgroup.Refuse(workgroup.NotTheirs, "code", k.Code(), "name", to.Name, "phone", p.Phone)
}

// bringsBack keeps an answer with its case, and brings it to whoever asked.
func (t *turn) bringsBack(k workgroup.Case, asked workgroup.Remark) (bool, error) {
	words := excerpt(t.msg.Text)
	if err := t.mayRead(k, asked); err != nil {
		return true, err
	}
	if k.Closed.IsZero() {
		if _, err := t.College.AddRemark(t.b, k.Key(), t.remark(words, t.said), t.person, t.now); err != nil {
			return true, err
		}
	} else {
		t.College.AddQuietly(t.b, k, t.remark(words, t.said), t.now)
	}
	told := t.tellsBack(k, asked, words)
	t.reply("say/case-answer-passed", workgroup.Facts{"code": k.Code(), "name": asked.Name, "unreached": !told})
	return t.read(t.msg.Text, understand.Context{}).Urgent != understand.Yes, nil
}
