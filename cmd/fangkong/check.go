package main

import (
	"fmt"

	"fangkong/cmd/fangkong/settings"
)

type checkCommand struct{ files }

// Run names every fault of both files.
func (k *checkCommand) Run(c console) error {
	s, r, faults := settings.Examine(k.Config, k.roster())
	if len(faults) > 0 {
		return c.faults(faults)
	}
	c.say("没有问题：%s，%d 个单位，%d 人，%d 版报表。", "all is well: %s, %d units, %d people, %d version(s) of the form.",
		s.College.Name, len(r.Units), len(r.People), len(s.College.Forms))
	return nil
}

// settings loads a settings file; what is wrong with it has been said when that is an error.
func (c console) settings(path string) (settings.Settings, error) {
	s, faults := settings.Load(path)
	if faults.Broken() {
		return s, c.faults(faults)
	}
	return s, nil
}

// faults writes them all down.
func (c console) faults(faults settings.Faults) error {
	_, _ = fmt.Fprint(c.out, faults.Text(c.lang)) // as say
	c.say("共 %d 处问题，改好后再运行一次。", "%d fault(s); mend them and run this again.", len(faults))
	return errTold
}
