package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// most is more people than any unit could have: beyond it a number is a slip of the hand.
const most = 100_000

// fresh is how long after a read-back in the group a bare word there is still meant for it.
const fresh = 2 * time.Minute

// What people say to go one question back; only the whole message counts.
var backward = []string{"上一题", "上一步", "返回", "退回", "back", "go back", "previous question"}

// huge is a number with more digits than any count has.
var huge = pattern.MustCompile(`^[0-9]{6,30}$`)

// below is a number below zero: there is no such count.
var below = pattern.MustCompile(`^[-－−–]\s*[0-9０-９]+$`)

// answerDraft takes words for an answer to what the draft's card asks. In the group people also talk to one another: only
// an answer, or a reply to the bot, is taken for one.
func (t *turn) answerDraft(d workgroup.Draft) (bool, error) {
	meant := t.addressed()
	word := bareWord(t.msg.Text)
	switch left, returns := backs(word, leaves|undoes) || t.letsStand(d), slices.Contains(backward, word); {
	case !left && !returns, !meant && !t.justShown(d):
	case left:
		if _, filed := workgroup.FiledOn(t.b, d.Date, d.Unit); filed && backs(word, undoes) {
			return false, nil // which of the two is meant is not said
		}
		return true, t.cancelCommand("")
	case returns:
		return true, t.stepBack(d)
	}
	unit, _ := workgroup.Units.Get(t.b, string(d.Unit))
	if t.saysNoneOf(d, meant) {
		return true, t.isNoneOf(d, unit)
	}
	if (meant || t.justShown(d)) && (t.namesWhich(d, unit) || t.looksFirst(d, unit)) {
		return true, nil
	}
	if of, said := groupOfAll(word); said && (meant || t.justShown(d)) {
		if n, ok := splitOf(d, unit, of); ok {
			t.sourceOf(&d)
			t.answered(d, unit, n, true)
			return true, nil
		}
		if d.ReadsBack() && t.partsAll(d, unit, of) {
			return true, nil
		}
	}
	if d.ReadsBack() && (meant || t.justShown(d)) && t.partsSaid(d, unit) {
		return true, nil
	}
	if d.Asked == "" {
		asked, done, err := t.numbered(d, unit, meant)
		if done || err != nil {
			return done, err
		}
		if asked == "" {
			return t.verdict(d, unit, meant)
		}
		d.Asked = asked
	} else if meant || t.justShown(d) {
		if done, err := t.putsRight(d, unit); done || err != nil {
			return done, err
		}
	}
	if (meant || t.justShown(d)) && t.answersMore(d, unit) {
		return true, nil
	}
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
		t.sourceOf(&d)
		t.answered(d, unit, n, true)
		return true, nil
	case len(r.Fields) == 0 && len(r.Unknown) == 1 && t.fit(t.College.FormOn(d.Date), unit, workgroup.Key(r.Unknown[0])) == d.Asked:
		return true, workgroup.Refuse(workgroup.NotANumber, "words", "") // “大概3人”, “2.5人”: an answer, and no figure
	case others > 0 || r.Zero || r.Kind == understand.Correction:
		return false, nil // a line of its own
	case meant && (t.firsthand() && t.rumour(r) || understand.Tells(t.msg.Text) && t.mayBeAddition(r)):
		return true, nil // the question waits
	case meant:
		return true, workgroup.Refuse(workgroup.NotANumber, "words", "")
	}
	return false, nil
}

