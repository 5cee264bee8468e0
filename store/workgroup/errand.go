package workgroup

import "time"

// Errand is what needs I/O and is no letter: fetch an uploaded roster, ask Telegram for the bot's rights, render a
// workbook. It is kept until done; doing it happens outside any transaction, and its result is a new input.
type Errand struct {
	ID      uint64    `json:"id"`
	Kind    string    `json:"kind"`
	Object  string    `json:"object,omitempty"`
	Facts   Facts     `json:"facts,omitempty"`
	By      PersonID  `json:"by,omitempty"`
	Written time.Time `json:"written"`
	Tries   int       `json:"tries,omitempty"`
	Wait    time.Time `json:"wait,omitzero"` // not before
}

// Key sorts errands by the order they were written in.
func (e Errand) Key() string { return NumberKey(e.ID) }

// Errands wait to be done.
var Errands = Shelf[Errand]{Name: "errands"}

// Send queues an errand.
func Send(b Book, e Errand) {
	e.ID = b.Number(Errands.Name)
	Errands.Put(b, e)
}

// SendOnce queues an errand that nobody waits for twice.
func SendOnce(b Book, e Errand) {
	for waiting := range Errands.Each(b, "") {
		if waiting.Kind == e.Kind && waiting.Object == e.Object && waiting.By == e.By {
			return
		}
	}
	Send(b, e)
}
