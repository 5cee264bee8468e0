package understand

import "fangkong/bot/pattern"

// aThing is what breaks, and is ill of nothing.
const aThing = `(?:系统|网络|打印机|电脑|服务器|设备|软件|平台|线路|电路|水管|手机|路由器|投影仪?|空调)`

var (
	// unreal stands before a case that somebody only dreams, watches or took for one.
	unreal = pattern.MustCompile(`(?:电视剧|电影|小说|剧|游戏)里[^，。；]{0,8}$|(?:梦见|梦到|做梦)[^，。；]{0,8}$|(?:还|差点)?以为(?:是)?(?:有人|谁|自己|我|他|她)?(?:要|被|也|都)?$`)
	// unlike begins what is no illness of anybody: 确诊为懒癌, 疑似系统故障, 确诊了，打印机坏了.
	unlike = pattern.MustCompile(`^(?:了|为|是|的|，?我?就是)*(?:懒|穷|单身|饿|困|胖|丑|傻|笨|失恋|恋爱|脱单|吃货|强迫症|拖延症|社恐|公主病|王子病|水逆)|^(?:是|为)?` + aThing + `[^，。；]{0,6}(?:故障|坏|崩|瘫|死机|问题|卡|掉线|断|老化|漏)|^了，(?:打印机|复印机|空调|水管|投影仪?)[^，。；]{0,4}(?:坏|故障|漏)`)
)

// ofNoIllness makes plain text of a diagnosis of what nobody is ill of.
func ofNoIllness(toks []token, t *text) {
	joke, cases := false, 0
	for i, tok := range toks {
		if tok.class != cCategory && tok.class != cText || tok.key != "confirmed" && tok.key != "suspected" {
			continue
		}
		if cases++; cases > longest {
			return // nobody tells of so many
		}
		if tok.class == cText || unlike.MatchString(string(t.runes[tok.to:min(len(t.runes), tok.to+14)])) {
			toks[i].class, toks[i].key, joke = cText, "", true
		}
	}
	if !joke || !laughter.MatchString(t.orig) {
		return
	}
	for i, tok := range toks {
		if tok.class == cCategory && (tok.key == "confirmed" || tok.key == "suspected") {
			toks[i].class, toks[i].key = cText, "" // 哈哈我确诊了，确诊为懒癌
		}
	}
}
