package bot

import (
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// cannot is whoever has a case and cannot see to it.
	cannot = pattern.MustCompile(`(?i)(?:^|[，,。；;！!\s了])(?:抱歉|不好意思|对不起)?[，,\s]*(?:我|本人)?(?:现在|今天|今晚|暂时|这边|这会儿|实在|恐怕|可能|也|真的|真)*(?:[来去到]不了|过不去|赶不(?:过去|过来|到|上)|脱不开身|走不开|(?:处理|接|办|管|顾)不了|没法(?:去|来|处理|过去)|不能(?:去|来|处理|过去)|不方便(?:去|处理|过去))|` +
		`(?:^|[，,。；;！!\s])(?:请|麻烦|能不能|可不可以|可以|还是|就)*(?:换(?:个|一个|别)?人|(?:请|找|让|叫|派|换)(?:个|一个)?(?:别|其他|另)(?:人|的人|的老师|一位|一个人))(?:吧|来|去|处理|接手?|行吗|可以吗|好吗)*(?:$|[，,。；;！!？?\s])|(?:^|[，,。；;！!\s])(?:我|本人|一个人)(?:一个人)?(?:现在|实在|真的|真)*(?:顶|撑|扛|吃)不(?:住|消)了?(?:$|[，,。；;！!\s])|(?:^|[，,。；;！!\s])(?:我|本人)?(?:这边)?(?:一个人)?(?:现在|实在|真的|真)*忙不过来|(?:^|[，,。；;！!\s])(?:有)?谁(?:能|可以|来|方便)+(?:替|换|顶)(?:我|一下)+|\b(?:i )?(?:can(?:'|no)?t|cannot|can not|won't|will not be able to) (?:make it|come|go|do it|handle (?:it|this)|get there|be there|see to it)\b|\b(?:somebody|someone) else (?:should|must|has to|please|to )|\b(?:ask|find|get|send|call) (?:somebody|someone) else\b`)
	// feverish tells of a fever.
	feverish = pattern.MustCompile(`(?i)发烧|发热|高烧|低烧|\bfever`)
	// unfevered denies one.
	unfevered = pattern.MustCompile(`(?i)[没无不]有?(?:发烧|发热)|退烧|\bno fever`)
)

// cannotCome offers whoever has a case and cannot see to it (“我来不了了”) to hand it over or to give it back; whoever is asked to take one
// over declines it. What else they tell, a fever of their own, is asked about as ever.
func (t *turn) cannotCome() (bool, error) {
	if !cannot.MatchString(t.msg.Text) {
		return false, nil
	}
	held, asked := t.repliedOf(those(t.ownCases(), t.holds)), t.askedToTake()
	if len(held)+len(asked) == 0 {
		return t.rungInVain()
	}
	for _, k := range asked {
		if err := t.declined(k); err != nil {
			return true, err
		}
	}
	for _, k := range held[max(0, len(held)-mostCases):] {
		t.reply("say/case-cannot", workgroup.Facts{"code": k.Code()},
			[]workgroup.Button{{Label: "button/offer", Verb: "offer", Object: k.Key(), Version: k.Version}, {Label: "button/give", Verb: "give", Object: k.Key(), Version: k.Version}})
	}
	if more := besideThat(t.msg.Text); more != "" {
		t.offersCases(append(asked, held...), more, false)
	}
	r := t.read(t.msg.Text, understand.Context{})
	if r.Urgent == understand.No && feverish.MatchString(t.msg.Text) && !unfevered.MatchString(t.msg.Text) {
		r.Urgent, r.UrgentType = understand.Maybe, "fever"
	}
	t.askUrgent(r)
	return r.Urgent != understand.Yes, nil
}

// rungInVain keeps the words of whoever is rung for cases that nobody has taken, and cannot come, with them: they go on ringing, and sooner where nobody
// of those rung is left. What else they tell, a fever of their own, is asked about as ever.
func (t *turn) rungInVain() (bool, error) {
	rung := t.repliedOf(those(workgroup.Running(t.b), func(k workgroup.Case) bool { return k.Holder == "" && t.mayTake(k) && t.ringsHere(k) }))
	if len(rung) == 0 {
		return false, nil
	}
	codes, sooner := []string{}, false
	for _, k := range rung {
		codes = append(codes, k.Code())
		sooner = t.College.CannotCome(t.b, k, t.remark(excerpt(t.msg.Text), t.said), t.now) || sooner
	}
	t.whisper("say/case-in-vain", workgroup.Facts{"codes": codes, "sooner": sooner})
	r := t.read(t.msg.Text, understand.Context{})
	if r.Urgent == understand.No && feverish.MatchString(t.msg.Text) && !unfevered.MatchString(t.msg.Text) {
		r.Urgent, r.UrgentType = understand.Maybe, "fever"
	}
	t.askUrgent(r)
	return r.Urgent != understand.Yes, nil
}

// besideThat is what words say beside that their writer cannot come, and has a fever.
func besideThat(words string) string {
	var rest []string
	for _, clause := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("，,。；;！!\n", r) }) {
		if clause = strings.TrimSpace(clause); utf8.RuneCountInString(clause) >= aClause && !cannot.MatchString(clause) && !feverish.MatchString(clause) {
			rest = append(rest, clause)
		}
	}
	return strings.Join(rest, "，")
}

// aClause is how long a clause is that tells something, in runes.
const aClause = 6
