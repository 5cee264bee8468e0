package bot

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// since takes words that are a time, whatever was asked, for the time since when it is known.
func (t *turn) since(call *workgroup.Call, words string) bool {
	if call.Step() == workgroup.CallKnown {
		words = markedClock(words)
	}
	w, ok := understand.ReadWhen(call.Day+words, t.said)
	if !ok || call.Day == "" || w.At.IsZero() {
		w, ok = understand.ReadWhen(words, t.said)
	}
	if !ok || w.At.IsZero() || w.At.After(t.said) || t.said.Sub(w.At) > workgroup.FarBack {
		return false
	}
	call.Known, call.Rough, call.Assumed, call.Day = w.At, w.Rough, false, ""
	if w.Rough {
		call.Words = strings.TrimSpace(call.Words + "\n" + excerpt(words)) // “昨晚八点多” as it was said
	}
	call.Keep(t.b, true, t.now)
	return true
}

// sinceWhen answers words about the time that are none: of a day the hour is asked, who does not know has the time of the
// report, and what only looks like a time is kept as words and asked again.
func (t *turn) sinceWhen(call workgroup.Call, words string) (bool, error) {
	w, ok := understand.ReadWhen(words, t.said)
	standing := workgroup.Facts{"known": "", "known_on": "", "today": true}
	if !call.Known.IsZero() {
		standing = t.knownFacts(call.Known, t.now)
	}
	switch {
	case ok && w.Lost:
		if call.Known.IsZero() {
			call.Assumed, call.Day = true, ""
		}
		call.Keep(t.b, true, t.now)
		return true, nil
	case ok && w.At.IsZero() && w.Day.After(t.said), ok && w.At.After(t.said):
		return true, workgroup.Refuse(workgroup.NotYet, "at", t.Moment(w.At, t.now))
	case ok && w.At.IsZero():
		call.Day = strings.TrimSpace(words)
		call.Words = strings.TrimSpace(call.Words + "\n" + excerpt(words)) // it stands with the case, should they say no more
		if at, named := understand.SaidIn(words, t.said); named {
			call.Said = at
		}
		call.Keep(t.b, false, t.now)
		standing["words"] = excerpt(words)
		t.reply("say/call-which-hour", standing)
		return true, nil
	case ok:
		return true, workgroup.Refuse(workgroup.LongAgo, "date", workgroup.DateOf(w.At))
	case looksLikeTime(words):
		// Kept all the same: what was meant otherwise is not lost.
		t.call(understand.Reading{}, words, "")
		standing["words"] = excerpt(words)
		t.reply("say/call-no-time", standing)
		return true, nil
	}
	return false, nil
}

// knownFacts are a time since when something is known, as people read it.
func (bot *Bot) knownFacts(at, now time.Time) workgroup.Facts {
	on := workgroup.DateOf(at.In(bot.College.Zone))
	return workgroup.Facts{"known": bot.Clock(at), "known_on": on, "today": on == workgroup.DateOf(now.In(bot.College.Zone))}
}

// timely is what people write who mean a time of day.
var timely = pattern.MustCompile(`(?i)[0-9０-９]\s*月\s*[0-9０-９]{1,2}\s*[日号]?|[明后]天|[上下]个?(?:周|星期|礼拜)|^[0-9０-９]{4,14}(?:\s+[0-9０-９]{3,4})?$|[0-9０-９零一二两三四五六七八九十半几]\s*(?:点|时|分|个?小时|个?钟头|[:：]\s*[0-9０-９])|[0-9０-９]\s*(?:号|日|天)?[前后]|分钟[前后]|小时[前后]|\b(?:[0-9]+ ?[ap]m|ago|o'clock|in (?:an?|half an|[0-9]+) (?:min(?:ute)?|hour)s?)\b`)

// bareClock is a time of day without its mark, as people answer who are asked for one: 1340.
var bareClock = pattern.MustCompile(`^\s*([01０１][0-9０-９]|[2２][0-3０-３])([0-5０-５][0-9０-９])\s*$`)

// markedClock are words that were asked for as a time, with its mark.
func markedClock(words string) string { return bareClock.ReplaceAllString(words, "$1:$2") }

// looksLikeTime tells whether words were meant for a time of day, although they are none.
func looksLikeTime(words string) bool {
	return len([]rune(words)) <= 16 && timely.MatchString(words)
}
