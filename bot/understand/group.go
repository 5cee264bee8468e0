package understand

import "fangkong/bot/pattern"

var (
	// besidePeople are people and places that are named after students or staff and are neither.
	besidePeople = pattern.MustCompile(`(?:学生|同学|教师|老师|教职工|职工|员工)(?:的)?(?:家长|家属|父母?|母亲|爸|妈|哥|姐|弟|妹|爱人|妻|丈夫|处|会|公寓|宿舍|食堂|之家)|我是[^，。,；\s]*老师|\p{Han}?老师(?:[，,])?(?:你|您|好|请问|在吗|什么时候|几点|何时)`)
	ofStudents   = pattern.MustCompile(`(?i)学生|同学|该生|研究生|本科生|专科生|\bstudents?\b`)
	ofStaff      = pattern.MustCompile(`(?i)教师|老师|教职工|职工|员工|辅导员|教授|\b(?:teachers?|lecturers?|professors?|staff member)\b`)
)

// GroupIn is the group of people that words name, student or staff; “” when they name none, or both.
func GroupIn(words string) string {
	words = besidePeople.ReplaceAllString(unaddressed(words), "")
	switch students, staff := ofStudents.MatchString(words), ofStaff.MatchString(words); {
	case students && !staff:
		return "student"
	case staff && !students:
		return "staff"
	}
	return ""
}
