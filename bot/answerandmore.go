package bot

import "strings"

// answerAndMore parts words that say first that figures are right, and then what comes to them (“已经核实，无误，另外今天又有一个学生发烧”); no more: they do
// nothing of the kind.
func answerAndMore(words string) (answer, more string) {
	from, said := 0, false
	for _, at := range clauseEnds.FindAllStringIndex(words, -1) {
		clause := bareWord(words[from:at[0]])
		switch isRight := all(clause, right) || saysRight(clause) || vouches.MatchString(clause); {
		case !isRight && !lookedAt.MatchString(clause):
			return words, ""
		default:
			said = said || isRight
		}
		if from = at[1]; said && going.MatchString(words[from:]) {
			return words[:at[0]], strings.TrimSpace(words[from:])
		}
	}
	return words, ""
}

// onwards is what a line says that goes on from what was said before, without the word before it that this is right.
func (t *turn) onwards() string {
	if _, more := answerAndMore(t.msg.Text); more != "" {
		return more
	}
	return t.msg.Text
}
