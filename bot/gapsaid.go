package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// everyOther begins what is so of every unit that is left: “剩下的都联系不上”, “其他几个都说网络不好”.
	everyOther = pattern.MustCompile(`^(?:其余|其他|其它|剩下|剩余|余下|另外|别的|还?(?:没有?|未)(?:报|交)(?:上来)?)(?:的|那|这|几|些|[一二两三四五六七八九十0-9]+)*(?:个|家)?(?:单位|学院)?(?:也|全|都|均)+(?:是|说)?|^(?i)(?:all )?the (?:rest|others)(?: all)?(?: are| have| say)?\s+`)
	// nobody is what a report says of everything else.
	nobody = pattern.MustCompile(`^(?:为|是)?(?:无|没有?$|没有(?:情况|异常|人)|零|0|正常|平安|健康|已?报)|^(?i)(?:zero|none|fine|normal|nil|0)`)
	// beforeUnit may stand before the unit of which something is told.
	beforeUnit = pattern.MustCompile(`^(?:因为|原因是?|那个?|这个?|我?刚?(?:才|刚)?(?:问|打)过?了?|问过了?|今天|还有|至于|(?i:because |as for |the ))*`)
	// andUnit joins units.
	andUnit = pattern.MustCompile(`^\s*(?:[和与跟、及]|以及|还有|(?i:and )(?i:the )?)\s*`)
	// tellsGap is that a unit has not reported, and that it is told why.
	tellsGap = pattern.MustCompile(`(?:没有?|未)(?:能|有)?(?:按时|及时)?(?:报|交|填|上报|报送)[^，,。；;]{0,6}?(?:是|，|,)?\s*(?:因为|由于|原因)|(?:没有?|未)(?:按时|及时)?(?:报|交|填|上报|报送)的?原因|(?i:(?:has|have) not (?:reported|filed),? because)`)
)

// clausesOf are the clauses of a message, as marks divide them.
func clausesOf(words string) (out []string) {
	for _, c := range clauseEnd.Split(words, -1) {
		if c = strings.TrimSpace(c); c != "" {
			out = append(out, c)
		}
	}
	return out
}

// toldOf is what words tell, and of which units.
type toldOf struct {
	units []workgroup.Unit
	words string
}

// tellsOf divides words by the units with which their parts begin: each hears what is said up to the next of them; a unit alone, or only one, has
// the whole of them.
func (t *turn) tellsOf(words string) (out []toldOf) {
	var all []workgroup.Unit
	alone := false
	for _, clause := range clausesOf(words) {
		rest := clause[len(beforeUnit.FindString(clause)):]
		var units []workgroup.Unit
		for {
			u, behind, named := t.unitBefore(rest)
			if !named {
				break
			}
			units, rest = append(units, u), behind
			more := andUnit.FindString(rest)
			if more == "" {
				break
			}
			rest = rest[len(more):]
		}
		switch {
		case len(units) > 0:
			all, alone = append(all, units...), alone || rest == ""
			out = append(out, toldOf{units, strings.TrimSpace(clause)})
		case len(out) > 0:
			out[len(out)-1].words += "，" + strings.TrimSpace(clause)
		}
	}
	if len(all) > 0 && (alone || len(out) == 1) {
		return []toldOf{{all, t.onlyReason(words)}}
	}
	for i := range out {
		out[i].words = t.onlyReason(out[i].words)
	}
	return slices.DeleteFunc(out, func(one toldOf) bool { return notIn.MatchString(one.words) })
}

// explainsGaps records why units are missing: those that the words name, each with what is said of it, else the one asked about, or every one that is
// left. Of a unit that is not missing there is nothing to explain: that is said, and nothing is recorded under another.
func (t *turn) explainsGaps(round workgroup.Round, lead workgroup.Unit, unit workgroup.UnitID, reason string) (noted bool, err error) {
	told := t.tellsOf(ofReason.ReplaceAllString(reason, ""))
	before := t.College.Consolidate(t.b, round, lead)
	if unit == "" || len(told) == 0 {
		kept := t.withheld(reason)
		if err := t.explainGap(round, lead, unit, kept); err != nil {
			return false, err
		}
		units := []workgroup.UnitID{unit}
		if unit == "" {
			units = before.Unexplained()
		}
		names := round.Names(t.b, units)
		t.gapsNoted(names[0], []workgroup.Facts{{"units": names, "reason": kept}}, kept != reason)
		return true, nil
	}
	missing := before.Missing
	for _, one := range told {
		for _, u := range one.units {
			if !slices.Contains(missing, u.ID) {
				t.reply("say/gap-not-missing", workgroup.Facts{"unit": u.Named(), "asked": t.unitName(unit)})
				t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID, Gaps: true}, true)
				return false, nil
			}
		}
	}
	lines, withheld := []workgroup.Facts{}, false
	for _, one := range told {
		kept, units := t.withheld(one.words), []workgroup.UnitID{}
		for _, u := range one.units {
			if err := t.explainGap(round, lead, u.ID, kept); err != nil {
				return false, err
			}
			units = append(units, u.ID)
		}
		lines, withheld = append(lines, workgroup.Facts{"units": round.Names(t.b, units), "reason": kept}), withheld || kept != one.words
	}
	t.gapsNoted(told[0].units[0].Named(), lines, withheld)
	return true, nil
}

// gapsNoted reads back which reasons were recorded of which units, of which the first is named.
func (t *turn) gapsNoted(first workgroup.Named, lines []workgroup.Facts, withheld bool) {
	t.reply("say/gap-noted", workgroup.Facts{"lines": lines, "withheld": withheld, "first": first})
}

// gapReason is the reason that words give: one of those on the buttons, by its words, else in their own; for the unit asked about, or for
// every one that is left.
func (t *turn) gapReason(unit workgroup.UnitID, words string) (workgroup.UnitID, string) {
	one, every := strings.CutPrefix(words, "其余都是")
	if every {
		unit = ""
	}
	one = strings.TrimLeft(one, ":： ")
	if m := everyOther.FindString(words); m != "" && !nobody.MatchString(words[len(m):]) && t.unfit(words[len(m):]) == mayBeReason && !digits.MatchString(words) {
		unit, one = "", strings.TrimSpace(words[len(m):])
	}
	for _, reason := range workgroup.GapReasons {
		if t.types(bareWord(one), "gap/"+reason) {
			return unit, reason
		}
	}
	if unit != "" {
		return unit, words
	}
	return unit, one
}
