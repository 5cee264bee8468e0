// Package understand reads what a unit head types: “软件学院 居家隔离2人，无发热”,
// “收到，我院零报告”, “更正：刚才2人应为3人”. It answers with what kind of message
// it is, which figures it states, and what a careful clerk would still ask. It is
// a small deterministic parser, not a guesser: what it is not sure of becomes a
// Doubt and never a figure, and every figure says which words gave it.
//
// A message passes through these rooms, one file each:
//
//	normalise   full-width, look-alike and mistyped characters    normalise.go
//	tokens      longest words of the lexicon, numbers, dates      lexicon.go dictionary.go numbers.go dates.go tokens.go
//	phrases     what stands between commas, and how deep          phrases.go
//	counts      number ↔ category, measure, group; negation       counts.go bind.go lean.go scope.go
//	fields      claims into keys of the records                   fields.go keys.go
//	checks      parts and wholes, said twice, said and denied     checks.go
//	kind        urgent, correction, report, receipt, talk …       urgent.go kind.go amend.go rows.go people.go
//
// Figures are keyed as the office's records are: base, measure, group, as in
// "home_quarantine_now_student". A bare count is what there is now; 新增 is new,
// 昨日 the day before, 解除 released, 累计 the total so far.
package understand
