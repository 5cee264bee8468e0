package understand

// Unit is a unit of the college as people may name it.
type Unit struct {
	ID, Name string
	Aliases  []string
}

// Reader reads what people of one college write. It is built once from the
// units' names and is safe for concurrent use.
type Reader struct {
	words *dictionary
	names map[string]string // unit id to full name
}

// New builds a Reader for these units.
func New(units []Unit) *Reader {
	r := &Reader{words: newDictionary(units), names: map[string]string{}}
	for _, u := range units {
		r.names[u.ID] = u.Name
	}
	return r
}

// message is one text on its way through the rooms.
type message struct {
	r       *Reader
	ctx     Context
	inRow   bool // read as a row of a list: it holds no further rows
	text    *text
	plain   string // the normalised text
	toks    []token
	phrases []phrase
	claims  []claim
	said    []mention // every item named, with or without a figure
	Reading
	incomplete bool
	over       bool // some of those counted are said to be well again or released
}

// Read says what one message means. It never guesses: see Doubt.
func (r *Reader) Read(text string, c Context) Reading { return r.readText(text, c, false) }

func (r *Reader) readText(text string, c Context, inRow bool) Reading {
	m := &message{r: r, ctx: c, inRow: inRow, text: normalise(text), Reading: Reading{Fields: map[string]int{}}}
	m.plain = string(m.text.runes)
	m.toks = r.tokens(m.text)
	placeShort(m.toks)
	m.phrases = phrases(m.toks)
	m.readDay()
	m.readUnit()
	m.count()
	m.fill()
	m.check()
	m.readAmend()
	m.decide()
	return m.Reading
}

// has reports whether a word of the class stands anywhere in the message.
func (m *message) has(c class) bool { return m.find(c) >= 0 }

func (m *message) find(c class) int {
	for i, t := range m.toks {
		if t.class == c {
			return i
		}
	}
	return -1
}

func (m *message) quote(from, to int) string { return m.text.words(from, to) }
