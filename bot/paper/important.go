package paper

import (
	"cmp"
	"fmt"
	"time"

	"fangkong/store/workgroup"
)

// How an official paper says who a case is about, what it is, and what came of looking into it.
var (
	ofGroup = map[workgroup.Group]string{workgroup.Students: "1名学生", workgroup.Workers: "1名教职工", workgroup.Others: "1名其他人员"}
	ofKind  = map[workgroup.CaseKind]string{
		workgroup.CaseSealed: "封闭隔离", workgroup.CaseSuspected: "疑似", workgroup.CaseConfirmed: "确诊", workgroup.CaseHospital: "因疫情症状入院",
		workgroup.CaseExposed: "发热且有接触史", workgroup.CaseContact: "密切接触者", "": "紧急情况",
	}
	ofVerdict = map[workgroup.Verdict]string{workgroup.VerdictStands: "成立", workgroup.VerdictWatch: "观察", workgroup.VerdictExcluded: "排除"}
)

// important is a sentence for each urgent case, without anybody's name; several are numbered.
func (r Report) important() (out []string) {
	for i, k := range r.Cases {
		known := k.Known.In(r.College.Zone)
		number := ""
		if len(r.Cases) > 1 {
			number = "（" + ordinal(i+1) + "）"
		}
		words := fmt.Sprintf("%s急-%s：%s%s，%s知悉", number, k.Code(), r.Units[k.Unit], whatOf(k), known.Format("1月2日15时04分"))
		if k.OfUnit.In() {
			words += fmt.Sprintf("，单位%s报告（知悉后%s）", k.OfUnit.At.In(r.College.Zone).Format("15时04分"), inMinutes(k.OfUnit.At.Sub(k.Known)))
		}
		for _, to := range []struct {
			channel workgroup.Channel
			name    string
		}{{workgroup.Community, "当地社区"}, {workgroup.CDC, "疾控部门"}} {
			if told, ok := k.Told[to.channel]; ok {
				words += fmt.Sprintf("，%s已报%s", told.At.In(r.College.Zone).Format("15时04分"), to.name)
			}
		}
		switch {
		case !k.Closed.IsZero():
			words += "，已办结"
		case ofVerdict[k.Verdict] != "":
			words += "，核实结论：" + ofVerdict[k.Verdict]
		case k.Holder == "":
			words += "，正在核实" // nobody has taken it yet
		default:
			words += "，正在核实处置"
		}
		out = append(out, words+"。")
	}
	if r.Begun > 0 {
		out = append(out, fmt.Sprintf("另有%d起情况刚接到报告，正在核实。", r.Begun))
	}
	if len(out) == 0 {
		if !r.sameDay() {
			return []string{"当日无紧急情况。"}
		}
		return []string{"今日无紧急情况。"}
	}
	return out
}

// whatOf is who has what in a case.
func whatOf(k workgroup.Case) string {
	who := cmp.Or(ofGroup[k.Group], "1人")
	switch k.Kind {
	case "":
		return ofGroup[k.Group] + ofKind[k.Kind]
	case workgroup.CaseContact:
		return who + "为" + ofKind[k.Kind]
	}
	return who + ofKind[k.Kind]
}

// inMinutes is how long it took, in whole minutes.
func inMinutes(d time.Duration) string {
	if d < time.Minute {
		return "1分钟内"
	}
	return fmt.Sprintf("%d分钟", int(d.Minutes()))
}
