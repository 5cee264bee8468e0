package stage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// backsUp has the house look whether a backup is due, as it does each minute.
func (p *play) backsUp() []store.Backup {
	p.t.Helper()
	p.BackUp()
	p.settle()
	all, err := p.options.Backups.List(p.College.Zone)
	if err != nil && !os.IsNotExist(err) && !strings.Contains(err.Error(), "not a directory") {
		p.t.Fatal(err)
	}
	return all
}

func TestABackupEachDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Backups: store.Backups{Dir: filepath.Join(t.TempDir(), "backups"), Keep: 2}})
	if all := p.backsUp(); len(all) != 1 { // none yet: at once
		t.Fatalf("at first: %v", all)
	}
	p.wait(time.Hour)
	if all := p.backsUp(); len(all) != 1 {
		t.Fatalf("an hour later: %v", all)
	}
	p.until("03:01")
	all := p.backsUp()
	if len(all) != 2 || all[1].At.Format("15:04") != "03:01" {
		t.Fatalf("at its hour: %v", all)
	}
	if f, err := store.Examine(all[1].Path, p.Now, nil); err != nil || f.Lines == 0 {
		t.Errorf("it holds %+v, %v", f, err)
	}
	p.until("03:01")
	p.wait(24 * time.Hour)
	if all := p.backsUp(); len(all) != 2 || all[0].At.Format("15:04") != "03:01" {
		t.Errorf("two are kept: %v", all)
	}
}

func TestABackupThatCannotBeMadeIsToldOnce(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		language workgroup.Language
		words    []string
	}{
		{workgroup.Chinese, []string{"数据没有备份成", "写不进去", "一份也没有"}},
		{workgroup.English, []string{"could not be backed up", "cannot be written to", "There is none yet"}},
	} {
		t.Run(string(c.language), func(t *testing.T) {
			t.Parallel()
			sample, _ := settings.Sample()
			sample.College.Language = c.language
			dir := filepath.Join(t.TempDir(), "backups")
			must(t, os.WriteFile(dir, nil, 0o600)) // a file where the folder should be
			p := newPlay(t, Options{Settings: &sample, Backups: store.Backups{Dir: dir, Keep: 14}})
			p.backsUp()
			staff := p.Holder(workgroup.Staff)
			p.sees(staff, nil, c.words...)
			told := func() (n int) {
				for _, m := range staff.Sees(nil) {
					if strings.Contains(m.Text, c.words[0]) {
						n++
					}
				}
				for _, m := range staff.Sees(p.Group) {
					if strings.Contains(m.Text, c.words[0]) {
						t.Error("the group was told")
					}
				}
				return n
			}
			p.wait(2 * time.Hour)
			p.backsUp()
			if n := told(); n != 1 {
				t.Fatalf("told %d times", n)
			}
			// Mended and broken again, it is told again.
			must(t, os.Remove(dir))
			p.wait(2 * time.Hour)
			if all := p.backsUp(); len(all) != 1 {
				t.Fatalf("mended: %v", all)
			}
			must(t, os.RemoveAll(dir))
			must(t, os.WriteFile(dir, nil, 0o600))
			p.until("03:05")
			p.backsUp()
			if n := told(); n != 2 {
				t.Errorf("broken again: told %d times", n)
			}
		})
	}
}
