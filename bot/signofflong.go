package bot

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// moreDesk begins what goes on of a part of a report: 四 or 五.
const moreDesk = "more-"

// Of what is longer than a message may be Telegram makes several, each near that long but the last, and sends them at once.
const cutAt, atOnce = 4000, 3 * time.Second

// partWords keeps what somebody writes for 四 or 五 of a report, and what the same words go on with, behind it.
func (t *turn) partWords(what, key, of, words string) error {
	part, goesOn := strings.CutPrefix(what, moreDesk)
	if word := bareWord(words); part == "work" && (slices.Contains(paperVerbs["notes"].words, word) || t.types(word, "button/paper-notes")) {
		return workgroup.Refuse(workgroup.NoteNobody) // those of whom there are would have been shown
	}
	put := t.College.WordPaper
	if goesOn {
		put = t.College.LengthenPaper
	}
	if !goesOn {
		words = pointByLine(words)
	}
	work, plans := t.outwardly(words), ""
	if part == "plans" {
		work, plans = "", work
	}
	p, err := put(t.b, key, work, plans, t.person, t.now)
	if err != nil {
		if goesOn {
			t.clearDesk(t.deskHere()) // what comes after it would stand behind a gap
			return t.keeping(err)
		}
		return err
	}
	if goesOn {
		whole := p.Work
		if part == "plans" {
			whole = p.Plans
		}
		t.reply("say/paper-more", workgroup.Facts{"part": part, "n": utf8.RuneCountInString(whole)})
	}
	if t.msg != nil && utf8.RuneCountInString(t.msg.Text) >= cutAt { // what a slip kept is short
		t.expect(workgroup.PaperDesk+workgroup.Awaited(moreDesk+part), of)
		desk := t.deskHere()
		desk.Since = t.said
		workgroup.Desks.Put(t.b, desk)
	}
	return nil
}

// pointByLine puts each point of a list that is numbered within its lines on a line of its own, without its number: 1.消毒 2.看望学生.
func pointByLine(words string) string {
	points := understand.NotePoints(words)
	if !understand.Numbered(words) || len(points) <= len(strings.Split(strings.TrimSpace(words), "\n")) {
		return words
	}
	return strings.Join(points, "\n")
}

// continues tells whether the message is the rest of one too long, which was written for a part of a report: it came at once, and is no other
// act of a report.
func (t *turn) continues(desk workgroup.Desk) bool {
	act, _, _ := t.onPaperTyped()
	gap := t.said.Sub(desk.Since)
	return act == "" && gap >= 0 && gap <= atOnce
}
