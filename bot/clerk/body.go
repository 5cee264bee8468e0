package clerk

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

var (
	// onlyOwner is a clause that says who is responsible, and nothing of what is to be done.
	onlyOwner = pattern.MustCompile(`^(?:由.+?(?:负责|牵头|落实|承办|办理|组织|完成)(?:落实|办理|完成|实施)?|责任(?:单位|部门|人|处室)?\s*[:：为是].+|(?i:(?:owner|responsible)\s*:.+|by (?:the )?[a-z][^,.;]*))$`)
	// ownerHead begins such a clause.
	ownerHead = pattern.MustCompile(`^(?:由|责任(?:单位|部门|人|处室)?\s*[:：为是]|(?i:by))\s*`)
	// ClauseEnd is where a clause of a decision ends; whoever is named in one breath (、) belongs together.
	ClauseEnd = pattern.MustCompile(`[，,。；;！!\n（）()]`)
	// onlyVague is a clause that says a day and no hour, and nothing of what.
	onlyVague = pattern.MustCompile(`^.{0,10}(?:下班|晚上?|夜里|傍晚|上午|下午|早上?|早晨)(?:之前|以前|前)(?:全部|必须)?(?:完成|办结|办好|落实|到位|办理完毕)*$|^(?i:(?:by |before )?(?:the end of the (?:working )?day|close of business|(?:the|this) evening).{0,20})$`)
	// onlyUntil is a clause that says until when, and nothing of what.
	onlyUntil = pattern.MustCompile(`^(?:请|须|应|要求|于|在|务必)*(.+?)(?:之?前|以前|之?内|底)?(?:全部|必须)?(?:完成|办结|办好|落实|到位|办理完毕)*$`)
)

// BodyOf is what is to be done by a decision, without the clauses that only say who does it and until when: those stand beside it in the
// minutes, with the date in full. Words that say nothing else stay.
func (c *Clerk) BodyOf(b workgroup.Book, d workgroup.Decision) string {
	var kept []string
	rest := strings.TrimSpace(d.Text)
	for rest != "" {
		clause, mark := rest, ""
		if at := ClauseEnd.FindStringIndex(rest); at != nil {
			clause, mark, rest = rest[:at[0]], rest[at[0]:at[1]], rest[at[1]:]
		} else {
			rest = ""
		}
		if said := strings.TrimSpace(people.Narrow(clause)); said == "" || !c.saysOwner(b, d, said) && !c.saysUntil(d, said) {
			kept = append(kept, clause+mark)
		}
	}
	if body := strings.TrimSpace(strings.TrimRight(strings.Join(kept, ""), "，,；;、 ")); body != "" {
		return body
	}
	return d.Text
}

func (c *Clerk) saysOwner(b workgroup.Book, d workgroup.Decision, clause string) bool {
	if !onlyOwner.MatchString(clause) {
		return false
	}
	named := c.OwnersIn(b, clause)
	if allColleges.MatchString(ownerHead.ReplaceAllString(clause, "")) {
		named, _ = c.Together(b, clause)
	}
	return len(named) > 0 && slices.Equal(named, d.Owners())
}

func (c *Clerk) saysUntil(d workgroup.Decision, clause string) bool {
	for _, said := range []string{labelledTime(clause), clause} {
		if m := onlyUntil.FindStringSubmatch(said); m != nil {
			for _, words := range []string{m[1], said} {
				if at, ok := c.byWhen(words, d.Entered.At); ok && at.Equal(d.Deadline) {
					return true
				}
			}
		}
	}
	vague, day := c.VagueIn(clause, d.Entered.At)
	return vague != "" && day == workgroup.DateOf(d.Deadline.Add(-time.Minute).In(c.college.Zone)) && onlyVague.MatchString(clause)
}

// labelledTime is the time behind a label (“时限：2月3日”), else nothing.
func labelledTime(clause string) string {
	if m := labelled.FindStringSubmatch(clause); m != nil && strings.HasPrefix(clause, m[0]) {
		return m[1]
	}
	return ""
}
