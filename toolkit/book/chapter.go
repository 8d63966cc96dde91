package book

import "kring/toolkit/bilingual"

// Chapter is a stretch of a text under one heading.
type Chapter struct {
	ID       string // of the segment of its heading; empty for what stands before the first
	Title    string
	From, To int // segments[From:To]
}

// Holds tells whether the segment at a place is in the chapter.
func (c Chapter) Holds(at int) bool { return at >= c.From && at < c.To }

// Chapters finds those of a text: they begin at the highest level of heading that it has
// more than one of. So the one title above a toolkit is no chapter, and the sessions of a
// workbook are.
func Chapters(segments []bilingual.Segment) []Chapter {
	level := chapterLevel(segments)
	var out []Chapter
	for i, s := range segments {
		begins := s.Meta == "" && s.Kind == bilingual.Heading && s.Level == level && !s.Low
		if !begins && len(out) > 0 {
			out[len(out)-1].To = i + 1
			continue
		}
		c := Chapter{From: i, To: i + 1}
		if begins {
			c.ID, c.Title = s.ID, s.Text
		}
		out = append(out, c)
	}
	return out
}

func chapterLevel(segments []bilingual.Segment) int {
	var of [7]int
	for _, s := range segments {
		if s.Meta == "" && s.Kind == bilingual.Heading && !s.Low && s.Level < len(of) {
			of[s.Level]++
		}
	}
	for level, n := range of {
		if n > 1 {
			return level
		}
	}
	return 1
}
