package bot

import (
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// says answers a press in place, and words below them.
func (t *turn) says(name string, alert bool, facts workgroup.Facts) {
	t.toast(name, alert, facts)
	if t.press == nil {
		if facts == nil {
			facts = workgroup.Facts{}
		}
		t.reply(name, facts)
	}
}

// types tells whether words are those that stand on a button.
func (t *turn) types(word string, labels ...string) bool {
	return slices.ContainsFunc(labels, func(label string) bool {
		return slices.ContainsFunc([]workgroup.Language{t.language(), t.College.Language}, func(l workgroup.Language) bool {
			line, err := t.Texts.Plain(l, label, nil)
			return err == nil && word == strings.ToLower(strings.TrimPrefix(line, "‹ "))
		})
	})
}

// filesSheet is what people write for 「报送汇总」 beside the words on it.
var filesSheet = pattern.MustCompile(`^(?:请|麻烦|现在|我要?|帮我)*(?:把|将)?(?:今天的?|学生的?|教职工的?|后勤的?|本?单位的?)*(?:(?:重新|再)?(?:提交|报送|上报|呈报|报|交)(?:一下|一次|一遍)?(?:今天的?|学生|教职工|后勤|我们的?)*汇总表?|汇总表?(?:重新|再|已经?|都|现在|可以|直接|就|那就|先|也|一起|一并|同时|顺便)*(?:提交|报送|上报|呈报|报|交)(?:一下|一次|一遍|上去|完毕|完成|完|好)?)了?吧?$|^(?:re)?(?:submit|file|send) (?:the |our )?(?:consolidation|sheet|consolidated sheet)(?: again)?$`)

// typedOnSheet does with a lead unit's sheet of today what the button does whose words are typed.
func (t *turn) typedOnSheet(desk workgroup.Desk) (bool, error) {
	if !t.private() || !t.known {
		return false, nil
	}
	word := bareWord(t.msg.Text)
	pages := map[string]func(*workgroup.Page){"button/sheet-items": func(p *workgroup.Page) { p.Items = true }, "button/sheet-gaps": func(p *workgroup.Page) { p.Gaps = true }}
	asked := desk.Expect == workgroup.GapDesk || desk.Expect == workgroup.SumDesk
	if asked {
		pages["button/sheet-back"] = func(*workgroup.Page) {}
	}
	again := t.types(word, "button/sheet-again") || t.filesSheetAgain(word)
	files, keeps, page := again || t.types(word, "button/sheet") || filesSheet.MatchString(word), t.types(word, "button/sheet-keep"), ""
	for label := range pages {
		if t.types(word, label) {
			page = label
		}
	}
	files = files || page == "" && !keeps && t.letsSheetGo(word, desk.Expect)
	if !files && !keeps && page == "" {
		return t.sheetStillWaits(desk, word)
	}
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	if keeps || again {
		round = t.sheetsMoved(round)
	}
	mine := slices.DeleteFunc(slices.Clone(round.Leads), func(id workgroup.UnitID) bool {
		return !t.person.Speaks(id) || asked && !strings.HasPrefix(desk.Of, workgroup.SheetObject(round.Date, id)+"/")
	})
	switch len(mine) {
	case 0:
		return false, nil
	case 1:
	default:
		return true, t.sheetCommand("") // which of them
	}
	lead, _ := round.Unit(t.b, mine[0])
	switch {
	case files:
		return true, t.keeping(t.fileSheet(round, lead))
	case keeps:
		return true, t.keeping(t.keepsInWords(round, lead))
	case page == "button/sheet-gaps":
		t.whyMissing(round, lead)
		return true, nil
	}
	if asked {
		t.clearDesk(desk)
	}
	p := workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID}
	pages[page](&p)
	t.turnTo(p, true)
	return true, nil
}

// sheetsMoved is the round whose sheets words that decide on one are about: today's, or that of yesterday where one of the sender's has moved since
// and none of today's is filed.
func (t *turn) sheetsMoved(today workgroup.Round) workgroup.Round {
	before, ok := workgroup.Rounds.Get(t.b, string(today.Date.Add(-1)))
	moved := false
	for _, id := range before.Leads {
		if _, filed := workgroup.LastSheet(t.b, today.Date, id); filed && t.person.Speaks(id) {
			return today
		}
		lead, _ := before.Unit(t.b, id)
		moved = moved || t.person.Speaks(id) && t.College.OpenSheet(t.b, before, lead, today.Date)
	}
	if !ok || !moved {
		return today
	}
	return before
}

// keepsInWords has a filed sheet stay as it is. What they have seen of it is not known as it is of a button: the sheet is shown as it
// stands now, and the same words again are the decision.
func (t *turn) keepsInWords(round workgroup.Round, lead workgroup.Unit) error {
	s := t.College.Consolidate(t.b, round, lead)
	last, filed := workgroup.LastSheet(t.b, round.Date, lead.ID)
	object := workgroup.SheetObject(round.Date, lead.ID)
	if !filed {
		t.turnTo(workgroup.Page{Sheet: object, Chat: t.chat.ID}, true)
		return nil
	}
	if t.College.Moved(t.b, last, s) && !t.twice("keep", object, s.StandsOn()) {
		t.reply("say/sheet-keep-asked", t.College.MovedFacts(t.b, round, lead, last, s, t.now))
		t.turnTo(workgroup.Page{Sheet: object, Chat: t.chat.ID}, true)
		return nil
	}
	return t.keepSheet(round, lead, s.Print())
}

