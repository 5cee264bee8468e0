package understand

import "testing"

func TestWhoIsIllByName(t *testing.T) {
	for words, want := range map[string]bool{
		"他的室友王强、刘洋也发烧了": true, "学生王强发烧了": true, "机电1901班刘洋居家隔离": true, "李某发热": true, "张老师昨天开始发烧": true, "王强和刘洋都咳嗽": true, "软件学院 学生李明，今早发热": true,
		"我们学院小王居家隔离，有点咳嗽": true, "小李今天发烧38.5": true, "软件学院李明结果阴性": true, "赵磊核酸结果阴性，虚惊一场": true, "李明现在转到传染病医院了": true,
		"李婷现在40度": true, "李婷烧到39.5度": true,
		"Li Na is confirmed": true, "Zhang Xiaomei of nursing 3 has a fever of 39": true, "Our student Wang Qiang has tested positive": true, "One student is confirmed": false, "Software School has no fever": false, "Student Affairs Office is sealed": false,
		"全院核酸结果阴性": false, "小区居家隔离2人": false, "王书记到医院慰问": false,
		"软件学院 发热1人": false, "张老师，我院发热1人": false, "学生高烧39度": false, "周三发热3人": false, "高温，发热1人": false, "软件学院何望桥报：零报告": false, "武汉返校居家隔离2人": false, "教职工发热1人，学生居家隔离2人": false,
		"王五密接": true, "小王是密接": true, "李娜和王强都是密接者": true, "张三 男 20岁 确诊": true, "我班学生张三（男，19岁）发热": true, "2栋302的张三确诊": true, "我们班的李娜发烧了": true,
		"确诊：张三": true, "密接人员:李明 王芳": true, "密接：张三、李四": true, "确诊人员：周某": true, "疑似病例，身份证410601200001011234": true,
		"软件学院何望桥 居家隔离2人": false, "何望桥 发热1人": false, "软件学院 王老师 居家隔离2人，无发热": false, "确诊：无": false, "密接：任何人都没有": false, "发热人员：高三2人": false, "居家隔离：余3人": false, "隔离：于1月30日解除": false,
		"湖北回来的于昨日隔离": false, "电话13900000000，居家隔离1人": false,
		"黄河宿舍居家隔离1人": false, "余下居家隔离": false, "全院正常，王书记已传达": false,
	} {
		if got := NamesIll(words); got != want {
			t.Errorf("%s: %v", words, got)
		}
	}
}

func TestWhoSomebodyIsSaidToBe(t *testing.T) {
	for words, want := range map[string]string{
		"急-0131-01 就是李婷": "李婷", "就是软件1902的李婷": "李婷", "听说是软件学院李婷？": "李婷", "是不是王强同学": "王强", "it is Li Na": "Li Na",
		"就是这样": "", "听说是真的": "", "是哪个学生？": "", "就是软件学院的": "", "说是高烧": "", "今天是周三": "", "好像是武汉": "",
	} {
		if got := Points(words); got != want {
			t.Errorf("%s: %q", words, got)
		}
	}
}
