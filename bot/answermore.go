package bot

import (
	"strings"

	"fangkong/bot/dialog"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// answersMore takes words that answer what is asked of an item and tell of its groups at once (“学生3 老师0 新增1”, where it is asked how many are
// new): all of it is kept, and what is asked is asked again only where they do not say it.
func (t *turn) answersMore(d workgroup.Draft, unit workgroup.Unit) bool {
	form := t.College.FormOn(d.Date)
	item, known := dialog.ItemOf(form.For(unit.Kind), d.Asked)
	if !known || d.Asked == item.Key || !strings.ContainsAny(t.msg.Text, "0123456789０１２３４５６７８９") {
		return false
	}
	label := form.LabelOf(item.Key).Name
	if strings.Contains(t.msg.Text, label) {
		label = ""
	}
	r := t.read(label+t.msg.Text, understand.Context{})
	if len(r.Fields) < 2 || len(r.Unknown)+len(r.Doubts) > 0 || r.Unit != "" || r.Zero || r.Urgent != understand.No || r.Kind != understand.Report {
		return false
	}
	sum, groups := 0, 0
	for key, n := range r.Fields {
		switch k := workgroup.Key(key); {
		case k == d.Asked:
		case k != item.Key && k.Of(workgroup.Everybody) == item.Key:
			sum, groups = sum+n, groups+1
		default:
			return false // of something else, or the count anew
		}
	}
	if all, _ := d.Figures.Said(item.Key); groups == 0 || sum > all || groups == len(unit.Kind.Groups()) && sum != all {
		return false
	}
	d.Figures = d.Figures.Clone()
	for key, n := range r.Fields {
		d.Figures[workgroup.Key(key)] = workgroup.Count(n)
	}
	t.sourceOf(&d)
	if n, told := r.Fields[string(d.Asked)]; told {
		t.answered(d, unit, n, true)
	} else {
		t.talk(d, true)
	}
	return true
}
