package understand

import (
	"strings"
	"sync"

	"fangkong/bot/pattern"
)

// Unit is a unit of the college as people may name it.
type Unit struct {
	ID, Name string
	Aliases  []string
}

// Item is what an office counts beside what every office does, or calls by a name of its own.
type Item struct {
	Base  string   // of its keys
	Words []string // as people write it
}

// Reader reads what people of one college write. It is built once from the
// units' names and is safe for concurrent use.
type Reader struct {
	words *dictionary
	names map[string]string // unit id to full name
}

// New builds a Reader for these units, which knows these words beside those of every office.
func New(units []Unit, items ...Item) *Reader {
	r := &Reader{words: newDictionary(units, items), names: map[string]string{}}
	for _, u := range units {
		r.names[u.ID] = u.Name
	}
	return r
}

// Meaning is what a word says wherever it stands: the item it counts, “-” for anything else, "" when no office knows it.
func Meaning(word string) string {
	runes := normalise(word).runes
	w, n := ordinary().longest(runes)
	switch {
	case w == nil || n < len(runes):
		return ""
	case w.class == cCategory:
		return w.key
	}
	return "-"
}

// message is one text on its way through the rooms.
type message struct {
	r       *Reader
	room    *room
	ctx     Context
	inRow   bool // read as a row of a list: it holds no further rows
	text    *text
	plain   string // the normalised text
	letters pattern.Letters
	toks    []token
	words   classSet
	fixes   bool // it changes what was said before
	phrases []phrase
	claims  []claim
	said    []mention // every item named, with or without a figure
	Reading
	single     string // what the only row of a table says, in words
	singleAs   string // and as it was written
	incomplete bool
	partial    bool // something of what it tells has not come in yet
	before     *earlier
	told       []string // keys that the message before gave
	suspects   bool     // a suspected case is named
	sealing    bool     // something is sealed
	shutIn     bool     // and the writer may not come out
	centre     int      // see inCentre
	judged     bool     // somebody has been found to be a contact
	moved      bool     // contacts who were counted have been taken into quarantine
	apart      bool     // their own is told apart from what was only heard
	raised     string   // the diagnosis of which a correction says that there are more
	becomes    string   // the item that a correction gives a figure of another: 不是居家是集中
	drill      drilled  // what is left of it beside a drill
	over       bool     // some of those counted are said to be well again or released
	well       int      // see lastWell
	home       bool     // somebody's home or family is spoken of
	unzeroed   bool     // it takes back a report that there was nothing
	byClass    bool     // it says that it goes class by class: 电信学院各班：1901 居家隔离0；1902 …
	heard      bool     // it was listened to for laughter
	laughs     bool     // and there is some
	had        []string // items of which a figure of the day before is given
	hot        string   // the key of a fever that is told of somebody of ours by its temperature alone
}

// Read says what one message means. It never guesses: see Doubt.
func (r *Reader) Read(text string, c Context) Reading { return r.readText(text, c, false) }

func (r *Reader) readText(text string, c Context, inRow bool) Reading {
	m := r.open(withoutTyping(text), c)
	defer m.leave()
	m.inRow = inRow
	m.remember()
	m.withdrawsZero()
	m.reasons()
	m.state()
	m.readAmend()
	m.recall()
	m.revise()
	m.checkStock()
	m.decide()
	m.Rest = m.Zero && m.ofRest()
	for _, k := range m.Unknown {
		delete(m.Fields, k) // nothing is both known and not
	}
	if m.single != "" {
		got := r.readText(m.single, c, inRow)
		for i, w := range got.Why {
			if !strings.Contains(m.text.orig, w.Words) {
				got.Why[i].Words = m.singleAs // as the row was written
			}
		}
		return got
	}
	return m.Reading
}

// room is what a message needs while it is read, and nothing of what comes out.
type room struct {
	toks    []token
	claims  []claim
	letters []pattern.Letters
}

// used are the rooms of messages that have been read, for the next ones.
var used = sync.Pool{New: func() any { return new(room) }}

// leave gives the room of a message that has been read to another one.
func (m *message) leave() {
	m.room.toks = m.toks
	if cap(m.claims) > cap(m.room.claims) {
		m.room.claims = m.claims
	}
	used.Put(m.room)
}

// message reads a text as far as its figures.
func (r *Reader) message(text string, c Context) *message {
	m := r.open(text, c)
	m.state()
	return m
}

// standard is “以2人为准”.
var standard = pattern.MustCompile(`以[0-9零一二两三四五六七八九十百]+[人名例个位]?为准`)

// takesBack takes a message back: 把刚才那条撤了吧.
var takesBack = pattern.MustCompile(`(?:刚才|刚发|上一?|前面|之前|上面)[^，。；]{0,3}[那这]?[条份](?:消息|信息|数据)?(?:给我?)?(?:请|先)?(?:撤了|撤掉|撤下|撤吧|删了|删掉|不算|别用|别汇总|别看)`)

