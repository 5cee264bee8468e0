package understand

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
)

// Informed is whom of those who must hear of a case words say to have heard, and who has reported (notice 二（三）): 社区也知道了, 本人已经报了.
type Informed struct {
	Community, CDC   bool // the community, disease control
	Individual, Unit bool // the person themselves has reported; the unit has
	At               time.Time
	Who              string // at the community or disease control, where it is said
}

const (
	// hearers are those who must hear, and the unit that reports.
	hearers = `(?:当地|属地|所在)?(?:社区|街道|居委会|村委会|办事处)(?:居委会|办事处|工作人员)?|(?:区|市|县)?疾控(?:中心|局)?|(?:区|市|县)?卫(?:健委|健局|健|生局|计委)|(?:我们?)?(?:学院|院里|系里|单位|本单位|我院)(?:领导)?`
	// spoken stand around what is said.
	spoken  = `(?:我们?|咱们?|这边|已经?|也|都|又|刚刚?|刚才|早就?|全|[，,\s])*`
	clocked = `((?:今[天早晚]|昨[天晚]|凌晨|早上|上午|中午|下午|晚上|大?约)*\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[:：][0-9]{2}|[点时](?:[0-9]{1,2}分?|半|钟|多)?)\s*)?`
	// hearer is who has heard there.
	hearer = `[` + commonest + `](?:主任|书记|科长|主管|大夫|医生|老师|同志|\p{Han}{1,2}(?:主任|书记|科长)?)`
	// selfReporter is the person the case is of.
	selfReporter = `(?:该|这个|那个)?(?:本人|当事人|患者|病人|(?:学生|同学|老师|[他她])(?:自己|本人)?)`
)

var (
	heardIt = pattern.MustCompile(`^` + spoken + clocked + spoken + `(?:[跟向给和同对])?(` + hearers + `)((?:\s*(?:和|跟|与|及|以及|、|，|,)\s*(?:` + hearers + `))*)(?:那边|那里|方面|部门|那头|的人)*` + spoken + clocked + spoken +
		`(?:(?:上?报(?:告|备|送)?|说|讲|通知|通报|联系(?:上|好)?|告知|告诉|打(?:过)?电话|沟通|对接|汇报|知道|知情|收到)(?:过|好|到位?|完)?了|(?:上?报(?:告|备)?|说|讲|通知|联系|打)过(?:电话)?|知道|知情)(?:的)?$`)
	toldThem = pattern.MustCompile(`^` + spoken + clocked + spoken + `(?:上?报(?:告|备)?给?|通知|通报|告诉|告知|联系|打电话给?|汇报)(?:了|过|到)?给?(` + hearers + `)((?:\s*(?:和|跟|与|及|以及|、|，|,)\s*(?:` + hearers + `))*)(?:那边|那里|方面)?(?:也|都)?了?(?:[，,\s]*` + clocked + `(` + hearer + `)?(?:接(?:到|收|待|的)*|知道|的电话)*了?)?$`)
	selfHas  = pattern.MustCompile(`^` + spoken + selfReporter + spoken + clocked + spoken + `(?:[跟向给](?:单位|学院|院里|我院|我们|辅导员|班主任|系里|学校)?(?:电话)?` + spoken + `(?:打(?:了|过)?电话|上?报(?:告|备)?|说|汇报|联系)|上?报(?:告|备)?|打电话报告?)(?:过|完)?了?(?:了|的)$|` +
		`^` + spoken + selfReporter + spoken + clocked + spoken + `(?:上?报(?:告|备)?)过$`)
	informedE = pattern.MustCompile(`(?i)^(?:i|we)?(?:'ve| have)?\s*(?:also |already |just )*(?:told|informed|notified|called|phoned|reported (?:it )?to) (?:the )?(community|neighbou?rhood(?: office| committee)?|cdc|disease control)(?: and (?:the )?(community|cdc|disease control))?(?: office| too| as well| already)*$|` +
		`^(?:the )?(community|cdc|disease control)(?: office| centre| center)? (?:(?:has|have|was|is|also|already|been) ?)*(?:knows?|told|informed|notified|aware)(?: too| now| already)*$`)
	// informedBy names who has heard there, and when: community informed 14:03 Director Wang.
	informedBy  = pattern.MustCompile(`(?i)^(?:the )?(community|cdc|disease control)(?: office| centre| center)? (?:(?:has|have|was|is|also|already|been) ?)*(?:told|informed|notified)(?: at)?[ ,]*([0-9]{1,2}[:.][0-9]{2}(?: ?[ap]m)?|[0-9]{1,2} ?[ap]m)?[ ,]*((?:director|dr|mr|ms|mrs|officer|nurse)\.? [a-z]+(?: [a-z]+)?)?$`)
	selfHasE    = pattern.MustCompile(`(?i)^(?:the )?(?:student|person|patient|he|she)(?: themselves| himself| herself)?(?: has| have|'s)?(?: also| already)* reported(?: it| to us| to the (?:school|unit)| too| already| as well)*(?:,? (?:at )?([0-9]{1,2}[:.][0-9]{2}(?: ?[ap]m)?))?(?:,? (?:by|over the|on the) (?:phone|telephone|wechat|message|text|e-?mail)|,? in person)?$`)
	ofCDC       = pattern.MustCompile(`(?i)疾控|卫健|卫生|卫计|cdc|disease control`)
	ofCommunity = pattern.MustCompile(`(?i)社区|街道|居委|村委|办事处|community|neighbou?rhood`)
	done        = pattern.MustCompile(`[了过已刚]`)
)

// InformedIn reads who has heard of a case, or reported it, and when where that is said; ok is false for words that say anything else, that it was
// not done, or ask.
func InformedIn(words string, now time.Time) (said Informed, ok bool) {
	words = strings.Trim(normalise(words).orig, " 。.！!～~")
	if m := selfHas.FindStringSubmatch(words); m != nil {
		said.Individual = true
		return said.timed(m[1:], now), true
	}
	if m := selfHasE.FindStringSubmatch(words); m != nil {
		said.Individual = true
		return said.timed(m[1:], now), true
	}
	if m := informedBy.FindStringSubmatch(words); m != nil && m[2]+m[3] != "" {
		said.CDC, said.Community, said.Who = ofCDC.MatchString(m[1]), ofCommunity.MatchString(m[1]), m[3]
		return said.timed(m[2:3], now), true
	}
	m := heardIt.FindStringSubmatch(words)
	if m == nil {
		if m = toldThem.FindStringSubmatch(words); m == nil || !done.MatchString(words) {
			if m = informedE.FindStringSubmatch(words); m == nil {
				return said, false
			}
		} else {
			said.Who = m[len(m)-1]
		}
	}
	named := strings.Join(m[1:], " ")
	said.CDC, said.Community = ofCDC.MatchString(named), ofCommunity.MatchString(named)
	said.Unit = !said.CDC && !said.Community
	return said.timed(m[1:], now), true
}

// timed is what is said with the time that one of its parts tells.
func (i Informed) timed(parts []string, now time.Time) Informed {
	for _, part := range parts {
		if w, ok := ReadWhen(strings.TrimSpace(part), now); ok && !w.At.IsZero() {
			i.At = w.At
		}
	}
	return i
}
