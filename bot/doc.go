// Package bot is the conversation: one update becomes one input, one input meets one handler, and the handler decides over
// the book. It keeps nothing itself; what it has to say it leaves in the book as letters and cards, which the courier
// carries.
//
//	update ─► Input ─► Decide ─┬─ command ─► commands.go   /summary, 汇总 …
//	                           ├─ press ───► presses.go    零报告, 填报, 确认报送 …
//	                           ├─ words ───► offers.go     “软件学院 居家隔离2人，无发热”
//	                           ├─ service ─► service.go    joined, left, migrated, pinned
//	                           ├─ errand ──► done.go       a workbook is made, a roster fetched …
//	                           └─ clock ───► bot.go        14:00, 14:20, 14:30 …
//
// A capability has one thin file: what it reads from the update, which rule of workgroup it asks, what it answers.
//
// The rooms beside it decide nothing, and do not know it: clerk reads with the roster in hand, card draws what people see, errand does
// what needs I/O. Each may use those before it.
//
//	clerk ◄── card ◄── errand
//	  ▲         ▲         ▲
//	  └─────────┴── bot ──┘
package bot
