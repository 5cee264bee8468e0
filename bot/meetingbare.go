package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// bareHead is a part of the frame without a colon: “主持于思霖”, “地点行政楼301”.
	bareHead = pattern.MustCompile(`^(会议地点|地点|主持人?|记录人?员?)[：:\s]*(?:是|为)?\s*(\S.{1,19})$`)
	// aRoom is where people meet.
	aRoom = pattern.MustCompile(`(?:[室楼厅堂]|[0-9]{2,4}|会议)$`)
	// betweenHeads stands between them.
	betweenHeads = pattern.MustCompile(`[，,；;。\s　]+`)
)

// colons are words that say nothing but who leads, who writes and where it is, with the colons that people leave out; other words stay.
func (t *turn) colons(words string) string {
	parts := slices.DeleteFunc(betweenHeads.Split(strings.TrimSpace(words), -1), func(s string) bool { return s == "" })
	var lines []string
	for _, part := range parts {
		m := bareHead.FindStringSubmatch(part)
		if m == nil || !t.fitsHead(m[1], m[2]) {
			return words
		}
		lines = append(lines, m[1]+"："+m[2])
	}
	if len(lines) == 0 || strings.ContainsAny(words, "：:\n") {
		return words
	}
	return strings.Join(lines, " ")
}

// fitsHead tells whether words name a room, or somebody of the roster.
func (t *turn) fitsHead(head, words string) bool {
	if strings.HasSuffix(head, "地点") {
		return aRoom.MatchString(words)
	}
	who := t.OwnersIn(t.b, words)
	return len(who) == 1 && who[0] != workgroup.Owner{} && who[0].Person != "" && onlyNames(words, t, who[0])
}
