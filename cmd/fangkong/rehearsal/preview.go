package rehearsal

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// paragraph is one of a document's, as far as the page shows it.
type paragraph struct {
	Text    string
	Centred bool
}

// mostPreviewed is how much of a document is read for the page, in bytes.
const mostPreviewed = 1 << 20

// preview is what a .docx says, paragraph by paragraph, for whoever has no word processor beside the page; nil for any other file.
func preview(name string, data []byte) (out []paragraph) {
	if !strings.HasSuffix(name, ".docx") {
		return nil
	}
	file, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	body, err := file.Open("word/document.xml")
	if err != nil {
		return nil
	}
	defer func() { _ = body.Close() }()
	var now paragraph
	within := false // in the text of a run
	for d := xml.NewDecoder(io.LimitReader(body, mostPreviewed)); ; {
		tok, err := d.Token()
		if err != nil {
			return out // at the end, or where it cannot be read further
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "p":
				now = paragraph{}
			case "jc":
				for _, a := range t.Attr {
					now.Centred = now.Centred || a.Name.Local == "val" && a.Value == "center"
				}
			case "t":
				within = true
			case "tab", "br":
				now.Text += " "
			}
		case xml.CharData:
			if within {
				now.Text += string(t)
			}
		case xml.EndElement:
			switch {
			case t.Name.Local == "t":
				within = false
			case t.Name.Local == "p" && strings.TrimSpace(now.Text) != "":
				out = append(out, now)
			}
		}
	}
}
