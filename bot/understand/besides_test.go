package understand

import (
	"slices"
	"testing"
)

// Who else is told of beside the gravest case is no part of it, with or without a number.
func TestOthersBesideTheGravest(t *testing.T) {
	r := New(roster())
	for words, further := range map[string][]string{
		"李某确诊，室友王某密接": {"close_contact"}, "李某确诊，王某密接": {"close_contact"}, "李某确诊，王某疑似": {"suspected"}, "李明确诊，张强疑似": {"suspected"},
		"确诊：李某；密接：王某": {"close_contact"}, "小李核酸阳了，小王被列为密接": {"close_contact"}, "王某确诊张某密接 都是软件1902的": {"close_contact"},
		"李老师昨天确诊，张老师、王老师被判定为密接": {"close_contact"}, "我确诊了，室友密接": {"close_contact"}, "李某确诊，已通知其室友王某集中隔离": {"central_quarantine"},
		"学生李某确诊，昨天疑似": nil, "我院学生李某疑似，今天转确诊": nil, "学生李某确诊，李某的父亲疑似": nil, "李某和王某确诊": nil, "李某确诊，已通知密接者居家隔离": nil,
		"学生李某是密接，今天确诊": nil, "李某密接，核酸阳性": nil,
		"阎某是密接，李某发热确诊": {"close_contact"}, "李某确诊，张三已排除疑似": nil, "王某密接，室友王某确诊": nil,
	} {
		got := r.Read(words, Context{Date: today})
		if got.Kind != Urgent || !slices.Equal(got.Further, further) || len(got.Rows) > 0 {
			t.Errorf("%s\n\tfurther %q, want %q\n\t%s", words, got.Further, further, describe(got))
		}
	}
}

// Several people of whom the same is told are as many cases.
func TestSeveralOfWhomTheSameIsTold(t *testing.T) {
	r := New(roster())
	for words, more := range map[string]int{
		"李某和王某确诊": 1, "我院李某、王某今天确诊": 1, "两名学生确诊，李明和王芳": 1, "两名学生李明、王芳确诊": 1, "确诊两人：李明、王芳": 1, "我院学生李明和王芳今天确诊": 1,
		"李明、王芳核酸阳性": 1, "李明和王芳都确诊了": 1, "学生张三与李四疑似": 1, "李某、王某、张某三人确诊": 2, "李某确诊，王某也确诊": 1, "李老师和张老师被列为密接": 1, "李明和他的室友都确诊了": 1,
		"我院学生李明和王芳被拉去集中隔离": 1, "Li Ming and Wang Fang tested positive": 1,
		"李某确诊": 0, "我院学生李小明今天确诊": 0, "两名学生确诊": 0, "李某确诊，李某已送医院": 0, "李某确诊，室友王某密接": 0, "李某确诊，王某和张某是密接": 0, "李老师报告学生李某确诊": 0, "李某确诊，王老师和张老师已过去": 0,
		"学生李某确诊，和王某同宿舍": 0, "我确诊了，本人住3号楼": 0, "李某和王某发烧，张某确诊": 0,
	} {
		if got := r.Read(words, Context{Date: today}); got.Alike != more {
			t.Errorf("%s: %d more, want %d\n\t%s", words, got.Alike, more, describe(got))
		}
	}
}
