package card

import (
	"fmt"
	"slices"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// latest is how many calls, and lastly how many remarks and findings, a card shows.
const (
	latest = 3
	lastly = 6
)

// caseCard shows an urgent case: to the group its code, the minutes left and who has it; in private everything.
func (r Renderer) caseCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	k, ok := workgroup.Cases.Get(b, c.Object)
	if !ok {
		return courier.Message{}, fmt.Errorf("card %s: no case", c.Key())
	}
	facts := r.CaseLine(b, k, now)
	if c.Chat < 0 {
		facts["phone"], facts["nobody"], facts["bot"] = r.College.PhoneNow(b, now), !k.Cried.IsZero(), r.Username
		return r.card(lang, "card/case-group", facts, nil)
	}
	p, _ := workgroup.People.Get(b, string(c.Person))
	if !k.Sees(b, p, now) {
		return r.card(lang, "card/case-left", r.leftFacts(b, k, now), nil)
	}
	r.caseFacts(b, k, c.Person, facts, now)
	return r.card(lang, "card/case", facts, caseButtons(k, p, p.Watches(b, now), c.Whole))
}

// leftFacts are for somebody who was rung and is on duty no longer: who has the case, else who is on duty now.
func (r Renderer) leftFacts(b workgroup.Book, k workgroup.Case, now time.Time) workgroup.Facts {
	holder, _ := workgroup.People.Get(b, string(k.Holder))
	crew := []workgroup.Facts{}
	for _, role := range []workgroup.Role{workgroup.DutyLeader, workgroup.DutyStaff} {
		for _, p := range workgroup.OnDuty(b, now, role) {
			crew = append(crew, workgroup.Facts{"name": p.Name, "phone": p.Phone})
		}
	}
	return workgroup.Facts{"code": k.Code(), "closed": !k.Closed.IsZero(), "holder": holder.Name, "crew": crew, "duty_phone": r.College.PhoneNow(b, now)}
}

// caseFacts add what only those read who may see the case.
func (r Renderer) caseFacts(b workgroup.Book, k workgroup.Case, reader workgroup.PersonID, facts workgroup.Facts, now time.Time) {
	u, _ := workgroup.Units.Get(b, string(k.Unit))
	holder, _ := workgroup.People.Get(b, string(k.Holder))
	lapsed, _ := workgroup.People.Get(b, string(k.Lapsed))
	offered, _ := workgroup.People.Get(b, string(k.Offered))
	refused, _ := workgroup.People.Get(b, string(k.Refused))
	facts["kind"], facts["death"], facts["unit"], facts["group"], facts["partial"] = k.Kind, k.Death, u.Named(), k.Group, k.Partial
	facts["known"], facts["assumed"], facts["event"] = r.Moment(k.Known, now), k.Assumed, nil
	if !k.Event.IsZero() {
		facts["event"] = r.Moment(k.Event, now)
	}
	facts["reporter"], facts["phone"], facts["stranger"], facts["id"] = k.Reporter.Name, k.Reporter.Phone, k.Reporter.Person == "", k.Reporter.Telegram
	facts["anonymous"] = k.Reporter.Anonymous
	facts["holder_phone"], facts["since"], facts["lapsed"], facts["offered"], facts["snoozed"] = holder.Phone, r.Moment(k.Since, now), lapsed.Name, offered.Name, k.Snoozed
	facts["refused"] = refused.Name
	facts["nudged"], facts["settled"], facts["expired"] = k.Nudged, k.Settled(), k.Expired

	legs := []workgroup.Facts{}
	for _, name := range workgroup.LegNames {
		l := k.Leg(name)
		line := workgroup.Facts{"leg": name, "in": l.In(), "at": nil, "name": l.Name, "over": k.Over(name, now), "recorded": l.How != "", "how": l.Way(), "void": k.Void()}
		if l.In() {
			line["at"] = r.Moment(l.At, now)
		}
		legs = append(legs, line)
	}
	facts["legs"] = legs
	told := []workgroup.Facts{}
	for _, ch := range workgroup.Channels {
		if d, ok := k.Told[ch]; ok {
			told = append(told, workgroup.Facts{"channel": ch, "at": r.Moment(d.At, now), "by": d.By})
		}
	}
	facts["told"], facts["untold"] = told, k.Untold()
	course := r.course(b, k, now)
	facts["remarks"], facts["remark_count"] = course[max(0, len(course)-lastly):], len(course)
	phoned := []workgroup.Facts{}
	for _, one := range k.Phoned[max(0, len(k.Phoned)-latest):] {
		phoned = append(phoned, r.PhonedFacts(one, now))
	}
	facts["phoned"], facts["phoned_count"] = phoned, len(k.Phoned)
	facts["ring"] = r.ringFacts(b, k, reader, now)
	read := []workgroup.Facts{}
	for _, one := range k.Read {
		if p, _ := workgroup.People.Get(b, string(one.Person)); one.Person != k.Holder {
			read = append(read, workgroup.Facts{"name": p.Name, "at": r.Moment(one.At, now)})
		}
	}
	facts["read"] = read
	facts["like"] = ""
	if other, ok := workgroup.Cases.Get(b, k.Like); ok {
		facts["like"] = other.Code()
	}
	facts["former"] = nil
	if last, ok := workgroup.Cases.Get(b, k.Former); ok {
		facts["former"] = workgroup.Facts{"code": last.Code(), "at": r.Moment(last.Closed, now), "verdict": last.Verdict}
	}
	facts["worded"], facts["outcome"] = k.Worded, k.Outcome
}