// numbered is what a bare number under a card that asks for none belongs to: the doubt it answers, or, where the card asks what to
// change, the only figure there is. Of several it is asked which.
func (t *turn) numbered(d workgroup.Draft, unit workgroup.Unit, meant bool) (asked workgroup.Key, done bool, err error) {
	word := bareWord(t.msg.Text)
	if !dialog.ANumber.MatchString(word) || d.Doubtful != "" || !meant && !t.justShown(d) {
		return "", false, nil
	}
	if !d.Picking {
		n, _ := firstNumber(word)
		for _, c := range dialog.Clashes(t.College, t.b, d, unit) {
			if n == c.Given || n == c.Other {
				return c.Key, false, nil
			}
		}
		return "", t.partNumbered(d, unit, n), nil
	}
	d.Picking = false
	if k, one := t.onlyCount(d.Date, d.Figures, unit); one {
		d.Figures = d.Figures.Clone()
		n, _ := firstNumber(word)
		t.forgetParts(d.Figures, unit, map[string]int{string(k): n})
		d.Figures[k] = workgroup.Count(n)
	} else {
		d.Doubtful = digits.FindString(word)
	}
	t.source(&d)
	t.talk(d, true)
	return "", true, nil
}

// onlyCount is the only count of a filing that has anybody; false where there is none, or several.
func (t *turn) onlyCount(date workgroup.Date, f workgroup.Figures, unit workgroup.Unit) (only workgroup.Key, one bool) {
	for _, item := range t.College.FormOn(date).For(unit.Kind) {
		if n, _ := f.Said(item.Key); n > 0 {
			if one {
				return "", false
			}
			only, one = item.Key, true
		}
	}
	return only, one
}

// verdict takes “对” under a read-back for the word that files it, and “不对” for the wish to change something. In the group, where
// people agree with one another too, bare words count for as long as the read-back is fresh; what can mean nothing else always does.
func (t *turn) verdict(d workgroup.Draft, unit workgroup.Unit, meant bool) (bool, error) {
	word := bareWord(t.msg.Text)
	if d.Doubtful != "" || d.Picking || !slices.Contains(no, word) && !saysYes(word) && !foundRight(word) {
		return false, nil
	}
	now := meant || t.justShown(d)
	switch {
	case meant && letsPass(word) && t.paperStep() != "": // which of the two is not said
		t.readAgain(d)
		t.showPapers()
		return true, nil
	case now && slices.Contains(no, word):
		d.Picking, d.Guided, d.Left = true, false, nil
		t.talk(d, true)
		return true, nil
	case meant && (saysYes(word) || foundRight(word)), now && all(word, plain), slices.Contains(lasting, word) && t.shown(d):
	default:
		return false, nil
	}
	// What somebody else has filed meanwhile they have not seen: it is shown before a word can mean it.
	if d.Overtaken {
		t.talk(d, true)
		return true, nil
	}
	if c := dialog.Clashes(t.College, t.b, d, unit); len(c) > 0 && !slices.ContainsFunc(phrases(word, yes), func(w string) bool { return slices.Contains(both, w) }) {
		d.Asked, d.Guided = c[0].Key, false
		t.talk(d, true)
		return true, nil
	}
	return true, t.confirm(d, d.Version)
}

// parts are the words of a message as commas and spaces part them.
func parts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ，,。.、！!；;", r) })
}

// phrases are the words of a list that a message is made of (“对的，没错”, “yes, file it”); none where anything else stands in it.
func phrases(s string, list []string) (out []string) {
	for words := parts(s); len(words) > 0; {
		n := len(words)
		for ; n > 0 && !slices.Contains(list, strings.Join(words[:n], " ")); n-- {
		}
		if n == 0 {
			return nil
		}
		out, words = append(out, strings.Join(words[:n], " ")), words[n:]
	}
	return out
}

// all tells whether a message holds words of a list and nothing else.
func all(s string, list []string) bool { return len(phrases(s, list)) > 0 }

// bareWord is a message without the marks around it, and without the word of courtesy behind it (“yes please”).
func bareWord(s string) string {
	const marks = " 。.！!，,～~\n"
	return strings.TrimRight(strings.TrimSuffix(strings.ReplaceAll(strings.ToLower(strings.Trim(s, marks)), "’", "'"), " please"), marks)
}

// askedWord is what the message at hand asks, without the marks and particles that end a question.
func (t *turn) askedWord() string {
	return strings.TrimRight(bareWord(people.Narrow(t.msg.Text)), "?？ 啊呀嘛呢")
}

