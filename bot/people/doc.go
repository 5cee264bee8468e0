// Package people reads what an office writes about who is what: sentences in a chat (“软件学院负责人增加 张三 13800000000”), and sheets
// of people (姓名、单位、角色、电话).
//
//	sentence ──► words: units, roles, names, telephones, what is to be done ──► postings
//	rows     ──► header ──► by column                                       ──► postings, and what was wrong with which line
//
// It knows the units and how roles are called; whom a name means, and what follows, is decided by the rules. There is no I/O here and
// no text for people.
package people
