package paper

import (
	"fmt"
	"math"

	"github.com/go-analyze/charts"

	"fangkong/store/workgroup"
)

const (
	panels      = 3 // side by side
	panelHeight = 300
	trendHead   = 120
)

// Trend is the college's figures day by day: a line for each question of the form, in a field of its own, as PNG. A day without a single
// answer is a gap and no zero; who had not filed is missing from a day's sum, and the line below the title says how many did.
func (s Span) Trend() ([]byte, error) {
	if len(s.Days) == 0 {
		return nil, errNoDay
	}
	s = s.begun()
	today := s.Days[len(s.Days)-1]
	items := s.College.FormOn(today.Round.Date).Items
	c := newCanvas(pictureWidth, trendHead+(len(items)+panels-1)/panels*panelHeight, s.Language)
	c.write(s.headed(c.word("book/trend-title", "date", s.date())), margin, 40, 26, ink)
	c.write(c.word("book/trend-below", "filed", today.Filed(), "due", len(today.Lines), "left", s.left(""), "at", s.At.Format("15:04")), margin, 84, 17, faint)
	wide := (pictureWidth - 2*margin) / panels
	for i, item := range items {
		left, top := margin+i%panels*wide, trendHead+i/panels*panelHeight
		if err := s.panel(c, item, charts.Box{Left: left, Top: top, Right: left + wide - 12, Bottom: top + panelHeight - 16, IsSet: true}); err != nil {
			return nil, fmt.Errorf("trend of %s: %w", item.Key, err)
		}
	}
	return c.Bytes()
}

// panel draws one question.
func (s Span) panel(c canvas, item workgroup.Item, box charts.Box) error {
	label := s.College.FormOn(s.Days[len(s.Days)-1].Round.Date).LabelOf(item.Key)
	values, days, most := make([]float64, 0, len(s.Days)), make([]string, 0, len(s.Days)), 0.0
	var says workgroup.TotalLine // of the last day; covers nobody where nobody has told
	for _, day := range s.Days {
		value := charts.GetNullValue()
		says = workgroup.TotalLine{}
		for _, line := range day.Totals {
			if line.Key == item.Key && line.Covered > 0 {
				value, says = float64(line.Sum), line
				most = max(most, value)
			}
		}
		values, days = append(values, value), append(days, short(day.Round.Date))
	}
	words := c.word("book/trend-label", "label", label, "told", says.Covered > 0, "n", says.Sum, "compare", says.Known > 0 && says.Change != 0, "change", says.Change, "left", s.left(item.Key))
	c.write(c.fit(words, box.Width(), 16), box.Left, box.Top+18, 16, ink)
	opt := charts.NewLineChartOptionWithData([][]float64{values})
	opt.Theme = charts.GetTheme(charts.ThemeLight)
	small := charts.FontStyle{FontSize: 10, FontColor: faint, Font: font()}
	opt.Legend.Show = charts.Ptr(false)
	opt.XAxis.Labels, opt.XAxis.LabelFontStyle = days, small
	opt.LineStrokeWidth = 3
	opt.Padding = charts.Box{Left: 4, Right: 12, Top: 4, Bottom: 4, IsSet: true}
	if len(opt.YAxis) == 0 {
		opt.YAxis = []charts.YAxisOption{{}}
	}
	// Five whole numbers on the left, and days far enough apart below.
	opt.YAxis[0].LabelFontStyle, opt.YAxis[0].LabelCount = small, 5
	opt.YAxis[0].Min, opt.YAxis[0].Max = charts.Ptr(0.0), charts.Ptr(4*(1+math.Floor(most/4)))
	opt.XAxis.LabelCount = min(4, len(days))
	opt.ValueFormatter = func(v float64) string { return fmt.Sprintf("%.0f", v) }
	box.Top += 40
	return c.Child(charts.PainterBoxOption(box)).LineChart(opt)
}
