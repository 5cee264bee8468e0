package bot

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/dialog"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// most is more people than any unit could have: beyond it a number is a slip of the hand.
const most = 100_000

// talk keeps a draft and shows its card. What was typed is answered below it, in a new message; a press in place.
func (t *turn) talk(d workgroup.Draft, typed bool) {
	d = d.Keep(t.b)
	c := workgroup.Card{Kind: workgroup.TalkCard, Object: d.Key(), Chat: d.Chat, Person: d.Person, Urgency: workgroup.Deadline, Repost: typed}
	if d.Chat < 0 && t.msg != nil {
		c.ReplyTo = t.msg.ID // a selective ForceReply opens the keyboard of whom it replies to
	}
	workgroup.Show(t.b, c, t.now)
	workgroup.Touch(t.b, workgroup.BoardCard, string(d.Date), t.now)
}

// reportCommand opens the guided talk where it was asked for.
func (t *turn) reportCommand(args string) error {
	unit, err := t.unitToReport(args)
	if err != nil {
		return err
	}
	return t.guide(unit, t.today(), t.chat.ID, true)
}

// unitToReport is the unit named, else the sender's own that still owes, else the sender's first.
func (t *turn) unitToReport(args string) (workgroup.Unit, error) {
	own := t.person.Units()
	if len(own) == 0 {
		return workgroup.Unit{}, workgroup.Refuse(workgroup.NotAHead, "unit", workgroup.Named{})
	}
	id := own[0]
	for _, u := range own {
		if _, filed := workgroup.FiledOn(t.b, t.today(), u); !filed {
			id = u
			break
		}
	}
	if args != "" {
		r := t.read(args, understand.Context{})
		if r.Unit == "" {
			return workgroup.Unit{}, workgroup.Refuse(workgroup.NameTheUnit)
		}
		id = workgroup.UnitID(r.Unit)
	}
	u, _ := t.memory.units.get(t.b, string(id))
	return u, nil
}

// guide starts the questions, or goes on with them; of a unit that filed it asks what to change.
func (t *turn) guide(unit workgroup.Unit, date workgroup.Date, chat int64, typed bool) error {
	round, err := t.round(date)
	if err != nil {
		return err
	}
	d, err := t.College.StartDraft(t.b, round, unit, t.person, chat, t.now)
	if err != nil {
		return err
	}
	if d.For != "" && !workgroup.Granted(t.b, date, unit.ID, d.For) {
		t.College.AskGrant(t.b, date, unit, d, t.person, t.now)
	}
	filed, ok := workgroup.FiledOn(t.b, date, unit.ID)
	switch {
	case ok && len(d.Figures) == 0:
		d.Figures, d.Picking, d.Guided = filed.Figures.Clone(), true, false
	case d.Asked == "" && d.Doubtful == "" && !ok:
		d.Guided = true
		next, _ := dialog.Next(t.College.FormOn(date).For(unit.Kind), unit.Kind.Groups(), d.Figures)
		d.Asked = next.Key
	}
	t.talk(d, typed)
	return nil
}

// pressFill is 「填报」: in private where the person can be reached there, else in the group.
func (t *turn) pressFill() error {
	date, id, _ := t.standing()
	if err := t.onlyToday(date); err != nil {
		return err
	}
	unit, err := t.unitToReport("")
	if err != nil {
		return err
	}
	if id != "" {
		unit, _ = t.memory.units.get(t.b, string(id))
	}
	chat := t.chat.ID
	if t.person.Reachable() {
		chat = t.person.Telegram
	}
	if err := t.guide(unit, date, chat, true); err != nil {
		return err
	}
	if chat != t.chat.ID {
		t.toast("toast/continue-private", false, nil)
	}
	return nil
}

func (t *turn) onlyToday(date workgroup.Date) error {
	switch today := t.today(); {
	case !date.Valid():
		return workgroup.Refuse(workgroup.Changed)
	case date != today:
		return workgroup.Refuse(workgroup.OtherDay, "date", date)
	}
	return nil
}

// answerDraft takes words for an answer to what the draft's card asks. In the group people also talk to one another: only
// an answer, or a reply to the bot, is taken for one.
func (t *turn) answerDraft(d workgroup.Draft) (bool, error) {
	meant := t.private() || t.repliesToBot()
	if d.Asked == "" {
		return t.verdict(d, meant)
	}
	unit, _ := t.memory.units.get(t.b, string(d.Unit))
	r := t.read(t.msg.Text, understand.Context{Asked: string(d.Asked)})
	if word := strings.TrimSpace(t.msg.Text); huge.MatchString(word) {
		return true, workgroup.Refuse(workgroup.TooMany, "n", excerpt(word))
	}
	if below.MatchString(strings.TrimSpace(t.msg.Text)) {
		return true, workgroup.Refuse(workgroup.NotANumber, "words", "")
	}
	n, ok := t.number(r, unit, d)
	others := len(r.Fields) + len(r.Unknown)
	switch {
	case r.Urgent == understand.Yes && !ok:
		return false, nil
	case ok && n > most:
		return true, workgroup.Refuse(workgroup.TooMany, "n", n)
	case ok && others <= 1:
		t.source(&d)
		t.answered(d, unit, n, true)
		return true, nil
	case others > 0 || r.Zero || r.Kind == understand.Correction:
		return false, nil // a line of its own
	case meant:
		return true, workgroup.Refuse(workgroup.NotANumber, "words", "")
	}
	return false, nil
}

