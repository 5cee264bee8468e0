package bot

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// A decision, and what came of it, may tell of somebody (“3号楼封了”). It is taken for what it is, and asked about beside it; once it is recorded, or is the
// result of a decision, what only may be a case rings nobody by itself.

var (
	// cameAbout tells that something stands, is shut, is there by now.
	cameAbout = pattern.MustCompile(`已经?|[封备建设贴送装清配腾留]好|[封备贴建装]了|到位|完毕|就位`)
	// placeSaid is a gate or a house.
	placeSaid = pattern.MustCompile(`[东西南北]大?门|[0-9一二三四五六七八九十]+号楼`)
	// ofNoThing are words that two sentences share without being of one thing.
	ofNoThing = pattern.MustCompile(`疑似(?:病例|人员)?|确诊(?:病例)?|密切接触者?|[院处部系]|负责|完成|已经?|今[天晚]|明[天晚]|[0-9日号月点前]`)
)

// namedBy are those of some decisions whose place or thing words name.
func namedBy(of []workgroup.Decision, words string) []workgroup.Decision {
	return slices.DeleteFunc(of, func(d workgroup.Decision) bool {
		for _, place := range placeSaid.FindAllString(words, -1) {
			if strings.Contains(d.Text, place) {
				return false
			}
		}
		for _, part := range strings.FieldsFunc(ofNoThing.ReplaceAllString(words, " "), func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			for said := []rune(part); len(said) >= sharedRun; said = said[1:] {
				if strings.Contains(d.Text, string(said[:sharedRun])) {
					return false
				}
			}
		}
		return true
	})
}

// sharedRun is how many characters in a row name a thing.
const sharedRun = 3

// doneBeside are the decisions of the sender's that words, which do not say of themselves that something is done or may tell of a case, are the
// result of all the same: they name it, and say that it stands.
func (t *turn) doneBeside() []workgroup.Decision {
	if !cameAbout.MatchString(t.msg.Text) || notDone.MatchString(t.msg.Text) {
		return nil
	}
	return namedBy(t.theirs(), t.msg.Text)
}

// madeSo says that something was done, whatever it is, and notSo that it was not, is so again, or is only known.
var (
	madeSo = pattern.MustCompile(`已经?\p{Han}|[好完齐妥毕成上掉][了啦]|[锁关封备建贴送装清配腾留交发买领修换消补印整搬拨付打报查测填调排摸登贴]了|到位|到账|就位|完毕|(?i:\b(?:is|are|has been|have been|all) (?:done|locked|ready|in place|set up|delivered|paid)\b)`)
	notSo  = pattern.MustCompile(`[不没未坏又]|知道了|收到|明白|(?:多久|几时|何时|才能|准备|打算|马上|尽快|争取|正在)|[?？吗]`)
)

// doneByName are the decisions of the sender's whose own thing words name, and say that it is done: “后门锁好了”.
func (t *turn) doneByName() []workgroup.Decision {
	if !madeSo.MatchString(t.msg.Text) || notSo.MatchString(t.msg.Text) {
		return nil
	}
	return thoseNamed(t.theirs(), t.msg.Text)
}

// resultOrCase asks of words that may be a case whether they are the result of a decision that they name, and beside it whether they are one.
// Figures of anything but what may be a case are a report.
func (t *turn) resultOrCase(r understand.Reading) bool {
	if r.Kind == understand.Question || len(r.Rows) > 0 || r.Corrects || countsOthers(r) {
		return false
	}
	of := t.doneBeside()
	if _, waits := t.readsBack(); waits || len(of) == 0 {
		return false
	}
	t.asksDone(of)
	t.caseBeside()
	return true
}

// countsOthers tells whether a reading counts anybody that the one-hour rule is not about.
func countsOthers(r understand.Reading) bool {
	return slices.ContainsFunc(slices.Collect(maps.Keys(r.Fields)), func(key string) bool { return !ofTheHour(workgroup.Key(key)) })
}

// settlesCase has nobody rung by themselves for words of the sender's that only may tell of a case, where they stand in a decision now recorded: unanswered,
// it is told.
func (t *turn) settlesCase(d workgroup.Decision) {
	for s := range workgroup.Slips.Each(t.b, maybeKey("")) {
		before, behind, in := strings.Cut(s.Text, d.Text)
		if s.What == slipMaybe && s.Person == t.deskOwner() && in && t.read(d.Text, understand.Context{}).Urgent == understand.Maybe &&
			t.tellsBeside(before+"，"+behind).Urgent == understand.No { // what is told beside it stays what it is
			workgroup.DoubtAside(t.b, s.Source)
		}
	}
}
