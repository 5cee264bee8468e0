package errand

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

var shanghai = time.FixedZone("Asia/Shanghai", 8*3600)

// A small archive may unpack to a very large sheet: it is refused, not read.
func TestAWorkbookThatUnpacksTooLargeIsNotRead(t *testing.T) {
	f := excelize.NewFile(excelize.Options{TmpDir: t.TempDir()})
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	same := strings.Repeat("值", 10_000)
	for row := 1; row <= 700; row++ {
		if err := w.SetRow("A"+strconv.Itoa(row), []any{same}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	if out.Len() > LargestFile {
		t.Fatalf("the archive has %d bytes", out.Len())
	}
	if got := readRota("a.xlsx", out.Bytes(), "2020-01-30", shanghai); got.Failure != "read" {
		t.Errorf("read %d sheets", len(got.Sheets))
	}
}

// Whatever a file holds, it is read or it is not; nothing breaks.
func FuzzRotaFile(f *testing.F) {
	f.Add(true, []byte("日期,时段,带班领导,值班员\n1月31日,白班,李一,王二\n"))
	f.Add(true, []byte("\xef\xbb\xbfa;b\n\"c"))
	f.Add(true, []byte{0xc8, 0xd5, 0xc6, 0xda, ',', 0xff})
	f.Add(false, []byte("PK\x03\x04"))
	var out bytes.Buffer
	if err := excelize.NewFile().Write(&out); err != nil {
		f.Fatal(err)
	}
	f.Add(false, out.Bytes())
	f.Fuzz(func(t *testing.T, text bool, raw []byte) {
		name := "a.xlsx"
		if text {
			name = "a.csv"
		}
		got := readRota(name, raw, "2020-01-30", shanghai)
		if (got.Failure == "") != (len(got.Sheets) > 0) {
			t.Errorf("%d sheets, failure %q", len(got.Sheets), got.Failure)
		}
	})
}
