package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// apart are the decisions that one sentence holds side by side, each with whom it charges and a time of its own; none where it is one.
func (t *turn) apart(words string) (points []string) {
	var named [][]workgroup.Owner
	for _, part := range partedBy.Split(strings.Trim(words, "。；; \n"), -1) {
		part = strings.TrimSpace(part)
		d := t.readsDecision(part)
		if _, unknown := t.Together(t.b, part); len(unknown) > 0 || !d.Owner.Settled() || d.Deadline.IsZero() || !directs.MatchString(part) && !t.readsAsResolution(part) {
			return nil
		}
		if slices.ContainsFunc(named, func(other []workgroup.Owner) bool { return slices.Equal(other, d.Owners()) }) {
			return nil // it goes on about the same
		}
		points, named = append(points, part), append(named, d.Owners())
	}
	if len(points) < 2 {
		return nil
	}
	return points
}

// partedBy is what stands between decisions of one sentence.
var partedBy = pattern.MustCompile(`[，,；;。\n]+`)
