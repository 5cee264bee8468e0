package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// hints raises what is told of nobody in particular and cannot be passed over: somebody is in a ward for it, taken away, or ill behind Hubei.
func (m *message) hints(a *alarm, v voice, p phrase) {
	if weak := p.first(cWeak); weak >= 0 && strings.HasSuffix(p.toks[weak].key, "_now") && !p.denies(weak) && !p.has(cNumber) {
		a.kinAway = a.kinAway || v.family
		a.away = a.away || !v.family && !v.near && (p.has(cGroup) || p.has(cSelf) || p.has(cThird) || m.fits(p, fromThere))
	}
	if v.family && !p.has(cNot) && m.fits(p, inWard) && !m.fits(p, wardWork) && !a.ailing {
		a.raise(Maybe, "close_contact") // 孩子现在在感染科
		a.talk = true
	}
	if v.family || v.near || p.has(cOrder) || p.has(cNot) || p.has(cTopicOf) || p.rooms() || m.begs(p) || m.has(cNews) {
		return
	}
	if m.fits(p, inWard) && !m.fits(p, wardWork) && !p.has(cFine) && !(m.fits(p, oughtTo) && !p.counts()) && !a.ailing {
		a.ward = max(a.ward, sure(v.ours || v.self || v.goesOn))
	}
	a.sent = a.sent || p.has(cClinic) && (p.has(cTaken) || m.fits(p, broughtThere))
	if m.fits(p, putThere) && !m.fits(p, things) {
		a.raise(Maybe, "central_quarantine")
	}
	a.doubted = a.doubted || m.fits(p, doctorSuspects)
}

var (
	// fromThere is said of somebody who is of a place, or has been there.
	fromThere = pattern.MustCompile(`[人回返]|老家|籍`)
	// inWard says that somebody is where those are who have it, or that a hospital does not let them go.
	inWard = pattern.MustCompile(`(?:进|住|转|送|收|躺|留|拉|到|在)[^，。；]{0,10}(?:隔离病[房区]|感染科|传染病?医?院|传染科|定点医院|发热病[房区])|(?:被|让|叫)[^，。；]{0,8}(?:医院|医生)[^，。；]{0,4}(?:隔离|留下|留观|扣下|收了|收下|收住)|医院[^，。；]{0,3}(?:让|叫|给)(?:留下|留观)|在[^，。；]{0,8}医院[^，。；]{0,4}隔离|\b(?:admitted|sent|taken|moved|transferred) to [a-z ]{0,12}(?:infectious disease|isolation|designated)`)
	// wardWork is said of those who work there, or bring something.
	wardWork = pattern.MustCompile(`上班|值班|值守|工作|执勤|志愿|义工|支援|驰援|实习|打扫|消毒|送[饭餐菜物水]|物资|捐|慰问|路过|附近|对面|培训|参观|建设|改造|采样|轮转|[0-9]+[个双箱件套盒只桶]|医护|护士|医生们|收治|材料|通知|文件|名单|负责人|居家|回家|在家|体检|检查|核酸|指导|开会|海报|流程`)
	// oughtTo is said of what is to be done with whoever has it.
	oughtTo = pattern.MustCompile(`(?:应当?|须|必须|一律|需要?|要|[者人]|病人|患者)(?:先|都|全部|立即|立刻|马上|及时)?(?:被)?[送转到去进][^，。；了]*$`)
	// things are what is taken away and is nobody.
	things = pattern.MustCompile(`小偷|[酒醉]|打架|赌|违章|闹事|数据|文物|[接带拉]走[^，。；]{0,4}(?:口罩|电脑|物资|垃圾|快递|行李|设备)|把[^，。；]{0,4}(?:口罩|电脑|东西|物资|垃圾|快递|包裹|材料|表|钥匙|车|设备|桌|椅|床|酒精|消毒)|^[^，。；]{0,3}(?:口罩|电脑|东西|物资|垃圾|快递|包裹|材料|表|钥匙|车|设备|桌|椅|床|酒精|消毒)[^，。；]{0,2}(?:被|已|都|让)`)
	// putThere says that somebody is put where people are kept apart: 街道用车把人送宾馆去了.
	putThere = pattern.MustCompile(`(?:疾控|社区|街道|村委|防疫|防控|派出所|警察|民警|乡里|镇里|村里)[^，。；]{0,8}把(?:人|[他她我]|老\p{Han}|小\p{Han}|学生|同学|老师|\p{Han}某)[^，。；]{0,6}[送拉接带弄][^，。；]{0,4}(?:酒店|宾馆|党校|隔离)`)
	// broughtThere is said of whoever is brought to a hospital.
	broughtThere = pattern.MustCompile(`[送转拉带]`)
	// doctorSuspects is a physician's suspicion that does not say of what.
	doctorSuspects = pattern.MustCompile(`(?:医院|医生|大夫|疾控)[^，。；]{0,6}高度(?:怀疑|可疑)|(?:医院|医生|大夫|专家|校医|疾控)[^，。；]{0,8}[是像]新(?:冠|型冠状|型肺炎)(?:病毒|肺炎)*了?$|(?:考虑|倾向于?)(?:是|为)?新(?:冠|型冠状|型肺炎)(?:病毒|肺炎)*了?$|[和跟]新冠(?:肺炎|病毒)?(?:很|特别|挺|极|非常)[像似]|(?:很|特别|挺|极|非常)像新冠`)
	// inCare says that somebody is badly off now.
	inCare = pattern.MustCompile(`(?i)(?:重症|病危|危重|昏迷)(?:了|通知|病房|监护室)|(?:进|转|转入|转到|送进|送到|在|住)(?:重症|icu)|抢救(?:了|中|着)|[进在]抢救|上了?(?:呼吸机|ecmo)`)
	// careWork is said of those who work there.
	careWork = pattern.MustCompile(`实习|上班|值班|工作|轮转|志愿|护士|医护|培训|消毒`)
	// takers are who takes people away.
	takers = pattern.MustCompile(`疾控|社区|街道|村委|防疫|防控|卫健|卫生院|派出所|警察|民警|防护服|大白|白衣服|白大褂|救护车|隔离|酒店|宾馆|党校`)
	// heardItself is said of who has been asked about a rumour of themselves.
	heardItself = pattern.MustCompile(`(?:问[了过]?|联系[了上]?|打[了过]?电话给?|核实[了过]?)(?:一下|下)?(?:他|她|学生)?本人[^。；]{0,8}(?:是真的|属实|没错|确实|承认)|[他她]?(?:本人|自己|亲口)(?:亲口)?(?:承认|说的)`)
)

// weighHints weighs what was hinted, where nothing graver is told.
func (a *alarm) weighHints(m *message) {
	if a.level < a.ward {
		a.raise(a.ward, "hospital")
	}
	switch {
	case a.level > No:
	case a.doubted:
		a.raise(Maybe, "suspected")
	case (a.fever || a.unwell) && a.kinAway, a.unwell && (a.contact || a.away || a.left > 0):
		a.raise(Maybe, "fever_with_exposure")
	case a.fever && m.anywhere(asksHelp) && !m.has(cIf) && slices.ContainsFunc(m.phrases, func(p phrase) bool { return p.feverish() }):
		a.raise(Maybe, "fever") // 量出来38.9，怎么处理
	case a.clinic && a.sent && a.contact: // sent to the fever clinic, had been to Wuhan
		a.raise(Maybe, "fever_with_exposure")
	case m.has(cHearsay) && (m.names("confirmed") || m.names("suspected")) && !m.has(cQuestion) && m.anywhere(heardItself):
		a.raise(Maybe, "confirmed")
	}
}
