package understand

import (
	"testing"
	"time"
)

// alarms of some ninety characters without a comma, as they are spoken into a telephone.
var spokenOn = []string{
	"领导您好我是软件学院的辅导员昨天晚上十点多医院给我打电话通知说我们学院大二的一名学生因为高烧去了市人民医院做了检查拍了片子医生怀疑是那个病让我们赶紧上报并且不要让同宿舍的人离开我现在正在联系家长",
	"我们班有个学生家长打电话过来告知孩子身体有点不舒服在宿舍里面躺着不想吃饭也不想动室友说他脸色很差我们几个老师商量了半天还是决定先把人送到校医院看看情况然后再向各位领导详细汇报请领导指示下面应该怎么办才好",
	"A student of our school who lives in building three was taken to the city hospital last night and the doctor called me at about ten to say that he is now confirmed so please tell me what to do",
}

func BenchmarkKnownIn(b *testing.B) {
	now := time.Date(2020, 1, 31, 14, 20, 0, 0, time.FixedZone("CST", 8*3600))
	for i, words := range spokenOn {
		b.Run([]string{"zh", "zh-none", "en"}[i], func(b *testing.B) {
			for b.Loop() {
				KnownIn(words, now)
			}
		})
	}
}

// What a sentence says of when something was known is what the words alone say.
func TestAMomentInsideASentence(t *testing.T) {
	now := time.Date(2020, 1, 31, 14, 20, 0, 0, time.FixedZone("CST", 8*3600))
	for _, words := range []string{
		"半小时前", "１０分钟前", "两个半小时前", "一刻钟前", "上午十点", "大约8点左右", "昨天夜里12点", "前儿晚上9点", "下午一两点", "昨天下午2点到3点", "1月30日 20:10", "一月三十日晚上九点", "周四晚上8点",
		"星期五上午9点", "今晨6点", "刚才1点50", "下午一点三刻", "half an hour ago", "about an hour ago", "last night at 8", "8pm yesterday", "30 Jan 20:10", "half past one", "quarter to nine last night", "two in the afternoon", "12:30 am",
	} {
		want, _ := ReadWhen(words, now)
		for _, sentence := range []string{"我院一名学生确诊 " + words + " 接到通知", "医院通知 " + words} {
			if got, ok := KnownIn(sentence, now); !ok || got != want || want.At.IsZero() {
				t.Errorf("%s: %v, want %v", sentence, got, want)
			}
		}
	}
}

// A time beside what somebody has may be when it was known, whatever it is; that of a journey is not.
func TestATimeThatOnlyMayBeWhenItWasKnown(t *testing.T) {
	now := time.Date(2020, 1, 31, 14, 20, 0, 0, time.FixedZone("CST", 8*3600))
	for sentence, want := range map[string]string{
		"学生确诊，一小时前": "31 13:20", "学生确诊，今早6点多": "31 06:00", "职工确诊，前天下午": "29 23:59", "今天中午医院打的电话": "31 12:00", "tested positive an hour ago": "31 13:20", "one student confirmed, last night at 8": "30 20:00",
		"1月20日10点从武汉乘车返回的一名学生今天确诊": "", "学生确诊": "", "学生确诊，明天早上8点转院": "", "1月31日学生确诊2人": "", "学生确诊，14:00坐火车回来的": "",
	} {
		got := ""
		if at, ok := SaidIn(sentence, now); ok {
			got = at.Format("02 15:04")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
	for _, sentence := range []string{"刚接到医院电话，我院一名学生确诊", "刚知道有学生确诊", "刚接到通知，学生疑似", "We just got the call, one student is positive"} {
		if w, ok := KnownIn(sentence, now); !ok || !w.At.Equal(now) {
			t.Errorf("%s: %v", sentence, w)
		}
	}
}
