package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// To whom a document went whose signature has fallen is asked like of any other, and is read back: nothing is entered for an authority that nobody
// has named.
func TestToWhomAVoidDocumentWentIsAsked(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	sample.College.Recipients = []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, How: "政务邮箱", By: "17:00"}, {Named: workgroup.Named{Name: "省高工委教育厅"}, By: "18:00"}}
	for _, named := range []string{"", "传真", "省高工委教育厅", "press"} {
		p := newPlay(t, Options{Settings: &sample})
		drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
		p.until("15:10")
		p.drafts(drafter, "无", "无")
		p.submits(drafter)
		p.presses(colleague, nil, "审核通过")
		p.signs(director)
		p.says(head, nil, "居家隔离2人")
		p.presses(head, nil, "报送")
		p.wait(2 * time.Second)
		p.says(drafter, nil, "已报送：传真；刚刚；王科长")
		p.sees(drafter, nil, "报给哪一家了？", "传真")
		switch named {
		case "":
			p.says(drafter, nil, "取消")
			p.says(drafter, nil, "已报送：政务邮箱；刚刚；王科长") // its way alone says which
			p.sees(drafter, nil, "已经报出了吗？", "报市指挥部办公室，政务邮箱")
			p.says(drafter, nil, "传真；刚刚；李主任")
			p.sees(drafter, nil, "已经报出了吗？", "报市指挥部办公室，传真", "李主任")
			p.says(drafter, nil, "没有")
			continue
		case "传真":
			p.says(drafter, nil, "传真")
			p.sees(drafter, nil, "市指挥部办公室", "省高工委教育厅")
			continue
		case "press":
			p.presses(drafter, nil, "省高工委教育厅")
		default:
			p.says(drafter, nil, named)
		}
		p.sees(drafter, nil, "已经报出了吗？", "报省高工委教育厅，传真", "王科长")
		p.says(drafter, nil, "是")
		p.view(func(b workgroup.Book) {
			first, _ := workgroup.Papers.Get(b, "2020-01-31/01")
			if len(first.Sendings) != 1 || first.Sendings[0].To != "省高工委教育厅" {
				t.Errorf("%q: entered %+v", named, first.Sendings)
			}
		})
		// The other authority got the void one as well: it is entered there, without being asked.
		p.says(drafter, nil, "已报送：传真；刚刚；李主任")
		p.view(func(b workgroup.Book) {
			first, _ := workgroup.Papers.Get(b, "2020-01-31/01")
			if len(first.Sendings) != 2 || first.Sendings[1].To != "市指挥部办公室" || strings.Contains(p.transcript(drafter, nil), "这一步办不了") {
				t.Errorf("%q: entered %+v", named, first.Sendings)
			}
		})
		p.audited(2)
	}
}
