package bot

import (
	"context"
	"errors"
	"time"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// officialErrand makes a report's document and its annex: for whoever asked, or, of one that was just signed, to be kept for good.
const officialErrand = "official"

// errNoPaper is an errand for a report that is not there.
var errNoPaper = errors.New("no such report")

// OfficialMade is a report's document, with the workbook that it names as its annex.
type OfficialMade struct {
	File   workgroup.Attachment
	Annex  workgroup.Attachment
	Signed string // the signature it was made for; "" of one that is not signed
	Facts  workgroup.Facts
}

// makeOfficial makes a report's document from what it says, and its annex from the figures as they were when it was sent round. What is kept is
// not made again.
func (r *Runner) makeOfficial(ctx context.Context, e workgroup.Errand) (any, error) {
	key, _ := cutLast(e.Object)
	var p workgroup.Paper
	var kept, annex workgroup.PaperCopy
	var day workgroup.Tally
	var reader, signer workgroup.Person
	known := false
	if err := r.Desk.View(func(b workgroup.Book) error {
		p, known = workgroup.Papers.Get(b, key)
		kept, _ = workgroup.PaperCopies.Get(b, p.Copy)
		annex, _ = workgroup.PaperCopies.Get(b, p.Annex)
		then := workgroup.AsOf(b, p.Content.At)
		round, _ := workgroup.Rounds.Get(then, string(p.Date))
		day = r.Rules.College.Count(then, round)
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
	of := paper.Official{College: r.Rules.College, Date: p.Date, Parts: p.Content.Parts, Signed: p.Signature.Done(), Signer: signer.Name, On: p.Signature.At, Again: p.Corrects != "", Number: p.Number, Voided: len(p.Void), At: p.Content.At.In(r.Rules.College.Zone)}
	made := OfficialMade{File: workgroup.Attachment{Name: of.FileName(), Bytes: kept.Bytes}, Annex: workgroup.Attachment{Name: of.AnnexFile(), Bytes: annex.Bytes}, Signed: p.Signature.Digest, Facts: workgroup.Facts{"date": p.Date, "signed": of.Signed, "again": of.Again}}
	if len(kept.Bytes) > 0 {
		return made, nil
	}
	if of.Signed {
		of.On = of.On.In(r.Rules.College.Zone)
	}
	var err error
	if made.File.Bytes, err = of.Document(); err != nil {
		return nil, err
	}
	made.Annex.Bytes, err = paper.Day{College: r.Rules.College, Tally: day, Language: workgroup.Chinese, At: p.Content.At.In(r.Rules.College.Zone)}.Workbook()
	return made, err
}

// officialMade keeps the document of a signed report and its annex, whose senders get both, or brings them to whoever asked.
func (bot *Bot) officialMade(b workgroup.Book, e workgroup.Errand, made OfficialMade, now time.Time) {
	key, _ := cutLast(e.Object)
	// Whoever asks for a signed one that could not be kept before has it kept.
	kept := false
	if made.Signed != "" {
		_, kept = workgroup.KeepCopy(b, key, made.Signed, made.File, made.Annex, now)
	}
	to := workgroup.Holders(b, workgroup.Drafters...)
	switch reader, ok := workgroup.People.Get(b, string(e.By)); {
	case kept:
	case !ok || !mayReadPaper(reader):
		return
	default:
		to = []workgroup.Person{reader}
	}
	made.Facts["asked"] = !kept
	made.Facts["annexed"] = len(made.Annex.Bytes) > 0 // those of before annexes were kept have none
	letter := workgroup.Letter{Lane: "talk", Facts: made.Facts, Silent: true, Written: now, Until: now.Add(24 * time.Hour), About: workgroup.Ref{Object: "official/" + key}}
	var letters []workgroup.Letter
	for _, one := range []struct {
		text string
		file workgroup.Attachment
	}{{"say/paper-annex", made.Annex}, {"say/paper-official", made.File}} {
		if len(one.file.Bytes) > 0 {
			one.file.Written = now
			letter.Text, letter.Attached = one.text, workgroup.Attach(b, one.file)
			letters = append(letters, letter)
		}
	}
	letters[len(letters)-1].Silent = !kept
	for _, one := range to {
		for _, l := range letters {
			bot.College.Tell(b, one, l)
		}
	}
}
