package understand

import "slices"

// Men and women are no groups of the form: told apart they are parts of a figure, or together the figure: 男生5人、女生4人居家隔离.

// bySex makes parts of the numbers of men and women where how many they are together has been said, and one number of them elsewhere.
func bySex(toks []token, t *text) {
	if !t.has('男') || !t.has('女') {
		return
	}
	for i := 1; i < len(toks); i++ {
		j := otherSexBehind(toks, t, i)
		if j < 0 {
			continue
		}
		sum := toks[i].value + toks[j].value
		if counted := wholeOf(toks, i, sum); !counted {
			toks[i].value, toks[i].people = sum, true
		} else {
			toks[i].class = cFigure
		}
		toks[j].class = cFigure
		i = j
	}
}

// oneSex makes students of those of whom a phrase says no more than that they are: 疑似1例，男生.
func oneSex(toks []token, t *text) {
	for i := range toks {
		from := i
		if from > 0 && toks[i-1].class == cHave {
			from--
		}
		if toks[i].class == cText && (from == 0 || parts[toks[from-1].class]) && (i+1 == len(toks) || parts[toks[i+1].class]) && aStudents[t.words(toks[i].from, toks[i].to)] && countsNobodys(toks[:from]) {
			toks[i].class, toks[i].key = cGroup, "student"
		}
	}
}

// countsNobodys reports that the last phrase counts an item, and of no group.
func countsNobodys(toks []token) bool {
	for len(toks) > 0 && parts[toks[len(toks)-1].class] {
		toks = toks[:len(toks)-1]
	}
	if len(toks) == 0 {
		return false
	}
	from, _ := span(toks, len(toks)-1)
	has := func(of class) bool {
		return slices.ContainsFunc(toks[from:], func(t token) bool { return t.class == of })
	}
	return has(cCategory) && has(cNumber) && !has(cGroup)
}

var aStudents = set("男生 女生 男同学 女同学 男学生 女学生")

// has reports that a text has the character.
func (t *text) has(r rune) bool { return t.holds(token{to: len(t.runes)}, r) }

// otherSexBehind is the number of the one sex right behind that of the other at i, below 0 for none.
func otherSexBehind(toks []token, t *text, i int) int {
	if !exact(toks[i]) || sexOf(toks[i-1], t) == 0 {
		return -1
	}
	j := i + 1
	if j < len(toks) && (toks[j].class == cList || toks[j].class == cComma || toks[j].class == cSpace || toks[j].class == cAnd) {
		j++
	}
	if j+1 >= len(toks) || !exact(toks[j+1]) || sexOf(toks[j], t)+sexOf(toks[i-1], t) != '男'+'女' {
		return -1
	}
	return j + 1
}

// exact reports a number of people that is no guess.
func exact(t token) bool { return t.class == cNumber && !t.approx && t.thing == "" }

// sexOf is the last character of a word for men or women, 0 for any other.
func sexOf(w token, t *text) rune {
	to := w.to
	if w.class != cText {
		return 0
	}
	if last := t.runes[to-1]; to-w.from > 1 && (last == '生' || last == '性') {
		to--
	}
	if r := t.runes[to-1]; r == '男' || r == '女' {
		return r
	}
	return 0
}

// wholeOf reports that how many men and women are together, of whom the number at i begins to tell, stands before them: in the same
// phrase, or as their sum not far away.
func wholeOf(toks []token, i, sum int) bool {
	from, _ := span(toks, i)
	for k := i - 1; k >= 0 && k > i-wholeAway; k-- {
		if toks[k].class == cNumber && (k >= from || toks[k].value == sum) {
			return true
		}
	}
	return false
}

// wholeAway is how many words before its parts a whole is looked for.
const wholeAway = 12

// otherSex reports that a number of men or women, of whom the word for it has been read, goes on behind 男 or 女: 男5女4.
func otherSex(r []rune) bool {
	return len(r) > 1 && (r[0] == '男' || r[0] == '女') && scanNumber(r[1:]).length > 0
}
