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
	c.write(s.headed(c.in("各项现有人数　", "People, day by day, ")+string(today.Round.Date)), margin, 40, 26, ink)
	c.write(fmt.Sprintf(c.in("已报 %d/%d，未报单位不计入（%s）", "filed %d/%d; who has not filed is left out (%s)"), today.Filed(), len(today.Lines), s.At.Format("15:04")), margin, 84, 17, faint)
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
	words := c.in("　未报", ": not told")
	for _, day := range s.Days {
		value := charts.GetNullValue()
		words = c.in("　未报", ": not told")
		for _, line := range day.Totals {
			if line.Key == item.Key && line.Covered > 0 {
				value, words = float64(line.Sum), fmt.Sprintf(c.in("　%d", ": %d"), line.Sum)
				if line.Known > 0 && line.Change != 0 {
					words += fmt.Sprintf(c.in("（较昨日%+d）", " (%+d)"), line.Change)
				}
				most = max(most, value)
			}
		}
		values, days = append(values, value), append(days, short(day.Round.Date))
	}
	c.write(c.fit(c.in(label.Name, label.English)+words, box.Width(), 16), box.Left, box.Top+18, 16, ink)
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
