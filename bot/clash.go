package bot

import (
	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// clash is a doubt of which “yes” is no answer: two numbers that cannot both hold.
type clash struct {
	key          workgroup.Key // what they are figures of
	given, other int           // as said, and as the rest of the figures has it
	doubt        workgroup.Doubt
}

// clashes are the doubts of a draft's figures that ask which of two numbers is right.
func (bot *Bot) clashes(b workgroup.Book, d workgroup.Draft, unit workgroup.Unit) []clash {
	var out []clash
	for _, doubt := range bot.College.Doubts(b, unit, d.Date, bot.College.Settled(d, unit)) {
		if key, given, other, ok := doubt.Either(); ok {
			out = append(out, clash{key, given, other, doubt})
		}
	}
	return out
}

// clashAsked is the clash that a draft's question settles; false when it asks something else.
func (bot *Bot) clashAsked(b workgroup.Book, d workgroup.Draft, unit workgroup.Unit) (clash, bool) {
	if d.Asked == "" || d.Guided {
		return clash{}, false
	}
	for _, c := range bot.clashes(b, d, unit) {
		if c.key == d.Asked {
			return c, true
		}
	}
	return clash{}, false
}

// aNumber is a number that stands alone, as people answer with one.
var aNumber = pattern.MustCompile(`^(是|应该是|应为|应是|改成|改为)?\s*[0-9０-９]{1,6}\s*[人个名例]?$`)

// settled is a draft whose clash was answered with n; false when that opens its parts anew.
func (c clash) settled(d workgroup.Draft, n int) (workgroup.Draft, bool) {
	if c.doubt.Check == workgroup.V5 && n != c.other {
		return d, false // the parts were wrong then
	}
	d.Figures = d.Figures.Clone()
	dialog.MoveWhole(d.Figures, c.key, n)
	d.Put(c.key, workgroup.Count(n))
	d.Asked = ""
	return d, true
}