// course is what was said and found of a case, in the order it came (经过).
func (r Renderer) course(b workgroup.Book, k workgroup.Case, now time.Time) []workgroup.Facts {
	type entry struct {
		at    time.Time
		facts workgroup.Facts
	}
	var all []entry
	for _, one := range k.Remarks {
		all = append(all, entry{one.At, workgroup.Facts{"at": r.Moment(one.At, now), "name": one.Name, "text": one.Text, "what": ""}})
	}
	for _, one := range k.Findings {
		by, _ := workgroup.People.Get(b, string(one.By))
		line := workgroup.Facts{"at": r.Moment(one.At, now), "name": by.Name, "what": one.What, "was": one.Was, "now": one.Now, "was_unit": nil, "unit": nil, "from": nil, "to": nil}
		if one.What == workgroup.FoundUnit {
			was, _ := workgroup.Units.Get(b, one.Was)
			is, _ := workgroup.Units.Get(b, one.Now)
			line["was_unit"], line["unit"] = was.Named(), is.Named()
		}
		if !one.From.IsZero() {
			line["from"] = r.Moment(one.From, now)
		}
		if !one.To.IsZero() {
			line["to"] = r.Moment(one.To, now)
		}
		all = append(all, entry{one.At, line})
	}
	slices.SortStableFunc(all, func(a, b entry) int { return a.at.Compare(b.at) })
	out := []workgroup.Facts{}
	for _, one := range all {
		out = append(out, one.facts)
	}
	return out
}

// ringFacts are who was rung last and when: several rungs may ring at once. What Telegram did not deliver in time is told, and
// what it delivered late; whoever reads the card has it now.
func (r Renderer) ringFacts(b workgroup.Book, k workgroup.Case, reader workgroup.PersonID, now time.Time) any {
	if len(k.Rings) == 0 || !k.Closed.IsZero() {
		return nil
	}
	last := k.Rings[len(k.Rings)-1]
	people, skipped, seen := []workgroup.Facts{}, []workgroup.PersonID{}, map[workgroup.PersonID]bool{}
	for _, ring := range k.Rings {
		if !ring.At.Equal(last.At) {
			continue
		}
		skipped = append(skipped, ring.Skipped...)
		for _, id := range ring.People {
			if seen[id] {
				continue
			}
			seen[id] = true
			p, _ := workgroup.People.Get(b, string(id))
			one := workgroup.Facts{"name": p.Name, "at": nil, "late": 0, "waiting": false}
			heard := ring.HeardBy(id)
			if heard.IsZero() && id == reader {
				heard = now
			}
			switch {
			case heard.IsZero():
				one["waiting"] = now.Sub(ring.At) >= workgroup.Slow
			case heard.Sub(ring.At) >= workgroup.Slow:
				one["at"], one["late"] = r.Moment(heard, now), int(heard.Sub(ring.At).Round(time.Minute).Minutes())
			}
			people = append(people, one)
		}
	}
	facts := workgroup.Facts{"at": r.Moment(last.At, now), "late": int(last.Late.Round(time.Minute).Minutes()), "people": people, "skipped": r.namesOf(b, skipped), "next": nil,
		"delayed": r.delayed(k, reader, now)}
	if !k.Next.IsZero() {
		facts["next"] = r.Moment(k.Next, now)
	}
	return facts
}

// delayed is the newest ring before the last that reached its first person late, or nobody yet; nil: there is none.
func (r Renderer) delayed(k workgroup.Case, reader workgroup.PersonID, now time.Time) any {
	last := k.Rings[len(k.Rings)-1].At
	for _, ring := range slices.Backward(k.Rings) {
		if ring.At.Equal(last) || len(ring.People) == 0 {
			continue
		}
		heard := ring.HeardBy(reader)
		if heard.IsZero() && slices.Contains(ring.People, reader) {
			heard = now
		}
		for _, one := range ring.Heard {
			if heard.IsZero() || one.At.Before(heard) {
				heard = one.At
			}
		}
		switch {
		case heard.IsZero():
			return workgroup.Facts{"at": r.Moment(ring.At, now), "heard": nil}
		case heard.Sub(ring.At) >= workgroup.Slow:
			return workgroup.Facts{"at": r.Moment(ring.At, now), "heard": r.Moment(heard, now)}
		}
	}
	return nil
}

// namesOf are the people's names, each once.
func (r Renderer) namesOf(b workgroup.Book, ids []workgroup.PersonID) []string {
	names := []string{}
	for _, id := range ids {
		if p, _ := workgroup.People.Get(b, string(id)); !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	return names
}
