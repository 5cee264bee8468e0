package rehearsal

import (
	"testing"

	"fangkong/store/workgroup"
)

// A link that the office is given to pass on is pressed where it stands: somebody without an account opens it on a telephone beside.
func TestALinkIsOpenedByWhomItIsFor(t *testing.T) {
	h := open(t, Options{}).stopped(t)
	err := h.do(func(p *performance) error {
		return p.Store.Update(func(b workgroup.Book) error {
			he, _ := workgroup.People.Get(b, "he-wangqiao")
			he.Telegram, he.Reach = 0, ""
			workgroup.People.Put(b, he)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	b := visit(t, profile(t), h.url+"/?pane=zhao-wangpu+zhao-wangpu", 1440, 900)
	b.writes(0, "/invite 何望桥")
	b.until("the link", `!!document.querySelector(".text [data-start]")`)
	b.clicks(".text [data-start]")
	b.sees(1, "陶冶")
	b.sees(1, "何望桥")
	b.sees(0, "何望桥")
	b.shoot("invited")
	b.quiet()
}
