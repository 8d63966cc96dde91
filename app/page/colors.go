package page

import (
	"image/color"

	"kring/sessions/course"
)

// stateColors have white letters on them with enough contrast (a test computes it);
// the sign in the cell says the same.
var stateColors = map[course.State]color.NRGBA{
	course.Present: {0x2F, 0x6B, 0x3D, 0xff}, course.Late: {0x8A, 0x5A, 0x00, 0xff},
	course.Noticed: {0x3B, 0x65, 0x94, 0xff}, course.Absent: {0xA3, 0x30, 0x1B, 0xff},
	course.Elsewhere: {0x6B, 0x4A, 0x8C, 0xff}, course.AtHome: {0x1F, 0x6F, 0x6B, 0xff},
}
