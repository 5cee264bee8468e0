// Package courier tells people what the rules have left to be told, and writes down what became of it.
//
//	letters ─┐                        ┌─► Sent: delivered, or why it never will be
//	cards ───┼─► lanes ─► Telegram ───┼─► the card: what people see, as which message
//	toasts ──┘     ▲                  └─► later: limited, unreachable, outcome unknown
//	               └──────────────────────────┘
//
// There are three kinds of telling. A letter is said once: its bytes are kept from the first attempt, the attempt is on
// disk before the call, and its outcome after it, so that a crash between the two is known to be one. A card is shown:
// it is rendered from the book at the moment of the call, however often it was wanted meanwhile, and edited in place. A
// toast answers a press, lives in memory and is dropped after ten seconds.
//
// Work stands in lanes: the letters of one chat and subject in the order they were written, and each card by itself.
// Whatever has to wait holds its own lane and nothing else. Of what is ready, urgent goes before deadline before
// information, and then the oldest first.
//
// One goroutine (Drain) owns the lanes and makes every commit; workers only carry calls. What several workers came back
// with and what is to begin next is one commit together.
//
// Telegram has no key by which it would know a message again. When an outcome is unknown, a letter is sent once more and
// said to be doubled: a press on either copy counts, and the version on the button makes the second harmless. A person
// may read something twice, never not at all.
package courier
