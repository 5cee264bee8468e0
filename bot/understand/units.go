package understand

// readUnit finds the unit that speaks: named where a phrase begins, or signed at
// the end. A name inside a sentence may be a subject of talk.
func (m *message) readUnit() {
	for _, p := range m.phrases {
		for i, t := range p.toks {
			if t.class != cUnit {
				continue
			}
			lead := true
			for _, b := range p.toks[:i] {
				lead = lead && (b.class == cAck || b.class == cSelf || b.class == cHave || b.class == cGreeting || b.class == cDate || b.class == cOurs || b.class == cFix || b.class == cText && b.to-b.from <= 2)
			}
			if lead || i == len(p.toks)-1 && p.depth == 0 {
				m.Unit = t.key
				return
			}
		}
	}
}
