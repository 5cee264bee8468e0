package workgroup

// Menu is which commands Telegram shows in a place when somebody types “/” there, as they were set last.
type Menu struct {
	Place  string `json:"place"`  // chat/5700000001, strangers, groups/en …
	Digest string `json:"digest"` // of the commands and their words
}

// Key is the place.
func (m Menu) Key() string { return m.Place }

// Menus are kept for as long as they are shown.
var Menus = Shelf[Menu]{Name: "menus"}
