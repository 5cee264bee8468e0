package pattern

import "regexp/syntax"

// needs are the letters without which an expression matches nothing.
type needs struct {
	all  Letters   // every one
	bits []bits    // all, where it has any: what is looked at
	any  []Letters // one of each
	or   [][]needs // of each what one of them needs
}

// bits are some places of a set of letters.
type bits struct {
	word int
	mask uint64
}

// ready notes where the letters are that are needed, so that only there is looked.
func (n *needs) ready() {
	for i, mask := range n.all {
		if mask != 0 {
			n.bits = append(n.bits, bits{i, mask})
		}
	}
	for _, either := range n.or {
		for i := range either {
			either[i].ready()
		}
	}
}

func (n *needs) met(l *Letters) bool {
	for _, b := range n.bits {
		if b.mask&^l[b.word] != 0 {
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

func oneMet(either []needs, l *Letters) bool {
	for i := range either {
		if either[i].met(l) {
			return true
		}
	}
	return false
}

// none reports that an expression matches words without any letters.
func (n *needs) none() bool { return n.all == Letters{} && len(n.any)+len(n.or) == 0 }

// mostLetters is how many characters a class may have, of which one is worth a look.
const mostLetters = 160

// needsOf are the needs of an expression.
func needsOf(tree *syntax.Regexp) (n needs) {
	switch tree.Op {
	case syntax.OpLiteral:
		for _, r := range tree.Rune {
			n.all.Add(r)
		}
	case syntax.OpCharClass:
		var one Letters
		size := 0
		for i := 0; i < len(tree.Rune); i += 2 {
			if size += int(tree.Rune[i+1]-tree.Rune[i]) + 1; size > mostLetters {
				return n
			}
			for r := tree.Rune[i]; r <= tree.Rune[i+1]; r++ {
				one.Add(r)
			}
		}
		n.any = []Letters{one}
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
