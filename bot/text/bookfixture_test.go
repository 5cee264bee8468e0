package text_test

import "fangkong/store/workgroup"

// book are the facts of the texts of workbooks, pictures and printed papers.
func (w world) book() map[string][]facts {
	stated := facts{"unit": w.unit, "line": line("home_quarantine", "now", string(workgroup.Students), 0), "sum": 3, "given": true, "to": 5, "reason": "护理学院电话补报2人。", "at": "14:50"}
	all := map[string][]facts{
		"book/stated":          {stated, with(stated, "given", false)},
		"book/filed":           {facts{"filed": 31, "due": 33}},
		"book/file-day":        {facts{"moment": "2020年1月31日，截至15时05分"}},
		"book/file-attendance": {facts{"moment": "2020年1月31日，截至15时05分"}},
		"book/file-trend":      {facts{"moment": "2020年1月31日，截至15时05分"}},
		"book/file-own":        {facts{"unit": w.unit, "moment": "2020年1月31日，截至15时05分"}},
		"book/file-register":   {facts{"year": "2020", "at": ""}, facts{"year": "2020", "at": "1月31日16时40分"}},
		"book/file-period":     {facts{"from": "2020-01-29", "to": "2020-01-31"}},
		"book/uneven":          {facts{"unit": w.unit, "prev": 2, "new": 1, "released": 0, "sum": 3, "now": 4}},
		"book/says":            {facts{"unit": w.unit, "says": 3, "filed": 2}},
		"book/decision":        {facts{"code": "0131-01"}},
		"book/report":          {facts{"again": false}, facts{"again": true}},
		"book/case":            {facts{"kind": workgroup.CaseConfirmed, "death": false}, facts{"kind": "", "death": true}},
	}
	of := facts{"college": w.unit.Name, "at": "2020-01-31 15:05", "phone": w.phone}
	for _, ledger := range []string{"key", "stores", "away", "balance", "decisions", "receipts", "duty", "reports", "cases", "contacts"} {
		all["book/"+ledger+"-title"], all["book/"+ledger+"-below"] = []facts{of}, []facts{of}
	}
	return all
}
