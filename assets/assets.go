// Package assets embeds what Kring ships as files: fonts, the icon, programmes,
// toolkits, the workbook, recipes, the calendar and the demo's sign-up list. Texts are files, not Go.
package assets
