package stage

import "testing"

// Who cries for help and tells nothing is asked, with the telephone of the duty; who tells a fact among it has told it.
func TestACryForHelpIsAsked(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"出事了", "救命", "软件学院出大事了！"} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			p.says(head, nil, words)
			p.alarmed(0)
			p.reads(head, nil, "出了什么事", "0392-0000000", "14:08 前没有回答")
			p.lacks(head, nil, "没看懂")
			p.presses(head, nil, "是，提醒值班员")
			p.alarmed(1, "何望桥", "软件学院")
		})
	}
	for words, times := range map[string]int{"出大事了，学生核酸yang了": 1, "学生小李死了": 1, "今天累得我都要疑似了哈哈": 0, "我的手机死了": 0} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			p.says(p.Head("ruanjian"), p.Group, words)
			p.alarmed(times)
		})
	}
}

// What has happened to somebody's own child may have reached them.
func TestOnesOwnChildIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"我孩子发烧39度，上周跟武汉回来的亲戚吃过饭", "我儿子被拉去隔离酒店了"} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			p.says(head, nil, words)
			p.alarmed(0)
			p.reads(head, nil, "您刚才写的是亲友、邻居等的情况", "0392-0000000")
		})
	}
}

func TestACryForHelpIsAskedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	for _, words := range []string{"help!", "Something terrible has happened"} {
		p.says(head, nil, words)
		p.reads(head, nil, "What has happened?", "0392-0000000", "Without an answer by 14:08")
	}
}
