// Package settings reads the two files an office keeps: fangkong.toml (the college, its day, its form) and roster.toml
// (units, people, who is what). It says everything that is wrong with them at once, where, and what to write instead,
// so that a clerk mends a file in one go and not fault by fault.
//
//	file ──► tree ──► Settings, Roster ──► Check ──► Faults
//	          └─ syntax, unknown keys, types     └─ meaning: no head, two of one name, times out of order …
//
// A TOML decoder stops at the first value of a wrong type and keeps no positions. So a file is decoded into a plain tree,
// which only bad syntax can stop, and the tree is taken apart key by key; what nobody took is an unknown key.
//
// The files are read at each start and never written, but by “init”, which lays out the samples. The roster is only the
// beginning: seeded into an empty store once, imported later by order, what people did in chat kept.
package settings
