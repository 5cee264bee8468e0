package understand

import "testing"

func TestNods(t *testing.T) {
	for words, want := range map[string]bool{
		"收到": true, "好的，谢谢": true, "收到，马上处理": true, "收到！立即落实": true, "知道了，辛苦了": true, "稍后报": true, "收到 👌": true, "已转发到各班": true,
		"收到疾控通知": false, "收到，家长半小时后到校": false, "好的，他在路上": false, "他知道了": false, "李明的父母已经知道了": false, "收到，救护车来了": false, "ok, he is here": false,
	} {
		if got := Nods(words); got != want {
			t.Errorf("%q is a receipt and no more: %v", words, got)
		}
	}
}

func TestAllClear(t *testing.T) {
	for words, want := range map[string]bool{
		"没事了": true, "谢谢，人没事了": true, "弄错了": true, "没事了，弄错了": true, "是误报": true, "他没事了，虚惊一场": true, "false alarm": true,
		"零报告": false, "没有情况": false, "今天没事": false, "我院没有": false, "其他人都正常": false, "人没事了，隔离2人": false, "谢谢": false,
	} {
		if got := AllClear(words); got != want {
			t.Errorf("%q is that all is well: %v", words, got)
		}
	}
}

func TestACaseNamesItsPatient(t *testing.T) {
	c := Told{Words: "机电1901班张伟同学确诊了，室友王强也在"}
	for words, want := range map[string]bool{"张伟的父母来了": true, "王强去过图书馆": true, "张老师来了": false, "李明呢": false, "今天食堂开门": false} {
		if got := c.Names(words); got != want {
			t.Errorf("%q names somebody told of: %v", words, got)
		}
	}
}
