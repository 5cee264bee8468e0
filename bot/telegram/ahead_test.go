package telegram

import (
	"testing"
	"time"
)

func TestAheadOfTelegramsClock(t *testing.T) {
	date := time.Unix(1580450000, 0)
	for name, c := range map[string]struct{ start, end, want time.Duration }{
		"the same":              {300 * time.Millisecond, 500 * time.Millisecond, 0},
		"a call that took long": {-40 * time.Second, 50 * time.Millisecond, 0},
		"ahead":                 {125 * time.Second, 126 * time.Second, 124 * time.Second},
		"behind":                {-91 * time.Second, -90 * time.Second, -90 * time.Second},
	} {
		client := Client{}
		if _, known := client.Ahead(); known {
			t.Errorf("%s: known before anything was sent", name)
		}
		client.dated(date.Add(c.start), date.Add(c.end), date)
		if got, known := client.Ahead(); got != c.want || !known {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
