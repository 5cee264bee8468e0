package card

import (
	"math"
	"time"

	"fangkong/store/workgroup"
)

// CaseLine is what everybody may read of a case: its code, the minutes left, and who has it.
func (tell *Teller) CaseLine(b workgroup.Book, k workgroup.Case, now time.Time) workgroup.Facts {
	holder, _ := workgroup.People.Get(b, string(k.Holder))
	left := int(math.Ceil(k.Deadline().Sub(now).Minutes()))
	return workgroup.Facts{"code": k.Code(), "by": tell.Moment(k.Deadline(), now), "left": max(0, left), "over": !now.Before(k.Deadline()), "in": k.Individual.In() && k.OfUnit.In(), "void": k.Void(),
		"hard": k.Kind.Hard(), "holder": holder.Name, "into": tell.IntoOf(b, k), "stage": k.Stage(), "closed": !k.Closed.IsZero(), "unheard": !k.Unheard().IsZero() && now.Sub(k.Unheard()) >= workgroup.Slow, "verdict": k.Verdict, "detailed": false, "kind": "", "death": false, "unit": nil}
}

// IntoOf is the code of the case that one was merged into; "": none.
func (tell *Teller) IntoOf(b workgroup.Book, k workgroup.Case) string {
	if other, ok := workgroup.Cases.Get(b, k.Into); ok {
		return other.Code()
	}
	return ""
}

// PhonedFacts are a call as people read it.
func (tell *Teller) PhonedFacts(p workgroup.Phoned, now time.Time) workgroup.Facts {
	on := workgroup.DateOf(p.At.In(tell.College.Zone))
	return workgroup.Facts{"who": p.Who, "at": tell.Clock(p.At), "on": on, "today": on == workgroup.DateOf(now.In(tell.College.Zone)), "outcome": p.Outcome, "note": p.Note}
}
