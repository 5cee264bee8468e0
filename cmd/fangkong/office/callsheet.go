package office

import "fangkong/store/workgroup"

// CallSheet makes the call sheet as of now. It may be asked while the house runs.
func (h *Office) CallSheet() (s workgroup.CallSheet, err error) {
	err = h.Store.View(func(b workgroup.Book) error { s = h.Bot.College.CallSheet(b, h.now()); return nil })
	return s, err
}
