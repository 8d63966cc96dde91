package export

import "kring/toolkit/bilingual"

// Book is a document laid on pages.
type Book struct {
	Pages    []*Page
	Chapters []Chapter
	Problems []bilingual.Problem // pictures that could not be had; their captions print
	Lang     string              // that was printed, of several the first
	Ends     []Spot              // where each block of the text ends, where languages share a column
}

// Spot is a place on the pages of a book: how far down which one, in points.
type Spot struct {
	Page int
	Y    float64
}

// Chapter is a heading and where it stands.
type Chapter struct {
	Level int
	Title string // in the language of the book
	Page  int    // index in Pages
	said  []said // in all languages that are printed
}

// LayOut lays a document on pages.
func LayOut(doc bilingual.Document, o Options) (Book, error) {
	o, err := o.filled()
	if err != nil {
		return Book{}, err
	}
	o.Numbers = fullNumbers(doc, o.Numbers)
	doc = doc.Full()
	l := laid(doc, o, scale{1, 1}, newCommon()).closer(doc)
	if o.Contents {
		l.contents()
	}
	l.number()
	book := Book{Pages: l.pages, Chapters: l.chapters, Problems: l.problems, Lang: o.main(), Ends: l.ends}
	if o.Booklet {
		book.fold()
	}
	return book, nil
}

// laid has a document on its pages, with pictures and white so much smaller than they are.
func laid(doc bilingual.Document, o Options, k scale, made *common) *flow {
	l := &flow{o: o, margin: o.Paper.Width * 0.11, title: doc.Title(), titles: o.titles(doc), scale: k, common: made}
	l.width = o.Paper.Width - 2*l.margin
	if o.Layout == Columns || o.Layout == Facing {
		l.sideBySide(doc)
	} else {
		l.blocks(doc, l.newPage, l.place)
	}
	return l
}