// justShown tells whether a draft's card went up so recently that a bare word in the group is meant for it.
func (t *turn) justShown(d workgroup.Draft) bool {
	since, up := t.upSince(workgroup.TalkCard, d.Key(), d.Chat)
	return up && t.said.Sub(since) <= fresh
}

// shown tells whether a draft's card was up when the sender wrote: of what was written in an outage nothing answers it.
func (t *turn) shown(d workgroup.Draft) bool {
	_, up := t.upSince(workgroup.TalkCard, d.Key(), d.Chat)
	return up
}

// upSince is since when a card has been up as it is now, if it was when the sender wrote.
func (t *turn) upSince(kind, object string, chat int64) (since time.Time, up bool) {
	c, ok := workgroup.Cards.Get(t.b, workgroup.CardKey(kind, object, chat))
	return c.WantedAt, ok && !c.Gone && !t.said.Before(c.WantedAt.Truncate(time.Second))
}

// stepBack goes one question back; where there is none, what was asked stays, and a read-back asks what to change.
func (t *turn) stepBack(d workgroup.Draft) error {
	switch {
	case d.Picking:
		d.Picking = false
	case len(d.Answered) > 0:
		d = backOf(d)
	case d.Asked == "" && d.Doubtful == "":
		d.Picking, d.Guided = true, false
	}
	t.talk(d, true)
	return nil
}

// backOf is a draft whose last answer is taken back, and asked for anew.
func backOf(d workgroup.Draft) workgroup.Draft {
	if n := len(d.Answered); n > 0 {
		last := d.Answered[n-1]
		d.Back()
		d.Asked, d.Doubtful = last, ""
	}
	return d
}

// sourceOf keeps the message that answers the question asked.
func (t *turn) sourceOf(d *workgroup.Draft) {
	t.source(d)
	d.Sources[len(d.Sources)-1].Asked = d.Asked
}

// editedAnswer is an earlier answer of the talk, edited: that question is answered anew, and the talk goes on where it was.
func (t *turn) editedAnswer(d workgroup.Draft, asked workgroup.Key) error {
	unit, _ := workgroup.Units.Get(t.b, string(d.Unit))
	d.Asked = asked
	n, ok := t.number(t.read(t.msg.Text, understand.Context{Asked: string(asked)}), unit, d)
	switch {
	case !ok:
		return workgroup.Refuse(workgroup.NotANumber, "words", "")
	case n > most:
		return workgroup.Refuse(workgroup.TooMany, "n", n)
	}
	t.sourceOf(&d)
	t.answered(d, unit, n, true)
	return nil
}

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
	one, clashes := dialog.ClashAsked(t.College, t.b, d, unit)
	closed := false
	if clashes {
		d, closed = one.Settled(d, n)
	}
	if closed {
		// Nothing more was asked.
	} else if d.Figures[d.Asked] == workgroup.Unsaid && d.Figures.Has(d.Asked) && !guided {
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
		_, d.Doubtful = dialog.Homeless(t.College.FormOn(d.Date), d.Figures)
		d.AskNext()
	}
	t.talk(d, typed)
}

// numberFor is the number in words that stood without the question k, and the count it is of: that of a group where they name one.
func (t *turn) numberFor(k workgroup.Key, words string) (workgroup.Key, int, bool) {
	read := t.reader().Read(words, understand.Context{Asked: string(k)}).Fields
	first, digits := firstNumber(words)
	of, number, found := k, first, digits
	for _, key := range sorted(read) {
		n, whole := read[key], workgroup.Key(key).Of(workgroup.Everybody)
		switch {
		case whole != k || digits && n != first:
		case workgroup.Key(key) != k, !found:
			of, number, found = workgroup.Key(key), n, true
		}
	}
	return of, number, found
}

var digits = pattern.MustCompile(`[0-9]+`)

// firstNumber is the number in words that hold one in digits.
func firstNumber(s string) (int, bool) {
	n, err := strconv.Atoi(digits.FindString(s))
	return n, err == nil
}
