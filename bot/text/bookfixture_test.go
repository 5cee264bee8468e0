package text_test

import "fangkong/store/workgroup"

// book are the facts of the texts of workbooks, pictures and printed papers.
func (w world) book() map[string][]facts {
	stated := facts{"unit": w.unit, "line": line("home_quarantine", "now", string(workgroup.Students), 0), "sum": 3, "given": true, "to": 5, "reason": "护理学院电话补报2人。", "at": "14:50"}
	all := map[string][]facts{
		"book/stated":           {stated, with(stated, "given", false)},
		"book/beside":           {facts{"codes": []string{"0131-01", "0131-02"}, "counted": 0}, facts{"codes": []string{"0131-01", "0131-02"}, "counted": 1}},
		"book/filed":            {facts{"filed": 31, "due": 33}},
		"book/subtotal":         {facts{"kind": "处室"}},
		"book/day-title":        {facts{"college": w.unit.Name}},
		"book/day-below":        {facts{"office": w.unit, "until": "2020年1月31日15:05", "filed": 31, "due": 33}},
		"book/revision":         {facts{"n": 2}},
		"book/doubtful":         {facts{"n": 2}},
		"book/foot":             {facts{"phone": w.phone}},
		"book/lead-title":       {facts{"college": w.unit.Name, "group": "学生表"}},
		"book/sheet-filed":      {facts{"at": "14:55", "mark": "", "moved": false}, facts{"at": "15:03", "mark": workgroup.Late, "moved": true}},
		"book/lead-below":       {facts{"leads": w.unit, "lead": w.unit, "until": "2020年1月31日15:05", "filed": 14, "due": 15, "sheet": "14:55 报送"}},
		"book/unsplit":          {facts{"n": 3}},
		"book/own-title":        {facts{"unit": w.unit}},
		"book/own-below":        {facts{"office": w.unit, "until": "2020年1月31日15:05"}},
		"book/register-title":   {facts{"college": w.unit.Name, "year": "2020"}},
		"book/attendance-title": {facts{"date": "2020年1月31日"}},
		"book/attendance-below": {facts{"due": 33, "on_time": 28, "late": 3, "missing": 2, "at": "15:05"}},
		"book/trend-title":      {facts{"date": "2020年1月31日"}},
		"book/trend-below":      {facts{"filed": 31, "due": 33, "left": 0, "at": "15:05"}, facts{"filed": 31, "due": 33, "left": 2, "at": "15:05"}},
		"book/trend-label":      {facts{"label": workgroup.Labels["fever"], "told": true, "n": 3, "compare": true, "change": -2, "left": 1}, facts{"label": workgroup.Labels["fever"], "told": true, "n": 0, "compare": false, "change": 0, "left": 1}, facts{"label": workgroup.Labels["fever"], "told": false, "n": 0, "compare": false, "change": 0, "left": 0}},
		"book/until":            {facts{"date": "2020年1月31日", "on": "", "at": "15:05"}, facts{"date": "2020年1月31日", "on": "2020年2月1日", "at": "09:00"}},
		"book/register-header":  {facts{"leading": w.unit}},
		"book/file-day":         {facts{"moment": "2020年1月31日，截至15时05分"}},
		"book/file-attendance":  {facts{"moment": "2020年1月31日，截至15时05分"}},
		"book/file-trend":       {facts{"moment": "2020年1月31日，截至15时05分"}},
		"book/file-own":         {facts{"unit": w.unit, "moment": "2020年1月31日，截至15时05分"}},
		"book/file-register":    {facts{"year": "2020", "at": ""}, facts{"year": "2020", "at": "1月31日16时40分"}},
		"book/file-period":      {facts{"from": "2020-01-29", "to": "2020-01-31"}},
		"book/uneven":           {facts{"unit": w.unit, "silent": false, "prev": 2, "new": 1, "released": 0, "sum": 3, "now": 4}, facts{"unit": w.unit, "silent": true, "prev": 2, "new": 0, "released": 0, "sum": 2, "now": 4}},
		"book/says":             {facts{"unit": w.unit, "says": 3, "filed": 2}},
		"book/decision-until":   {facts{"on": workgroup.Date("2020-02-01"), "until": ""}, facts{"on": workgroup.Date("2020-02-02"), "until": "12:00"}},
		"book/decision":         {facts{"code": "0131-01"}},
		"book/decision-change":  {facts{"change": w.changes()[0]}},
		"book/report":           {facts{"again": false}, facts{"again": true}},
		"book/case":             {facts{"kind": workgroup.CaseConfirmed, "death": false}, facts{"kind": "", "death": true}},
	}
	of := facts{"college": w.unit.Name, "at": "2020-01-31 15:05", "phone": w.phone}
	for _, ledger := range []string{"key", "stores", "away", "work", "balance", "decisions", "receipts", "duty", "reports", "cases", "contacts"} {
		all["book/"+ledger+"-title"], all["book/"+ledger+"-below"] = []facts{of}, []facts{of}
	}
	return all
}
