package paper

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// Corrected is what a correction (更正件) changes of the report that it corrects: the sums of the college, and whose answers they come of.
type Corrected struct {
	Sums  []workgroup.Change
	Units []UnitCorrected
}

// UnitCorrected is what one unit says otherwise, since when and why.
type UnitCorrected struct {
	Unit    string
	Changes []workgroup.Change
	First   bool // it had not reported at all (补报)
	At      time.Time
	Why     string // "": no reason is on record
}

// lines say it all: every figure from what to what, of whom, and why.
func (c Corrected) lines(form workgroup.Form, zone *time.Location) (out []string) {
	sums := changes(form, c.Sums, "未报", c.leftOut)
	if sums == "" {
		sums = "各项合计没有变化"
	}
	out = append(out, "全院合计："+sums+"。")
	for _, u := range c.Units {
		how, unsaid := "更正", "未填"
		if u.First {
			how, unsaid = "补报", "未报"
		}
		words := changes(form, u.Changes, unsaid, func(workgroup.Key) string { return "" })
		if words == "" {
			words = "各项数据没有变化"
		}
		line := fmt.Sprintf("%s（%s%s）：%s", u.Unit, u.At.In(zone).Format("1月2日15时04分"), how, words)
		if why := strings.TrimRight(u.Why, "。；;，,. "); why != "" {
			line += "。原因：" + why
		}
		out = append(out, line+"。")
	}
	if len(out) > 1 {
		for i := range out {
			out[i] = "（" + ordinal(i+1) + "）" + out[i]
		}
	}
	return out
}

// leftOut names the units that had told a figure, and have left it out since: they are in no sum any more.
func (c Corrected) leftOut(k workgroup.Key) string {
	var names []string
	for _, u := range c.Units {
		if slices.ContainsFunc(u.Changes, func(one workgroup.Change) bool { return one.Key == k && one.After == workgroup.Unsaid }) {
			names = append(names, u.Unit)
		}
	}
	return strings.Join(names, "、")
}

// changes are figures that changed; those that nobody had given, which unsaid says, and that are 0 now are only named
// together. Who has left a figure out is named beside it.
func changes(form workgroup.Form, all []workgroup.Change, unsaid string, leftOut func(workgroup.Key) string) string {
	var out, zeros []string
	place := func(k workgroup.Key) int { // as the form has them
		base, _, _ := k.Parts()
		return slices.IndexFunc(form.Items, func(i workgroup.Item) bool { of, _, _ := i.Key.Parts(); return of == base })
	}
	for _, one := range slices.SortedStableFunc(slices.Values(all), func(a, b workgroup.Change) int { return place(a.Key) - place(b.Key) }) {
		name := figureName(form, one.Key)
		if one.Before == workgroup.Unsaid && one.After == 0 {
			zeros = append(zeros, name)
			continue
		}
		line := fmt.Sprintf("%s由%s更正为%s", name, people(one.Before, unsaid), people(one.After, "未填"))
		if who := leftOut(one.Key); who != "" {
			line += "（" + who + "未填，不在合计内）"
		}
		out = append(out, line)
	}
	if len(zeros) > 0 {
		out = append(out, strings.Join(zeros, "、")+"由"+unsaid+"更正为0")
	}
	return strings.Join(out, "；")
}

// people is a figure as an official paper has it; one that was not given is no 0: 未报 where nothing was filed, 未填 where a report left it out.
func people(n workgroup.Count, unsaid string) string {
	if n == workgroup.Unsaid {
		return unsaid
	}
	return fmt.Sprintf("%d人", n)
}

// figureName is what an official paper calls a figure: 居家隔离现有（学生）.
func figureName(form workgroup.Form, k workgroup.Key) string {
	_, measure, group := k.Parts()
	name := form.LabelOf(k).Name
	if measure != workgroup.Plain {
		name += Day{Language: workgroup.Chinese}.measure(measure)
	}
	if group != "" {
		name += "（" + worded(workgroup.Chinese, "group/"+string(group)) + "）"
	}
	return name
}
