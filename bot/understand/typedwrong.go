package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// typedWrong says how a figure came to be wrong on the screen (“刚才多打了个1”, “手滑多敲了一个0”): a digit that was typed counts nobody.
var typedWrong = pattern.MustCompile(`^(?:是)?(?:我)?(?:刚才|刚刚|刚|上面|前面|之前|上一条)?(?:里|中)?(?:不小心|手滑|手误|手快|手抖|眼花)?(?:多|少|漏|错|误)(?:打|输|敲|按|点)(?:错|重|上|入)?了?(?:一?个|一位|一下)?(?:[0-9０-９零一二两三四五六七八九]{1,2}|数字?|数|字)?$`)

// withoutTyping is a message without the clause that only says so, where a figure stands beside it.
func withoutTyping(text string) string {
	if !strings.ContainsAny(text, "打输敲按点") || !strings.ContainsAny(text, "，,。；; \n") {
		return text
	}
	var kept []string
	dropped := false
	for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，,。；;\n", r) }) {
		if typedWrong.MatchString(strings.TrimSpace(clause)) {
			dropped = true
			continue
		}
		kept = append(kept, clause)
	}
	if rest := strings.Join(kept, "，"); dropped && strings.ContainsAny(rest, "0123456789０１２３４５６７８９一二两三四五六七八九十") {
		return rest
	}
	return text
}
