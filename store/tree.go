package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"fangkong/store/workgroup"
)

// The buckets beside the shelves; the package doc says what is in them.
var (
	metaBucket     = []byte("meta")
	inboxBucket    = []byte("inbox")
	updatesBucket  = []byte("updates")
	marksBucket    = []byte("marks")
	dueBucket      = []byte("due")
	journalBucket  = []byte("journal")
	payloadsBucket = []byte("payloads")
	deadBucket     = []byte("dead")

	fixedBuckets = [][]byte{metaBucket, inboxBucket, updatesBucket, marksBucket, dueBucket, journalBucket, payloadsBucket, deadBucket}
)

var (
	schemaKey = []byte("schema")
	offsetKey = []byte("offset")
	probeKey  = []byte("probe")
)

// shelf is one kind of record as the file knows it.
type shelf struct {
	name    string
	bucket  []byte
	ordinal int
	counter string // the shelf whose counter its keys come from, when keys are numbers
	keep    time.Duration
	born    func(record []byte) (time.Time, error) // from when keep counts
}

const forGood = 0

// shelves are all there are; writing to any other is a fault, so that a misspelt name cannot lose a record quietly.
// A record without a term stays until a rule drops it.
var shelves = []*shelf{
	{name: "college", keep: forGood},
	{name: "units", keep: forGood},
	{name: "people", keep: forGood},
	{name: "accounts", keep: forGood},
	{name: "codes", keep: forGood},
	{name: "forms", keep: forGood},

	{name: "rounds", keep: forGood},
	{name: "reports", keep: forGood},
	{name: "latest", keep: forGood},
	{name: "sources", keep: forGood},
	{name: "sheets", keep: forGood},
	{name: "queries", keep: forGood},
	{name: "worksheets", keep: forGood},
	{name: "pages", keep: forGood}, // until the cards of their date go
	{name: "grants", keep: forGood},
	{name: "worknotes", keep: forGood},
	{name: "alarms", keep: forGood},
	{name: "cases", keep: forGood},
	{name: "opencases", keep: forGood}, // until closed
	{name: "calls", keep: forGood},     // until confirmed, withdrawn or three minutes old

	{name: "shifts", keep: forGood},
	{name: "rotas", keep: forGood, counter: "rotas"},
	{name: "swaps", keep: forGood, counter: "swaps"},

	{name: "notices", keep: forGood, counter: "notices"},
	{name: "editions", keep: forGood},
	{name: "receipts", keep: forGood},
	{name: "noticeplans", keep: forGood, counter: "noticeplans"}, // until published or taken back
	{name: "noticedrafts", keep: forGood},                        // until published or given up

	{name: "packs", keep: forGood},
	{name: "meetings", keep: forGood},
	{name: "decisions", keep: forGood},
	{name: "opendecisions", keep: forGood}, // until done

	{name: "papers", keep: forGood},
	{name: "paperentries", keep: forGood},
	{name: "papercopies", keep: forGood},
	{name: "outgoings", keep: forGood},

	{name: "delegations", keep: forGood, counter: "delegations"},

	{name: "claims", keep: forGood},                          // until decided
	{name: "approvals", keep: forGood, counter: "approvals"}, // until they cannot be taken back
	{name: "staffings", keep: 30 * 24 * time.Hour, counter: "staffings", born: writtenAt},
	{name: "invites", keep: 30 * 24 * time.Hour, counter: "invites", born: writtenAt},
	{name: "callers", keep: forGood},                       // until the day closes
	{name: "intents", keep: forGood},                       // until pressed again or lapsed
	{name: "drafts", keep: forGood},                        // until filed or the day closes
	{name: "desks", keep: forGood},                         // until the conversation ends
	{name: "slips", keep: 48 * time.Hour, born: writtenAt}, // until their writer has said what they are

	{name: "letters", keep: forGood, counter: "letters"}, // until sent
	{name: "sent", keep: 48 * time.Hour, counter: "letters", born: sentAt},
	{name: "attachments", keep: 48 * time.Hour, born: writtenAt},
	{name: "cards", keep: forGood},                       // until taken away
	{name: "stale", keep: forGood},                       // until shown
	{name: "menus", keep: forGood},                       // until taken away
	{name: "errands", keep: forGood, counter: "errands"}, // until done
}

// shelfByName leads to a shelf of the table.
var shelfByName = func() map[string]*shelf {
	byName := make(map[string]*shelf, len(shelves))
	for i, s := range shelves {
		s.ordinal, s.bucket = i, []byte("r:"+s.name)
		byName[s.name] = s
	}
	return byName
}()

// sentAt is when a letter ended its way: delivered or, for one that never was, written.
func sentAt(record []byte) (time.Time, error) {
	var l struct {
		Written time.Time `json:"written"`
		SentAt  time.Time `json:"sent_at"`
	}
	if err := json.Unmarshal(record, &l); err != nil {
		return time.Time{}, err
	}
	if l.SentAt.IsZero() {
		return l.Written, nil
	}
	return l.SentAt, nil
}

// writtenAt is when a slip or a change of people was written, or a link made.
func writtenAt(record []byte) (time.Time, error) {
	var s struct {
		At time.Time `json:"at"`
	}
	err := json.Unmarshal(record, &s)
	return s.At, err
}

// header is how many bytes of a kept value are the due moment.
const header = 8

// number is n as a key or value.
func number(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// numberIn reads the number at the head of b; 0 when b is too short to hold one.
func numberIn(b []byte) uint64 {
	if len(b) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}

// moment is t as it is kept. What lies before 1970 or after 2262 is moved to the edge: both mean “at once” or “never”.
func moment(t time.Time) uint64 {
	switch {
	case t.IsZero():
		return 0
	case t.Unix() < 1:
		return 1
	case t.Unix() > lastSecond:
		return lastSecond * uint64(time.Second)
	}
	return uint64(t.UnixNano())
}

const lastSecond = 9_000_000_000 // in the year 2255, safely inside what nanoseconds can count

// momentIn is the time a kept moment stands for, in a zone.
func momentIn(n uint64, zone *time.Location) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, int64(n)).In(zone)
}

// appendDueKey builds the index key of a record that is due at a moment.
func appendDueKey(to []byte, at uint64, shelf, key string) []byte {
	to = binary.BigEndian.AppendUint64(to, at)
	to = append(to, shelf...)
	to = append(to, 0)
	return append(to, key...)
}

// readDueKey is the reverse of appendDueKey.
func readDueKey(key []byte, zone *time.Location) (workgroup.Due, error) {
	if len(key) > 8 {
		if shelf, rest, ok := bytes.Cut(key[8:], []byte{0}); ok {
			return workgroup.Due{At: momentIn(numberIn(key), zone), Shelf: string(shelf), Key: string(rest)}, nil
		}
	}
	return workgroup.Due{}, fmt.Errorf("due index: key %x is no moment of a record", key)
}
