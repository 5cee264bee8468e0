package understand

import "strings"

// simplified gives the characters of the domain that some keyboards write in the traditional way.
var simplified = pairs("離离隔隔觀观護护學学員员無无發发熱热診诊測测溫温門门進进車车輛辆鶴鹤漢汉滯滞觸触傳传達达轉转應应為为爲为錯错請请銷销調调換换體体師师職职們们個个兩两報报處处" +
	"軟软電电機机經经濟济術术館馆黨党財财務务網网絡络資资訊讯與与際际繼继續续馬马義义圖图書书團团後后勤勤檢检樓楼燒烧總总計计數数連连聯联繫系係系單单負负責责陰阴陽阳確确療疗" +
	"種种類类類类實实際际習习對对異异狀状況况關关歸归還还沒没來来從从過过時时間间認认識识漏漏補补昨昨貴贵復复預预備备課课級级導导輔辅長长區区縣县衛卫產产業业藝艺築筑設设廠厂會会議议" +
	"臺台條条雙双壓压區区囑嘱醫医藥药師师觀观聽听說说誰谁麼么幾几將将劃划號号點点錄录變变現现減减見见幹干部部尚尚鄭郑當当內内")

func pairs(s string) map[rune]rune {
	m := map[rune]rune{}
	runes := []rune(s)
	for i := 0; i+1 < len(runes); i += 2 {
		if runes[i] != runes[i+1] {
			m[runes[i]] = runes[i+1]
		}
	}
	return m
}

// financial are the numerals of receipts; 陆续, 队伍 and 收拾 hold the same characters.
var financial = map[rune]rune{'壹': '一', '贰': '二', '貳': '二', '弍': '二', '叁': '三', '參': '三', '叄': '三', '肆': '四', '伍': '五', '陆': '六', '陸': '六', '柒': '七', '捌': '八', '玖': '九', '拾': '十', '佰': '百', '仟': '千', '萬': '万'}

// numerals makes plain digits of the financial ones where a number can stand: beside another numeral or before a counter.
func (t *text) numerals() {
	digit := func(i int) bool {
		if i < 0 || i >= len(t.runes) {
			return false
		}
		_, plain := chineseDigit(t.runes[i])
		_, written := financial[t.runes[i]]
		return plain || written || chinesePlace(t.runes[i]) > 0
	}
	for i, r := range t.runes {
		plain, ok := financial[r]
		if !ok || i > 0 && strings.ContainsRune("收队大", t.runes[i-1]) {
			continue
		}
		if digit(i-1) || digit(i+1) || i+1 < len(t.runes) && strings.ContainsRune("人名例位个", t.runes[i+1]) {
			t.runes[i] = plain
		}
	}
}

// close takes the spaces out of a word that is written wide: 零 报 告. A row of single answers, 无 无 无, stays one.
func (t *text) close() {
	alone := func(i int) bool {
		return i >= 0 && i < len(t.runes) && t.runes[i] >= 0x4E00 && t.runes[i] <= 0x9FFF &&
			(i == 0 || t.runes[i-1] == ' ') && (i+1 == len(t.runes) || t.runes[i+1] == ' ')
	}
	drop := make([]bool, len(t.runes))
	wide := false
	for i, r := range t.runes {
		if r == ' ' && alone(i-1) && alone(i+1) && t.runes[i-1] != t.runes[i+1] && !strings.ContainsRune("无有没", t.runes[i-1]) && !strings.ContainsRune("无有没", t.runes[i+1]) {
			drop[i], wide = true, true
		}
	}
	if wide {
		t.without(drop)
	}
}

// fillers takes out what a voice fills its pauses with: 呃; 嗯 and 呢 within a sentence, where they neither answer nor ask.
func (t *text) fillers() {
	drop, any := make([]bool, len(t.runes)), false
	for i, r := range t.runes {
		switch r {
		case '呃':
			drop[i] = true
		case '嗯', '呢':
			drop[i] = i > 0 && i+1 < len(t.runes) && speech(t.runes[i-1]) && speech(t.runes[i+1]) && t.runes[i-1] != r && t.runes[i+1] != r
		}
		any = any || drop[i]
	}
	if any {
		t.without(drop)
	}
}

// speech reports a character that is spoken, and no mark.
func speech(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || isDigit(r) || latin(r) }

// without takes the runes that are marked out of the text.
func (t *text) without(drop []bool) {
	n := 0
	for i, r := range t.runes {
		if !drop[i] {
			t.runes[n], t.at[n] = r, t.at[i]
			n++
		}
	}
	t.runes, t.at = t.runes[:n], t.at[:n]
}
