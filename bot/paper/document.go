package paper

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"

	"github.com/gomutex/godocx"
	"github.com/gomutex/godocx/docx"
	"github.com/gomutex/godocx/wml/ctypes"
	"github.com/gomutex/godocx/wml/stypes"

	"fangkong/store/workgroup"
)

// The layout of an official paper (GB/T 9704-2012), in twentieths of a point: A4, the head 37 mm and the binding 28 mm wide,
// the text 156 × 225 mm, 22 lines a page.
const (
	pageWidth, pageHeight  = 11906, 16838
	headMargin, footMargin = 2098, 1984
	bindMargin, edgeMargin = 1587, 1474
	lineHeight             = 579
)

// The faces of an official paper, and the sizes that 二号, 三号 and 四号 are, in points.
const (
	titleFace, bodyFace, headingFace = "方正小标宋简体", "仿宋_GB2312", "黑体"
	titleSize, bodySize, noteSize    = 22, 16, 14
)

// document is an official paper while it is written.
type document struct {
	root *docx.RootDoc
	err  error
}

// newDocument begins a paper of a college; draft says so at the head of every page.
func newDocument(c workgroup.College, draft string) *document {
	root, err := godocx.NewDocument()
	if err != nil {
		return &document{err: err}
	}
	d := &document{root: root}
	page := ctypes.NewSectionProper()
	page.PageSize = &ctypes.PageSize{Width: ptr(uint64(pageWidth)), Height: ptr(uint64(pageHeight))}
	page.PageMargin = &ctypes.PageMargin{Left: ptr(bindMargin), Right: ptr(edgeMargin), Top: ptr(headMargin), Bottom: ptr(footMargin), Header: ptr(850), Footer: ptr(1100), Gutter: ptr(0)}
	if head := headOf(c, draft); head != "" {
		page.HeaderReference = &ctypes.HeaderReference{Type: stypes.HdrFtrDefault, ID: d.part("header", running("hdr", "right", run(head, noteSize)))}
	}
	number := run("— ", noteSize) + `<w:r><w:rPr>` + size(noteSize) + `</w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr>` + size(noteSize) +
		`</w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(" —", noteSize)
	page.FooterReference = &ctypes.FooterReference{Type: stypes.HdrFtrDefault, ID: d.part("footer", running("ftr", "center", number))}
	root.Document.Body.SectPr = page
	var author bytes.Buffer
	d.err = xml.EscapeText(&author, []byte(c.Name))
	// Whose paper it is, and no time: the same parts make the same bytes.
	root.FileMap.Store("docProps/core.xml", []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties `+
		`xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>`+author.String()+`</dc:creator></cp:coreProperties>`))
	return d
}

// part adds what stands on every page and returns how the page refers to it.
func (d *document) part(kind, xml string) (id string) {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	id = "rIdPage" + kind
	d.root.FileMap.Store("word/"+kind+"1.xml", []byte(xml))
	d.root.Document.DocRels.Relationships = append(d.root.Document.DocRels.Relationships, &docx.Relationship{ID: id, Type: office + kind, Target: kind + "1.xml"})
	d.note(d.root.ContentType.AddOverride("/word/"+kind+"1.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml."+kind+"+xml"))
	return id
}

func (d *document) note(err error) { d.err = errors.Join(d.err, err) }

// running is a header or a footer.
func running(element, align, runs string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:` + element + ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="` +
		align + `"/></w:pPr>` + runs + `</w:p></w:` + element + `>`
}

func run(words string, points int) string {
	return `<w:r><w:rPr>` + size(points) + `</w:rPr><w:t xml:space="preserve">` + words + `</w:t></w:r>`
}

func size(points int) string {
	return fmt.Sprintf(`<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[1]s"/><w:sz w:val="%[2]d"/>`, "宋体", 2*points)
}

// para writes a paragraph in a face and size, with its first line so many characters in.
func (d *document) para(words, face string, points uint64, indent int, align stypes.Justification) *ctypes.ParagraphProp {
	if d.err != nil {
		return &ctypes.ParagraphProp{}
	}
	p := d.root.AddEmptyParagraph()
	p.Justification(align)
	props := p.GetCT().Property
	exact := stypes.LineSpacingRuleExact
	props.Spacing = &ctypes.Spacing{Before: ptr(uint64(0)), After: ptr(uint64(0)), Line: ptr(lineHeight), LineRule: &exact}
	if indent > 0 {
		props.Indent = &ctypes.Indent{FirstLineChars: ptr(100 * indent), FirstLine: ptr(uint64(20*int(points)) * uint64(indent))}
	}
	p.AddText(words).Size(points).Font(face)
	for _, child := range p.GetCT().Children {
		if child.Run != nil && child.Run.Property != nil {
			child.Run.Property.Fonts = &ctypes.RunFonts{Ascii: face, HAnsi: face, EastAsia: face}
		}
	}
	return props
}

func (d *document) title(words string) {
	d.para(words, titleFace, titleSize, 0, stypes.JustificationCenter)
}
func (d *document) to(words string) { d.para(words, bodyFace, bodySize, 0, stypes.JustificationLeft) }
func (d *document) heading(words string) {
	d.para(words, headingFace, bodySize, 2, stypes.JustificationLeft)
}
func (d *document) text(words string) { d.para(words, bodyFace, bodySize, 2, stypes.JustificationBoth) }
func (d *document) gap()              { d.para("", bodyFace, bodySize, 0, stypes.JustificationLeft) }

// signed writes who sends the paper and when, at the right, four characters in.
func (d *document) signed(words string) {
	d.para(words, bodyFace, bodySize, 0, stypes.JustificationRight).Indent = &ctypes.Indent{RightChars: ptr(400), Right: ptr(4 * 20 * bodySize)}
}

// bytes is the paper as a .docx.
func (d *document) bytes() ([]byte, error) {
	if d.err != nil {
		return nil, d.err
	}
	var out bytes.Buffer
	err := d.root.Write(&out)
	return out.Bytes(), err
}

func ptr[T any](v T) *T { return &v }
