package bot

import (
	"context"
	"errors"
	"time"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// officialErrand makes a report's document: for whoever asked, or, of one that was just signed, to be kept for good.
const officialErrand = "official"

// errNoPaper is an errand for a report that is not there.
var errNoPaper = errors.New("no such report")

// OfficialMade is a report's document.
type OfficialMade struct {
	File   workgroup.Attachment
	Signed string // the signature it was made for; "" of one that is not signed
	Facts  workgroup.Facts
}

// makeOfficial makes a report's document from what it says. One that is kept is not made again.
func (r *Runner) makeOfficial(ctx context.Context, e workgroup.Errand) (any, error) {
	key, _ := cutLast(e.Object)
	var p workgroup.Paper
	var kept workgroup.PaperCopy
	var reader workgroup.Person
	known := false
	if err := r.Desk.View(func(b workgroup.Book) error {
		p, known = workgroup.Papers.Get(b, key)
		kept, _ = workgroup.PaperCopies.Get(b, p.Copy)
		reader, _ = workgroup.People.Get(b, string(e.By))
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
	of := paper.Official{College: r.Rules.College, Date: p.Date, Parts: p.Content.Parts, Signed: p.Signature.Done(), On: p.Signature.At, Again: p.Corrects != ""}
	made := OfficialMade{File: workgroup.Attachment{Name: of.FileName(), Bytes: kept.Bytes}, Signed: p.Signature.Digest, Facts: workgroup.Facts{"date": p.Date, "signed": of.Signed, "again": of.Again}}
	if len(kept.Bytes) > 0 {
		return made, nil
	}
	if of.Signed {
		of.On = of.On.In(r.Rules.College.Zone)
	}
	var err error
	made.File.Bytes, err = of.Document()
	return made, err
}

// officialMade keeps the document of a signed report, whose senders get it, or brings one to whoever asked for it.
func (bot *Bot) officialMade(b workgroup.Book, e workgroup.Errand, made OfficialMade, now time.Time) {
	key, _ := cutLast(e.Object)
	// Whoever asks for a signed one that could not be kept before has it kept.
	kept := false
	if made.Signed != "" {
		_, kept = workgroup.KeepCopy(b, key, made.Signed, made.File.Name, made.File.Bytes, now)
	}
	to := workgroup.Holders(b, workgroup.Drafters...)
	switch reader, ok := workgroup.People.Get(b, string(e.By)); {
	case kept:
	case !ok || !mayReadPaper(reader):
		return
	default:
		to = []workgroup.Person{reader}
	}
	made.File.Written = now
	attached := workgroup.Attach(b, made.File)
	made.Facts["asked"] = !kept
	for _, one := range to {
		bot.College.Tell(b, one, workgroup.Letter{Lane: "talk", Text: "say/paper-official", Facts: made.Facts, Attached: attached, Silent: !kept, Written: now,
			Until: now.Add(24 * time.Hour), About: workgroup.Ref{Object: "official/" + key}})
	}
}
