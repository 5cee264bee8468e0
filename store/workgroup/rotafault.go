package workgroup

// RotaFault is what is wrong with a line of a roster of duty or of people, or with the whole (line 0).
type RotaFault struct {
	Line  int       `json:"line,omitempty"`
	Code  FaultCode `json:"code"`
	Facts Facts     `json:"facts,omitempty"`
	Out   bool      `json:"out,omitempty"` // the line is left out
}

// FaultCode names a fault of a roster. Each has a sentence in every language that says what to do.
type FaultCode string

// The faults of a roster: first those that leave a line out, then those that are only said.
const (
	RotaNoDate      FaultCode = "no-date"     // a line without a date that can be read
	RotaNoTime      FaultCode = "no-time"     // times that cannot be read
	RotaTimes       FaultCode = "times"       // several times in one place
	RotaNobody      FaultCode = "nobody"      // nobody is named
	RotaUnread      FaultCode = "unread"      // not understood
	RotaTooLong     FaultCode = "too-long"    // more lines than are read
	RotaUnknown     FaultCode = "unknown"     // a name that the roster of people does not have
	RotaAmbiguous   FaultCode = "ambiguous"   // a name that several have
	RotaPast        FaultCode = "past"        // over already
	RotaRunning     FaultCode = "running"     // begun already, and another is running
	RotaTwice       FaultCode = "twice"       // the same turn again
	RotaNoPhone     FaultCode = "no-phone"    // somebody without a telephone number
	RotaUnreachable FaultCode = "unreachable" // somebody who gets no private messages
	RotaNoRole      FaultCode = "no-role"     // somebody without a duty role: rung all the same, and sees cases meanwhile
	RotaNoStaff     FaultCode = "no-staff"    // 没有值班员
	RotaNoLeader    FaultCode = "no-leader"   // 没有带班领导
	RotaLong        FaultCode = "long"        // longer than a day and a night
	RotaOverlap     FaultCode = "overlap"     // two turns at a time
	RotaGap         FaultCode = "gap"         // nobody in between
	RotaWeekday     FaultCode = "weekday"     // the date and the weekday beside it disagree
	RotaWholeDay    FaultCode = "whole-day"   // no time: taken for the whole day
	RotaRange       FaultCode = "range"       // several days in one line
	RotaColumns     FaultCode = "columns"     // a line of a table that has not its columns
	RotaNoTable     FaultCode = "no-table"    // nothing in it is a roster

	StaffNameless FaultCode = "staff-nameless"  // a line of people without a name
	StaffNoUnit   FaultCode = "staff-no-unit"   // no unit, or none of that name
	StaffWhose    FaultCode = "staff-whose"     // a row without a unit that may be of the office as well as of the unit above
	StaffNoRole   FaultCode = "staff-no-role"   // no role, or none of that name
	StaffUnknown  FaultCode = "staff-unknown"   // nobody of that name
	StaffWhich    FaultCode = "staff-which"     // several, or the one there is with another telephone number
	StaffNot      FaultCode = "staff-not"       // somebody has not what is to be taken from them
	StaffSame     FaultCode = "staff-same"      // somebody in their own place
	StaffNoPhone  FaultCode = "staff-no-phone"  // nobody could telephone them
	StaffTooLong  FaultCode = "staff-too-long"  // more lines than are read: none is
	StaffEmpty    FaultCode = "staff-empty"     // a sheet with nobody in it
	StaffNumbers  FaultCode = "staff-numbers"   // rows of one name with different telephone numbers: all are left out
	StaffOddPhone FaultCode = "staff-odd-phone" // a telephone number that is hardly one
	StaffOnlyAdds FaultCode = "staff-only-adds" // a line was left out, so nobody loses a duty
)

// FaultCodes are all of them.
var FaultCodes = []FaultCode{
	RotaNoDate, RotaNoTime, RotaTimes, RotaNobody, RotaUnread, RotaTooLong, RotaUnknown, RotaAmbiguous, RotaPast, RotaRunning, RotaTwice, RotaNoPhone,
	RotaUnreachable, RotaNoRole, RotaNoStaff, RotaNoLeader, RotaLong, RotaOverlap, RotaGap, RotaWeekday, RotaWholeDay, RotaRange, RotaColumns, RotaNoTable,
	StaffNameless, StaffNoUnit, StaffWhose, StaffNoRole, StaffUnknown, StaffWhich, StaffNot, StaffSame, StaffNoPhone, StaffTooLong, StaffEmpty, StaffNumbers, StaffOddPhone, StaffOnlyAdds,
}
