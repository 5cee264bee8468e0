package store

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

func benchStore(b *testing.B) *Store {
	s, err := Open(filepath.Join(b.TempDir(), "bench.db"), Options{Now: func() time.Time { return noon }})
	must(b, err)
	b.Cleanup(func() { _ = s.Close() })
	return s
}

const perBatch = 100

// BenchmarkApply applies batches of 100 inputs from the inbox's side: each reads six records, writes two, one of them due,
// and leaves a letter and an event.
func BenchmarkApply(b *testing.B) {
	s := benchStore(b)
	must(b, s.Update(func(book workgroup.Book) error {
		for i := range 40 {
			id := fmt.Sprint("unit", i)
			workgroup.Units.Put(book, workgroup.Unit{ID: workgroup.UnitID(id), Name: "软件学院", Feeds: []workgroup.UnitID{"xsc"}})
			p := workgroup.Person{ID: workgroup.PersonID(id), Name: "王某", Duties: []workgroup.Duty{{Role: workgroup.Head, Unit: workgroup.UnitID(id)}}}
			workgroup.Bind(book, p, int64(1000+i), noon)
			rounds.Put(book, record{ID: id, At: noon})
		}
		return nil
	}))
	decide := func(book workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
		i := in.Body.(int)
		id := fmt.Sprint("unit", i%40)
		person, _ := workgroup.PersonOf(book, int64(1000+i%40)) // two reads
		workgroup.Units.Get(book, id)
		round, _ := rounds.Get(book, id)
		rounds.Get(book, fmt.Sprint("unit", (i+1)%40))
		reports.Has(book, in.Mark)
		reports.Put(book, record{ID: in.Mark, Text: "居家隔离2人，无发热"})
		round.At = in.Now.Add(time.Duration(i) * time.Second)
		rounds.Put(book, round)
		workgroup.Tell(book, workgroup.Letter{Chat: 1, Person: person.ID, Text: "report.filed", Facts: workgroup.Facts{"unit": id}, Written: in.Now})
		book.Note(workgroup.Event{At: in.Now, Kind: workgroup.ReportFiled, Object: in.Mark, By: person.ID, Payload: workgroup.Facts{"n": 2}})
		return workgroup.Answer{}, nil
	}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		inputs := make([]workgroup.Input, perBatch)
		for i := range inputs {
			n++
			inputs[i] = workgroup.Input{Mark: fmt.Sprint("u", n), Now: noon, Body: n}
		}
		_, err := s.Apply(inputs, rules{decide: decide})
		must(b, err)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "inputs/s")
}

// BenchmarkReceive keeps polls of 100 updates of 600 bytes.
func BenchmarkReceive(b *testing.B) {
	s := benchStore(b)
	raw := make([]byte, 600)
	n := int64(0)
	b.ReportAllocs()
	for b.Loop() {
		updates := make([]workgroup.Received, perBatch)
		for i := range updates {
			n++
			updates[i] = workgroup.Received{Update: n, Stored: noon, Raw: raw}
		}
		_, err := s.Receive(updates, n+1)
		must(b, err)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "updates/s")
}
