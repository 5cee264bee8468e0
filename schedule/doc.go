// Package schedule is the clock's door into the rules. It decides nothing: it knows when things are, and hands what fell
// due to the same rules that a person's message goes to.
//
//	Day      the college's day (14:00 reminder, 14:30 units due …), as cron expressions read with Next; pure
//	Sweeper  what is due becomes an input; one timer at the earliest due moment, a heartbeat beside it
//
// Nothing due lives in memory alone. A due moment stands on a record in the store; when the process was down, asleep or
// the wall clock jumped, the next sweep finds everything that passed, in the order it fell due. cron fires nothing here: it
// only reads expressions.
package schedule
