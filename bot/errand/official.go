package errand

import (
	"context"
	"errors"
	"slices"

	"fangkong/bot/button"
	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// errNoPaper is an errand for a report that is not there.
var errNoPaper = errors.New("no such report")

// Official is a report's document, with the workbook that it names as its annex.
type Official struct {
	File   workgroup.Attachment
	Annex  workgroup.Attachment
	Signed string // the signature it was made for; "" of one that is not signed
	Facts  workgroup.Facts
}

// makeOfficial makes a report's document from what it says, and its annex from the figures as they were when it was sent round. What is kept is
// not made again.
func (r *Runner) makeOfficial(ctx context.Context, e workgroup.Errand) (any, error) {
	key, _ := button.CutLast(e.Object)
	var p workgroup.Paper
	var kept, annex workgroup.PaperCopy
	var day workgroup.Tally
	var cases []workgroup.Case
	var reader, signer workgroup.Person
	known := false
	if err := r.Desk.View(func(b workgroup.Book) error {
		p, known = workgroup.Papers.Get(b, key)
		kept, _ = workgroup.PaperCopies.Get(b, p.Copy)
		annex, _ = workgroup.PaperCopies.Get(b, p.Annex)
		then := workgroup.AsOf(b, p.Content.At)
		round, _ := workgroup.Rounds.Get(then, string(p.Date))
		day = r.College.Count(then, round)
		cases = slices.DeleteFunc(workgroup.CasesOf(then, p.Date), func(k workgroup.Case) bool { return k.Opened.After(p.Content.At) })
		reader, _ = workgroup.People.Get(b, string(e.By))
		signer, _ = workgroup.People.Get(b, string(p.Signature.By))
		return nil
	}); err != nil {
		return nil, err
	}
	if !known {
		return nil, errNoPaper
	}
	if reader.Reachable() {
		_ = r.Asked.Uploads(ctx, reader.Telegram, false) // a sign is all it is
	}
	of := paper.Official{College: r.College, Date: p.Date, Parts: p.Content.Parts, Signed: p.Signature.Done(), Signer: signer.Name, On: p.Signature.At, Again: p.Corrects != "", Number: p.Number, Voided: len(p.Void), At: p.Content.At.In(r.College.Zone)}
	made := Official{File: workgroup.Attachment{Name: of.FileName(), Bytes: kept.Bytes}, Annex: workgroup.Attachment{Name: of.AnnexFile(), Bytes: annex.Bytes}, Signed: p.Signature.Digest, Facts: workgroup.Facts{"date": p.Date, "signed": of.Signed, "again": of.Again}}
	if len(kept.Bytes) > 0 {
		return made, nil
	}
	if of.Signed {
		of.On = of.On.In(r.College.Zone)
	}
	var err error
	if made.File.Bytes, err = of.Document(); err != nil {
		return nil, err
	}
	made.Annex.Bytes, err = paper.Day{College: r.College, Tally: day, Language: workgroup.Chinese, At: p.Content.At.In(r.College.Zone), Outward: true, Cases: cases}.Workbook()
	return made, err
}
