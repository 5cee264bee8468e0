package understand

// Some figures are said before what they count: 新增1人解除1人，居家隔离仍5人.

// strand asks what the changes belong to that found no item.
func (c *tally) strand() {
	for _, cl := range c.adrift {
		c.m.doubt(WhichField, "", c.m.quote(cl.from, cl.to))
	}
	c.adrift = nil
}

// adriftOf are the measures of figures that may be said before their item.
var adriftOf = set("new released prev now total released_total delta")

// land gives the figures that were said first the item that follows them: changes beside a figure of its own, all of them
// where the item stands alone: 原3+新2-解1=现4（居家隔离）.
func (c *tally) land(base string, alone bool) {
	left := c.adrift[:0]
	for _, cl := range c.adrift {
		cl.base = base
		switch {
		case !alone && (cl.measure == "prev" || cl.measure == "now"):
			left = append(left, cl)
		case !plainKeys[base]:
			c.m.claims = append(c.m.claims, cl)
		}
	}
	c.adrift = left
}
