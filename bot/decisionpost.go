package bot

import (
	"strings"

	"fangkong/bot/pattern"
)

// withPost is somebody with their unit and their post before the name: “由图书馆馆长孙书原负责”.
var withPost = pattern.MustCompile(`^(?:由|让|请)?(\p{Han}{2,12}?)(?:党?总?支?副?书记|副?(?:馆长|处长|院长|主任|部长|经理|科长|校长|主席)|负责人|老师|同志|的)+(\p{Han}{2,4}?)((?:同志)?(?:来)?(?:负责|牵头|承办|办理|落实)?[。.]?)$`)

// withoutPost are words that name somebody with a unit and a post, with the name alone; other words stay.
func (t *turn) withoutPost(words string) string {
	m := withPost.FindStringSubmatch(strings.TrimSpace(words))
	if m == nil {
		return words
	}
	of, who := t.OwnersIn(t.b, m[1]), t.OwnersIn(t.b, m[2])
	if len(of) != 1 || of[0].Unit == "" && !of[0].Office || len(who) != 1 || who[0].Person == "" || !onlyNames(m[2], t, who[0]) {
		return words
	}
	return m[2] + m[3]
}