// open cuts a text into words and phrases.
func (r *Reader) open(text string, c Context) *message {
	m := &message{r: r, ctx: c, text: normalise(text), Reading: Reading{Fields: map[string]int{}}}
	m.plain = string(m.text.runes)
	m.letters = pattern.LettersIn(m.plain)
	m.home = strings.Contains(m.plain, "家")
	m.byClass = strings.Contains(m.plain, "各班") || strings.Contains(m.plain, "班级")
	m.room = used.Get().(*room)
	m.toks = r.tokens(m.text, m.room.toks)
	m.toks = nameApart(strays(m.toks, m.text), m.text)
	eightyFour(m.toks, m.text)
	m.toks = misspoken(m.toks, m.text)
	m.toks = unbracket(m.toks)
	m.toks = breaths(breathed(quoted(m.toks, m.text)), m.text)
	m.toks = themselves(excepted(m.toks, m.text), m.text)
	crossed(m.toks, m.text)
	listed(m.toks, m.text)
	numberedItems(m.toks, m.text)
	m.addressee()
	whoIsThere(m.toks, m.text)
	m.caller()
	m.toks = filledBy(m.toks, m.text)
	placeShort(m.toks, m.text)
	joinNot(m.toks, m.text)
	noneOf(m.toks, m.text)
	m.toks = broughtTo(m.toks, m.text)
	inHotels(m.toks, m.text)
	kindsOf(m.toks, m.text)
	kindBehind(m.toks, m.text)
	askedKind(m.toks, m.text, c)
	m.toks = joinNames(m.toks, m.text)
	shouldBe(m.toks, m.text)
	replacing(m.toks, m.text)
	foundToBe(m.toks, m.text)
	wasWrong(m.toks, m.text)
	noticed(m.toks, m.text)
	falselyTold(m.toks, m.text)
	ofThings(m.toks, m.text)
	isOurs(m.toks, m.text)
	hearing(m.toks, m.text)
	inTheirHome(m.toks, m.text)
	exposedIll(m.toks, m.text)
	otherIllness(m.toks, m.text)
	ofNoIllness(m.toks, m.text)
	resultAlone(m.toks, m.text)
	transfers(m.toks, m.text)
	counties(m.toks, m.text)
	arranged(m.toks, m.text)
	gatesShut(m.toks, m.text)
	throughGate(m.toks, m.text)
	besidesThem(m.toks, m.text)
	noughts(m.toks)
	thereIsOne(m.toks, m.text)
	oneStudent(m.toks, m.text)
	ourChildren(m.toks, m.text)
	whenItWas(m.toks, m.text)
	ordersHome(m.toks, m.text)
	tellers(m.toks, m.text)
	servants(m.toks, m.text)
	bySex(m.toks, m.text)
	oneSex(m.toks, m.text)
	lingers(m.toks, m.text)
	underway(m.toks)
	eachTold(m.toks)
	thoseWho(m.toks, m.text)
	relative(m.toks, m.text)
	finished(m.toks, m.text)
	leftTown(m.toks, m.text)
	onlySo(m.toks, m.text)
	formerly(m.toks, m.text)
	notFilled(m.toks, m.text, &m.letters)
	really(m.toks)
	m.drill = rehearse(m.toks, m.text)
	for _, t := range m.toks {
		m.words.add(t.class)
	}
	old, _ := m.instead()
	m.fixes = old >= 0 || m.anywhere(standard) || m.has(cFix) || strings.Contains(m.plain, "更正为") || strings.Contains(m.plain, "改零报") || m.anywhere(takesBack) || m.has(cBecomes) && strings.Contains(m.plain, "chang")
	strangers(m.toks, m.text)
	onward(m.toks, m.text)
	beenThere(m.toks, m.text)
	met(m.toks, m.text)
	metAmong(m.toks, m.text)
	neighbours(m.toks, m.text)
	columns(m.toks)
	m.phrases = phrases(m.toks)
	if cap(m.room.letters) < len(m.phrases) {
		m.room.letters = make([]pattern.Letters, len(m.phrases))
	}
	written := m.room.letters[:len(m.phrases)]
	clear(written)
	for i := range m.phrases {
		m.text.letters(&written[i], m.phrases[i].from(), m.phrases[i].to())
		m.phrases[i].letters = &written[i]
	}
	return m
}

// state finds the day, the unit and the figures.
func (m *message) state() {
	m.readDay()
	m.readUnit()
	m.count()
	m.takeBack()
	m.fill()
	m.check()
}

// has reports whether a word of the class stands anywhere in the message.
func (m *message) has(c class) bool { return m.words.has(c) }

func (m *message) find(c class) int {
	for i, t := range m.toks {
		if t.class == c {
			return i
		}
	}
	return -1
}

func (m *message) quote(from, to int) string { return m.text.words(from, to) }

// word is what a token was written as.
func (m *message) word(t token) string { return m.quote(t.from, t.to) }

// wrote is what a phrase was written as.
func (m *message) wrote(p phrase) string { return m.quote(p.from(), p.to()) }

// anywhere reports that the whole message is, or holds, what a pattern tells.
func (m *message) anywhere(what *pattern.Pattern) bool {
	return what.MatchWithin(&m.letters, m.plain)
}

// fits reports that a phrase is, or holds, what a pattern tells.
func (m *message) fits(p phrase, what *pattern.Pattern) bool {
	return what.MatchWithin(p.letters, m.wrote(p))
}
