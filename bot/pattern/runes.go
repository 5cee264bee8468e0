package pattern

import "slices"

// runes is a set of characters, made for looking through text.
type runes struct {
	low [4]uint64 // by their last byte, which rules out most
	all []rune    // sorted
}

// newRunes returns nil for no characters.
func newRunes(all []rune) *runes {
	if len(all) == 0 {
		return nil
	}
	set := &runes{all: slices.Compact(slices.Sorted(slices.Values(all)))}
	for _, r := range all {
		set.low[r>>6&3] |= 1 << (r & 63)
	}
	return set
}

// in tells whether the text holds one of them.
func (set *runes) in(s string) bool {
	for _, r := range s {
		if set.low[r>>6&3]>>(r&63)&1 == 0 {
			continue
		}
		if _, there := slices.BinarySearch(set.all, r); there {
			return true
		}
	}
	return false
}
