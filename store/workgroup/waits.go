package workgroup

import (
	"cmp"
	"time"
)

// Waits are how long the office waits for what people owe beside their reports; a setting each, and zero means as usual.
type Waits struct {
	Answer  time.Duration // 退回询问: before the unit is asked again, and then before the question is listed
	Sheet   time.Duration // 汇总: the same, for what a lead unit owes beside its sheet
	Receipt time.Duration // 议定事项: the same, for the receipt of a decision
	Sending time.Duration // 上报: how long before an addressee's time the office is reminded of what was not sent
}

// DefaultWaits are what a settings file that does not say otherwise means. A question of 15:05 is asked again and listed well before 15:40.
func DefaultWaits() Waits {
	return Waits{Answer: 10 * time.Minute, Sheet: 10 * time.Minute, Receipt: 30 * time.Minute, Sending: 30 * time.Minute}
}

// waits are the college's, with what it has not set as usual.
func (c College) waits() Waits {
	w, usual := c.Waits, DefaultWaits()
	return Waits{cmp.Or(w.Answer, usual.Answer), cmp.Or(w.Sheet, usual.Sheet), cmp.Or(w.Receipt, usual.Receipt), cmp.Or(w.Sending, usual.Sending)}
}
