package bot

import "testing"

// Whatever both parts of a report are called, with their numbers or without, what is under them is written there, and no head of theirs is.
func TestThePartsOfAReportAreKnownByTheirHeads(t *testing.T) {
	for _, c := range []struct{ text, work, plans string }{
		{"四、工作开展情况\n宿舍、食堂各消毒两次\n五、困难和打算\n口罩不够", "宿舍、食堂各消毒两次", "口罩不够"},
		{"五、困难和打算：缺口罩", "", "缺口罩"},
		{"五、困难和打算\n缺口罩", "", "缺口罩"},
		{"四、工作开展情况：今天消毒两次。五、存在困难：口罩不够，下一步继续排查", "今天消毒两次", "口罩不够，下一步继续排查"},
		{"四、工作开展情况：今天消毒两次；五、问题：口罩不够", "今天消毒两次", "口罩不够"},
		{"工作开展情况：今天消毒；困难：缺口罩", "今天消毒", "缺口罩"},
		{"工作情况：今天消毒\n下一步打算：继续排查", "今天消毒", "继续排查"},
		{"五：存在问题和下一步：隔离房间不足", "", "隔离房间不足"},
		{"五：存在的困难：口罩不足。下一步打算：继续排查", "", "存在的困难：口罩不足。下一步打算：继续排查"},
		{"五、存在困难：口罩不足\n下一步打算：继续排查", "", "存在困难：口罩不足\n下一步打算：继续排查"},
		{"四：消毒两次\n五：无", "消毒两次", "无"},
		{"四、1.消毒\n2.测温\n五、困难\n口罩不足", "1.消毒\n2.测温", "口罩不足"},
		{"四改成：消毒三次", "消毒三次", ""},
		{"四改成消毒三次", "消毒三次", ""},
		{"第四部分写：消毒三次", "消毒三次", ""},
		{"把五改为：口罩不足", "", "口罩不足"},
		{"五写：口罩不足", "", "口罩不足"},
		{"四、五号楼消毒", "", ""},
		{"五、安排部署：各学院消毒", "", "安排部署：各学院消毒"},
		{"四家单位工作开展情况：良好", "", ""},
		{"困难：口罩什么时候到", "", ""},
		{"五写得太简单，重写", "", ""},
		{"四怎么写", "", ""},
		{"五太简单了", "", ""},
	} {
		act, words, _ := partIn(c.text)
		work, plans := "", ""
		if first, second, both := bothParts(words); both && act == "work" {
			work, plans = first, second
		} else if act == "work" {
			work = words
		} else if act == "plans" {
			plans = words
		}
		if work != c.work || plans != c.plans {
			t.Errorf("%q: %q and %q, not %q and %q", c.text, work, plans, c.work, c.plans)
		}
	}
}
