package bot

import (
	"fmt"
	"strings"
	"testing"
)

// How a secretary writes minutes is read as lines, each of what it is of; what is no minutes is none.
func TestMinutesAsASecretaryWritesThem(t *testing.T) {
	for words, want := range map[string]string{
		"疫情防控领导小组会议纪要\n时间：2020年1月31日下午4点\n地点：行政楼三楼会议室\n主持：于思霖\n参会：许清朴、吕景霖\n缺席：何松石（请假）\n会议听取了防控办关于排查的汇报，传达了省教育厅1月30日会议精神。\n会议决定：\n（一）由学生处牵头、各二级学院配合，尽快摸清底数；\n（二）财务处下周三前落实资金20万元。": "time=2020年1月31日下午4点|place=行政楼三楼会议室|chair=于思霖|present=许清朴、吕景霖|absent=何松石（请假）|situation=听取了防控办关于排查的汇报|heard=省教育厅1月30日会议精神|decision=（一）由学生处牵头、各二级学院配合，尽快摸清底数；\n（二）财务处下周三前落实资金20万元。",
		"地点：三楼\n缺席：何松石（出差）\n会议听取了学生处的汇报。\n会议传达学习了省指挥部会议精神\n会议强调，要压实责任。\n会议决定：（一）由学生处负责2月1日18点前摸排；（二）由财务处负责采购。":                                                                   "place=三楼|absent=何松石（出差）|situation=听取了学生处的汇报|heard=省指挥部会议精神|arranged=强调，要压实责任|decision=（一）由学生处负责2月1日18点前摸排；（二）由财务处负责采购。",
		"会议由于思霖主持，许清朴、吕景霖、赵望朴参加，何松石因公出差缺席。会议传达学习了省指挥部会议精神，听取了学生处关于摸排的汇报。会议决定，一是学生处2月1日18点前完成摸排；二是软件学院2月2日12点前上报名单。":                                                              "chair=于思霖|present=许清朴、吕景霖、赵望朴|absent=何松石（因公出差）|heard=省指挥部会议精神|situation=听取了学生处关于摸排的汇报|decision=一是学生处2月1日18点前完成摸排；二是软件学院2月2日12点前上报名单",
		"时间：1月31日下午4点。地点：行政楼三楼。主持：于思霖。参会：许清朴、吕景霖。会议议定：安保处今晚9点前封西门。时间：今晚9点前。":                                                                                                     "time=1月31日下午4点|place=行政楼三楼|chair=于思霖|present=许清朴、吕景霖|decision=安保处今晚9点前封西门。时间：今晚9点前。",
		"1、传达了省厅文件 2、决定：学生处明天18点前报名单":                                                                                                                                                                        "heard=省厅文件|decision=学生处明天18点前报名单",
		"传达：省指挥部会议精神\n听取：学生处汇报摸排情况\n研究：同意延期开学\n列席：曹思帆\n记录人：朱思溪":                                                                                                                                              "heard=省指挥部会议精神|situation=学生处汇报摸排情况|decided=同意延期开学|attending=曹思帆|recorder=朱思溪",
		"1月31日下午，领导小组在行政楼三楼会议室召开研判会，于思霖主持会议。会议指出，形势严峻。":                                                                                                                                                      "place=行政楼三楼会议室|chair=于思霖|situation=指出，形势严峻",
		"Minutes, 31 January\nChair: Yu Silin\nPresent: Xu Qingpu, Lv Jinglin\nThe meeting heard the office on the survey. The meeting decided: 1. The Student Office finishes the survey by 6 pm tomorrow.": "chair=Yu Silin|present=Xu Qingpu, Lv Jinglin|situation=heard the office on the survey|decision=1. The Student Office finishes the survey by 6 pm tomorrow",
		"传达学习了市指挥部第3号通告":        "heard=市指挥部第3号通告",
		"何松石请假没来":               "absent=何松石（请假）",
		"主持于书记，参会的有许清朴、吕景霖":     "chair=于书记|present=许清朴、吕景霖",
		"参会：许清朴\n吕景霖、赵望朴":       "present=许清朴\n吕景霖、赵望朴",
		"要求各学院今晚8点前报名单":         "",
		"会议由于思霖主持，许清朴参加，地点：三楼。": "chair=于思霖|present=许清朴|place=三楼",
		"会议室由后勤处负责消毒":           "", "会上没有定": "", "会议材料谁准备，明天12点前报": "", "传达学习情况怎么样": "heard=情况怎么样", "参加人员18人，其中发热1人": "", "护理学院王某请假回家了": "", "主持召开学生会": "",
		"缺席的学生有3人发热": "", "通报：护理学院1人发热": "", "提出申请": "", "会议通知发了吗": "",
		"分析一下软件学院的数据":     "",
		"软件学院3名学生没来，发热1人": "",
		"护理学院居家隔离2人，无发热":  "",
		"强调一下，今晚8点前必须报":   "",
		"研判会材料发我":         "",
		"主持改为许清朴":         "",
		"安排一下明天的值班":       "",
		"审核通过了":           "",
	} {
		var got []string
		for _, l := range minutedIn(words) {
			got = append(got, fmt.Sprint(l.as)+"="+l.words)
		}
		if said := strings.Join(got, "|"); said != want {
			t.Errorf("%s\n  is  %q\n want %q", words, said, want)
		}
	}
}
