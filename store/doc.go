// Package store keeps the work group's book in one bbolt file. Everything that came of one input (records, due
// moments, letters, journal lines, the mark that the input was applied, its departure from the inbox) is in one fsynced
// commit or was never there; an answer leaves this package only after that commit.
//
//	Receive ──► inbox ──► Apply: overlay ──► rules decide ──► flush ──► one commit ──► answers
//	                                             └─ refused, faulty, panicking: the overlay is dropped, Refuse answers
//
// The file is a flat tree of buckets. It is drawn here once; a test compares the drawing with a file. Numbers and
// moments are eight bytes, big-endian, so that keys sort as time and numbers do; a moment is Unix nanoseconds, 0 for none.
//
//	bucket    key                        value
//	meta      schema                     number: version of this tree
//	meta      offset                     number: where the next poll starts
//	meta      probe                      moment somebody last asked whether the file can be written
//	inbox     hex number of arrival      update id ‖ stored ‖ raw bytes as received
//	updates   update id                  moment it was applied; 0 while it is in the inbox
//	marks     mark                       moment it was applied
//	due       moment ‖ shelf ‖ 0 ‖ key   nothing: what the clock must come back to, and when
//	journal   number                     digest (32) ‖ header JSON; digest = SHA-256(digest before ‖ header)
//	payloads  number of the line         salt (16) ‖ payload JSON; erasable, the chain still verifies
//	dead      number, the reference      JSON of what was set aside, with its raw bytes
//	r:<shelf> key of the record          due moment ‖ record JSON; the bucket's sequence is the shelf's counter
//
// Shelves stand side by side at the top and not inside one another: a composite key in a flat bucket reads as fast as a
// nested bucket does, and each shelf has its own counter. The table of shelves, with what each keeps and for how long,
// is in tree.go.
package store
