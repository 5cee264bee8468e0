package settings

import (
	"path/filepath"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // a bare container knows no zones

	"fangkong/store/workgroup"
)

// Settings are what fangkong.toml says.
type Settings struct {
	College   workgroup.College
	Zone      string            // as written; College.Zone is what it means, Asia/Shanghai's when it means nothing
	Times     map[string]string // step of the day → “14:00” or a cron expression
	Data      string            // the store's file
	TokenFile string            // the file with the bot's token; "" when the token comes another way
	Backup    Backup
	SelfCheck string // when the bot looks at its own state each day
	Touch     string // the file or address that is touched each minute while all is well; "" for none

	file  string
	lines map[string]int
}

// Backup is when and where the data is backed up each day.
type Backup struct {
	At     string // a time of day, or a cron expression
	Folder string // "": beside the data
}

// What a file that does not say otherwise means.
const (
	backupOtherwise = "03:00"
	checkOtherwise  = "13:30"

	zoneOtherwise = "Asia/Shanghai"
	dataOtherwise = "fangkong.db"
)

// timesOtherwise are the notice's (二（六）), and the office's own reminders before them.
var timesOtherwise = map[workgroup.StepName]string{
	workgroup.StepOpen: "06:00", workgroup.StepHandover: "08:30", workgroup.StepRemind: "14:00", workgroup.StepAgain: "14:20",
	workgroup.StepUnits: "14:30", workgroup.StepNudge: "14:45", workgroup.StepLeads: "15:00",
	workgroup.StepPack: "15:05", workgroup.StepAnswers: "15:40", workgroup.StepFreeze: "15:50", workgroup.StepMeeting: "16:00",
	workgroup.StepEvening: "20:00",
}

// Load reads fangkong.toml. File names in it are meant from where it stands. What cannot be read is a fault, and stands
// as if it had not been written.
func Load(path string) (Settings, Faults) {
	var r reading
	s := r.settings(r.open(path), filepath.Dir(path))
	return s, r.faults.sorted()
}

func (r *reading) settings(t *table, dir string) Settings {
	if t == nil {
		t = &table{reading: r}
	}
	s := Settings{file: r.file, lines: r.lines, Times: map[string]string{}}
	c := &s.College
	c.Name = t.text("name", "")
	s.Zone = t.text("zone", zoneOtherwise)
	c.Zone = zoneOf(s.Zone)
	c.Language = workgroup.Language(t.text("language", string(workgroup.Chinese)))
	c.DutyPhone = t.text("duty_phone", "")
	c.SentBy = t.text("sent_by", workgroup.UsuallySentBy)
	s.Data = beside(dir, t.text("data", dataOtherwise))
	s.TokenFile = beside(dir, t.text("token_file", ""))

	group := t.sub("group")
	c.Group = group.number("id")
	group.close()

	times := t.sub("times")
	for _, step := range workgroup.StepNames {
		s.Times[string(step)] = times.text(string(step), timesOtherwise[step])
	}
	times.close()

	backup := t.sub("backup")
	s.Backup = Backup{At: backup.text("at", backupOtherwise), Folder: beside(dir, backup.text("folder", ""))}
	backup.close()

	watch := t.sub("watch")
	s.SelfCheck = watch.text("check", checkOtherwise)
	if s.Touch = watch.text("touch", ""); !strings.Contains(s.Touch, "://") {
		s.Touch = beside(dir, s.Touch)
	}
	watch.close()

	c.Bodies = t.bodies()
	c.Recipients = t.recipients()
	c.Forms = t.forms()
	c.Ladder = t.ladder()
	c.Waits = t.waits()
	c.Notices, c.Quiet = t.notices()
	t.close()
	return s
}

func (t *table) bodies() map[string]workgroup.Named {
	out := map[string]workgroup.Named{}
	all := t.sub("bodies")
	for key, usual := range workgroup.Bodies {
		body := all.sub(key)
		own := workgroup.Named{Name: body.text("name", usual.Name), English: body.text("english", "")}
		if own.Name == usual.Name && own.English == "" { // another name has no English one until it is written
			own.English = usual.English
		}
		out[key] = own
		body.close()
	}
	all.close()
	return out
}

// recipients are the authorities that reports go to; none where the file names none: the one body then.
func (t *table) recipients() (out []workgroup.Recipient) {
	list, _ := t.subs("recipients")
	for _, one := range list {
		out = append(out, workgroup.Recipient{Named: workgroup.Named{Name: one.text("name", ""), English: one.text("english", "")}, How: one.text("how", ""), By: one.text("by", "")})
		one.close()
	}
	return out
}

// forms are the versions of the daily report; the nine questions when the file has none.
func (t *table) forms() []workgroup.Form {
	list, written := t.subs("form")
	if !written {
		return []workgroup.Form{labelled(workgroup.DefaultForm())}
	}
	var out []workgroup.Form
	for _, f := range list {
		form := workgroup.Form{Version: int(f.number("version")), From: workgroup.Date(f.text("from", ""))}
		items, _ := f.subs("items")
		for _, i := range items {
			form.Items = append(form.Items, i.item())
		}
		f.close()
		out = append(out, form)
	}
	return out
}

func (t *table) item() workgroup.Item {
	i := workgroup.Item{Key: workgroup.Key(t.text("key", ""))}
	known := workgroup.Form{}.LabelOf(i.Key)
	i.Label = workgroup.Named{Name: t.text("label", known.Name), English: t.text("english", known.English)}
	i.Words, _ = t.texts("words")
	i.Details = taken[workgroup.Key](t, "details")
	i.Kinds = taken[workgroup.UnitKind](t, "kinds")
	i.Split = t.flag("split")
	i.Checks = taken[workgroup.Check](t, "checks")
	if i.Checks == nil {
		i.Checks = workgroup.AllChecks
	}
	i.Plain = t.flag("plain")
	t.close()
	return i
}

// taken takes a list of one of the vocabulary's words; nil when the key is not there.
func taken[T ~string](t *table, key string) []T {
	list, ok := t.texts(key)
	if !ok {
		return nil
	}
	out := make([]T, len(list))
	for i, s := range list {
		out[i] = T(s)
	}
	return out
}

// labelled is a form with the office's words on every item that has none of its own.
func labelled(f workgroup.Form) workgroup.Form {
	f.Items = slices.Clone(f.Items)
	for i := range f.Items {
		f.Items[i].Label = f.LabelOf(f.Items[i].Key)
	}
	return f
}

// zoneOf is the zone of a name, Asia/Shanghai for one that is none.
func zoneOf(name string) *time.Location {
	for _, n := range []string{name, zoneOtherwise} {
		if zone, err := time.LoadLocation(n); err == nil && n != "" && n != "Local" {
			return zone
		}
	}
	return time.UTC
}

// beside is a file named in another: meant from where that one stands.
func beside(dir, name string) string {
	if name == "" || filepath.IsAbs(name) || strings.HasPrefix(name, "~") {
		return name
	}
	return filepath.Join(dir, name)
}
