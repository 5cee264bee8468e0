package card

import (
	"slices"
	"strconv"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// sinceKnown are the answers to “since when is it known” that one press gives, in minutes.
var sinceKnown = []int{0, 15, 30, 60}

// callCard shows an urgent report being made: what it asks for next, or how it ended.
func (r Renderer) callCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	call, ok := workgroup.Calls.Get(b, c.Object)
	if !ok {
		codes, opened := r.codesOf(b, c)
		return r.card(lang, "card/call-ended", workgroup.Facts{"codes": codes, "opened": opened}, nil)
	}
	step := call.Step()
	u, _ := workgroup.Units.Get(b, string(call.Unit))
	facts := workgroup.Facts{"step": step, "kind": call.Kind, "hard": call.Kind.Hard(), "unit": u.Named(), "group": call.Group, "words": call.Words, "death": call.Death, "beside": call.Beside, "further": slices.DeleteFunc(slices.Clone(call.Further), func(kind workgroup.CaseKind) bool { return kind == call.Kind }),
		"alike": len(slices.DeleteFunc(slices.Clone(call.Further), func(kind workgroup.CaseKind) bool { return kind != call.Kind })),
		"known": "", "over": false, "rough": call.Rough, "assumed": "", "day": call.Day, "phone": r.College.PhoneNow(b, now), "by": r.Clock(call.Due())}
	if call.Assumed {
		facts["assumed"] = r.Clock(call.Began)
	}
	if !call.Known.IsZero() {
		facts["known"], facts["known_on"] = r.Clock(call.Known), workgroup.DateOf(call.Known.In(r.College.Zone))
		facts["over"] = call.Kind.Hard() && now.Sub(call.Known) > workgroup.OneHour
		facts["today"] = facts["known_on"] == workgroup.DateOf(now.In(r.College.Zone))
	}
	button := func(label, object string, f workgroup.Facts) workgroup.Button {
		return workgroup.Button{Label: label, Facts: f, Verb: "call", Object: object, Version: call.Version}
	}
	var all []workgroup.Button
	wide := 2
	switch step {
	case workgroup.CallKind:
		for _, kind := range workgroup.CaseKinds {
			all = append(all, button("button/case-kind", "kind/"+string(kind), workgroup.Facts{"kind": kind}))
		}
	case workgroup.CallUnit:
		for _, u := range workgroup.Roster(b) {
			all = append(all, button("button/unit", "unit/"+string(u.ID), workgroup.Facts{"unit": u.Named()}))
		}
	case workgroup.CallGroup:
		wide = 3
		for _, g := range u.Kind.Groups() {
			all = append(all, button("button/case-group", "group/"+string(g), workgroup.Facts{"group": g}))
		}
	case workgroup.CallKnown:
		for _, minutes := range sinceKnown {
			all = append(all, button("button/since", "known/"+strconv.Itoa(minutes), workgroup.Facts{"minutes": minutes}))
		}
	case workgroup.CallConfirm:
		wide = 1
		all = append(all, button("button/call-ok", "ok", nil), button("button/call-again", "again", nil))
	}
	rows := append(InRows(wide, all), []workgroup.Button{button("button/call-no", "no", nil)})
	return r.card(lang, "card/call", facts, rows)
}

// codesOf are the codes of the open cases that the reader of a call's card has called in, and whether one of them has come of the
// call that ended last: it was opened as the card was wanted anew.
func (r Renderer) codesOf(b workgroup.Book, c workgroup.Card) (codes []string, opened bool) {
	codes = []string{}
	for _, k := range workgroup.Running(b) {
		if c.Person != "" && k.Reporter.Person == c.Person || k.Reporter.Telegram == c.Chat {
			codes = append(codes, k.Code())
			opened = opened || k.Opened.Equal(c.WantedAt)
		}
	}
	return codes, opened
}

// reportersLanguage is that of somebody who is not on the roster: of their call, else of the case it has become.
func (r Renderer) reportersLanguage(b workgroup.Book, c workgroup.Card) workgroup.Language {
	if call, ok := workgroup.Calls.Get(b, c.Object); ok && call.Reporter.Language != "" {
		return call.Reporter.Language
	}
	for _, k := range workgroup.Running(b) {
		if k.Reporter.Telegram == c.Chat && k.Reporter.Language != "" {
			return k.Reporter.Language
		}
	}
	return r.College.Language
}
