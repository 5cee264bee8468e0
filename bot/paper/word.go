package paper

import (
	"sync"

	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

// texts are all texts; those of papers name no body of the college by themselves.
var texts = sync.OnceValues(func() (*text.Texts, error) { return text.Load(nil) })

// worded is a text of a paper in a language, with facts by name and value. One that cannot be written stands as its name, for everybody to
// see: what people take for empty would be worse.
func worded(lang workgroup.Language, name string, pairs ...any) string {
	facts := workgroup.Facts{}
	for i := 0; i+1 < len(pairs); i += 2 {
		facts[pairs[i].(string)] = pairs[i+1]
	}
	all, err := texts()
	if err != nil {
		return "（" + name + "）"
	}
	words, err := all.Plain(lang, name, facts)
	if err != nil {
		return "（" + name + "）"
	}
	return words
}

func (d Day) word(name string, pairs ...any) string { return worded(d.Language, name, pairs...) }
