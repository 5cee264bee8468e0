package paper

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
)

// within is a file of a .docx as it is written; "" of one that is not there.
func within(t *testing.T, raw []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	xml, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(xml)
}

// A heading never ends a page, and who sends the paper never begins one alone: each goes over with what it belongs to.
func TestHeadingsAndTheSignatureStandWithText(t *testing.T) {
	r := report(t)
	r.Work, r.Plans = "宿舍消毒两次", "无"
	raw, err := r.Document()
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := strings.Split(within(t, raw, "word/document.xml"), "</w:p>")
	plain := func(i int) string { return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(paragraphs[i], "") }
	plans, signed := 0, 0
	for i := range paragraphs {
		if regexp.MustCompile(`^[一二三四五]、`).MatchString(plain(i)) && !strings.Contains(paragraphs[i], "w:keepNext") {
			t.Errorf("may end a page: %s", plain(i))
		}
		switch plain(i) {
		case "五、存在困难和下一步打算":
			plans = i
		case r.College.Name:
			signed = i
		}
	}
	for i := plans; i <= signed; i++ {
		if !strings.Contains(paragraphs[i], "w:keepNext") {
			t.Errorf("may part from the signature: %q", plain(i))
		}
	}
	// The date stands four characters in, whoever sends it above its middle.
	if !strings.Contains(paragraphs[signed], `w:rightChars="325"`) || !strings.Contains(paragraphs[signed+1], `w:rightChars="400"`) {
		t.Errorf("stands otherwise:\n%s\n%s", paragraphs[signed], paragraphs[signed+1])
	}
}

// The number of a page is at its outer side, as of a paper printed on both; that it is a draft stands on all of them.
func TestPagesAreNumberedAtTheirOuterSide(t *testing.T) {
	raw, err := report(t).Document()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"word/footer1.xml": `<w:jc w:val="right"/>`, "word/footer2.xml": `<w:jc w:val="left"/>`, "word/header1.xml": "送审稿", "word/header2.xml": "送审稿", "word/settings.xml": "<w:evenAndOddHeaders/>"} {
		if got := within(t, raw, name); !strings.Contains(got, want) {
			t.Errorf("%s lacks %s:\n%s", name, want, got)
		}
	}
	of := within(t, raw, "word/document.xml")
	for _, want := range []string{`<w:headerReference w:type="even"`, `<w:footerReference w:type="even"`, `w:type="default"`} {
		if !strings.Contains(of, want) {
			t.Errorf("the pages lack %s", want)
		}
	}
	if r := report(t); true {
		signed, err := (Official{College: r.College, Date: r.Tally.Round.Date, Parts: r.Parts(), Signed: true, Signer: "吕景霖"}).Document()
		if err != nil {
			t.Fatal(err)
		}
		if within(t, signed, "word/header2.xml") != "" || strings.Contains(within(t, signed, "word/document.xml"), "headerReference") {
			t.Error("a signed paper has a head")
		}
		if of := within(t, signed, "word/document.xml"); !strings.Contains(of, "签发人：") || !strings.Contains(of, "吕景霖") || !strings.Contains(of, `w:eastAsia="楷体_GB2312"`) {
			t.Error("who signed it does not stand above it")
		}
	}
}

// What is left empty takes half a line: a report of an ordinary day is two pages.
func TestWhatIsLeftEmptyTakesHalfALine(t *testing.T) {
	raw, err := report(t).Document()
	if err != nil {
		t.Fatal(err)
	}
	gaps := 0
	for _, p := range strings.Split(within(t, raw, "word/document.xml"), "</w:p>") {
		if at := strings.LastIndex(p, "<w:p>"); at >= 0 && regexp.MustCompile(`<w:t[ >]`).FindString(p[at:]) == "" || strings.Contains(p, `<w:t></w:t>`) {
			if gaps++; !strings.Contains(p, `w:line="289"`) {
				t.Errorf("an empty line: %s", p)
			}
		}
	}
	if gaps != 4 {
		t.Errorf("%d gaps", gaps)
	}
}
