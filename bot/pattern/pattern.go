// Package pattern has regular expressions that first look whether a match is possible at all.
//
// What people write is tried on some hundred expressions, most of which speak of something else. A pattern knows from its
// own syntax which characters it cannot match without (of “(?i)确诊|positive” those are 确 and 诊, or the letters of “positive”),
// and a text that lacks them is turned down in a glance, without matching. The letters of a text may be noted once
// and answer for every pattern. The answer is always that of the expression itself.
package pattern

import (
	"regexp"
	"regexp/syntax"
)

// Pattern is a regular expression that turns down at a glance what it cannot match. It is safe for concurrent use.
type Pattern struct {
	expr  *regexp.Regexp
	needs needs
}

// MustCompile returns the pattern of an expression in the syntax of package regexp; it panics when the expression is none.
func MustCompile(expr string) *Pattern {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic("pattern: " + err.Error())
	}
	p := &Pattern{expr: regexp.MustCompile(expr), needs: needsOf(tree)}
	p.needs.ready()
	return p
}

// String is the expression.
func (p *Pattern) String() string { return p.expr.String() }

// may tells whether a match is possible at all.
func (p *Pattern) may(s string) bool {
	l := LettersIn(s)
	return p.Within(&l)
}

// Within tells whether a text of these letters may hold a match.
func (p *Pattern) Within(l *Letters) bool { return p.needs.met(l) }

// MatchWithin is MatchString for a text whose letters are known.
func (p *Pattern) MatchWithin(l *Letters, s string) bool { return p.Within(l) && p.expr.MatchString(s) }

// FindWithin is FindStringSubmatch for a text whose letters are known; those of a longer text that it is part of do as well.
func (p *Pattern) FindWithin(l *Letters, s string) []string {
	if !p.Within(l) {
		return nil
	}
	return p.expr.FindStringSubmatch(s)
}

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

// ReplaceAllStringFunc returns the text with every match replaced by what by makes of it.
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	if !p.may(s) {
		return s
	}
	return p.expr.ReplaceAllStringFunc(s, by)
}

// Split cuts the text at every match into at most n pieces, into all of them for n < 0.
func (p *Pattern) Split(s string, n int) []string { return p.expr.Split(s, n) }
