package reading

import (
	"slices"

	"fyne.io/fyne/v2"

	"lectern/app/look"
	"lectern/data"
)

// shape is how many columns the window has room for.
type shape int

const (
	allColumns shape = iota // every column that is not hidden
	pair                    // the original and one lane
	single                  // one column at a time
)

// shapeFor chooses the shape for a width: a column needs about 17 characters'
// widths of its type to be read with pleasure.
func shapeFor(width, typeSize float32, shown int) shape {
	need := typeSize * 13.5
	switch room := int((width + gutter) / (need + gutter)); {
	case room >= shown:
		return allColumns
	case room >= 2:
		return pair
	}
	return single
}

// arrange puts the columns that fit into the row.
func (v *View) arrange() {
	ids := v.visible()
	v.fillStale(ids)
	parts := make([]fyne.CanvasObject, len(ids))
	weights := make([]float32, len(ids))
	for i, id := range ids {
		parts[i] = v.columns[id].root
		weights[i] = v.arr[v.arr.index(id)].Weight
	}
	if !slices.Equal(v.rows.parts, parts) || !slices.Equal(v.rows.weights, weights) {
		v.rows.set(parts, weights)
	}
	v.head.mark(v.arr, ids, v.shape)
	v.drawLink()
}

// visible are the columns on screen in the present shape, left to right.
func (v *View) visible() []columnID {
	shown := v.shown()
	switch {
	case v.shape == allColumns:
		return shown
	case v.shape == pair && !v.arr.hidden(original):
		return []columnID{original, v.besideLane()}
	}
	if v.from == original && !v.arr.hidden(original) {
		return []columnID{original}
	}
	return []columnID{v.besideLane()}
}

// shown are the columns that are not hidden, or shown for now.
func (v *View) shown() []columnID {
	if v.peek != "" && v.arr.hidden(v.peek) {
		return v.arr.toggled(v.peek).shown()
	}
	return v.arr.shown()
}

// besideLane is the lane shown where there is room for one.
func (v *View) besideLane() columnID {
	if v.beside == original {
		return columnOf(data.Statement)
	}
	return v.beside
}

// laid is told when the row has got its size: the shape may change with it.
func (v *View) laid() {
	size := look.Current().ReadingSize()
	if s := shapeFor(v.rows.Size().Width, size, len(v.shown())); s != v.shape {
		v.shape = s
		v.arrange()
	}
	if v.chosen == none {
		for _, c := range v.columns {
			c.page.Settle()
		}
	}
	v.drawLink()
}

// resize moves the border right of the i-th visible column.
func (v *View) resize(i int, share float32) {
	ids := v.visible()
	if i+1 >= len(ids) {
		return
	}
	v.keep(v.arr.resized(ids[i], ids[i+1], share))
}

// keep takes on an arrangement and remembers it.
func (v *View) keep(a arrangement) {
	v.arr = a
	a.save(v.config.Prefs)
	v.laid()
	v.arrange()
}

// press is a column's pill or key: where all have room it shows or hides the
// column, otherwise it brings the column in front.
func (v *View) press(id columnID) {
	if v.shape == allColumns {
		v.keep(v.arr.toggled(id))
		return
	}
	v.front(id)
}

// front brings a column on screen where there is no room for all.
func (v *View) front(id columnID) {
	if id != original {
		v.beside = id
	}
	if v.shape == single {
		v.from = id
	}
	v.arrange()
	v.align(id)
}
