package paper

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/gomutex/godocx/docx"
)

// furnish gives every page its head, if there is one, and its number, which stands at the outer side of the page: at the right of an odd
// one, at the left of an even one.
func (d *document) furnish(head string) {
	for i, of := range []struct{ kind, align string }{{"default", "right"}, {"even", "left"}} {
		if head != "" {
			d.running("header", of.kind, i+1, "right", run(head))
		}
		number := run("— ") + `<w:r><w:rPr>` + face + `</w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr>` + face +
			`</w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(" —")
		d.running("footer", of.kind, i+1, of.align, number)
	}
	const settings, before = "word/settings.xml", "<w:characterSpacingControl"
	if raw, ok := d.root.FileMap.Load(settings); ok {
		d.root.FileMap.Store(settings, bytes.Replace(raw.([]byte), []byte(before), []byte("<w:evenAndOddHeaders/>"+before), 1))
	}
}

// face is that of a head and of the number of a page: 四号, 宋体.
var face = fmt.Sprintf(`<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[1]s"/><w:sz w:val="%[2]d"/>`, "宋体", 2*noteSize)

func run(words string) string {
	words = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(words)
	return `<w:r><w:rPr>` + face + `</w:rPr><w:t xml:space="preserve">` + words + `</w:t></w:r>`
}

// running adds a header or a footer of one kind of page, one character in from its side.
func (d *document) running(what, kind string, number int, align, runs string) {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	element := map[string]string{"header": "hdr", "footer": "ftr"}[what]
	name, id := fmt.Sprintf("%s%d.xml", what, number), fmt.Sprintf("rIdPage%s%d", what, number)
	side := map[string]string{"left": "w:left", "right": "w:right"}[align]
	d.root.FileMap.Store("word/"+name, []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:`+element+` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>`+
		fmt.Sprintf(`<w:ind %sChars="100" %s="%d"/>`, side, side, 20*noteSize)+`<w:jc w:val="`+align+`"/></w:pPr>`+runs+`</w:p></w:`+element+`>`))
	d.root.Document.DocRels.Relationships = append(d.root.Document.DocRels.Relationships, &docx.Relationship{ID: id, Type: office + what, Target: name})
	d.note(d.root.ContentType.AddOverride("/word/"+name, "application/vnd.openxmlformats-officedocument.wordprocessingml."+what+"+xml"))
	d.pages += fmt.Sprintf(`<w:%sReference w:type="%s" r:id="%s"/>`, what, kind, id)
}

// paged is the .docx with what its pages refer to: the library knows one head and one foot, and a paper has those of odd and of even pages.
func (d *document) paged(raw []byte) ([]byte, error) {
	from, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range from.File {
		if f.Name != "word/document.xml" {
			err = errors.Join(err, to.Copy(f))
			continue
		}
		r, bad := f.Open()
		if bad != nil {
			return nil, bad
		}
		words, bad := io.ReadAll(r)
		w, worse := to.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified})
		if bad = errors.Join(bad, worse, r.Close()); bad != nil {
			return nil, bad
		}
		_, bad = io.WriteString(w, strings.Replace(string(words), "<w:sectPr>", "<w:sectPr>"+d.pages, 1))
		err = errors.Join(err, bad)
	}
	err = errors.Join(err, to.Close())
	return out.Bytes(), err
}
