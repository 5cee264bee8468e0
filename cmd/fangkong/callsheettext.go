package main

import (
	"cmp"
	"fmt"
	"strings"

	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

// sheetRenderer writes a call sheet down in the language of its console.
type sheetRenderer struct {
	console
	texts *text.Texts
}

// columns is how many narrow characters a line on A4 holds; the others are how many a title is given, beside boxes and
// without.
const (
	columns   = 80
	rungTitle = 14
	unitTitle = 28
)

// text is the sheet for the printer: two columns for each wide character, a line never longer than the paper where that
// can be helped.
func (r sheetRenderer) text(s workgroup.CallSheet) string {
	var out strings.Builder
	line := func(parts ...string) { out.WriteString(folded(strings.Join(parts, "")) + "\n") }
	line(r.title(s))
	line(r.in("值班电话（24 小时）：", "Duty phone (24 hours): "), r.phones(s))
	line(r.in("制表 ", "Made at "), s.At.Format("2006-01-02 15:04"))
	line(r.in("先打值班电话，再按梯次逐级打；有人接手就停。", "Call the duty phone first, then rung by rung; stop when somebody takes it."))
	line(r.in("每次记下谁、几点、结果，Telegram 恢复后在私聊卡片上按「电话记录」补记。", "Note whom, when and what came of it, for “Calls made” on the private card once Telegram is back."))

	line()
	line(r.openCases(s))
	for _, k := range s.Cases {
		line("  ", r.caseLine(s, k))
		line("    ", r.missing(k))
	}

	line()
	line("== ", r.in("呼叫梯次", "Ladder"), " ==")
	for i, rung := range s.Rungs {
		line()
		line(r.rung(i, rung))
		if len(rung.People) == 0 {
			line("  ", r.nobody())
		}
		for _, p := range rung.People {
			out.WriteString(r.called(p) + "\n")
		}
	}
	line()
	line(r.repeat(s))

	line()
	line("== ", r.in("各单位", "Units"), " ==")
	if len(s.Units) == 0 {
		line()
		line(r.in("名册里没有单位", "there is no unit on the roster"))
	}
	for _, u := range s.Units {
		line()
		line(r.unit(u))
		if len(u.People) == 0 {
			line("  ", r.nobody())
		}
		for _, p := range u.People {
			line(r.person(p, unitTitle))
		}
	}
	return out.String()
}

func (r sheetRenderer) title(s workgroup.CallSheet) string {
	return r.in("电话呼叫单　", "Call sheet: ") + s.College
}

func (r sheetRenderer) phones(s workgroup.CallSheet) string {
	if len(s.Phones) == 0 {
		return r.noPhone()
	}
	return strings.Join(s.Phones, r.in("、", ", "))
}

func (r sheetRenderer) openCases(s workgroup.CallSheet) string {
	if len(s.Cases) == 0 {
		return r.in("紧急情况：无", "Open urgent cases: none")
	}
	return fmt.Sprintf(r.in("紧急情况：%d 起", "Open urgent cases: %d"), len(s.Cases))
}

// caseLine is a case's code, until when both legs are owed, and who has it.
func (r sheetRenderer) caseLine(s workgroup.CallSheet, k workgroup.CalledCase) string {
	by := k.Deadline.In(s.At.Location())
	when := by.Format("15:04")
	if by.Format("01-02") != s.At.Format("01-02") {
		when = by.Format("01-02 15:04")
	}
	over := ""
	if k.Over {
		over = r.in("（已过）", " (passed)")
	}
	holder := r.in("无人接手", "nobody has it")
	if k.Holder.Name != "" {
		holder = fmt.Sprintf(r.in("接手：%s %s", "taken by %s %s"), k.Holder.Name, r.phone(k.Holder))
	}
	return fmt.Sprintf(r.in("急-%s　%s 前报齐%s　%s", "急-%s, due by %s%s, %s"), k.Code, when, over, holder)
}

// missing are the legs and channels of a case that are missing.
func (r sheetRenderer) missing(k workgroup.CalledCase) string {
	if len(k.Missing) == 0 {
		return r.in("个人、单位、社区、疾控：不缺", "nothing is missing")
	}
	var words []string
	for _, gap := range k.Missing {
		words = append(words, r.word("lack", string(gap)))
	}
	return r.in("缺：", "missing: ") + strings.Join(words, r.in("、", ", "))
}

// rung is the heading of a rung: its number, when it is called, and as what.
func (r sheetRenderer) rung(i int, rung workgroup.CalledRung) string {
	return fmt.Sprintf(r.in("第 %d 级　%s　%s", "Rung %d, %s: %s"), i+1, r.after(rung), r.roles(rung)) + r.until(rung)
}

func (r sheetRenderer) after(rung workgroup.CalledRung) string {
	if rung.After == 0 {
		return r.in("立即", "at once")
	}
	return fmt.Sprintf(r.in("%d 分钟", "%d min"), int(rung.After.Minutes()))
}

func (r sheetRenderer) roles(rung workgroup.CalledRung) string {
	var roles []string
	for _, role := range rung.Roles {
		roles = append(roles, r.role(role))
	}
	return strings.Join(roles, r.in("、", ", "))
}

func (r sheetRenderer) until(rung workgroup.CalledRung) string {
	if rung.Until == workgroup.UntilClosed {
		return r.in("（有人接手也要打）", " (called even when somebody has taken it)")
	}
	return ""
}

func (r sheetRenderer) repeat(s workgroup.CallSheet) string {
	return fmt.Sprintf(r.in("最后一级每 %d 分钟再打一遍，直到有人接手。", "The last rung is called again every %d minutes until somebody takes it."), int(s.Repeat.Minutes()))
}

func (r sheetRenderer) unit(u workgroup.CalledUnit) string {
	if r.lang == workgroup.English && u.Unit.English != "" {
		return u.Unit.English
	}
	return u.Unit.Name
}

// called is somebody of a rung, with boxes for what came of the call.
func (r sheetRenderer) called(p workgroup.Callee) string {
	line, boxes := r.person(p, rungTitle), r.boxes()+r.in(" 时间____", " time____")
	if width(line)+1+width(boxes) > columns {
		return folded(line) + "\n    " + boxes
	}
	return line + " " + boxes
}

// boxes are ticked by hand.
func (r sheetRenderer) boxes() string {
	return r.in("□接通 □未接 □关机", "□answered □no answer □off")
}

// person is one line about somebody: name, title, else what they are called as, phone, and whether the bot reaches them.
func (r sheetRenderer) person(p workgroup.Callee, room int) string {
	return "  " + pad(p.Name, 8) + " " + pad(cmp.Or(p.Title, r.role(p.Role)), room) + " " + pad(r.phone(p), 14) + " " + pad(r.private(p), 8)
}

func (r sheetRenderer) phone(p workgroup.Callee) string {
	if p.Phone == "" {
		return r.noPhone()
	}
	return p.Phone
}

func (r sheetRenderer) noPhone() string { return r.in("无电话", "no phone") }

func (r sheetRenderer) nobody() string { return r.in("没有人", "nobody") }

func (r sheetRenderer) private(p workgroup.Callee) string {
	if p.Private {
		return r.in("私聊通", "bot: yes")
	}
	return r.in("私聊不通", "bot: no")
}

func (r sheetRenderer) role(role workgroup.Role) string { return r.word("role", string(role)) }

// word is one of the bot's own words, so that paper and chat call things the same.
func (r sheetRenderer) word(kind, what string) string {
	s, err := r.texts.Plain(r.lang, kind+"/"+what, nil)
	if err != nil {
		return what
	}
	return s
}

// folded is a line broken where it would leave the paper: at a space where there is one, what goes on further in.
func folded(s string) string {
	s = strings.TrimRight(s, " ")
	if width(s) <= columns {
		return s
	}
	indent := strings.Repeat(" ", min(6, len(s)-len(strings.TrimLeft(s, " "))+2))
	space, end := 0, len(s)
	for i, c := range s {
		if width(s[:i]+string(c)) > columns {
			end = i
			break
		}
		if c == ' ' && i >= len(indent) {
			space = i
		}
	}
	if space > 0 {
		end = space
	}
	return strings.TrimRight(s[:end], " ") + "\n" + folded(indent+strings.TrimLeft(s[end:], " "))
}

// pad fills a cell of a line up to so many narrow characters.
func pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-width(s))) }

// width is how many narrow characters a text takes on paper.
func width(s string) (n int) {
	for _, c := range s {
		n++
		if c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF ||
			c >= 0xFE30 && c <= 0xFE4F || c >= 0xFF00 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x20000 || c == '□' {
			n++
		}
	}
	return n
}
