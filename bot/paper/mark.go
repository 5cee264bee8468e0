package paper

import "fangkong/store/workgroup"

// headOf is what stands at the head of every page: that the college is only played, where it is, and what the paper is until it
// is signed.
func headOf(c workgroup.College, draft string) string {
	if c.Mark != "" && draft != "" {
		return c.Mark + "　" + draft
	}
	return c.Mark + draft
}

// headed is the title of a picture; one of a college that is only played cannot be taken for another when it is passed on by itself.
func (s Span) headed(title string) string {
	if s.College.Mark != "" {
		return "【" + s.College.Mark + "】" + title
	}
	return title
}
