package rota

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

var zone = time.FixedZone("Asia/Shanghai", 8*3600)

// today is a Thursday.
var options = Options{Today: "2020-01-30", Zone: zone}

// written is a reading in one line a turn: when, leaders | staff, phone and place where there are any; then the faults.
func written(r Reading) (rows, faults []string) {
	for _, s := range r.Rows {
		line := s.From.Format("01-02T15:04") + "/" + s.To.Format("01-02T15:04") + " " + strings.Join(s.Leaders, ",") + "|" + strings.Join(s.Staff, ",")
		for _, more := range []string{s.Phone, s.Place} {
			if more != "" {
				line += " " + more
			}
		}
		rows = append(rows, line)
	}
	for _, f := range r.Faults {
		out := ""
		if f.Out {
			out = " out"
		}
		faults = append(faults, fmt.Sprintf("%d %s%s", f.Line, f.Code, out))
	}
	return rows, faults
}

func TestRostersAsPeopleWriteThem(t *testing.T) {
	const day, night = "01-31T08:30/01-31T20:30", "01-31T20:30/02-01T08:30"
	for _, c := range []struct {
		sentence string
		text     string
		rows     []string
		faults   []string
	}{
		{"a line with everything", "1月31日 08:30-20:30 带班 李一  值班 王二、张三 0392-3312345", []string{day + " 李一|王二,张三 0392-3312345"}, nil},
		{"full-width digits and colons", "１月３１日　０８：３０－２０：３０　带班：李一　值班：王二", []string{day + " 李一|王二"}, nil},
		{"a year, dashes and a wave", "2020-01-31 8:30～20:30 带班李一 值班王二", []string{day + " 李一|王二"}, nil},
		{"a year and strokes", "2020/1/31 8:30至20:30 带班李一 值班王二", []string{day + " 李一|王二"}, nil},
		{"a year in Chinese", "2020年1月31日 8点30分-20点30分 带班李一 值班王二", []string{day + " 李一|王二"}, nil},
		{"a stroke", "1/31 8:30-20:30 带班李一 值班王二", []string{day + " 李一|王二"}, nil},
		{"a day only", "31日 8点半到20点半 带班李一 值班王二", []string{day + " 李一|王二"}, nil},
		{"a day called 号", "31号 白班 带班李一 值班王二", []string{day + " 李一|王二"}, nil},
		{"the day turn by name", "1月31日 白班 带班 李一 值班 王二", []string{day + " 李一|王二"}, nil},
		{"the night turn by name", "1月31日 夜班 带班 李一 值班 王二", []string{night + " 李一|王二"}, nil},
		{"both on one line", "2月1日 白班 带班李一 值班王二/夜班 带班赵四 值班钱五", []string{"02-01T08:30/02-01T20:30 李一|王二", "02-01T20:30/02-02T08:30 赵四|钱五"}, nil},
		{"both on one line under one leader", "1月31日 带班李一 白班 王二 夜班 张三", []string{day + " 李一|王二", night + " 李一|张三"}, nil},
		{"a turn's name beside its times", "1月31日 白班(9:00-18:00) 带班李一 值班王二", []string{"01-31T09:00/01-31T18:00 李一|王二"}, nil},
		{"over midnight", "1月31日 20:30-08:30 带班李一 值班王二", []string{night + " 李一|王二"}, nil},
		{"over midnight, said", "1月31日 20:30-次日8:30 带班李一 值班王二", []string{night + " 李一|王二"}, nil},
		{"from a date to a date", "1月31日8:30-2月1日8:30 带班李一 值班王二", []string{"01-31T08:30/02-01T08:30 李一|王二"}, nil},
		{"until midnight", "1月31日 16:00-24:00 值班 王二", []string{"01-31T16:00/02-01T00:00 |王二"}, nil},
		{"the whole day", "1月31日 全天 带班李一 值班王二", []string{"01-31T08:30/02-01T08:30 李一|王二"}, nil},
		{"no time at all", "1月31日 带班李一 值班王二", []string{"01-31T08:30/02-01T08:30 李一|王二"}, []string{"1 whole-day"}},
		{"a weekday", "周六 白班 值班王二", []string{"02-01T08:30/02-01T20:30 |王二"}, nil},
		{"a weekday beside the date", "1月31日（周五）白班 值班王二", []string{day + " |王二"}, nil},
		{"the wrong weekday beside the date", "1月31日（周六）白班 值班王二", []string{day + " |王二"}, []string{"1 weekday"}},
		{"people called 周 are no weekdays", "1月31日 白班 带班 周一鸣 值班 周三、周日新", []string{day + " 周一鸣|周三,周日新"}, nil},
		{"nor without a role", "1月31日 白班 周三 王二", []string{day + " |周三,王二"}, nil},
		{"turns in brackets behind their people", "1月31日（周五）带班领导：李一 值班人员：王二、张三（白班），赵四（夜班） 电话 0392-3312345",
			[]string{day + " 李一|王二,张三 0392-3312345", night + " 李一|赵四 0392-3312345"}, nil},
		{"a turn in brackets behind the date", "1月31日（白班）带班李一 值班王二", []string{day + " 李一|王二"}, nil},
		{"two times for the same people", "1月31日 8:30-12:00，14:00-18:00 值班 王二", []string{"01-31T08:30/01-31T12:00 |王二", "01-31T14:00/01-31T18:00 |王二"}, nil},
		{"tomorrow", "明天 白班 值班王二", []string{day + " |王二"}, nil},
		{"a date above its lines", "1月31日\n白班 带班李一 值班王二\n夜班 带班李一 值班张三", []string{day + " 李一|王二", night + " 李一|张三"}, nil},
		{"a block of lines", "1月31日 08:30-20:30\n带班：李一\n值班：王二、张三\n值班电话：0392-3312345\n地点：行政楼", []string{day + " 李一|王二,张三 0392-3312345 行政楼"}, nil},
		{"names without a role are on duty", "1月31日 白班 王二 张三", []string{day + " |王二,张三"}, nil},
		{"titles and remarks are passed over", "疫情防控值班表\n1月31日 白班 值班王二\n备注：请按时到岗", []string{day + " |王二"}, nil},
		{"what stands in brackets is no name", "1月31日 白班 带班 李一（副院长） 值班 王二（护理学院）", []string{day + " 李一|王二"}, nil},
		{"a name with a space inside", "1月31日 白班 带班 李　一 值班 王 二、张三丰", []string{day + " 李一|王二,张三丰"}, nil},
		{"a table pasted with tabs", "日期\t时段\t带班领导\t值班员\t电话\n1月31日\t08:30-20:30\t李一\t王二、张三\t0392-3312345", []string{day + " 李一|王二,张三 0392-3312345"}, nil},
		{"a table with strokes", "| 日期 | 时段 | 带班领导 | 值班员 | 电话 |\n|---|---|---|---|---|\n| 1月31日 | 白班 | 李一 | 王二 | |", []string{day + " 李一|王二"}, nil},
		{"dates merged over two rows", "日期\t班次\t带班领导\t值班人员\n1月31日\t白班\t李一\t王二\n\t夜班\t李一\t张三", []string{day + " 李一|王二", night + " 李一|张三"}, nil},
		{"day and night as columns", "日期\t带班领导\t白班\t夜班\n31日\t李一\t王二\t张三", []string{day + " 李一|王二", night + " 李一|张三"}, nil},
		{"day and night as columns with times", "日期|带班|白班（8:00-18:00）|夜班（18:00-次日8:00）\n1/31|李一|王二|张三", []string{"01-31T08:00/01-31T18:00 李一|王二", "01-31T18:00/02-01T08:00 李一|张三"}, nil},
		{"days counted as a spreadsheet does", "日期\t时段\t带班领导\t值班员\n43861\t白班\t李一\t王二", []string{day + " 李一|王二"}, nil},
		{"bare days under a title with the month", "2020年2月值班表\n日期\t带班领导\t值班员\n1\t李一\t王二", []string{"02-01T08:30/02-02T08:30 李一|王二"}, []string{"3 whole-day"}},
		{"an English table", "Date|Shift|Leader|Staff|Phone\n2020-01-31|day|李一|王二|0392-3312345", []string{day + " 李一|王二 0392-3312345"}, nil},
		{"a signature below the table", "日期\t时段\t带班领导\t值班员\n1月31日\t白班\t李一\t王二\n制表人：赵四", []string{day + " 李一|王二"}, nil},
		{"a number beside the names", "1月31日 白班 值班 王二 13900000002", []string{day + " |王二 13900000002"}, nil},

		{"a table with single spaces", "日期 时段 带班领导 值班员 电话\n1月31日 08:30-20:30 李一 王二、张三 0392-3312345\n1月31日 夜班 李一 赵四", []string{day + " 李一|王二,张三 0392-3312345", night + " 李一|赵四"}, nil},
		{"a table with wide spaces", "日期    时段    带班领导    值班员    电话\n1月31日    白班    李一    王二 张三    0392-3312345\n           夜班    李一    赵四", []string{day + " 李一|王二,张三 0392-3312345", night + " 李一|赵四"}, nil},
		{"a line of a table without its columns", "日期 时段 带班领导 值班员\n1月31日 白班 李一 王二 张三 赵四", nil, []string{"2 columns out"}},
		{"a leader below the turns of a day", "1月31日\n白班 值班 王二\n夜班 值班 张三\n带班 李一\n2月1日\n白班 值班 王二", []string{day + " 李一|王二", night + " 李一|张三", "02-01T08:30/02-01T20:30 |王二"}, nil},
		{"a leader above the turns of a day", "1月31日 带班 李一\n白班 值班 王二\n夜班 值班 张三", []string{day + " 李一|王二", night + " 李一|张三"}, nil},
		{"a leader below leads not whom another leads", "1月31日\n白班 带班 赵四 值班 王二\n夜班 值班 张三\n带班 李一", []string{day + " 赵四|王二", night + " 李一|张三"}, nil},
		{"several days in one line", "1月31日至2月2日 带班 李一 值班 王二", nil, []string{"1 range out"}},
		{"several days in one cell", "日期\t时段\t带班领导\t值班员\n1.31-2.2\t白班\t李一\t王二", nil, []string{"2 range out"}},
		{"a date with a point", "1.31 白班 带班李一 值班王二", []string{day + " 李一|王二"}, nil},
		{"times with points are no date", "1月31日\n8.30-20.30 值班王二", nil, []string{"2 unread out"}},
		{"columns for begin and end", "日期\t开始时间\t结束时间\t带班领导\t值班员\n1月31日\t08:30\t20:30\t李一\t王二\n1月31日\t20:30\t08:30\t李一\t张三", []string{day + " 李一|王二", night + " 李一|张三"}, nil},
		{"begin and end as a spreadsheet keeps them", "日期|开始|结束|带班|值班员\n43861|0.354166666666667|0.854166666666667|李一|王二", []string{day + " 李一|王二"}, nil},
		{"begin and end with their dates", "开始时间\t结束时间\t带班领导\t值班员\n2020-01-31 20:30\t2020-02-01 08:30\t李一\t王二", []string{night + " 李一|王二"}, nil},

		{"a date there is not", "2月30日 白班 值班王二", nil, []string{"1 no-date out"}},
		{"a time there is not", "1月31日 25:30-29:00 值班王二", nil, []string{"1 no-time out"}},
		{"nobody", "1月31日 白班", nil, []string{"1 nobody out"}},
		{"no date", "08:30-20:30 值班王二", nil, []string{"1 no-date out"}},
		{"names alone, with a role", "值班 王二", nil, []string{"1 unread out"}},
		{"a bad line leaves the others", "1月31日 白班 值班王二\n2月30日 白班 值班张三\n2月1日 白班 值班赵四", []string{day + " |王二", "02-01T08:30/02-01T20:30 |赵四"}, []string{"2 no-date out"}},
		{"a table without a date in its first row", "日期\t时段\t带班领导\t值班员\n\t白班\t李一\t王二", nil, []string{"2 no-date out"}},
		{"a table whose time cannot be read", "日期\t时段\t带班领导\t值班员\n1月31日\t上午\t李一\t王二", nil, []string{"2 no-time out"}},
		{"two times in one cell", "日期\t时段\t带班领导\t值班员\n1月31日\t白班、夜班\t李一\t王二", nil, []string{"2 times out"}},
		{"longer than anybody is on duty", "1月31日8:30-2月7日8:30 值班王二", nil, []string{"1 no-time out"}},
		{"dates as people say them", "2月1日 白班 值班王二\n二月二号 白班 值班张三\n下周一 夜班 值班赵四\n本周五 夜班 值班王二\n十二号 白班 值班张三", []string{"02-01T08:30/02-01T20:30 |王二", "02-02T08:30/02-02T20:30 |张三",
			"02-03T20:30/02-04T08:30 |赵四", night + " |王二", "02-12T08:30/02-12T20:30 |张三"}, nil},
		{"English dates", "2020-02-01 day, 王二\n3 February day, 张三\nTuesday night, 赵四\nFeb 5th day, 王二\nnext Thu day, 张三\nSat, 8 Feb 2020 day, 赵四", []string{"02-01T08:30/02-01T20:30 |王二", "02-03T08:30/02-03T20:30 |张三", "02-04T20:30/02-05T08:30 |赵四",
			"02-05T08:30/02-05T20:30 |王二", "02-06T08:30/02-06T20:30 |张三", "02-08T08:30/02-08T20:30 |赵四"}, nil},
		{"a surname that is a weekday", "1 Feb\nday Sun Wei, Marina", []string{"02-01T08:30/02-01T20:30 |Sun,Wei,Marina"}, nil},
		{"dates that are not read are of no day above", "2月4日 白班 值班王二\n正月十二 白班 值班张三\n夜班 值班赵四\n初十 夜班 值班王二\n下下周一 白班 值班张三\n次日 夜班 值班赵四\n5 白班 值班王二\n二月二 白班 值班张三\n2月30日\n白班 值班赵四",
			[]string{"02-04T08:30/02-04T20:30 |王二"}, []string{"2 no-date out", "3 no-date out", "4 no-date out", "5 no-date out", "6 no-date out", "7 no-date out", "8 no-date out", "9 no-date out", "10 no-date out"}},
		{"nor without a time", "2月4日 白班 值班王二\n正月十二 值班张三\n下下周一\n夜班 值班赵四", []string{"02-04T08:30/02-04T20:30 |王二"}, []string{"2 no-date out", "3 no-date out", "4 no-date out"}},
		{"a numbered list under its date", "1月31日\n1. 白班 值班王二\n2、夜班 值班张三", []string{day + " |王二", night + " |张三"}, nil},
		{"times with spaces", "1月31日\n8 点-20 点 值班王二", []string{"01-31T08:00/01-31T20:00 |王二"}, nil},
		{"a table with dates in Chinese figures", "日期\t时段\t带班领导\t值班员\n一月三十一日\t白班\t李一\t王二\n下周一\t白班\t李一\t张三\n正月十二\t白班\t李一\t赵四", []string{day + " 李一|王二", "02-03T08:30/02-03T20:30 李一|张三"}, []string{"4 no-date out"}},
		{"nothing of duty", "大家辛苦了", nil, nil},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			rows, faults := written(Read(Lines(c.text), options))
			if !slices.Equal(rows, c.rows) || !slices.Equal(faults, c.faults) {
				t.Errorf("%s\n got %q %q\nwant %q %q", c.text, rows, faults, c.rows, c.faults)
			}
		})
	}
}

