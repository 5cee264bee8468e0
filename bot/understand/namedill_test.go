package understand

import "testing"

func TestWhoIsIllByName(t *testing.T) {
	for words, want := range map[string]bool{
		"他的室友王强、刘洋也发烧了": true, "学生王强发烧了": true, "机电1901班刘洋居家隔离": true, "李某发热": true, "张老师昨天开始发烧": true, "王强和刘洋都咳嗽": true, "软件学院 学生李明，今早发热": true,
		"我们学院小王居家隔离，有点咳嗽": true, "小李今天发烧38.5": true, "软件学院李明结果阴性": true, "赵磊核酸结果阴性，虚惊一场": true, "李明现在转到传染病医院了": true,
		"全院核酸结果阴性": false, "小区居家隔离2人": false, "王书记到医院慰问": false,
		"软件学院 发热1人": false, "张老师，我院发热1人": false, "学生高烧39度": false, "周三发热3人": false, "高温，发热1人": false, "软件学院何望桥报：零报告": false, "武汉返校居家隔离2人": false, "教职工发热1人，学生居家隔离2人": false,
		"黄河宿舍居家隔离1人": false, "余下居家隔离": false, "全院正常，王书记已传达": false,
	} {
		if got := NamesIll(words); got != want {
			t.Errorf("%s: %v", words, got)
		}
	}
}
