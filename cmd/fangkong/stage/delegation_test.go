package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A head who is away has somebody report for them: it is read back, whoever stands in is reminded and files, and it ends by itself.
func TestSomebodyStandsInForAHead(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("13:55")
	he, song, zhu := p.Head("ruanjian"), p.Head("jidian"), p.Holder(workgroup.Staff)
	p.says(he, nil, "明天请假，"+song.Name()+"代我报")
	p.sees(he, nil, "2月1日，由 "+song.Name()+" 代您报送软件学院，对吗？")
	p.presses(he, nil, "确认委托")
	p.sees(he, nil, "已委托：2月1日由 "+song.Name()+" 代您报送软件学院")
	p.sees(song, nil, "委托您2月1日代为报送软件学院")
	p.sees(zhu, nil, "2月1日，软件学院由 "+song.Name()+" 代 "+he.Name()+" 报送")
	// Not before its day.
	p.until("14:05")
	p.says(song, nil, "软件学院零报告")
	if p.withText(song, nil, "【软件学院】1月31日（代报）", "还不能报送") == nil {
		t.Errorf("today it is still another's unit:\n%s", p.transcript(song, nil))
	}
	p.until("23:59")
	p.until("14:01")
	if p.withText(song, nil, "软件学院", "2月1日 疫情信息") == nil {
		t.Errorf("who stands in is not reminded:\n%s", p.transcript(song, nil))
	}
	p.says(song, nil, "/whoami")
	p.sees(song, nil, "代 "+he.Name()+" 报送软件学院，到 2月1日")
	p.says(song, nil, "软件学院 居家隔离2人，无发热")
	p.presses(song, nil, "确认报送")
	p.view(func(b workgroup.Book) {
		if s, ok := workgroup.FiledOn(b, "2020-02-01", "ruanjian"); !ok || s.Figures["home_quarantine_now"] != 2 {
			t.Errorf("filed %+v", s)
		}
	})
	// The day after, it is over for both.
	p.until("00:01")
	p.sees(he, nil, "已结束（到期）")
	p.sees(song, nil, "已结束（到期）")
	if n := p.events(workgroup.DelegationEnded); n != 1 {
		t.Errorf("ended %d times", n)
	}
	p.until("14:05")
	p.says(song, nil, "/whoami")
	if strings.Contains(song.Last(nil).Text, "软件学院") {
		t.Error("the unit stays lent")
	}
	p.sound()
}

// Without dates they are asked; it is taken back by who gave it, and declined by who cannot.
func TestADelegationIsTakenBackAndDeclined(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "委托 "+song.Name())
	p.sees(he, nil, "到哪一天？", "2月1日至2月3日")
	p.presses(he, nil, "到 2月2日")
	p.sees(he, nil, "已委托：1月31日至2月2日")
	p.says(song, nil, "软件学院零报告")
	p.presses(song, nil, "确认报送")
	if s, ok := p.filed("ruanjian"); !ok || !s.Zero {
		t.Errorf("filed %+v", s)
	}
	p.says(he, nil, "委托")
	p.sees(he, nil, "1月31日至2月2日："+song.Name()+" 代您报送软件学院")
	p.says(he, nil, "收回委托")
	p.sees(he, nil, "软件学院不再由 "+song.Name())
	p.sees(song, nil, "已结束（委托人已收回）")
	p.says(song, nil, "更正：软件学院 居家隔离1人")
	p.sees(song, nil, "要改请其负责人自己更正")

	p.says(he, nil, "/delegate "+song.Name()+" 2月3日")
	p.presses(he, nil, "确认委托")
	p.presses(song, nil, "我不能代")
	p.sees(he, nil, "已结束（代报人不能代）", "另行委托")
}

// Whoever stands in and stops the bot stands in no more, and the head hears it.
func TestWhoStandsInIsLost(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	p.until("13:55")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, song.Name()+"代我报，到2月2日")
	p.presses(he, nil, "确认委托")
	song.Blocks()
	p.until("14:02")
	if p.withText(he, nil, "已结束（有一方已不在岗，或代报人收不到私聊）", "另行委托") == nil {
		t.Errorf("the head does not hear of it:\n%s", p.transcript(he, nil))
	}
}

func TestWhatCannotBeDelegated(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{}, "song-zhihang")
	p.until("14:05")
	he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	for words, want := range map[string]string{
		"委托 张无忌 2月1日":                          "请写明委托给名册上的哪一位",
		"委托 2月1日":                              "请写明委托给名册上的哪一位",
		"委托 " + he.Name():                      "请写明委托给名册上的哪一位",
		"委托 " + director.Name() + " 1月30日":     "要从今天或以后开始",
		"委托 " + director.Name() + " 2月1日至4月1日": "最多 31 天",
		"收回委托":                                 "没有委托",
	} {
		p.says(he, nil, words)
		if p.withText(he, nil, want) == nil {
			t.Errorf("%s:\n%s", words, p.transcript(he, nil))
		}
	}
	p.says(director, nil, "委托 "+he.Name()+" 2月1日")
	if p.withText(director, nil, "已委托") != nil {
		t.Error("who heads no unit has delegated one")
	}
	p.says(director, nil, "/delegate "+he.Name()+" 2月1日")
	p.sees(director, nil, "委托要由负责人本人来办")
}

func TestSomebodyStandsInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "/language")
	p.presses(he, nil, "English")
	p.says(he, nil, "I am away from tomorrow until 3 Feb, "+song.Name()+" files for me")
	p.sees(he, nil, "1 February to 3 February", "files for School of Software in your place")
	p.presses(he, nil, "Delegate")
	p.sees(he, nil, "Delegated")
	p.says(he, nil, "end delegation")
	p.sees(he, nil, "no longer files for School of Software")
}

// Who comes back early says so in their own words: the one they mean ends, or it is asked which; the office hears of the end as of the
// beginning. A name that the roster does not have is named.
func TestADelegationEndsInPlainWords(t *testing.T) {
	t.Parallel()
	p := early(t, "13:00")
	he, song, dong, zhu := p.Head("ruanjian"), p.Head("jidian"), p.Person("wang-qiuhe"), p.Holder(workgroup.Staff)
	lend := func(to *sandbox.Person, dates string) {
		p.says(he, nil, "委托 "+to.Name()+" "+dates)
		p.presses(he, nil, "确认委托")
	}
	ended := func() int { return p.events(workgroup.DelegationEnded) }
	p.says(he, nil, "明天请假，李明代我报")
	p.sees(he, nil, "名册上没有“李明”", "请写明委托给名册上的哪一位")
	lend(song, "1月31日至2月1日")
	p.says(he, nil, "我回来了")
	p.sees(he, nil, "要收回哪一个", song.Name())
	if ended() != 0 {
		t.Fatal("ended unasked")
	}
	p.says(he, nil, "提前回来了，不用"+song.Name()+"代报了")
	p.sees(he, nil, "已结束：软件学院不再由 "+song.Name())
	p.sees(song, nil, "已结束（委托人已收回）")
	p.sees(zhu, nil, song.Name()+" 代 "+he.Name()+" 报送软件学院，已结束")
	lend(song, "2月1日")
	lend(dong, "2月2日至2月3日")
	lend(song, "2月5日")
	p.says(he, nil, "收回委托")
	p.sees(he, nil, "要收回哪一个", "2月5日")
	if ended() != 1 {
		t.Fatalf("%d ended: future ones go unasked", ended())
	}
	p.presses(he, nil, "收回："+dong.Name())
	p.sees(he, nil, "软件学院不再由 "+dong.Name())
	p.says(he, nil, "全部收回委托")
	p.says(he, nil, "/delegate")
	p.sees(he, nil, "现在没有委托")
	if ended() != 4 {
		t.Errorf("%d ended", ended())
	}
	p.says(he, nil, "/language")
	p.presses(he, nil, "English")
	p.says(he, nil, "I'm on leave tomorrow, "+song.Name()+" will report for me")
	p.sees(he, nil, "1 February", "files for School of Software in your place")
	p.presses(he, nil, "Delegate")
	p.says(he, nil, "I'm back")
	p.sees(he, nil, "Which one ends", song.Name())
	p.presses(he, nil, "Take back")
	p.sees(he, nil, "no longer files for School of Software")
	p.sound()
}

// Dates that are none, or have no end, are asked about; who is away that day, or stands in for the unit already, is said beside it.
func TestADelegationSaysWhatIsDoubtfulAboutIt(t *testing.T) {
	t.Parallel()
	p := early(t, "13:00")
	he, song, wang, dong := p.Head("ruanjian"), p.Head("jidian"), p.Person("wang-qiuhe"), p.Person("dong-yunxi")
	made := func() int { return p.events(workgroup.DelegationMade) }
	for says, sees := range map[string]string{
		"委托 " + song.Name() + " 2月30日":           "“2月30日”不是日期",
		"从今天起" + song.Name() + "代我报，直到我回来":       "到哪一天？",
		"从2月2日起请" + song.Name() + "代我报，直到另行通知":   "从 2月2日起",
		"委托 " + song.Name() + " 2.1-2.3":         "2月1日至2月3日，由 " + song.Name(),
		"/delegate " + song.Name() + " 2/1-3":    "2月1日至2月3日，由 " + song.Name(),
		"请" + song.Name() + "代我报，从2月1日至2.3，一共三天": "2月1日至2月3日，由 " + song.Name(),
	} {
		p.says(he, nil, says)
		if got := he.Last(nil); !strings.Contains(got.Text, sees) {
			t.Errorf("%s:\n%s", says, got.Text)
		}
	}
	p.says(he, nil, "从2月2日起"+song.Name()+"代我报，直到我回来")
	p.presses(he, nil, "到 2月4日")
	p.sees(he, nil, "已委托：2月2日至2月4日")
	p.says(he, nil, "委托 "+wang.Name()+" 2月3日至2月5日")
	p.sees(he, nil, "对吗", "⚠️ 2月2日至2月4日已由 "+song.Name()+" 代 "+he.Name()+" 报送软件学院")
	p.presses(he, nil, "确认委托")
	p.sees(wang, nil, "委托您")
	// Who is away themselves.
	p.says(song, nil, "委托 "+he.Name()+" 2月2日")
	p.sees(song, nil, "对吗", "⚠️ "+he.Name()+" 自己2月2日至2月4日已委托 "+song.Name()+" 代报")
	p.says(dong, nil, "/language")
	p.presses(dong, nil, "English")
	p.says(dong, nil, "delegate "+he.Name()+" 2 Feb to 3 Feb")
	p.sees(dong, nil, "is that right", "⚠️ "+he.Name()+" has "+song.Name()+" file in their own place, 2 February to 4 February")
	p.says(dong, nil, "delegate "+wang.Name()+" 30 Feb")
	p.sees(dong, nil, "“30 feb” is no date")
	if made() != 2 {
		t.Errorf("made %d", made())
	}
}