func TestDatesAreTheNearestToCome(t *testing.T) {
	for _, c := range []struct {
		today workgroup.Date
		words string
		want  workgroup.Date
	}{
		{"2020-01-30", "31日", "2020-01-31"}, {"2020-01-30", "5号", "2020-02-05"}, {"2020-02-01", "31日", "2020-01-31"}, {"2019-12-30", "1月2日", "2020-01-02"},
		{"2020-01-02", "12月31日", "2019-12-31"}, {"2020-01-30", "明天", "2020-01-31"}, {"2020-01-30", "周四", "2020-01-30"}, {"2020-01-30", "2月3日", "2020-02-03"},
		{"2020-01-30", "2020-02-03", "2020-02-03"}, {"2020-01-30", "2月3日（周一）", "2020-02-03"}, {"2020-01-30", "tomorrow", "2020-01-31"}, {"2020-01-30", "2/3", "2020-02-03"},
		{"2020-01-30", "周日", "2020-02-02"}, {"2020-01-30", "下周一", "2020-02-03"}, {"2020-01-30", "本周五", "2020-01-31"}, {"2020-02-02", "下周日", "2020-02-09"},
		{"2020-01-30", "Sunday", "2020-02-02"}, {"2020-01-30", "next Monday", "2020-02-03"}, {"2020-01-30", "1 Feb", "2020-02-01"}, {"2020-01-30", "Feb 1", "2020-02-01"}, {"2020-01-30", "thu", "2020-01-30"}, {"2020-01-30", "31 Feb", ""},
		{"2020-01-30", "2月30日", ""}, {"2020-01-30", "2月3日谁值班", ""}, {"2020-01-30", "隔离3人", ""}, {"2020-01-30", "", ""},
	} {
		got, ok := DateIn(c.words, c.today)
		if ok != (c.want != "") || ok && got != c.want {
			t.Errorf("on %s %q is %s (%t), want %s", c.today, c.words, got, ok, c.want)
		}
	}
}

