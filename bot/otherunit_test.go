package bot

import "testing"

// Whatever the reader takes for putting another unit right passes the cheap look before it.
func TestWhatNamesAnotherUnitIsRead(t *testing.T) {
	for _, words := range []string{"弄错了，是护理学院的", "搞混了，护理学院的", "不对，护理学院", "报岔了，护理学院的", "写成了软件学院，护理学院的", "不是我们学院的，属于护理学院", "发重复了，护理学院的",
		"sorry, wrong unit, it is of the School of Nursing", "多报了，护理学院的", "请忽略，护理学院的"} {
		if !maySayOtherUnit(words) {
			t.Errorf("%q is not read", words)
		}
	}
	for _, words := range []string{"居家隔离2人，无发热", "零报告"} {
		if maySayOtherUnit(words) {
			t.Errorf("%q is read for another unit", words)
		}
	}
}
