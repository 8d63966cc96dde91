// Package mishap has only tests: what happens to a vault when the laptop has a bad day. The
// power goes in the middle of anything, the disk is full or gives up, the stick is pulled out,
// a sync tool copies while Kring writes. They drive all rooms together, as nothing below app can.
package mishap