// idle are words that tell nothing: somebody is about to, or does not know.
var idle = pattern.MustCompile(`^(?:请|先|再|那|我|我们|你)*(?:稍等?|等|别急|马上|不急|(?:看|问|查|想|核)(?:看|问|查|想)?|知道|不知道|不清楚|不晓得|不了解|没有?|无|暂无|嗯+|哦+|噢|哈+|行|可以|ok|okay|好[吧滴呀]?|wait|one moment|a moment|just a moment|in a minute|i don'?t know|no idea|none)(?:一下子?|一会儿?|会儿?|等|下|候|后)?(?:再说|再填)?[吧啊哈了呢的]?$`)

// tellsNothing tells whether words are only thanks and talk: no reason, and no question to anybody.
func tellsNothing(words string) bool {
	word := bareWord(words)
	other := func(w string) bool {
		return !idle.MatchString(w) && !slices.Contains(thanks, w) && !slices.Contains(greetings, w)
	}
	return idle.MatchString(word) || len(parts(word)) > 0 && !slices.ContainsFunc(parts(word), other)
}

// speaks tells whether there are words, not only a number or a sign.
func speaks(words string) bool {
	letters := 0
	for _, r := range words {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// namesOwnUnit tells whether words begin with a unit of the sender's.
func (t *turn) namesOwnUnit(words string) bool {
	u, _, named := t.unitBefore(words)
	return named && t.person.Speaks(u.ID)
}

// sheetWords takes what a lead unit's sheet has asked for: a question to a unit, another sum, why a unit is missing.
func (t *turn) sheetWords(desk workgroup.Desk) (bool, error) {
	if done, err := t.typedOnSheet(desk); done || err != nil {
		return done, err
	}
	at := strings.Split(desk.Of, "/")
	asks := desk.Expect == workgroup.AskDesk || desk.Expect == workgroup.SumDesk || desk.Expect == workgroup.GapDesk
	if !asks || len(at) < 3 || t.now.Sub(desk.Since) > patience {
		return false, nil
	}
	words := strings.TrimSpace(t.msg.Text)
	if desk.Expect == workgroup.SumDesk {
		if done, err := t.sumAnswered(desk); done || err != nil {
			return done, err
		}
	}
	if word := bareWord(words); tellsNothing(words) {
		if _, waits := t.readsBack(); waits && (saysYes(word) || slices.Contains(no, word)) {
			return false, nil
		}
		t.mark("👌")
		return true, nil
	}
	if desk.Expect == workgroup.AskDesk {
		return t.asksUnit(desk)
	}
	if t.hearsCase(words) {
		return false, nil // whatever else it is asked for here
	}
	if desk.Expect == workgroup.SumDesk && t.reportsOwn(desk, words) {
		t.clearDesk(desk) // it is no sum of the sheet
		return false, nil
	}
	if desk.Expect == workgroup.SumDesk && !digits.MatchString(words) && t.asksBeside(words) {
		return false, nil
	}
	if desk.Expect == workgroup.GapDesk {
		if done, err := t.gapBesides(at, words); done || err != nil {
			return done, err
		}
	}
	unit, reason := t.gapReason(workgroup.UnitID(at[2]), words)
	if desk.Expect == workgroup.GapDesk && unit != "" && !slices.Contains(workgroup.GapReasons, reason) {
		// It is asked for beside the sheet: a report of one's own unit, or a word of a filing, is none.
		word, r := bareWord(words), t.read(words, understand.Context{})
		if reports(r) || r.Kind == understand.Ack || t.unfit(words) == asksItself || saysYes(word) || slices.Contains(no, word) {
			return false, nil
		}
		if t.unfit(words) != mayBeReason {
			t.reply("say/gap-on", workgroup.Facts{"unit": t.unitName(unit)})
			t.turnTo(workgroup.Page{Sheet: at[0] + "/" + at[1], Chat: t.chat.ID, Gaps: true}, true)
			return true, nil
		}
	}
	if len([]rune(words)) > longestQuery {
		return true, workgroup.Refuse(workgroup.LongReason, "most", longestQuery)
	}
	round, lead, err := t.leadSheet(workgroup.Date(at[0]), workgroup.UnitID(at[1]))
	if err != nil {
		t.clearDesk(desk)
		return true, t.keeping(err)
	}
	if desk.Expect == workgroup.GapDesk {
		return true, t.explainsThenFiles(round, lead, unit, reason, false)
	}
	return true, t.sumInWords(desk, round, lead, workgroup.Key(at[2]), words)
}
