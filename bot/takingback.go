package bot

// backing is what somebody who says that they leave something, or take it back, can mean by the same words.
type backing uint8

const (
	leaves    backing = 1 << iota // what lies here: a filing, a notice, a question
	undoes                        // a filing; one that is not filed yet is given up
	withdraws                     // an urgent report being made
	denies                        // it was no case: said of an urgent report, which is withdrawn
	mistakes                      // a case that is open was none
)

// backings are those words; only the whole message counts.
var backings = map[string]backing{
	"取消": leaves | withdraws, "算了": leaves | withdraws, "撤销": undoes | withdraws, "withdraw": undoes | withdraws,
	"不是": withdraws | denies, "no": withdraws | denies, "不是紧急情况": withdraws | denies | mistakes, "误报": withdraws | denies | mistakes, "按错了": withdraws | denies, "点错了": withdraws | denies, "pressed by mistake": withdraws | denies,

	"不填了": leaves, "先不填了": leaves, "不填": leaves, "不报了": leaves | withdraws, "先不报": leaves | withdraws, "先不报了": leaves | withdraws, "放弃": leaves,
	"never mind": leaves | withdraws, "nevermind": leaves | withdraws, "stop": leaves, "cancel": leaves | withdraws, "cancel it": leaves | withdraws, "give up": leaves, "forget it": leaves | withdraws, "drop it": leaves,
	"don't file": leaves, "don't file it": leaves, "do not file": leaves, "do not file it": leaves,

	"撤回": undoes, "作废": undoes, "撤销报送": undoes, "撤回报送": undoes, "取消报送": undoes, "作废报送": undoes, "删除报送": undoes, "刚才的作废": undoes, "undo": undoes, "undo it": undoes, "take it back": undoes, "withdraw it": undoes | withdraws, "withdraw the report": undoes,

	"是误报": mistakes, "误会": mistakes, "搞错了": mistakes, "弄错了": mistakes, "报错了": mistakes, "撤案": mistakes, "销案": mistakes, "取消案件": mistakes, "取消报案": mistakes,
	"false alarm": mistakes, "it was a mistake": mistakes, "a mistake": mistakes,
}

// backs tells whether a word can mean one of these.
func backs(word string, one backing) bool { return backings[word]&one != 0 }
