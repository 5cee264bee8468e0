// Package paper makes what leaves the chat as a file: the workbook of a day, and pictures to be read on a telephone.
//
//	Day         日报汇总表  every unit's figures of a date, as a workbook
//	Attendance  报送情况    who filed when, unit by day, as a picture
//	Trend       趋势        the college's figures day by day, as a picture
//	Report      上报信息    what the daily report to the authorities says
//	Minutes     会议纪要    what a daily analysis heard, said and decided, a draft
//	Official    公文        such a report in the layout of an official paper, a draft until it is signed
//
// A paper is made from values alone, so that it can be made outside of a transaction and made again byte for byte. Its font
// travels with the program: a machine without any draws the same.
package paper