// fresh is how long after a read-back in the group a bare word there is still meant for it.
const fresh = 2 * time.Minute

// verdict takes “对” under a read-back for the word that files it, and “不对” for the wish to change something.
func (t *turn) verdict(d workgroup.Draft, meant bool) (bool, error) {
	if d.Doubtful != "" || d.Picking || !meant && t.said.Sub(d.Said) > fresh {
		return false, nil
	}
	word := strings.ToLower(strings.Trim(t.msg.Text, " 。.！!，,～~"))
	switch {
	case slices.Contains(yes, word):
		return true, t.confirm(d, d.Version)
	case slices.Contains(no, word):
		d.Picking, d.Guided = true, false
		t.talk(d, true)
		return true, nil
	}
	return false, nil
}

// What people answer to “对吗？”; only the whole message counts.
var (
	yes = []string{"对", "对的", "对对", "是", "是的", "确认", "确认报送", "没错", "正确", "无误", "没问题", "好", "好的", "可以", "行", "中", "嗯", "ok", "yes", "right", "correct", "file"}
	no  = []string{"不对", "不是", "错了", "有误", "不正确", "no", "wrong", "change", "修改"}
)

// number is the answer to the question asked, if the words are one.
func (t *turn) number(r understand.Reading, unit workgroup.Unit, d workgroup.Draft) (int, bool) {
	form := t.College.FormOn(d.Date)
	for key, n := range r.Fields {
		if k := workgroup.Key(key); k == d.Asked || t.fit(form, unit, k) == d.Asked {
			return n, true
		}
	}
	return 0, false
}

// answered puts a number in its place and goes on.
func (t *turn) answered(d workgroup.Draft, unit workgroup.Unit, n int, typed bool) {
	guided := d.Guided
	if d.Figures[d.Asked] == workgroup.Unsaid && d.Figures.Has(d.Asked) && !guided {
		// An approximate figure made exact: nothing more was asked.
		d.Put(d.Asked, workgroup.Count(n))
		d.Asked = ""
		for _, k := range d.Figures.Nonzero() {
			if d.Figures[k] == workgroup.Unsaid {
				d.Asked = k
			}
		}
	} else {
		d, _, _ = dialog.Advance(d, t.College.FormOn(d.Date).For(unit.Kind), unit.Kind.Groups(), n)
	}
	if d.Asked == "" && d.Doubtful == "" {
		_, d.Doubtful = t.homeless(t.College.FormOn(d.Date), d.Figures)
	}
	t.talk(d, typed)
}

// draft is the draft a press is about: the presser's own, as it was shown.
func (t *turn) draft() (workgroup.Draft, workgroup.Unit, []string, error) {
	date, id, rest := t.standing()
	unit, _ := t.memory.units.get(t.b, string(id))
	d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(date, id, t.person.ID))
	if !ok {
		for other := range workgroup.Drafts.Each(t.b, workgroup.StandingKey(date, id)+"/") {
			if other.Chat == t.chat.ID {
				return d, unit, rest, workgroup.Refuse(workgroup.NotYours)
			}
		}
		return d, unit, rest, workgroup.Refuse(workgroup.Changed)
	}
	if d.Version != t.button.Version {
		return d, unit, rest, workgroup.Refuse(workgroup.Changed)
	}
	return d, unit, rest, nil
}

func (t *turn) pressNumber() error {
	d, unit, rest, err := t.draft()
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(strings.Join(rest, ""))
	if err != nil || n < 0 || n > most || d.Asked == "" {
		return workgroup.Refuse(workgroup.Changed)
	}
	d.Said = t.now
	d.Sources = append(d.Sources, workgroup.Source{Chat: t.chat.ID, Text: strconv.Itoa(n), At: t.now})
	t.answered(d, unit, n, false)
	return nil
}

func (t *turn) pressBack() error {
	d, _, _, err := t.draft()
	if err != nil {
		return err
	}
	if n := len(d.Answered); n > 0 {
		last := d.Answered[n-1]
		d.Back()
		d.Asked = last
	}
	d.Picking = false
	t.talk(d, false)
	return nil
}

// pressPick shows the questions, to choose one that is to be answered anew; of a unit that filed it opens a correction.
func (t *turn) pressPick() error {
	date, id, _ := t.standing()
	d, _, _, err := t.draft()
	if _, filed := workgroup.FiledOn(t.b, date, id); err != nil && filed && t.person.Speaks(id) {
		if _, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(date, id, t.person.ID)); !ok {
			unit, _ := t.memory.units.get(t.b, string(id))
			return t.guide(unit, date, t.chat.ID, false)
		}
	}
	if err != nil {
		return err
	}
	d.Picking, d.Asked, d.Guided = true, "", false
	t.talk(d, false)
	return nil
}

