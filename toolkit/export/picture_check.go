package export

import (
	"bytes"
	"errors"
	"image"
	"path"
	"strings"

	"kring/toolkit/bilingual"
)

// CheckPicture tells what is wrong with a picture, by its name and what is in its file; ""
// for one that prints. Whole looks at all of it, which takes as long as printing it; if not,
// its head is believed.
func CheckPicture(name string, data []byte, whole bool) bilingual.ProblemCode {
	drawn := strings.EqualFold(path.Ext(name), ".svg")
	if len(data) > maxPictureFile || drawn && len(data) > maxDrawingFile {
		return bilingual.HugePicture
	}
	switch err := looked(data, drawn, whole); {
	case errors.Is(err, errPictureSize):
		return bilingual.HugePicture
	case err != nil:
		return bilingual.BadPicture
	}
	return ""
}

func looked(data []byte, drawn, whole bool) (err error) {
	switch {
	case drawn && whole:
		_, err = readDrawing(data)
	case drawn:
		err = checkDrawing(data)
	case whole:
		_, err = readPixels(data)
	default:
		var c image.Config
		if c, _, err = image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > maxPicturePixels {
			err = errPictureSize
		}
	}
	return err //nolint:wrapcheck // which it is, is all that counts
}
