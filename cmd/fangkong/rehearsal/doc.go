// Package rehearsal shows a whole college in a browser: the work group, every person's private chat with the bot, and a clock
// that whoever watches holds in their hand. The bot is the real one, on a temporary store; Telegram is the strict one in
// memory, and no port is opened but the page's own, on this machine. It serves the demo (the sample college on 31 January
// 2020) and the drill (演练: a college's own roster and timetable, today, touching no real data).
//
//	browser ── GET /, /pane, /file ──► seen    what somebody's telephone shows now, as HTML
//	        ── POST /act, /clock, … ─► acts    what they do with it          ┐
//	        ◄─ GET /feed (events) ──── feed    what has changed since         │  one at a time, under Rehearsal.mu
//	                                           pace    the clock              ├─► performance ─► stage (house, store, Telegram)
//	                                           others  what everybody else does
//	                                           tour    six steps, whether each has been seen, and what is pressed next
//	                                           offer   what there is to do without it, and who does it
//
// After every act the house works until it comes to rest; then each message that looks otherwise than before is sent to every
// open tab, whoever it shows; of the tabs of one browser one listens, and tells the others (page/feed.js). Whose
// telephone it is, is chosen from one list (page/people.js). A tab that was cut off says
// what it has seen last, and is told the rest, or to load anew.
package rehearsal
