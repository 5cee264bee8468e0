package day

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// askedByLedger: a stock that does not follow from the day before is asked about at the units' deadline, and one press answers.
func (d *day) askedByLedger(head *sandbox.Person) {
	d.scene("14:30 日台账接不上昨日的，问单位", "14:30, the day ledger asks what does not follow from yesterday")
	d.Wait(10 * time.Second)
	d.filed("ruanjian", d.Press(head, nil, "是，新增 2 人"))
	d.Say(head, nil, "台账")
}

// sentBack: a lead unit sends an item back with a question in its own words; the unit answers with a correction.
func (d *day) sentBack(head *sandbox.Person) {
	lead := d.Head("xuesheng")
	d.scene("牵头单位退回询问，单位更正", "a lead unit sends an item back, the unit corrects it")
	d.Say(lead, nil, "退回护理学院，滞留湖北5人里有没有昨天已返回的？")
	d.Wait(30 * time.Second)
	d.Say(head, nil, "更正：滞留湖北4人")
	d.confirm("huli", head, nil)
	d.Say(lead, nil, "护理学院答了吗")
}

// kept has people ask for the workbooks that they can have: the director of the day and the register, a head of their own unit.
func (d *day) kept() {
	director, head := d.Holder(workgroup.Director), d.Head("ruanjian")
	d.scene("留存：日报汇总表、登记簿，单位导出自己的数据", "what is kept: workbook, register, and a unit's own figures")
	d.Press(director, nil, "年登记簿")
	d.Wait(10 * time.Second)
	d.Say(director, nil, "/summary")
	d.Press(director, nil, "汇总表")
	d.Wait(10 * time.Second)
	d.Say(head, nil, "台账")
	d.Press(head, nil, "导出本单位数据")
	d.Wait(10 * time.Second)
}

// received writes the workbooks as people got them.
func (d *day) received(dir string) error {
	for who, begins := range map[*sandbox.Person][]string{d.Holder(workgroup.Director): {"疫情防控日报汇总表", "上报信息备案登记簿"}, d.Head("ruanjian"): {"软件学院疫情防控数据"}} {
		for _, name := range begins {
			if err := d.writes(dir, who, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// writes writes the newest file whose name begins so.
func (d *day) writes(dir string, who *sandbox.Person, begins string) error {
	var newest *sandbox.File
	for _, m := range who.Sees(nil) {
		if m.File != nil && strings.HasPrefix(m.File.Name, begins) {
			newest = m.File
		}
	}
	if newest == nil {
		return fmt.Errorf("%s got no file %q", who.Name(), begins)
	}
	return os.WriteFile(filepath.Join(dir, newest.Name), newest.Data, 0o644)
}
