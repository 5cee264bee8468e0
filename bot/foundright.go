package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// hasLooked begins a clause that says that somebody has looked; whatLooked names what they looked at.
	hasLooked  = pattern.MustCompile(`^(?:我们?|刚才|刚刚|刚)?(?:已经?|又|再|都)*(?:核实|核对|复核|核|查|问|数|统计|确认|看)(?:过|对|完|好)了?(?:一遍|一下|下)?|^(?:我们?)?(?:已经?|又|再|都)*(?:核实|核对|复核|确认)了?`)
	whatLooked = pattern.MustCompile(`^(?:我们?)?(?:报的|填的|那|这)*个?(?:数据|数字|人数|数)(?:都|也|是)*`)
	// willLook says that somebody is going to look, and asks to wait.
	willLook = pattern.MustCompile(`^(?:好的?|嗯|那|请)*(?:等等|等一?下|稍等一?下?|稍等|先等等|先别急|我?先)?[，, ]*(?:等我|让我|容我|我)?(?:先|再|去|马上|现在|这就)*(?:核实|核对|复核|核|查|问|数|看|确认|了解)(?:一下子?|下|一遍|看看|问)(?:学生|老师|辅导员|班主任|家长|他们|各班|情况|数据?|人数)?[，, ]*(?:再(?:说|报|答复?|回复?))?[吧哈啊的]*$|^(?:好的?|那|请)*(?:等等|等一?下|稍等一?下?|稍等|先等等|等会儿?)[，, ]*(?:再(?:说|报|确认))?[吧哈啊]*$`)
)

// foundRight tells whether words say that the figures were looked at, and are right (“核过了，没错”, “数据没错的”, “核过了没问题”).
func foundRight(word string) bool {
	clauses, right := parts(word), false
	if len(word) > 90 || noYes.MatchString(word) {
		return false
	}
	for _, clause := range clauses {
		rest := clause[len(hasLooked.FindString(clause)):]
		looked := rest != clause
		if rest = rest[len(whatLooked.FindString(rest)):]; rest == "" {
			if !looked {
				return false
			}
			continue
		}
		if !saysYes(rest) {
			return false
		}
		right = right || saysRight(rest)
	}
	return right
}

// looksFirst answers whoever wants to look before they say whether what was read back is right: it stays, and is not filed.
func (t *turn) looksFirst(d workgroup.Draft, unit workgroup.Unit) bool {
	if !t.private() || !d.ReadsBack() || !willLook.MatchString(strings.TrimSpace(bareWord(t.msg.Text))) {
		return false
	}
	t.reply("say/draft-held", workgroup.Facts{"unit": unit.Named(), "date": d.Date})
	return true
}