func TestALongRosterIsReadInPart(t *testing.T) {
	text := strings.Repeat("1月31日 白班 值班王二\n", Most+5)
	r := Read(Lines(text), options)
	if len(r.Rows) != Most || len(r.Faults) != 1 || r.Faults[0].Code != workgroup.RotaTooLong || r.Faults[0].Line != Most+1 {
		t.Errorf("%d rows, faults %v", len(r.Rows), r.Faults)
	}
}

// Whatever a stranger's file holds: no panic, and only turns that could be.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"1月31日 08:30-20:30 带班 李一  值班 王二、张三 0392-3312345", "日期\t时段\t带班领导\t值班员\t电话\n1月31日\t08:30-20:30\t李一\t王二", "2月1日 白班 李一/夜班 王二",
		"日期|带班|白班（8:00-18:00）|夜班\n1/31|李一|王二|张三", "43861|0.354|0.854", "24:00-24:00 99日 值班", "2020年2月值班表\n日期\t值班员\n\n1\t王二", "带班\n：\n值班值班电话地点",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := Read(Lines(text), options)
		lines := strings.Count(text, "\n") + 1
		for _, row := range r.Rows {
			if !row.From.Before(row.To) || row.To.Sub(row.From) > workgroup.LongestShift || row.Line < 1 || row.Line > lines || len(row.Leaders)+len(row.Staff) == 0 {
				t.Errorf("%q became %+v", text, row)
			}
		}
		for _, fault := range r.Faults {
			if fault.Line < 1 || fault.Line > lines || !slices.Contains(workgroup.FaultCodes, fault.Code) {
				t.Errorf("%q has fault %+v", text, fault)
			}
		}
		DateIn(text, options.Today)
	})
}
