package export

import (
	"errors"
	"path"
	"strings"

	"kring/toolkit/bilingual"
)

// CheckPicture tells what is wrong with a picture, by its name and what is in its file; ""
// for one that prints.
func CheckPicture(name string, data []byte) bilingual.ProblemCode {
	drawn := strings.EqualFold(path.Ext(name), ".svg")
	if len(data) > maxPictureFile || drawn && len(data) > maxDrawingFile {
		return bilingual.HugePicture
	}
	var err error
	if drawn {
		_, err = readDrawing(data)
	} else {
		_, err = readPixels(data)
	}
	switch {
	case errors.Is(err, errPictureSize):
		return bilingual.HugePicture
	case err != nil:
		return bilingual.BadPicture
	}
	return ""
}
