package paper

import (
	"bytes"
	"encoding/xml"
	"errors"

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
	titleFace, bodyFace, headingFace, nameFace = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
	titleSize, bodySize, noteSize              = 22, 16, 14
)

// document is an official paper while it is written.
type document struct {
	root  *docx.RootDoc
	pages string // how its pages refer to what stands on them
	err   error
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
	root.Document.Body.SectPr = page
	d.furnish(headOf(c, draft))
	var author bytes.Buffer
	d.err = xml.EscapeText(&author, []byte(c.Name))
	// Whose paper it is, and no time: the same parts make the same bytes.
	root.FileMap.Store("docProps/core.xml", []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties `+
		`xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>`+author.String()+`</dc:creator></cp:coreProperties>`))
	return d
}

func (d *document) note(err error) { d.err = errors.Join(d.err, err) }

// faced is words in a face.
type faced struct{ words, face string }

// para writes a paragraph in a face and size, with its first line so many characters in.
func (d *document) para(words, face string, points uint64, indent int, align stypes.Justification) *ctypes.ParagraphProp {
	return d.runs(points, indent, align, faced{words, face})
}

// runs writes a paragraph of several faces.
func (d *document) runs(points uint64, indent int, align stypes.Justification, all ...faced) *ctypes.ParagraphProp {
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
	for _, one := range all {
		p.AddText(one.words).Size(points).Font(one.face)
		child := p.GetCT().Children[len(p.GetCT().Children)-1]
		if child.Run != nil && child.Run.Property != nil {
			child.Run.Property.Fonts = &ctypes.RunFonts{Ascii: one.face, HAnsi: one.face, EastAsia: one.face}
		}
	}
	return props
}

func (d *document) title(words string) {
	d.para(words, titleFace, titleSize, 0, stypes.JustificationCenter)
}
func (d *document) to(words string) { d.para(words, bodyFace, bodySize, 0, stypes.JustificationLeft) }

// heading writes a heading, which goes over to the next page with what it is of.
func (d *document) heading(words string) {
	d.para(words, headingFace, bodySize, 2, stypes.JustificationLeft).KeepNext = &ctypes.OnOff{}
}

func (d *document) text(words string) *ctypes.ParagraphProp {
	return d.para(words, bodyFace, bodySize, 2, stypes.JustificationBoth)
}

// gap is half an empty line: with whole ones a report of an ordinary day is a page longer, and its last page holds hardly more than the sender.
func (d *document) gap() *ctypes.ParagraphProp {
	props := d.para("", bodyFace, bodySize/2, 0, stypes.JustificationLeft)
	if props.Spacing != nil {
		props.Spacing.Line = ptr(lineHeight / 2)
	}
	return props
}

// parts writes headings and what stands below them, and returns the last paragraph.
func (d *document) parts(parts []workgroup.PaperPart) (last *ctypes.ParagraphProp) {
	last = &ctypes.ParagraphProp{}
	for _, part := range parts {
		if part.Heading != "" {
			d.heading(part.Heading)
		}
		for _, words := range part.Lines {
			last = d.text(words)
		}
	}
	return last
}

// end closes the paper: a last remark below the body, and who sends it and when. All of it stays on one page with the end of the body, after
// which it comes: a page with nothing but the sender is none that anybody signs.
func (d *document) end(body *ctypes.ParagraphProp, remark, sender, date string) {
	kept := []*ctypes.ParagraphProp{body, d.gap(), d.text(remark), d.gap(), d.signed(sender, centred(sender, date)), d.signed(date, dateIn)}
	for _, p := range kept {
		p.KeepLines = &ctypes.OnOff{}
	}
	for _, p := range kept[:len(kept)-1] {
		p.KeepNext = &ctypes.OnOff{}
	}
}

// dateIn is how many characters the date of a paper stands in from the right, in hundredths.
const dateIn = 400

// centred is how far in the sender stands, in hundredths of a character, so that it is above the middle of the date.
func centred(sender, date string) int {
	return max(0, dateIn+(wideness(date)-wideness(sender))/2)
}

// wideness is how wide words are, in hundredths of a Chinese character.
func wideness(words string) (n int) {
	for _, r := range words {
		if r > 0x2000 {
			n += 100
		} else {
			n += 50
		}
	}
	return n
}

// signer writes who signs the paper, at the right above its title, one character in; on a draft the name is still to come. Its number stands on
// the left of that line once it has one, which is after it was sent: the office writes it there.
func (d *document) signer(name string) {
	if name == "" {
		name = "　　　"
	}
	p := d.runs(bodySize, 0, stypes.JustificationRight, faced{"签发人：", bodyFace}, faced{name, nameFace})
	p.Indent = &ctypes.Indent{RightChars: ptr(100), Right: ptr(20 * bodySize)}
}

// signed writes a line of who sends the paper and when, at the right, so many hundredths of a character in.
func (d *document) signed(words string, in int) *ctypes.ParagraphProp {
	p := d.para(words, bodyFace, bodySize, 0, stypes.JustificationRight)
	p.Indent = &ctypes.Indent{RightChars: ptr(in), Right: ptr(in * 20 * bodySize / 100)}
	return p
}

// bytes is the paper as a .docx.
func (d *document) bytes() ([]byte, error) {
	if d.err != nil {
		return nil, d.err
	}
	var out bytes.Buffer
	if err := d.root.Write(&out); err != nil {
		return nil, err
	}
	return d.paged(out.Bytes())
}

func ptr[T any](v T) *T { return &v }
