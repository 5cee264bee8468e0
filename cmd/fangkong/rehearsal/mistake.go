package rehearsal

// mistake is what a visitor cannot do now, by the name of the words that say why and what to do.
type mistake string

func (m mistake) Error() string { return string(m) }

// The mistakes there are. Each has words in every language, “error.” before its name.
const (
	errUnclear mistake = "unclear"  // the page sent what it never sends
	errLong    mistake = "too-long" // for one message
	errBig     mistake = "too-big"
	errGone    mistake = "gone"    // the message is, or is somebody else's
	errBlocked mistake = "blocked" // they have blocked the bot
	errEmpty   mistake = "empty"
	errNoLine  mistake = "no-line" // a bot that starts asks Telegram who it is
	errNotNow  mistake = "not-now" // the bot is down, or out of Telegram's reach
	errNoTour  mistake = "no-tour" // the roster has nobody for one of the parts
	errOver    mistake = "over"    // the program ends
	errBroken  mistake = "broken"  // the house has stopped, and only a new beginning helps
)
