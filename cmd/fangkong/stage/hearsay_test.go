package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// What a head has only heard of others is no figure of theirs, and keeps nothing from their own report.
func TestHearsayIsApartFromOnesOwnReport(t *testing.T) {
	t.Parallel()
	hearsay(t, newPlay(t, Options{}), "居家隔离 现有 1")
}

func TestHearsayIsApartFromOnesOwnReportInEnglish(t *testing.T) {
	t.Parallel()
	hearsay(t, newEnglishPlay(t), "Home quarantine, now: 1")
}

func hearsay(t *testing.T, p *play, one string) {
	p.until("14:05")
	he, nurse := p.Head("ruanjian"), p.Head("huli")
	p.says(he, p.Group, "听说机电有2个居家隔离的，我院零报告")
	p.says(he, p.Group, "对")
	if s := p.figures("ruanjian", nil); !s.Zero {
		t.Errorf("their own zero is not filed: %+v", s)
	}
	p.says(nurse, nil, "听说软件有3个隔离的，我院居家隔离1人，无发热")
	p.sees(nurse, nil, one)
	p.says(nurse, nil, "对")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 1})
}

// Nobody is counted in parts, and a sum that nobody states is asked for.
func TestPartsAndSumsAreAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song, nurse := p.Head("ruanjian"), p.Head("jidian"), p.Head("huli")
	p.says(he, nil, "居家隔离二点五人")
	p.sees(he, nil, "居家隔离还没有准数，准确是几人？")
	p.says(he, nil, "3")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3})
	p.says(song, nil, "居家隔离2+1人")
	p.sees(song, nil, "居家隔离还没有准数，准确是几人？")
	p.says(nurse, nil, "居家隔离2+1=3人")
	p.says(nurse, nil, "对")
	p.figures("huli", workgroup.Figures{"home_quarantine_now": 3})
}
