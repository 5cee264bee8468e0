package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

var (
	// inStore ends what is said before how much is left.
	inStore = pattern.MustCompile(`(?:存|余|剩|库存量?)(?:有|还有|为|了)?$`)
	// gotten stands behind how much came or went: 口罩200个已领到.
	gotten = pattern.MustCompile(`^(?:都|均|也|全部|已经?)*(?:领到|领取|领回|领走|领了|收到|发放|发出|发完|发到|到货|用完|用掉|送到)`)
)

// Of stores the form asks what there is, and not what was given out, used or bought.

// stores are the items that are kept in store.
var stores = set("mask_stock disinfectant_stock")

// usedAs are words of what things are for, and not of how many were used.
var usedAs = strings.NewReplacer("医用", "", "备用", "", "专用", "", "民用", "", "可用", "", "费用", "", "发热", "", "够用", "", "领导", "")

// spending are the words of stores that come and go.
var spending = strings.Fields("每 分发 发放 发给 发往 已发 发了 发到 配发 下发 领 使用 用 消耗 采购 买到 买了 买来 抢到 抢了 领到 要到 借到 淘到 购买 购进 购入 新购 捐 需 缺 到货 新到 到了 新进 入库 出库 调拨 调出 借出 拨付 送 收到 接收 生产 天产 日产")

// spent reports that words before the number at k tell of stores given out, used or bought.
func (c *tally) spent(s *clause, k int) bool {
	words := usedAs.Replace(c.m.quote(s.p.from(), s.p.toks[k].from))
	if inStore.MatchString(words) {
		return false // 收到后库存800只
	}
	for _, w := range spending {
		if w == "收到" && s.p.toks[0].class != cAck && (s.i+1 >= len(c.m.phrases) || !c.m.phrases[s.i+1].has(cMeasure)) {
			continue // 今天收到口罩500只
		}
		if strings.Contains(words, w) {
			return true
		}
	}
	if strings.HasSuffix(words, "发") || strings.HasSuffix(words, "进") || strings.Contains(words, "发") && s.p.has(cUnit) && s.p.first(cUnit) > 0 {
		return true
	}
	return gotten.MatchString(c.m.quote(s.p.toks[k].to, s.p.to()))
}

// spentSince reports the same of a number that leans on the stores named before it, by the words since the number before: 口罩领500用掉180还剩320.
func (c *tally) spentSince(s *clause, k int, carried bool) bool {
	if !carried {
		return c.spent(s, k)
	}
	words := c.m.quote(c.start(s, k), s.p.toks[k].from)
	return strings.ContainsAny(words, "用发领购进") && !strings.ContainsAny(words, "剩余存")
}

// left reports that the number at k is said to be what is in store: 存700只, 余440只.
func (c *tally) left(s *clause, k int) bool {
	return s.measure == "now" || k > 0 && inStore.MatchString(c.m.word(s.at(k-1)))
}

// usedUp reports that the number at k is what is left of the stores of which the same phrase has told how many were used: 用了2桶还剩5桶.
func (c *tally) usedUp(s *clause, k int) bool {
	return stores[c.lean.base] && c.left(s, k) && s.figures > 0 && strings.ContainsAny(c.m.quote(s.p.from(), s.p.toks[k].from), "用发领购进耗")
}

// inStore settles what there is of stores by what is said to be left, where that is told beside what came and went: 新到30桶，库存51桶.
func (m *message) inStore() {
	told := map[string]bool{}
	for _, cl := range m.claims {
		told[cl.base] = told[cl.base] || (stores[cl.base] || cl.base == "rooms_ready") && cl.measure == "now"
	}
	m.claims = slices.DeleteFunc(m.claims, func(cl claim) bool {
		if cl.base == "rooms_ready" {
			return told[cl.base] && (cl.measure == "prev" || cl.measure == "new") // 原12间，新增8间，共20间
		}
		return stores[cl.base] && cl.known && (cl.measure == "prev" || told[cl.base] && cl.measure != "now")
	})
}
