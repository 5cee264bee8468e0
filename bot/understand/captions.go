package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// caption reports that a segment is a heading over a list: 2月3日软件学院各班居家隔离情况.
func (m *message) caption(s segment) bool {
	words := m.quoteToks(s.from, s.to)
	return captions.MatchString(words) || perClass.MatchString(words)
}

// overHeads reports that the name of a unit stands alone on its line, over the heads of a table, which count nothing.
func (m *message) overHeads(s segment) bool {
	words := strings.TrimLeft(m.quoteToks(s.from, s.to), " ：:")
	return strings.HasPrefix(words, "\n") && !strings.ContainsAny(words, "0123456789无零")
}

// perClass goes on behind the name of the unit whose classes are listed below: 经管各班：.
var perClass = pattern.MustCompile(`^(?:各(?:个)?(?:班级?|系|年级|教研室|支部)|班级)(?:情况|表|统计表?|一览表?)?[：:\s]*(?:\n|$)`)

var captions = pattern.MustCompile(`^(?:[^0-9，。；无没]{2,16}(?:情况|统计|汇总|台账|名单|一览)(?:表|如下)?|(?:[0-9]{1,2}[月.][0-9]{1,2}[日号]?)?[^0-9，。；无没]{0,8}接龙)[：\s]*$`)
