package rehearsal

import (
	"archive/zip"
	"bytes"
	"reflect"
	"testing"
)

func TestADocumentIsReadForThePage(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	body, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := body.Write([]byte(`<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>疫情信息报告</w:t></w:r></w:p><w:p/>` +
		`<w:p><w:r><w:t>一、总体</w:t></w:r><w:r><w:tab/><w:t>情况 &lt;b&gt;</w:t></w:r></w:p></w:body></w:document>`)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got, want := preview("报告.docx", b.Bytes()), []paragraph{{"疫情信息报告", true}, {"一、总体 情况 <b>", false}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	for name, data := range map[string][]byte{"报告.xlsx": b.Bytes(), "坏.docx": b.Bytes()[:b.Len()/2], "空.docx": nil} {
		if got := preview(name, data); got != nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
