package bot

import (
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// upward are words of somebody who wants to report to the authorities themselves, or asks for what the college reports.
var upward = pattern.MustCompile(`(?:报|上报|报送|报到|交|发|送|汇报)(?:给|到|至|往|去)?[^，,。；;]{0,4}(?:指挥部|教育局|教育厅|高工委|卫健委|区政府|市政府|上级部门|主管部门)|上报(?:稿|件|材料)|上报的(?:文件|报告|材料|稿子)|(?:教育局|教育厅|高工委|卫健委|指挥部|上级|市里|省里|区里|县里)[^，,。；;]{0,4}(?:让|叫|要求|要|通知)(?:我们?|咱们?|各|本)?(?:学院|院|处|部|单位)?[^，,。；;]{0,6}(?:直接|单独|自己|自行)[^，,。；;]{0,4}报|(?:学院|全院|学校|全校)的?(?:情况报告|日报告|上报信息|汇总表|汇总数据)|(?i:\breport(?:s|ing)?\b[^,.;]{0,20}\b(?:to the (?:city|province|education|command|authorit)|of the (?:whole )?college)|\bthe college(?:'s|’s) (?:report|workbook|figures))`)

// asksUpward tells whether the head of a unit asks for what the office alone makes and sends (notice 二（五）).
func (t *turn) asksUpward() bool {
	return t.known && t.addressed() && len(t.person.Units()) > 0 && !t.person.Holds(workgroup.Overseers...) && upward.MatchString(t.msg.Text)
}
