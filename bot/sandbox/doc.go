// Package sandbox is a small Telegram that lives in memory: a Bot API server for our bot to talk to, and the people of the college who talk to
// the bot through it. Tests, benchmarks and the demo command use it in place of api.telegram.org.
//
// The bot's side is real HTTP and strict. Every method is declared once, as data, with its parameters and their types; a parameter that is not
// declared, or has the wrong type, is refused with a description that names it, where Telegram itself would often look away. Limits, queue
// rules, rights and refusals follow the published Bot API and the behaviour of its open source server.
//
// The people's side reads like a requirement:
//
//	srv, err := sandbox.New(sandbox.Options{Token: "1:t", Now: time.Now})
//	group := srv.Group("疫情防控工作群")
//	group.AddBot(true)
//	wang := srv.Person("王", "建国")
//	wang.Joins(group)
//	wang.Starts()
//	press, err := wang.Presses(wang.Last(group), "零报告")
//	text, alert, ok := press.Answered()
//
// A person's act that Telegram's own client would not let them do (speaking in a group they left, editing someone else's words) returns nil or
// an error and changes nothing.
//
// There are two doors. Start listens on a real loopback port; Client hands out an http.Client whose requests reach the same handler without a wire, so that it
// works inside a testing/synctest bubble, provided the Server was made in that bubble and is closed in it.
//
//	request ─► doors ─► request (body → values) ─► catalogue (types) ─► faults ─► limits ─► method ─► world
//	                                                                                               people ─► world ─► queue ─► getUpdates
package sandbox
