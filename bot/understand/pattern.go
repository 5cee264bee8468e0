package understand

import (
	"regexp"
	"regexp/syntax"
	"unicode"
)

// pattern is a regular expression that is only searched for in words that have the letters which it cannot match without: nearly all
// have not, and one look at the letters of a phrase answers for every pattern.
type pattern struct {
	*regexp.Regexp
	needs needs
}

// compile makes a pattern of an expression, which must be one.
func compile(expr string) *pattern {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic("understand: " + expr + ": " + err.Error())
	}
	return &pattern{regexp.MustCompile(expr), needsOf(tree)}
}

// within reports that words of these letters may have a match.
func (p *pattern) within(l *letters) bool { return p.needs.met(l) }

// possible reports that words may have a match.
func (p *pattern) possible(words string) bool {
	l := lettersIn(words)
	return p.within(&l)
}

func (p *pattern) MatchString(words string) bool {
	return p.possible(words) && p.Regexp.MatchString(words)
}

func (p *pattern) ReplaceAllString(words, by string) string {
	if !p.possible(words) {
		return words
	}
	return p.Regexp.ReplaceAllString(words, by)
}

func (p *pattern) FindStringIndex(words string) []int {
	if !p.possible(words) {
		return nil
	}
	return p.Regexp.FindStringIndex(words)
}

func (p *pattern) FindStringSubmatch(words string) []string {
	if !p.possible(words) {
		return nil
	}
	return p.Regexp.FindStringSubmatch(words)
}

func (p *pattern) FindAllStringSubmatch(words string, n int) [][]string {
	if !p.possible(words) {
		return nil
	}
	return p.Regexp.FindAllStringSubmatch(words, n)
}

// letters is a set of characters, great and small ones the same. It is so small that some share a place: what it does not hold was
// not written, what it holds may have been.
type letters [16]uint64

func (l *letters) add(r rune) {
	i := place(r)
	l[i>>6] |= 1 << (i & 63)
}

// share reports that two sets may have a character in common.
func (l *letters) share(o *letters) bool {
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

// lettersIn are the letters of words.
func lettersIn(words string) (l letters) {
	for _, r := range words {
		l.add(r)
	}
	return l
}

// letters adds those of runes [from,to), as they were written and as they are read.
func (t *text) letters(l *letters, from, to int) {
	for _, r := range t.words(from, to) {
		l.add(r)
	}
	for _, r := range t.runes[from:to] {
		l.add(r)
	}
}

// needs are the letters without which an expression matches nothing.
type needs struct {
	all letters   // every one
	any []letters // one of each
	or  [][]needs // of each what one of them needs
}

func (n *needs) met(l *letters) bool {
	for i := range l {
		if n.all[i]&^l[i] != 0 {
			return false
		}
	}
	for i := range n.any {
		if !n.any[i].share(l) {
			return false
		}
	}
	for _, either := range n.or {
		if !oneMet(either, l) {
			return false
		}
	}
	return true
}

func oneMet(either []needs, l *letters) bool {
	for i := range either {
		if either[i].met(l) {
			return true
		}
	}
	return false
}

// none reports that an expression matches words without any letters.
func (n *needs) none() bool { return n.all == letters{} && len(n.any)+len(n.or) == 0 }

// mostLetters is how many characters a class may have, of which one is worth a look.
const mostLetters = 160

// needsOf are the needs of an expression.
func needsOf(tree *syntax.Regexp) (n needs) {
	switch tree.Op {
	case syntax.OpLiteral:
		for _, r := range tree.Rune {
			n.all.add(r)
		}
	case syntax.OpCharClass:
		var one letters
		size := 0
		for i := 0; i < len(tree.Rune); i += 2 {
			if size += int(tree.Rune[i+1]-tree.Rune[i]) + 1; size > mostLetters {
				return n
			}
			for r := tree.Rune[i]; r <= tree.Rune[i+1]; r++ {
				one.add(r)
			}
		}
		n.any = []letters{one}
	case syntax.OpConcat:
		for _, sub := range tree.Sub {
			of := needsOf(sub)
			for i := range n.all {
				n.all[i] |= of.all[i]
			}
			n.any, n.or = append(n.any, of.any...), append(n.or, of.or...)
		}
	case syntax.OpAlternate:
		var either []needs
		for _, sub := range tree.Sub {
			of := needsOf(sub)
			if of.none() {
				return n
			}
			either = append(either, of)
		}
		n.or = [][]needs{either}
	case syntax.OpCapture, syntax.OpPlus:
		return needsOf(tree.Sub[0])
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return needsOf(tree.Sub[0])
		}
	}
	return n
}
