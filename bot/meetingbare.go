package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

var (
	// bareHead is a part of the frame without a colon: “主持于思霖”, “地点行政楼301”.
	bareHead = pattern.MustCompile(`^(会议地点|地点|主持人?|记录人?员?)[：:\s]*(?:是|为)?\s*(\S.{0,19})$`)
	// aRoom is where people meet.
	aRoom = pattern.MustCompile(`(?:[室楼厅堂]|[0-9]{2,4}|会议)$`)
	// betweenHeads stands between them.
	betweenHeads = pattern.MustCompile(`[，,；;。\s　]+`)
)

// colons are words that say nothing but who leads, who writes and where it is, with the heads and colons that people leave out; other words stay.
func (t *turn) colons(words string) string {
	parts := slices.DeleteFunc(betweenHeads.Split(strings.TrimSpace(words), -1), func(s string) bool { return s == "" })
	var lines []string
	heads := 0
	for _, part := range parts {
		head, said := t.headed(part)
		switch {
		case head == "":
			return words
		case slices.Contains([]string{"主持", "记录", "地点"}, head):
			heads++
		}
		lines = append(lines, head+"："+said)
	}
	if heads == 0 || strings.ContainsAny(words, "：:\n") {
		return words
	}
	return strings.Join(lines, " ")
}

var (
	// leadsIt is who leads the meeting, or writes, told in a clause, heldIn where it is, byForm how, and isAway that somebody of it is not there.
	leadsIt = pattern.MustCompile(`^(?:今天|今日|本次|这次|下午)?的?(?:会议?|研判会)?(?:由|请|改由|让)?(我|本人|\p{Han}{2,5}?)(?:同志)?(?:来|负责|做|代为?)?(主持|记录)(?:一下)?(?:会议)?$`)
	heldIn  = pattern.MustCompile(`^(?:今天|本次)?(?:会议?)?在(\S{2,16}?)(?:开会?|召开|举行)?$`)
	byForm  = pattern.MustCompile(`^(?:今天|今日|本次|这次)?(?:会议?)?(?:是|用|采用|以|开)?((?:视频|电话|现场|网络|腾讯|钉钉|线上|线下)(?:会议?|形式|方式)?)(?:开会?|召开|进行)?$`)
	isAway  = pattern.MustCompile(`^(我|本人|\p{Han}{2,4}?)(?:今天|下午)?(` + awayFor + `|没来|来不了|不参加)(?:了)?$`)
)

// headed is a part of the frame with its head; none where words say something else.
func (t *turn) headed(part string) (head, words string) {
	if m := bareHead.FindStringSubmatch(part); m != nil && t.fitsHead(m[1], m[2]) {
		return headOf(m[1]), strings.TrimPrefix(m[2], "在")
	}
	if m := leadsIt.FindStringSubmatch(part); m != nil && t.fitsHead(m[2], m[1]) {
		return m[2], m[1]
	}
	if m := byForm.FindStringSubmatch(part); m != nil {
		return "形式", m[1]
	}
	if m := heldIn.FindStringSubmatch(part); m != nil && aRoom.MatchString(m[1]) {
		return "地点", m[1]
	}
	if m := isAway.FindStringSubmatch(part); m != nil && t.fitsHead("缺席", m[1]) {
		return "缺席", "加" + awayNamed(m[1], strings.Trim(m[2], "没来不了参加"))
	}
	return "", ""
}

// headOf is a head as one word.
func headOf(head string) string {
	for _, one := range []string{"主持", "记录", "地点"} {
		if strings.Contains(head, one) {
			return one
		}
	}
	return head
}

// fitsHead tells whether words name a room, or somebody of the roster: by name, by office, or as the writer.
func (t *turn) fitsHead(head, words string) bool {
	if strings.HasSuffix(head, "地点") {
		return aRoom.MatchString(words)
	}
	return words == "我" || words == "本人" || calledByOffice.MatchString(words) || t.ofRoster(t.wholeName(words))
}

// calledByOffice is somebody called by their surname and office.
var calledByOffice = pattern.MustCompile(`^\p{Han}{1,2}(?:书记|校长|院长|主任|组长|处长)$`)
