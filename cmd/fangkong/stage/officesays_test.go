package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// notTheirs is what units are told, and nobody who speaks for none.
const notTheirs = "!本单位负责人或副职报送"

// What the office and the director would undo, put off or have done otherwise is answered with how far it has come and who can do what about it.
func TestWhatTheOfficeWouldUndoIsAnswered(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, office, colleague := p.Holder(workgroup.Director), p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	p.until("14:05")
	p.says(p.Head("huli"), nil, "居家隔离2人，其余无")
	p.presses(p.Head("huli"), nil, "报送")
	p.until("15:10")
	each := func(who *sandbox.Person, all []string, want ...string) {
		t.Helper()
		for _, words := range all {
			p.checks(who, p.answered(who, words), words, append(want, notTheirs, "!没看懂", "!已转")...)
		}
	}
	undoes := []string{"撤回签字", "签错了", "刚才签错了", "我要撤回签发", "报告先不发", "暂缓上报", "这份报告不行", "把报告退回去", "撤销今天的报告", "作废报告"}
	each(director, undoes, "1月31日的上报件还没有人拟稿")
	p.drafts(office, "宿舍消毒两次", "无")
	p.saysSubmit(office)
	each(office, []string{"撤回送审", "报告撤回来我改改", "报告有个错别字", "稿子写错了"}, "1月31日的上报件", "审核中", "退回：")
	p.says(colleague, nil, "审核通过")
	each(director, undoes, "待签", "退回：")
	p.says(director, nil, "签发")
	p.wait(2 * time.Second)
	p.says(director, nil, "签发")
	p.wait(10 * time.Second)
	each(director, undoes, "已签", "退回：", "签字作废")
	p.says(office, nil, "已上报：传真；刚才；王科长")
	each(director, undoes, "已上报", "不能撤回", "更正件")

	each(office, []string{"上一条作废", "作废", "撤回", "删掉最后一条"}, "要撤回、更正什么", "通知", "议定事项", "上报件", "日报")
	each(director, []string{"说错了", "更正", "刚才说错了"}, "要撤回、更正什么")
	each(office, []string{"撤销决定", "刚才那条决定不算", "第一项决定撤销", "决定作废"}, "撤销决-")
	each(director, []string{"会议推迟到17点", "今天的会不开了", "取消今天的会", "会议改到五点", "明天的会提前到15点", "会议延期", "更正：会议时间是五点", "改一下：开会时间17点"}, "每日分析研判 16:00", "“通知：")
	each(director, []string{"新增一个单位", "软件学院换负责人了", "把软件学院改名为人工智能学院", "旅游学院并入护理学院", "教务处撤了", "新成立一个马克思主义学院"}, "名册", "管理员")
	each(director, []string{"我不在，让副主任签", "委托赵望朴签", "我授权赵望朴签字", "赵望朴替我签"}, "主任能签", "由"+director.Name())
	each(director, []string{"护理学院漏报了2人", "护理学院报错了", "把护理学院的数改成3", "让护理学院重报", "护理学院报的不对", "护理学院说多报了1人"}, "护理学院的日报、更正由护理学院自己报", "14:05 已报", "退回护理学院", "黄远川")
	each(office, []string{"汽车学院零报告", "帮汽车学院报零", "汽车学院电话说没有情况"}, "汽车工程学院的日报、更正由汽车工程学院自己报", "未报", "催一下汽车工程学院", "吕云禾")
	each(director, []string{"居家隔离2人", "零报告", "更正：居家隔离3人", "昨天的日报撤回", "数据有误", "今天的数不对", "没有新增", "2人", "全校零报告", "少报了一家"}, "各单位自己报", "哪个单位")
	each(director, []string{"再发一遍通知", "给各学院发个通知", "通知大家开会", "通知发早了", "通知里的时间写错了"}, "“通知：”")
	each(office, []string{"交班了", "夜班没人", "值班电话换了", "值班手机没电了", "值班改成吴远舟", "值班表错了"}, "值班")
	each(office, []string{"汇总错了", "汇总表有误", "汇总重报"}, "汇总表，看哪一张", "汇总由牵头单位自己重新报送")
	each(office, []string{"人事处的汇总撤回", "让学生处重报汇总"}, "汇总由牵头单位自己重新报送")
	each(director, []string{"朱思溪审核", "让朱思溪来审", "等领导小组研究"}, "1月31日")
	each(director, []string{"我签了"}, "已上报", "不用再签")
	each(director, []string{"已签"}, "1月31日", "已上报")
	each(director, []string{"明天不用报", "旅游学院今天不用报", "停止报送", "报送时间改到13点", "改成15点报"}, "日报每天都要报", "设置")
	each(director, []string{"表里加一项口罩", "表格去掉一项", "加一个项目：疫苗"}, "日报问哪些项在设置里")
}

// What may be of a case is, also where it holds such words; and a head reads what it always read.
func TestWhatIsOfACaseIsNothingOfTheOffices(t *testing.T) {
	t.Parallel()
	p := filledDay(t)
	director, head := p.Holder(workgroup.Director), p.Head("qiche")
	p.says(director, nil, "我来处理")
	for _, words := range []string{"学生签了承诺书", "核酸报告错了，重新做", "会诊推迟到明天", "家长已经签字了", "隔离点撤回一个", "学生改到明天转院", "他不是旅游学院的，是护理学院的", "化验报告退回来了", "旅游学院的情况报错了", "医院说先别报告",
		"旅游学院漏报了一个室友", "病人不用报了", "体温表里加一项", "学生不用报了", "重症的要重报", "医生签了", "护士长审核"} {
		said := p.answered(director, words)
		for _, office := range []string{"退回：", "要撤回、更正什么", "每日分析研判", "名册", "自己报", "能签"} {
			if strings.Contains(said, office) {
				t.Errorf("“%s” is taken for the office's:\n%s", words, said)
			}
		}
	}
	for _, words := range []string{"撤回签字", "会议推迟到17点"} {
		if said := p.answered(director, words); strings.Contains(said, "记入") || strings.Contains(said, "已转") {
			t.Errorf("“%s” is asked of a case:\n%s", words, said)
		}
	}
	for _, words := range []string{"护理学院漏报了2人", "会议推迟到17点", "撤回签字"} {
		if said := p.answered(head, words); strings.Contains(said, "自己报") || strings.Contains(said, "退回：") || strings.Contains(said, "黄远川") {
			t.Errorf("“%s”, by a head:\n%s", words, said)
		}
	}
	opened := len(p.open())
	p.says(director, nil, "护理学院有学生确诊了，刚知道，报告先不发")
	if len(p.open()) == opened && !strings.Contains(p.transcript(director, nil), "紧急报告") {
		t.Error("a case is nothing of the office's")
	}
}

func TestWhatTheOfficeWouldUndoIsAnsweredInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	director := p.Holder(workgroup.Director)
	p.until("15:10")
	for words, want := range map[string]string{
		"withdraw my signature":                "drafted",
		"postpone the meeting to 5 pm":         "I cannot move the meeting",
		"add a unit":                           "settings",
		"revoke the last decision":             "To revoke one",
		"take it back":                         "Take back, or put right, what?",
		"delete the last one":                  "Take back, or put right, what?",
		"School of Nursing: home quarantine 3": "Reports and corrections of School of Nursing are its own to file",
		"correction: home quarantine 3":        "which unit",
		"/summary this week":                   "summary, 27 January to 31 January",
	} {
		p.checks(director, p.answered(director, words), words, want, "!filed by its head or deputy")
	}
}
