// Package search finds reports and passages in one language, typed into one box.
// Letter case, accents and the alphabet a name is spelled in make no difference.
//
//	query  = [ or ]
//	or     = and { ( "OR" | "АБО" | "|" ) and }
//	and    = part { [ "AND" | "ТА" ] part }                 all of them, in any order
//	part   = ( "-" | "NOT" | "НЕ" ) part | near             without it
//	near   = atom { ( "NEAR" | "near/5" ) atom }            at most so many words between two words or phrases
//	atom   = "(" or ")" | field ":" value | phrase | word
//	phrase = '"' words '"'                                  in a row, in the alphabet typed
//	word   = letters and digits [ "*" ]                     * for all words that begin so, from three letters on
//	value  = word | phrase                                  part of a name, or, quoted, all of it
//
//	speaker:  who says the passage             lane:  statement, caveat, reaction, background
//	theme:    tag:    publisher:  lang:        by name or code
//	said:     published:                       2025, 2025-08, 2025-08-14, 2025-08..2025-09, 2025.., ..2025
//	origin:   the number of a report, for all that share words with it, or who published
//	          the first of them
//	is:       unread, read, sample, copy       has:   theme, tag, note
//	marking:  clear, green, amber, amber+strict, red
//	grade:                                     understood, though nothing in a library carries it yet
//
// Operators in letters are written in capitals, so that "or" and "near" can be
// searched for. Every field has a Ukrainian name too (see fields). "said" is the
// day of the report while no passage carries a day of its own.
//
// A query with lane: or speaker: is about passages: a report answers it when one
// of its passages has everything asked. Any other is about whole reports.
package search
