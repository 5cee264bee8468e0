package bot

import (
	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// pressExport is 「导出本单位数据」 under a unit's own ledger.
func (t *turn) pressExport() error {
	date, id, _ := t.standing()
	if !t.private() || !date.Valid() {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.exportOwn(date, id)
}

// exportOwn has a unit's own figures brought to one of its heads, as a workbook for internal use.
func (t *turn) exportOwn(date workgroup.Date, id workgroup.UnitID) error {
	if !t.person.Speaks(id) {
		return workgroup.Refuse(workgroup.NotAHead, "unit", t.unitName(id))
	}
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForOwn, Object: workgroup.StandingKey(date, id), By: t.person.ID, Written: t.now})
	t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.UnitExported, Object: workgroup.StandingKey(date, id), By: t.person.ID})
	t.says("toast/paper-coming", false, nil)
	return nil
}
