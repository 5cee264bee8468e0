// Package understand reads what a unit head types: “软件学院 居家隔离2人，无发热”,
// “收到，我院零报告”, “更正：刚才2人应为3人”. It answers with what kind of message
// it is, which figures it states, and what a careful clerk would still ask. It is
// a small deterministic parser, not a guesser: what it is not sure of becomes a
// Doubt and never a figure, and every figure says which words gave it.
//
// A message passes through these rooms, one noun a file:
//
//	normalise   full-width, traditional and mistyped characters   normalise.go characters.go courtesy.go address.go
//	tokens      longest words of the lexicon, numbers, days       lexicon.go english.go englishunits.go hubei.go illness.go dictionary.go
//	            and temperatures                                  tokens.go ambulance.go stray.go misspoken.go amount.go numbers.go sexes.go dates.go temperature.go
//	            and kinds of quarantine                           quarantine.go
//	phrases     what stands between commas, and how deep          phrases.go breath.go
//	context     the question it answers, the message it changes   context.go answers.go choice.go
//	day, unit   of when and of whom it speaks                     day.go units.go
//	counts      number ↔ category, measure, group                 counts.go clause.go figure.go bind.go lean.go strange.go state.go
//	            what changed, what is carried on, what is denied  parts.go whole.go trades.go roster.go named.go changes.go carry.go
//	                                                              adrift.go ended.go stores.go elsewhere.go columns.go rest.go topics.go
//	            and what a phrase leaves open                     deny.go scope.go except.go hollow.go
//	fields      claims into keys of the records                   fields.go heads.go keys.go
//	checks      parts and wholes, said twice, said and denied     checks.go
//	rows        lists of units, classes, people; tables           rows.go captions.go signed.go labels.go people.go table.go crosstable.go
//	kind        urgent, correction, report, receipt, talk …       kind.go alarm.go urgent.go facts.go exposure.go strangers.go onward.go voice.go
//	            and what is left of the doubts                    amend.go setto.go becomes.go putright.go revise.go claim.go zero.go talk.go shifts.go news.go drill.go parent.go putaway.go panic.go settle.go arranged.go
//	                                                              onecase.go patients.go besides.go gate.go hints.go unreal.go known.go diagnosis.go advice.go withheld.go
//
// What is written under a case is read for one thing at a time, and needs no Reader:
//
//	moment      when it was                                       moment.go momentwords.go momentago.go momentspoken.go momentin.go
//	whom        of whom it is, of one or of several               subject.go bystander.go group.go alike.go namedill.go
//	informed    who has heard of it, who was called               informed.go phoned.go
//	worse       who cannot wait; what is a receipt alone          worse.go receipt.go
//
// reader.go is the way in, and reading.go what comes out.
//
// Figures are keyed as the office's records are: base, measure, group, as in
// "home_quarantine_now_student". A bare count is what there is now; 新增 is new,
// 昨日 the day before, 解除 released, 累计 the total so far.
package understand
