package understand

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"unicode"
)

// pattern is a regular expression that is only searched for where the letters stand without which it matches nothing: most words have
// none of them, and one look at the letters of a phrase answers for every pattern.
type pattern struct {
	*regexp.Regexp
	needs []letters // of each of these at least one letter
}

// letters is a set of characters, folded so far that a look costs nothing: what it does not hold was not written, what it holds may have been.
type letters [4]uint64

func (l *letters) add(r rune) {
	i := uint32(r) ^ uint32(r)>>8
	l[i>>6&3] |= 1 << (i & 63)
}

// lettersOf are the letters of runes.
func lettersOf(runes []rune) (l letters) {
	for _, r := range runes {
		l.add(r)
	}
	return l
}

// lettersIn are the letters of words.
func lettersIn(words string) (l letters) {
	for _, r := range words {
		l.add(r)
	}
	return l
}

// compile makes a pattern of an expression, which must be one.
func compile(expr string) *pattern {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic("understand: " + expr + ": " + err.Error())
	}
	p := &pattern{Regexp: regexp.MustCompile(expr)}
	for _, need := range needsOf(tree) {
		var l letters
		for _, r := range need {
			l.add(r)
		}
		if !slices.Contains(p.needs, l) {
			p.needs = append(p.needs, l)
		}
	}
	return p
}

// among reports that a pattern may match words of these letters.
func (p *pattern) among(l *letters) bool {
	for i := range p.needs {
		n := &p.needs[i]
		if n[0]&l[0]|n[1]&l[1]|n[2]&l[2]|n[3]&l[3] == 0 {
			return false
		}
	}
	return true
}

// possible reports that a pattern may match the words.
func (p *pattern) possible(words string) bool {
	if len(p.needs) == 0 {
		return true
	}
	l := lettersIn(words)
	return p.among(&l)
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

// mostLetters is how many letters are worth looking for instead of a word.
const mostLetters = 48

// needsOf are the sets of letters of each of which every match of an expression has one.
func needsOf(tree *syntax.Regexp) [][]rune {
	switch tree.Op {
	case syntax.OpLiteral:
		var all [][]rune
		for _, r := range tree.Rune {
			one := []rune{r}
			if tree.Flags&syntax.FoldCase != 0 {
				for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
					one = append(one, f)
				}
			}
			all = append(all, one)
		}
		return all
	case syntax.OpCharClass:
		var one []rune
		for i := 0; i < len(tree.Rune); i += 2 {
			if int(tree.Rune[i+1]-tree.Rune[i])+len(one) >= mostLetters {
				return nil
			}
			for r := tree.Rune[i]; r <= tree.Rune[i+1]; r++ {
				one = append(one, r)
			}
		}
		return [][]rune{one}
	case syntax.OpConcat:
		var all [][]rune
		for _, sub := range tree.Sub {
			all = append(all, needsOf(sub)...)
		}
		return all
	case syntax.OpAlternate:
		return eitherOf(tree.Sub)
	case syntax.OpCapture, syntax.OpPlus:
		return needsOf(tree.Sub[0])
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return needsOf(tree.Sub[0])
		}
	}
	return nil
}

// eitherOf is one letter of every alternative: of each the rarest.
func eitherOf(subs []*syntax.Regexp) [][]rune {
	var any []rune
	for _, sub := range subs {
		needs := needsOf(sub)
		if len(needs) == 0 {
			return nil
		}
		any = append(any, slices.MinFunc(needs, func(a, b []rune) int { return often(a) - often(b) })...)
	}
	if len(any) > 2*mostLetters {
		return nil
	}
	return [][]rune{any}
}

// everyday are the letters that nearly every text has.
var everyday = set("的 了 是 我 不 人 一 有 在 学 生 院 师 报 无 没 发 热 隔 离 居 家 e t a o i n s h r d l")

// often orders sets of letters by how many texts have one.
func often(one []rune) int {
	n := len(one)
	for _, r := range one {
		if everyday[string(r)] {
			n += 8
		}
	}
	return n
}
