package stage

import (
	"strings"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// What begins a case's code, the same in each language.
var codes = []string{"急-"}

// Leak is what a post of the bot in the group tells that the group must not read: somebody's name or telephone (but for the
// head a message talks to, who has an urgent case, and the line of a notice that names who has not read it), figures of the one-hour rule beside a unit's name, or more of a case
// than its code, the time left and who has it. Empty: nothing.
func (s *Stage) Leak(m sandbox.Message) string {
	var rest []string
	whole := aCase(m.Text) && strings.HasPrefix(m.Text, "🚨 ")
	for _, line := range strings.Split(m.Text, "\n") {
		if aNotice(m.Text) && strings.HasPrefix(line, "⏰ ") {
			continue
		}
		if !whole && !aCase(line) {
			rest = append(rest, line)
			continue
		}
		if word := s.ofACase(line); word != "" {
			return "a case is " + word
		}
	}
	for _, base := range []string{"sealed", "central_quarantine", "suspected", "confirmed"} {
		if label := workgroup.Labels[base]; strings.Contains(m.Text, "· "+label.Name) {
			return "figures of " + base
		}
	}
	return s.named(withoutMentions(m, strings.Join(rest, "\n")))
}

func aNotice(text string) bool {
	for _, mark := range []string{"📢 ", "🟠 ", "🔴 "} {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return false
}

func aCase(line string) bool {
	for _, code := range codes {
		if strings.Contains(line, code) {
			return true
		}
	}
	return false
}

// ofACase is what a line says of a case beside its code, the time left and who has it.
func (s *Stage) ofACase(line string) string {
	for _, word := range []string{"封闭", "疑似", "确诊", "密接", "密切", "发热", "入院", "学生", "教职工", "sealed", "suspected", "confirmed", "student", "139-"} {
		if strings.Contains(line, word) {
			return word
		}
	}
	for _, u := range s.Roster.Units {
		if strings.Contains(line, u.Name) || u.English != "" && strings.Contains(line, u.English) {
			return string(u.ID)
		}
	}
	return ""
}

// named is the person of the roster whose name or telephone stands in a text.
func (s *Stage) named(text string) string {
	for _, p := range s.Roster.People {
		if strings.Contains(text, p.Name) || p.Phone != "" && strings.Contains(text, p.Phone) {
			return string(p.ID)
		}
	}
	return ""
}

// withoutMentions is a text without the people it is addressed to.
func withoutMentions(m sandbox.Message, text string) string {
	units := []rune(m.Text)
	for _, e := range m.Entities {
		if e.Type == "text_mention" && e.Offset+e.Length <= len(units) {
			text = strings.ReplaceAll(text, string(units[e.Offset:e.Offset+e.Length]), "")
		}
	}
	return text
}
