package understand

import "testing"

// A paper names nobody, and holds no number by which somebody is reached or known; what is none of these stays as it was written.
func TestAPaperNamesNobody(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"张三电话补报 13800001111":                            "张某电话补报 ×××",
		"张三（13800001111）隔离在家":                           "张某（×××）隔离在家",
		"软件学院李小明已解除，证件410603199901011234":               "软件学院李某已解除，证件×××",
		"电话0392-3320001":                                "电话×××",
		"曹思帆核对过":                                        "曹某核对过",
		"曹思帆已核实":                                        "曹某已核实",
		"学生王丽从武汉回来，138 0000 1111":                       "学生王某从武汉回来，×××",
		"Li Na called, 13800001111":                     "N. N. called, ×××",
		"软件学院电话补报1人":                                    "软件学院电话补报1人",
		"机电工程学院电话报了2人":                                  "机电工程学院电话报了2人",
		"护理学院多报2人，已核实":                                  "护理学院多报2人，已核实",
		"周三返校的没有算":                                      "周三返校的没有算",
		"有2人已经转到集中隔离了，护理没来得及改":                          "有2人已经转到集中隔离了，护理没来得及改",
		"2020-01-30 漏报1人，高校通报":                          "2020-01-30 漏报1人，高校通报",
		"School of Software gave one more by telephone": "School of Software gave one more by telephone",
		"患者李明已送市医院":                                     "患者李某已送市医院",
		"张贴通知50份，任务已分解":                                 "张贴通知50份，任务已分解",
		"毛巾、口罩的发放，田径场的消毒，程序已规范":                         "毛巾、口罩的发放，田径场的消毒，程序已规范",
		"填报人员在路上":                                       "填报人员在路上",
		"老师在开会":                                         "老师在开会",
	} {
		if got := Withheld(words, []string{"曹思帆"}); got != want {
			t.Errorf("%s: %s, not %s", words, got, want)
		}
	}
}
