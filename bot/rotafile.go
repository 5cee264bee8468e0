package bot

import (
	"slices"
	"strconv"
	"time"

	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// document is a file that somebody sends in private: a roster, when the office sends it. done says that it was taken for one.
func (t *turn) document() (done bool, err error) {
	doc := t.msg.Document
	if doc == nil || t.edited || !t.private() || !t.known || !t.person.MakesRota() {
		return false, nil
	}
	switch {
	case errand.FileKind(doc.FileName) == "":
		return true, workgroup.Refuse(workgroup.BadFile, "people", errand.OfPeople(doc.FileName))
	case doc.FileSize > errand.LargestFile:
		return true, workgroup.Refuse(workgroup.LargeFile, "most", errand.LargestFile>>10, "people", errand.OfPeople(doc.FileName))
	}
	workgroup.Send(t.b, workgroup.Errand{Kind: errand.ForRota, Object: doc.FileID, Facts: workgroup.Facts{"name": doc.FileName}, By: t.person.ID, Written: t.now})
	t.reply("say/rota-reading", workgroup.Facts{"source": excerpt(doc.FileName)})
	return true, nil
}

// rotaFetched decides over a roster that was fetched: it is shown, or one of its sheets asked for.
func (bot *Bot) rotaFetched(b workgroup.Book, e workgroup.Errand, file errand.RotaFile, now time.Time) {
	p, ok := workgroup.People.Get(b, string(e.By))
	if !ok || !p.MakesRota() {
		return // no longer of the office
	}
	name, _ := e.Facts["name"].(string)
	switch {
	case file.Failure != "":
		bot.College.Tell(b, p, workgroup.Letter{Lane: "talk", Text: "say/rota-failed", Facts: workgroup.Facts{"source": excerpt(name), "why": file.Failure, "people": errand.OfPeople(name)}, Written: now})
	case len(file.People) > 0:
		bot.previewStaffing(b, p, bot.ProposePeople(b, p, name, file.People, now), now)
	case len(file.Sheets) == 1:
		r := bot.College.ProposeRota(b, p, name, file.Sheets[0].Rows, file.Sheets[0].Faults, now)
		bot.previewRota(b, p, r, now)
	default:
		sheets := slices.Clone(file.Sheets[:min(len(file.Sheets), 12)])
		r := bot.College.AskSheet(b, p, name, sheets, now)
		l := workgroup.Letter{Lane: "talk", Text: "say/rota-which", Facts: workgroup.Facts{"source": excerpt(name)}, Written: now, About: workgroup.Ref{Object: "rota/" + r.Key()}}
		for i, s := range sheets {
			l.Buttons = append(l.Buttons, []workgroup.Button{{Label: "button/rota-sheet", Facts: workgroup.Facts{"name": s.Name, "n": len(s.Rows)},
				Verb: "whichrota", Object: r.Key() + "/" + strconv.Itoa(i)}})
		}
		bot.College.Tell(b, p, l)
	}
}
