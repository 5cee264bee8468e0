package understand

// class is what a word does in a sentence.
type class uint8

const (
	cText     class = iota // nothing we know
	cNumber                // an amount, maybe of people
	cFigure                // a number that can never be an amount: time, phone, class, 第N天
	cDate                  // a calendar day
	cDay                   // 前天: a day by its distance
	cCounter               // 人, 名, 例
	cThing                 // 间, 桶, 辆: counts things
	cCategory              // an item of the form
	cWeak                  // an item only when a number follows at once: 武汉1人
	cMeasure               // 新增, 累计, 昨日
	cGroup                 // 学生, 教职工, 外聘
	cRest                  // 其余
	cNot                   // 无, 没有
	cFine                  // 正常, 平安
	cFault                 // 异常, 情况: only “无异常” tells
	cThermo                // 体温
	cSame                  // 同昨日
	cFuture                // 明天, 将: not yet so
	cApprox                // 大约
	cFew                   // 几个, 若干: an amount without a number
	cEach                  // 均, 都, 各
	cSum                   // 合计
	cPart                  // 其中
	cHave                  // 有, 为, 是
	cAnd                   // 和, 及
	cEtc                   // 等, 人员, 病例: rides along with an item
	cTopicOf               // 排查, 预案: makes the item before it a mere topic
	cComma                 // ，
	cList                  // 、
	cSpace
	cColon
	cStop // 。；！
	cAsk  // ？
	cLine // newline
	cOpen
	cClose
	cBar // | or a tab of a table

	cUnit     // a unit of the college
	cShort    // its name cut short, which is also a word of its own: 护理, 艺术
	cOurs     // 我院
	cSelf     // 本人
	cOther    // 家属, 邻居: not ours
	cThird    // 该生, 他自己: one of ours, told of before
	cPlace    // 全国, 安阳: news of elsewhere
	cHearsay  // 听说
	cDrill    // 演练
	cNews     // 转发, 通报
	cTold     // 传达, 转发到: figures near it count the telling
	cOrder    // 请各单位
	cIf       // 如果
	cQuestion // 多少, 怎么
	cMaybe    // 可能, 不排除
	cAck
	cLater // 稍后报
	cLeave
	cFix     // 更正
	cBecomes // 应为, 改成
	cPending // 未报, 未统计
	cProxy   // 代报
	cTaken   // 带走, 转运
	cAmbul   // 救护车
	cSource  // exposure: 接触, 聚餐
	cClinic  // 发热门诊
	cSick    // 阳性
	cWell    // 阴性
	cGreeting
)

// words is one line of the lexicon: a class, what it stands for, and how people write it.
type words struct {
	class class
	key   string
	forms string
}