func (t *turn) pressAsk() error {
	d, unit, rest, err := t.draft()
	if err != nil {
		return err
	}
	k := workgroup.Key(strings.Join(rest, ""))
	if _, ok := dialog.ItemOf(t.College.FormOn(d.Date).For(unit.Kind), k); !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	d.Picking, d.Asked = false, k
	t.talk(d, t.chat.ID < 0) // in the group the answer is typed: the question must open the keyboard
	return nil
}

// pressWhich says which question a number belongs to that stood there alone.
func (t *turn) pressWhich() error {
	d, unit, rest, err := t.draft()
	if err != nil {
		return err
	}
	k := workgroup.Key(strings.Join(rest, ""))
	if _, ok := dialog.ItemOf(t.College.FormOn(d.Date).For(unit.Kind), k); !ok || d.Doubtful == "" {
		return workgroup.Refuse(workgroup.Changed)
	}
	form := t.College.FormOn(d.Date)
	if base, words := t.homeless(form, d.Figures); words == d.Doubtful {
		t.rehome(&d, base, k)
	} else if n, ok := t.numberFor(k, d.Doubtful); ok {
		d.Figures[k] = workgroup.Count(n)
	}
	// “隔离新增2人” says nothing of how many there are now.
	if !d.Figures.Has(k) {
		d.Asked = k
	}
	_, d.Doubtful = t.homeless(form, d.Figures)
	t.talk(d, false)
	return nil
}

// numberFor is the number in words that stood without a question.
func (t *turn) numberFor(k workgroup.Key, words string) (int, bool) {
	if n, ok := firstNumber(words); ok {
		return n, true
	}
	for key, n := range t.reader().Read(words, understand.Context{Asked: string(k)}).Fields {
		if workgroup.Key(key) == k {
			return n, true
		}
	}
	return 0, false
}

func (t *turn) pressConfirm() error {
	d, _, _, err := t.draft()
	if err != nil {
		return err
	}
	return t.confirm(d, t.button.Version)
}

// confirm files the draft. The answer goes out after the commit: what is answered ✅ is on disk.
func (t *turn) confirm(d workgroup.Draft, version uint64) error {
	round, err := t.round(d.Date)
	if err != nil {
		return err
	}
	if d.Picking || d.Doubtful != "" {
		return workgroup.Refuse(workgroup.StillAsking)
	}
	report, _, err := t.College.Confirm(t.b, round, d, version, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/filed", false, t.filedFacts(report))
	if t.press == nil && d.Chat > 0 {
		// “对” is answered below it.
		workgroup.Show(t.b, workgroup.Card{Kind: workgroup.TalkCard, Object: d.Key(), Chat: d.Chat, Person: d.Person, Repost: true, Urgency: workgroup.Deadline}, t.now)
	}
	// In the group the filing leaves no message: a mark under the head's own words is the receipt everybody sees.
	for _, s := range slices.Backward(d.Sources) {
		if s.Chat < 0 && s.Message != 0 {
			workgroup.Tell(t.b, workgroup.Letter{Kind: workgroup.React, Chat: s.Chat, Lane: "marks", ReplyTo: s.Message, Text: "👌", Written: t.now})
			break
		}
	}
	return nil
}

func (t *turn) pressDrop() error {
	d, _, _, err := t.draft()
	if err != nil {
		return err
	}
	t.drop(d)
	return nil
}

func (t *turn) drop(d workgroup.Draft) {
	d.Drop(t.b, t.now, workgroup.DraftDropped)
	workgroup.Touch(t.b, workgroup.BoardCard, string(d.Date), t.now)
	t.toast("toast/dropped", false, nil)
}

// cancelCommand gives up what the sender is in the middle of here.
func (t *turn) cancelCommand(string) error {
	desk, ok := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), t.chat.ID))
	if !ok {
		return workgroup.Refuse(workgroup.NothingOpen)
	}
	if d, ok := workgroup.Drafts.Get(t.b, desk.Draft); ok {
		t.drop(d)
		if t.private() {
			t.reply("say/cancelled", workgroup.Facts{}) // the card that ends is further up
		}
		return nil
	}
	workgroup.Desks.Drop(t.b, desk.Key())
	t.reply("say/cancelled", workgroup.Facts{})
	return nil
}

// huge is a number with more digits than any count has.
var huge = regexp.MustCompile(`^[0-9]{6,30}$`)

// below is a number below zero: there is no such count.
var below = regexp.MustCompile(`^[-－−–]\s*[0-9０-９]+$`)

var digits = regexp.MustCompile(`[0-9]+`)

// firstNumber is the number in words that hold one in digits.
func firstNumber(s string) (int, bool) {
	n, err := strconv.Atoi(digits.FindString(s))
	return n, err == nil
}

func words(n int) string { return strconv.Itoa(n) }

func sorted[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
