package paper

import "fangkong/store/workgroup"

// marked is what stands at the head of every page: what the paper is until it is signed, and before it that it is a drill's.
func marked(c workgroup.College, draft string) string {
	switch {
	case !c.Drill:
		return draft
	case draft == "":
		return "演练"
	}
	return "演练　" + draft
}

// headed is the title of a picture; one of a drill cannot be taken for another when it is passed on by itself.
func (s Span) headed(c canvas, title string) string {
	if s.College.Drill {
		return c.in("【演练】", "[DRILL] ") + title
	}
	return title
}
