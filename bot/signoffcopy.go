package bot

import (
	"time"

	"fangkong/bot/button"
	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// officialMade keeps the document of a signed report and its annex, whose senders get both, or brings them to whoever asked.
func (bot *Bot) officialMade(b workgroup.Book, e workgroup.Errand, made errand.Official, now time.Time) {
	key, _ := button.CutLast(e.Object)
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
