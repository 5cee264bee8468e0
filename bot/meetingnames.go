package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

const (
	// awayFor is why somebody is not at a meeting.
	awayFor = `(?:(?:因|由于|去|到|在)\p{Han}{1,8}?)?(?:公|病|事)?(?:请假|请病假|请事假|病假|事假|产假|休假|出差|外出|公出|公差|值班|有事|生病|开会)`
	// someNames are names in a row.
	someNames = `\p{Han}{1,4}?(?:、\p{Han}{1,4}?)*`
)

var (
	// awayIn says of somebody, behind who leads a meeting or is there, that they are not, and why.
	awayIn = pattern.MustCompile(`^(?:另外?)?(` + someNames + `)[（(]?(?:今天|下午)?(?:(` + awayFor + `)[）)]?(?:没来|未到|没到|没参加|未参加|缺席|未能?参加|未能?到会)?|(?:没来|未到会?|没到|没参加|缺席|未参加|不参加|来不了)[）)]?)了?$`)
	// clauseMarks end a clause of a list of names.
	clauseMarks = pattern.MustCompile(`[，,；;。]`)
	// theWriter is who writes it, among names.
	theWriter = pattern.MustCompile(`(^|[、，,；;\s])((?:加|增加|加上|去掉)?)(?:我本人|我自己|本人|我)($|[、，,；;\s（(])`)
)

// peopled are the lines of minutes with what a line of who leads, writes or is there says of others in a line of its own (“主持：许清朴，于思霖没来”).
func peopled(lines []minutedLine) (out []minutedLine) {
	for _, l := range lines {
		if !slices.Contains([]any{workgroup.FrameChair, workgroup.FrameRecorder, workgroup.FramePresent}, l.as) {
			out = append(out, l)
			continue
		}
		at := len(out)
		out = append(out, l)
		stay, mark := "", ""
		for i, clause := range clauseMarks.Split(l.words, -1) {
			if clause = strings.TrimSpace(clause); clause == "" {
				continue
			}
			names := []string{clause}
			others := othersSaid(clause)
			if i == 0 || len(others) == 0 && l.as == workgroup.FramePresent {
				names, others = strings.Split(clause, "、"), nil
				if last := othersSaid(names[len(names)-1]); len(names) > 1 && len(last) > 0 && l.as == workgroup.FramePresent {
					names, others = names[:len(names)-1], last
				}
			}
			if out = append(out, others...); len(others) == 0 || len(names) > 1 || i == 0 {
				stay += mark + strings.Join(names, "、")
				mark = "，"
			}
		}
		if len(out) > at+1 {
			out[at].words = stay
		}
	}
	return out
}

// othersSaid is what a clause says of who is absent, leads or writes, to be added to what stands there.
func othersSaid(clause string) []minutedLine {
	if m := awayIn.FindStringSubmatch(clause); m != nil {
		return []minutedLine{{workgroup.FrameAbsent, "加" + awayNamed(m[1], m[2]), false}}
	}
	switch frame, said := frameTold(clause); {
	case said == "":
		return nil
	case frame == workgroup.FramePresent || frame == workgroup.FrameAbsent:
		return []minutedLine{{frame, "加" + said, false}}
	default:
		return []minutedLine{{frame, said, false}}
	}
}

// awayNamed are names with why they are away behind them.
func awayNamed(names, why string) string {
	if why == "" {
		return names
	}
	return names + "（" + why + "）"
}

// writtenNames are the words of a part of the frame that names people: the writer by their name, a given name by the whole of it, and a mark
// where there are only blanks between names of the roster.
func (t *turn) writtenNames(what workgroup.Frame, words string) string {
	switch what {
	case workgroup.FrameChair, workgroup.FrameRecorder, workgroup.FramePresent, workgroup.FrameAbsent:
	default:
		return words
	}
	words = theWriter.ReplaceAllString(words, "${1}${2}"+t.person.Name+"${3}")
	if what == workgroup.FrameAbsent {
		words = excusedIn(excused.ReplaceAllString(words, "$1（$2）"))
	}
	if fields := strings.Fields(words); len(fields) > 1 && !slices.ContainsFunc(fields, func(one string) bool { return !t.ofRoster(one) }) {
		words = strings.Join(fields, "、")
	}
	if utf8.RuneCountInString(words) == 2 {
		words = t.wholeName(words)
	}
	return words
}

// ofRoster tells whether words are the name of somebody of the roster, and nothing else.
func (t *turn) ofRoster(words string) bool {
	who := t.OwnersIn(t.b, words)
	return len(who) == 1 && who[0].Person != "" && onlyNames(words, t, who[0])
}

// wholeName is the name of the only one whose meetings they are that ends with a given name; other words stay.
func (t *turn) wholeName(given string) string {
	whole := given
	for _, one := range workgroup.Holders(t.b, workgroup.PackReaders...) {
		if !strings.HasSuffix(one.Name, given) {
			continue
		}
		if whole != given {
			return given
		}
		whole = one.Name
	}
	return whole
}

// bareName is a name without what stands in brackets behind it.
func bareName(name string) string {
	name, _, _ = strings.Cut(name, "（")
	name, _, _ = strings.Cut(name, "(")
	return strings.TrimSpace(name)
}

// excusedIn are names with why they are away in brackets, where words say that behind them.
func excusedIn(words string) string {
	if m := awayIn.FindStringSubmatch(words); m != nil {
		return awayNamed(m[1], m[2])
	}
	return words
}
