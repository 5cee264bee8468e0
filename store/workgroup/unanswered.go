package workgroup

import "time"

// tellUnanswered tells the office and the duty staff that whoever wrote what may be of somebody ill was asked, and has not answered (没有回答). Nothing is opened
// for it: they telephone. Where nobody but the writer can be told, it becomes a case like any other.
func (c College) tellUnanswered(b Book, call Call, now time.Time) {
	told := false
	for _, p := range Woken(b, now) {
		if p.ID != call.Reporter.Person {
			told = c.Tell(b, p, Letter{Text: "say/unanswered", Lane: "urgent", Urgency: Urgent, Written: now,
				Facts: Facts{"at": call.Began.In(c.Zone).Format("15:04"), "name": call.Reporter.Name, "phone": call.Reporter.Phone, "unit": unitNamed(b, call.Unit), "words": call.Words}}) || told
		}
	}
	if !told {
		c.openCall(b, call, true, now)
		return
	}
	Calls.Drop(b, call.Key())
	b.Note(Event{At: now, Kind: CallUnanswered, Object: call.Owner, By: call.Reporter.Person, Payload: Facts{"kind": call.Kind, "unit": call.Unit, "words": call.Words}})
}

// DoubtAside has nobody called by themselves, and no case opened, for what its writer was asked about: unanswered, it is only told.
func DoubtAside(b Book, of string) {
	if call, ok := AskedAside(b, of); ok {
		call.Doubtful = true
		Calls.Put(b, call)
	}
}
