package bot

import "testing"

// A place that asks for what no message can be would never be reached, and nobody would notice.
func TestEveryPlaceCanBeReached(t *testing.T) {
	t.Parallel()
	for _, places := range [][]offer{offers, typed, awaited} {
		for i, o := range places {
			for _, never := range []being{inPrivate | inGroup, byKnown | byStranger, edited | unedited, inGroup | byStranger | reachable} {
				if o.is&never == never {
					t.Errorf("place %d of %d asks for what no message is", i, len(places))
				}
			}
			if o.to == nil {
				t.Errorf("place %d of %d leads nowhere", i, len(places))
			}
		}
	}
}
