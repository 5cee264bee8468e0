package pattern

import "unicode"

// Letters is a set of characters, great and small ones the same. It is so small that some share a place: what it does not hold was
// not written, what it holds may have been.
type Letters [16]uint64

// Add adds a character.
func (l *Letters) Add(r rune) {
	i := place(r)
	l[i>>6] |= 1 << (i & 63)
}

// share reports that two sets may have a character in common.
func (l *Letters) share(o *Letters) bool {
	for i := range l {
		if l[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// place is where a set holds a character.
func place(r rune) uint32 {
	switch {
	case r >= 'A' && r <= 'Z':
		r += 'a' - 'A'
	case r >= 0x80 && r < 0x2E80:
		first := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			first = min(first, f)
		}
		if r = first; r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
	}
	return uint32(r) * 0x9E3779B1 >> 22
}

// LettersIn are the letters of words.
func LettersIn(words string) (l Letters) {
	for _, r := range words {
		l.Add(r)
	}
	return l
}
