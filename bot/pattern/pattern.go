// Package pattern has regular expressions that first look whether a match is possible at all.
//
// What people write is tried on some hundred expressions, most of which speak of something else. Each of ours knows a set of
// characters of which every match holds one (of “(?i)确诊|positive” those are 确 or 诊, and one letter of “positive”), and a
// text without any of them is turned down in a glance, a hundred times quicker than by matching. The answer is always that of
// the expression itself.
package pattern

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"unicode"
)

// Pattern is a regular expression that turns down at a glance what it cannot match. It is safe for concurrent use.
type Pattern struct {
	expr  *regexp.Regexp
	needs *runes // of which every match holds one; nil when none is known
}

// MustCompile returns the pattern of an expression in the syntax of package regexp; it panics when the expression is none.
func MustCompile(expr string) *Pattern {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic("pattern: " + err.Error())
	}
	return &Pattern{expr: regexp.MustCompile(expr), needs: newRunes(required(tree))}
}

// String is the expression.
func (p *Pattern) String() string { return p.expr.String() }

// may tells whether a match is possible at all.
func (p *Pattern) may(s string) bool { return p.needs == nil || p.needs.in(s) }

// MatchString tells whether the text holds a match.
func (p *Pattern) MatchString(s string) bool { return p.may(s) && p.expr.MatchString(s) }

// FindString returns the first match, "" when there is none.
func (p *Pattern) FindString(s string) string {
	if !p.may(s) {
		return ""
	}
	return p.expr.FindString(s)
}

// FindStringIndex returns where the first match is, nil when there is none.
func (p *Pattern) FindStringIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	return p.expr.FindStringIndex(s)
}

// FindStringSubmatch returns the first match and its groups, nil when there is none.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if !p.may(s) {
		return nil
	}
	return p.expr.FindStringSubmatch(s)
}

// FindStringSubmatchIndex returns where the first match and its groups are, nil when there is none.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	return p.expr.FindStringSubmatchIndex(s)
}

// FindAllString returns the first n matches, all of them for n < 0, nil when there is none.
func (p *Pattern) FindAllString(s string, n int) []string {
	if !p.may(s) {
		return nil
	}
	return p.expr.FindAllString(s, n)
}

// FindAllStringIndex returns where the first n matches are, all of them for n < 0, nil when there is none.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if !p.may(s) {
		return nil
	}
	return p.expr.FindAllStringIndex(s, n)
}

// FindAllStringSubmatch returns the first n matches with their groups, all of them for n < 0, nil when there is none.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if !p.may(s) {
		return nil
	}
	return p.expr.FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex returns where the first n matches and their groups are, all of them for n < 0, nil when there is
// none.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !p.may(s) {
		return nil
	}
	return p.expr.FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString returns the text with every match replaced; $1 stands for the first group.
func (p *Pattern) ReplaceAllString(s, by string) string {
	if !p.may(s) {
		return s
	}
	return p.expr.ReplaceAllString(s, by)
}

// Split cuts the text at every match into at most n pieces, into all of them for n < 0.
func (p *Pattern) Split(s string, n int) []string { return p.expr.Split(s, n) }

// most is how many characters a set may have and still turn much down.
const most = 64

// required returns characters of which every match of the expression holds one, nil when none are known.
func required(tree *syntax.Regexp) []rune {
	switch tree.Op {
	case syntax.OpLiteral:
		return rarest(tree)
	case syntax.OpCharClass:
		return class(tree.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return required(tree.Sub[0])
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return required(tree.Sub[0])
		}
	case syntax.OpConcat:
		// Each part has to be there: the one with the fewest characters turns down the most.
		var best []rune
		for _, part := range tree.Sub {
			if set := required(part); set != nil && (best == nil || len(set) < len(best)) {
				best = set
			}
		}
		return best
	case syntax.OpAlternate:
		var all []rune
		for _, way := range tree.Sub {
			set := required(way)
			if all = append(all, set...); set == nil || len(all) > most {
				return nil
			}
		}
		return all
	}
	return nil
}

// everyday are characters that turn little down.
const everyday = "的了我是人在有不一个院学生 eatoinsr"

// rarest is one character of a literal with all its cases: the first that is not an everyday one.
func rarest(literal *syntax.Regexp) []rune {
	at := slices.IndexFunc(literal.Rune, func(r rune) bool { return !slices.Contains([]rune(everyday), unicode.ToLower(r)) })
	r := literal.Rune[max(at, 0)]
	if literal.Flags&syntax.FoldCase == 0 {
		return []rune{r}
	}
	set := []rune{r}
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		set = append(set, other)
	}
	return set
}

// class are the characters of a class, given in pairs of first and last; nil when they are too many.
func class(pairs []rune) (set []rune) {
	for i := 0; i < len(pairs); i += 2 {
		if int(pairs[i+1]-pairs[i]) > most {
			return nil
		}
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			set = append(set, r)
		}
	}
	if len(set) > most {
		return nil
	}
	return set
}
