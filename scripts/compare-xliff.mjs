// Reads an XLIFF file with the npm package xliff and writes what it understood as a new one.
import { readFileSync, writeFileSync } from 'node:fs'
import { xliff2js, js2xliff, xliff12ToJs, jsToXliff12 } from 'xliff'

const [version, from, to] = process.argv.slice(2)
const text = readFileSync(from, 'utf8')
const out = version === '1.2'
  ? jsToXliff12(await xliff12ToJs(text), { indent: ' ' }, () => {})
  : js2xliff(await xliff2js(text), { indent: ' ', targetXliffVersion: '2.1' }, () => {})
writeFileSync(to, await out)