var lexicon = []words{
	// Symptoms.
	{cCategory, "fever", "发热 发烧 高烧 高热 低烧 低热 体温异常 体温超标 体温偏高 烧到 发高烧 发低烧"},
	{cCategory, "cough", "咳嗽 干咳 咳痰 呼吸道症状 呼吸道感染症状"},
	{cCategory, "symptom", "症状 异常症状 不适 身体不适 不适症状 异常临床表现 临床表现 乏力 腹泻 胸闷 其他症状 相关症状 可疑症状 疑似症状 流涕 疫情相关症状"},
	{cThermo, "", "体温 测温 体温检测 体温监测 晨检 复测 经复测 复测体温 复查体温"},
	{cClinic, "", "发热门诊 隔离病房 就诊 看病 急诊"},
	{cText, "", "发热包 退烧药 发热量 隔离带 隔离墩 隔离服 隔离衣 居家办公 居家休息 居家待命 居家学习 疑似感冒 未返校 未返鹤 没返校 没有返校 未到校 未归 未离校 尚未返校 还未返校 均未返校 都未返校 都没返校 未返 封闭管理 封闭式管理 校园封闭 封闭校门 封闭施工 封闭运行 封闭出入口 全封闭管理 网络隔离"},

	// Quarantine and cases.
	{cCategory, "home_quarantine", "居家隔离 居家观察 居家医学观察 居家隔离观察 居家隔离医学观察 居家医学隔离 在家隔离 在家观察 在家医学观察 家庭隔离 自我隔离 自行隔离 居家自我隔离 在家自我隔离 居隔 居家自行隔离"},
	{cCategory, "central_quarantine", "集中隔离 集隔 集中观察 集中医学观察 集中隔离观察 集中隔离医学观察 集中隔离点 隔离点 隔离酒店 隔离宾馆 指定地点隔离 去酒店隔离 到酒店隔离 酒店隔离 宾馆隔离 酒店集中隔离 集中点隔离 指定酒店隔离 指定隔离点 定点隔离 集中留观 集中医学隔离"},
	{cCategory, "quarantine", "隔离 留观 医学观察 隔离观察 医学隔离 被隔离 隔离医学观察 被要求隔离"},
	{cCategory, "sealed", "封闭隔离 被封闭 封闭 被封闭隔离 封控 被封控 封小区 封村 封楼 封户 贴封条 贴了封条 封条 被封 封了 被封了 封门 封路 封楼栋"},
	{cCategory, "close_contact", "密接 密切接触 密切接触者 密切接触人员 密接者 密接人员 密接对象 次密接"},
	{cCategory, "hospital", "住院 入院 入院治疗 住院治疗 收治 收治入院 隔离治疗 住院隔离 入院隔离"},
	{cCategory, "suspected", "疑似 疑似病例 疑似患者 疑似病人 疑似人员 疑似新冠 疑似新型肺炎 疑似感染 高度疑似"},
	{cCategory, "confirmed", "确诊 确诊病例 确诊患者 确诊病人 确诊人员 确诊新冠 确诊新型肺炎 确诊感染"},
	{cCategory, "cured", "治愈 出院 治愈出院 已治愈 已出院"},
	{cCategory, "death", "死亡 病亡 病故"},
	{cSick, "", "阳性 无症状感染者 无症状感染 感染新冠 感染了新冠 得了新冠 得新冠 感染新型 中招了 被感染 已感染 感染了 确认感染 被确认感染 确认为阳性 检测阳性 核酸阳 染上新冠 感染新冠病毒 感染了新冠病毒 感染新冠肺炎 患新冠肺炎 得了新冠肺炎 感染新型冠状病毒 复核阳性 诊断为新冠 诊断为新冠肺炎 诊断为新型冠状病毒肺炎 诊断是新冠 查出新冠 确定为新冠 确定为新冠肺炎"},
	{cWell, "", "阴性"},

	// Hubei.
	{cCategory, "hubei_now", "在鄂 在鄂人员 在湖北 滞留湖北 居留湖北 滞留鄂 留鄂 仍在湖北 湖北滞留 滞留在湖北 人在湖北 身在湖北 现在湖北 留在湖北 还在湖北"},
	{cCategory, "wuhan_now", "在武汉 在汉 滞留武汉 武汉滞留 滞留在武汉 仍在武汉 人在武汉 还在武汉 留在武汉"},
	{cWeak, "wuhan_now", "武汉 武汉市"},
	{cWeak, "hubei_now", "湖北 鄂"},
	{cCategory, "hubei_native", "湖北籍 居住地在湖北 居住地湖北 户籍湖北 湖北户籍 户籍在湖北 家在湖北 家住湖北 鄂籍 武汉籍"},
	{cCategory, "hubei_left", "从湖北回来 从湖北返回 离开湖北 湖北返回 从武汉回来 湖北回来 武汉回来 湖北返鹤 武汉返鹤 从湖北返鹤 从武汉返鹤 自湖北返回 由湖北返回 离鄂 武汉返回 从武汉返回 湖北归来 自鄂返回 从湖北离开 从湖北回 从武汉回 刚从武汉回来 湖北返乡 武汉返乡 离汉 离开武汉"},
	{cCategory, "hubei_transit", "途经湖北 途经武汉 经停武汉 经停湖北 路过武汉 路过湖北 途径湖北 途径武汉 武汉中转 武汉转车 途经湖北武汉"},
	{cCategory, "hubei_contact", "接触湖北人员 与湖北人员接触 湖北人员接触 接触过湖北人员 湖北接触史 和湖北人员接触 与湖北人员有接触 与湖北返回人员接触 接触湖北返回人员 与湖北人员有过接触 接触湖北返乡人员 与湖北返乡人员接触 与武汉人员接触 接触武汉返回人员 与武汉返回人员接触 接触过武汉返回人员 接触过湖北返回人员 湖北人员有接触"},
	{cCategory, "source_contact", "接触传染源 接触可能传染源 可疑暴露 可疑暴露者 接触可疑人员"},
	{cSource, "travel", "去过武汉 去过湖北 武汉旅居史 湖北旅居史 到过武汉 到过湖北"},
	{cSource, "contact", "坐过的车 乘坐过的车 同航班 同一航班 同列车 同车次 同车厢 同一车厢 同一辆车 坐同一辆车 接触 接触过 接触史 有接触 流行病学史 同车 同乘 同桌 同住 住一起 住在一起 一起吃 一起吃过饭 吃过饭 一起吃饭 吃饭 聚餐 聚会 聚过 陪护 照顾 见过面 一起打牌 共同居住 共同生活 一起值班 一起上班 一起办公 同宿舍 同寝室 同办公室 同吃同住 拜年"},

	// People and places of the unit's people.
	{cCategory, "key_total", "重点人员 重点人群 重点关注人员 密切关注人员"},
	{cCategory, "headcount_due", "应报 应报人数 应到 应统计"},
	{cCategory, "headcount_reported", "实报 实报人数 已报 已上报 打卡 健康打卡 完成打卡 已打卡 实到 已联系 已排查"},
	{cCategory, "unreached", "未联系上 联系不上 失联 未联系到 没联系上 没联系到 未取得联系 暂未联系上 尚未联系上 未打卡 没打卡"},
	{cCategory, "on_campus", "在校 留校 住校 在校内 在校住宿 在校人员 留校人员"},
	{cCategory, "on_duty", "在岗 到岗 当班 在岗值班 值班 值班人员 值守 在岗人员"},
	{cCategory, "in_city", "在鹤 在鹤壁 鹤壁本地 在鹤人员"},
	{cCategory, "out_of_city", "在外地 外地 鹤壁以外 不在鹤 不在鹤壁 在鹤壁外"},
	{cCategory, "abroad", "境外 国外 在国外 在境外"},
	{cCategory, "returned_today", "返鹤 返校 已返鹤 已返校 返回鹤壁 今日返鹤 今日返校"},
	{cCategory, "intern_now", "实习 顶岗实习 在岗实习 实习生 实习学生 顶岗实习学生 在岗实习学生 顶岗"},

	// Gates and stores.
	{cCategory, "gate_people", "进校 入校 进校人员 入校人员 进出校 进校人次"},
	{cCategory, "gate_vehicles", "进校车辆 入校车辆 车辆 进校车次"},
	{cCategory, "temp_checked", "测温人次 测体温 体温检测人次 测温人数"},
	{cCategory, "mask_stock", "口罩 口罩库存 库存口罩"},
	{cCategory, "disinfectant_stock", "消毒液 84消毒液 84消毒 84液 八四消毒液 消毒水"},
	{cCategory, "rooms_ready", "观察房 隔离观察房 隔离房 观察房间 隔离房间 观察室 隔离间 隔离观察房间 隔离观察室 隔离室"},

	// Measures.
	{cMeasure, "new", "新增 新发现 新出现 当日新增 今日新增 今天新增 本日新增 新增加 增加 新发 今新增"},
	{cText, "", "今年 今后 至今 如今 今早 今晨 今夜 今春 今冬 昨晚 昨夜"},
	{cMeasure, "prev", "昨 昨日 昨天 昨报 原有 上日 昨日现有 昨天上报 昨日上报 前一日 原来 原先"},
	{cMeasure, "released", "解除 解除隔离期 期满 到期 期满解除 今日解除 今天解除 当日解除 解禁 排除 已排除 解封 期满释放 已期满 转出 撤销 到期解除 满14天"},
	{cMeasure, "released?", "已解除 已经解除"},
	{cMeasure, "released_total", "累计解除 累计已解除 共解除 已累计解除 累计排除"},
	{cMeasure, "now", "现有 目前 目前有 尚有 还剩 还有 剩余 剩 余 现 尚在 仍有 仍在 现存 目前尚有 当前 共 共计 共有 一共 拢共 总共 今日现有 实有 现共有 在隔人数 在隔人员 仍为 仍是 还是 依然是 依旧是 依然 依旧 仍 现为 现在有 现在是 现仍有 现尚有 现还有 目前还有 目前仍有 目前共 目前共有 目前为"},
	{cMeasure, "delta", "减少 减少了 少了 多了 下降 上升 净增 净减"},
	{cMeasure, "upto", "增至 减至 增加到 减少到 升至 降至 上升到 下降到 增加至 减少至 增到 减到 降到 升到"},
	{cMeasure, "over", "退烧 已退烧 退热 已退热 烧退了 退烧了 已康复 康复 痊愈 已痊愈 已好转 好转 已恢复 恢复正常 已恢复正常 已消失 已缓解 消失"},
	{cFuture, "", "明天 明日 后天 明早 明晚 将 将于 即将 预计 拟 下周 快要 计划 准备 次日 快到期 待解除 等待 下午将"},
	{cMeasure, "today", "今 今日 今天 当日 本日 现在 今晚 刚才"},
	{cMeasure, "total", "累计 累计共 累计有 总累计 累计达"},
	{cSum, "now", "合计 总计 小计 总数 共计人数"},

	{cDay, "", "前天 前日"},

	// Groups.
	{cGroup, "staff", "教职工 老师 教师 教工 职工 员工 教职员工 干部 辅导员 教员 在编 在职教师 在职职工 职员 教职人员 干部职工"},
	{cGroup, "student", "学生 同学 留学生 学员 娃 在校生 毕业生 新生 在校学生 娃们 学生们 同学们 学生娃"},
	{cGroup, "other", "保洁 食堂 物业 外包 外聘 保安 商户 临时工 劳务派遣 宿管 外聘人员 食堂人员 保洁员 物业人员 临聘 外包人员 食堂员工 保洁人员 外聘教师 后勤人员 宿管员 门卫"},
	{cGroup, "", "师生 师生员工 全体师生 全院师生 教职工和学生 教职工及学生"},
	{cGroup, "all", "全员 全体人员 全体 全处 全部人员 在职人员"},
	{cRest, "", "其余 其他 其他人员 其余人员 其他人 其余人 别的"},

	// Grammar.
	{cNot, "", "清零 归零 已清零 已归零 没有了 没了 都没了 都没有了 没有啦 没人了 一个没有 一个都没有 一个也没有 一例没有 一例也没有 一例都没有 一人没有 一人也没有 一个都无 一个也无 一个没得 无 没有 没 未发现 未见 未出现 无一 尚无 暂无 均无 都没有 均没有 没发现 未有 不存在 没出现 无任何 没有任何 没有任何人 没有发现 没有出现 没有发生 未曾发现 均未发现 均未出现 暂无发现 目前没有 目前未发现 目前暂无 暂时没有 暂时没发现 暂没有 未新增 无人 没有人 未发生 都没 都无 全无 暂未发现 尚未发现 没人 非 不 未 目前无 皆无 并无 不是 并非 并不是 不属于 不算 尚未 还未 还没 均未 都未 也未 也没有 也没 亦无 亦未 皆未 仍未 仍无 还没有 也无 暂未 至今未 并没有 并未"},
	{cFine, "", "正常 平安 安好 一切正常 一切安好 零报告 零报 报平安 均正常 均安好 都好 都很好 身体健康 健康 良好 全部正常 都正常 无恙 无虞 零疫情 身体好 挺好 都好着嘞 都好着 好着嘞 怪好着嘞 均安 皆安 都安 如常 一切如常 安然无恙 一切都好 都没事 均无事 均无恙 状况良好 状态良好 都健康 均健康 身体均健康 身体状况良好 一切平安 均平安 都平安 平安无事"},
	{cFault, "", "异常 情况 特殊情况 异常情况 问题 疫情 疑情 事 状况 任何情况 异样 可报 须报告 需报告 需上报 异动 其他情况 病例 病人"},
	{cText, "", "正常上班 正常工作 正常运转 正常教学 正常值班 正常上课 正常进行 正常开展 设备正常 水电正常 网络正常 运行正常 秩序正常 工作正常 生活正常 物资正常 供应正常 正常供应 正常出入 健康码 健康状况 健康管理 健康教育 健康信息 健康情况 安全平安 零报告制度 零报告的单位 零报告单位 零报告情况 零报告要求 零报告工作 零报告数 零报告的有 零报告表 日报告零报告 日报告、零报告 零报告、日报告 情况说明 情况报告 情况汇报 情况反映 问题反馈 疫情防控 疫情期间 无法 无论 无关 无锡 无奈 无需 无须 无故 没事做 没法 没时间 不好意思 不知道 不知 不用 不要 不得 不能 不会 未来 未必 不但 不过 不断 非常 除非 非典 没有收到 没收到"},
	{cFine, "", "没有要报的 没啥要报的 没啥要报 没有可报的 无可报情况 没什么要报的 没有需要报的 无需上报 没有要上报的 没什么情况 没有什么情况 没有什么特殊情况 没什么特殊情况 没什么异常 没有什么异常 没事 没啥事 没啥 没毛病 没啥情况 没情况 木事 没有啥"},
	{cSame, "", "同昨日 同昨天 跟昨天一样 和昨天一样 与昨日相同 与昨天一样 无变化 没变化 没有变化 与昨日一致 同上一日 同前 跟昨日一样 和昨日一样 同上报 人数不变 数据不变 无变动 较昨日无变化"},
	{cApprox, "", "估摸 估摸着 约摸 约莫 大概其 大概齐 得有 差不离 估计有 怕有 少说 大约 大概 约 将近 接近 差不多 至少 不少于 不到 超过 不超过 最多 估计 近 大致 约有 不低于 不足"},
	{cFew, "", "的有些 近百人 上百人 百余人 百来人 近千人 上千人 千余人 数十人 数百人 几百人 好几十人 几十号人 近百名 上百名 几个 几名 几人 几位 几例 若干 好几个 好几名 好几人 数名 数人 多名 多人 多位 个别 少数 一些 有些 部分 多例 少量 一部分 好多 不少 很多"},
	{cText, "", "正在 具体多少 多少不清楚 不知多少 每人 每班 每天 每日 每个 每户 每单位 每间 每次 每位 每名 日期 学期 假期 工期 任期 最近 近期 近日 附近 近况 近两周 近段 靠近 多次 大多 来自 未来 后来 以来 近一 多日 多谢 回来 过来 出来 起来 原来是 本来 余地 业余 总数据 剩下 事情 同事 大事 从事 事宜 办事 值班电话 共同 公共 一共同 现场 现象 现金 现阶段 发现 出现 表现 实现 体现 把关 把握 各位 大家 部分时间 多方 各方"},
	{cEach, "", "均 都 皆 全部 各 均为 都是 都为 全是 全都 均系 全为 分别"},
	{cPart, "", "其中 其中有 含 包括 包含 分别为 里面 里头"},
	{cHave, "", "有 为 是 共为 达 发现 出现 存在 有了 的有 的是 的 也是 也为 也 还是为"},
	{cAnd, "", "和 及 与 或 以及 跟 并 且 或者"},
	{cEtc, "", "等 人员 病例 者 患者 病人 期 现象 情形 史 人数 等症状 等情况 等人员 的人员 的学生们 对象 人群 总人数 及其他"},
	{cTopicOf, "", "处置 处置流程 处理流程 应急处置 排查 排查工作 排查培训 培训 知识 预案 流程 标准 工作 场所 措施 政策 制度 要求 名单 登记 告知书 承诺书 证明 物资 方案 防控 宣传 通知 公告 群 指南 统计表 信息表 花名册 表格 台账"},

	{cText, "", "一起 一定 统一 一样 一切 一直 一下 一般 第一 第一时间 一律 一致 一线 一并 一会 一会儿 一块 一同 一样的 一边 一家 一行 一经 一时 唯一 周一 周二 周三 周四 周五 周六 星期一 星期二 星期三 星期四 星期五 星期六 礼拜一 二级学院 二附院 二院 一院 一附院 三院 三甲 三门峡 四川 九江 十堰 十分 百度 千万 万达 万分 万事 万众一心 两会 五一 十一 初一 初二 初三 初四 初五 三·三 三方 四家 八一路 两测 两地 两码 一把手 十月 二维码 一对一 一人一档 一日一报 三值班一运转 双报告 两点半 三点前 四点 一半 零距离 零容忍 零感染 零食 零下 新冠 新型 新华 一点 一次"},

	// Who.
	{cOurs, "", "我院 我处 我部 我馆 我系 我单位 本院 本处 本部 本单位 本学院 我们学院 我们院 我们处 我们单位 我们部门 我部门 本部门 我办 全院 我校 我组 我班 我们班 我学院"},
	{cSelf, "", "本人 我本人 我自己 我 我们"},
	{cOther, "family", "家属 父亲 母亲 爸爸 妈妈 爸 妈 岳父 岳母 公公 婆婆 爷爷 奶奶 姥姥 姥爷 外公 外婆 爱人 妻子 丈夫 老公 老婆 媳妇 儿子 女儿 哥哥 姐姐 弟弟 妹妹 亲戚 舅舅 姑姑 叔叔 家人 家里人 家长 亲属 父母 家中老人 堂哥 表哥 大伯 姨妈"},
	{cOther, "child", "孩子"},
	{cOther, "near", "人家 别的学校 隔壁学校 其他学校 兄弟院校 卫校 他们学校 外校 隔壁单位 别的单位 邻居 对门 隔壁 同楼 我们楼 小区里 小区有 村里 村里有 楼里 楼上 楼下 朋友 邻村 小区 楼有 楼 村"},
	{cThird, "", "他自己 她自己 他本人 她本人 其本人 该生 该同学 该教师 该职工 该老师 该员工 该学生 该师傅 这名学生 这位老师 这个学生 此人 该同志"},
	{cPlace, "", "全国 全省 全市 全球 我省 我市 本市 省内 市内 各地 河南省 鹤壁市 国家卫健委 国家卫生健康委 省卫健委 市卫健委 河南省卫健委 鹤壁市卫健委 国家疾控中心 世卫组织 全县 全区 武汉市 湖北全省 卫健委 湖北省 郑州 安阳 信阳 新乡 濮阳 浚县 淇县 南阳 商丘 驻马店 开封 洛阳 平顶山 焦作 许昌 漯河 周口 济源 鹤壁 淇滨区 山城区 鹤山区 湖南 江西 安徽 山东 河北 重庆 天津 国内 海外 浙江 广东 北京 上海 浚县人民医院 河南"},
	{cHearsay, "", "听说 据说 据传 网传 网上说 传言 听人说 谣传 有人说 群里说 朋友圈 听讲 传闻 道听途说 据了解外面 小道消息 说是"},
	{cDrill, "", "演练 演习 桌面推演 推演 模拟 脚本 假设 培训材料 例文 示例 范例 样例 测试 模板"},
	{cNews, "", "转发 通报 报道 新华社 央视 人民日报 记者 据悉 快讯 新闻 官方 辟谣 公众号 http https 最新消息 最新通报 卫健委消息 疫情通报"},
	{cTold, "", "捐款 捐赠 报名 已转各 已转 已下发 已布置 传达 已传达 已转发 转发到 转发至 通知到 已通知 已转达 转达 传达到 学习 阅读 班级群 参会 参加会议 开会"},
	{cOrder, "", "请各 请大家 请尽快 请于 请及时 请按 务必 请各位 请各单位 请各学院 望各 各单位 各学院 各部门 请在 抓紧 别忘了 别忘 记得 请速 尽快报 请注意 请贵单位 贵单位 有需要 来领 前来领取 请到 也要报 别漏了 别漏 不要漏 勿漏 不得漏报 不得迟报 不得瞒报 严禁 温馨提醒 特此提醒 提醒大家 提醒各位 提醒各 请报 催报 大家都 请没报 请未报"},
	{cIf, "", "如果 如有 假如 一旦 要是 若有 若 万一 如发现 如出现 如无 若无 凡是 凡 的话"},
	{cQuestion, "", "吗 多少 怎么 如何 是否 要不要 算不算 请问 几点 什么 啥时候 咋 哪里 哪个 还是单列 能不能 可不可以 是不是 有没有 的是不是 需不需要 谁 哪些 呢 么 几人？ 几次 几天 几号 几遍 几项 几栏 哪天 从哪 怎样 咋办 咋弄 啥时 是啥 啥意思 多久 多长时间 何时 可否 能否 行不行 对不对 要报吗 真的假的 真假 为什么 为啥 用不用"},
	{cText, "", "刚通报 疾控通报 社区通报 医院通报 街道通报 市里通报 来电通报"},
	{cText, "", "什么的 要么 那么 这么 多么 么么"},
	{cMaybe, "", "可能 不排除 好像 似乎 怀疑 恐怕 尚未排除 未排除 待排除 不能排除 无法排除 还没排除"},
	{cGreeting, "", "您好 你好 各位领导 领导好 老师们好 大家好 早上好 下午好 晚上好 辛苦了 谢谢 请领导放心"},

	// What for.
	{cAck, "", "收到 好的 好 明白 知道了 知道咯 知道啦 知道 晓得 收到啦 好滴 好哒 好勒 行嘞 明白了 收到哈 欧克 ok okay roger 已阅 已读 学习了 受教了 已看 看到了 已看到 收悉 已收悉 已收 已悉 获悉 收讫 遵照执行 👌 👍 🆗 ✅ 🫡 嗯 嗯嗯 嗯呐 嗯嗯好 嗯好 哦 哦哦 好哦 昂 中 行 可以 照办 立即落实 马上落实 已知悉 知悉 是的 晓得了 得嘞 好嘞 遵命 received copy got it 落实 确认 对 对的 是 没错 正确 无误 核对无误 确认无误 没问题 妥了 管 中嘞 收到了 收到谢谢 yes confirm noted thanks"},
	{cLater, "", "稍后报 稍后上报 马上报 一会儿报 一会报 晚点报 等会报 等会儿报 正在统计 统计中 马上统计 待会报 稍等 尽快上报 随后报"},
	{cLeave, "", "请假 销假 事假 病假 产假 婚假 丧假 年假 探亲假 陪护假 护理假 哺乳假 调班 换班 替班 调休 公差 出差 离鹤 外出报备 报备 换一下班 换个班 换下班 值班换 换一下 对调 值班对调 想换班 值班调整 调整值班 值班由 替一下班 替个班 请个假 告假 休假 特此报备 请两天假 请一天假 请半天假 倒班 顶班"},
	{cFix, "", "更正 订正 修正 勘误 更改 前面报的不算 刚才报的不算 上面的不算 刚才的不算 之前的不算 前面的不算 之前报的不算 删掉 请删除 请撤销 误写为 误写成 误报为 误报成 误填为 误填成 误报 系误报 是误报 写成了 填成了 填成 打成了 打成 报成了 报成 报反了 写反了 填反了 弄反了 搞反了 先别算 不算数 请忽略 改： 更改： 修改： 纠正： 改正： 报错了 报错 发错了 发错 写错了 写错 填错 填错了 有误 请改为 请改成 改为 改成 重报 以此为准 以这个为准 以这条为准 更新为 改一下 改下 改个数 修改 修改一下 改正 重新报 改报 以上有误 前面有误 数据有误 打错了 打错 打错字了 输错了 输错 弄错了 弄错 搞错了 搞错 看错了 记错了 算错了 算错 数错了 统计错了 报多了 报少了 多算了 少算了 多写了 少写了 写多了 写少了 填多了 填少了 算多了 算少了 数多了 数少了 漏了 不对 不准确 有出入 漏写了 前面不对 刚才不对 刚才的不对 刚才那个不对 上条不对 上一条不对 更正一下 更正下 纠正一下 说错了 说错 漏报 漏报了 少报 少报了 多报 多报了 撤回 作废 纠正 补正 写成 错了"},
	{cBecomes, "", "应为 应是 应该是 应该为 更正为 实为 实际是 实际为 其实是 而是 > 变为 改到"},
	{cPending, "", "未统计 待核实 待统计 还没统计 未核实 未摸清 未排查 尚未统计 待确认 正在核实 核实中 正在排查"},
	{cPending, "owe", "还差 还缺 没交 未报送 没有报送 还没有报送 尚未报送 未报 还没报 没报 未上报 没有报 尚未上报 还没有报 还未报"},
	{cProxy, "", "代报 代为上报 代为报送 代填 代我院报 代我们报 帮忙报 代报一下 帮我院报 帮我们报 代为填报"},
	{cTaken, "taken", "带走 被带走 拉走 接走 被接走 被拉走 带去隔离 拉去隔离"},
	{cTaken, "", "转运 送往 送到 送至 送去 转送 被送 转至 被要求 被通知 被转运 转移至 转移到 要求"},
	{cAmbul, "", "救护车 120 急救 急救车 120拉走 打120 打了120 120接走"},

	{cCounter, "", "人 名 例 位 个 口 人次 个人 号人"},
	{cThing, "room", "间"},
	{cThing, "stock", "只 包 枚 副 桶 瓶 升 公斤 斤 壶 箱 袋"},
	{cThing, "car", "辆 辆次 车次 台 台次"},
	{cThing, "pass", "人次"},
}

// plainKeys are the items without measures: the base is the whole key.
var plainKeys = set("staff_total student_total other_total headcount_due headcount_reported unreached on_campus on_duty in_city out_of_city abroad returned_today intern_now hubei_now wuhan_now hubei_native hubei_left hubei_transit hubei_contact source_contact key_total key_new key_other gate_people gate_vehicles temp_checked mask_stock disinfectant_stock rooms_ready")

// calm items may be any size on a day without incident.
var calmKeys = set("staff_total student_total other_total headcount_due headcount_reported on_campus on_duty in_city out_of_city abroad returned_today intern_now gate_people gate_vehicles temp_checked mask_stock disinfectant_stock rooms_ready cured")

// ungroupedKeys count no people of the unit.
var ungroupedKeys = set("gate_people gate_vehicles temp_checked mask_stock disinfectant_stock rooms_ready")

// countedAs names the counters of things an item takes beside 人 and 个.
var countedAs = map[string]map[string]bool{
	"room": set("rooms_ready"), "stock": set("mask_stock disinfectant_stock"), "car": set("gate_vehicles"), "pass": set("gate_people temp_checked"),
}
