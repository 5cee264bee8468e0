package text_test

import "fangkong/store/workgroup"

// book are the facts of the texts of workbooks, pictures and printed papers.
func (w world) book() map[string][]facts {
	stated := facts{"unit": w.unit, "line": line("home_quarantine", "now", string(workgroup.Students), 0), "sum": 3, "given": true, "to": 5, "reason": "护理学院电话补报2人。", "at": "14:50"}
	return map[string][]facts{
		"book/stated":        {stated, with(stated, "given", false)},
		"book/filed":         {facts{"filed": 31, "due": 33}},
		"book/stated-report": {stated, with(stated, "given", false)},
	}
}
