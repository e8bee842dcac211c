#!/bin/sh
# xlsx (SheetJS) 0.18.5 from npm, in China's time zone, writes every Date of a cell 43 seconds late: 2026-02-02 23:59:59 is
# stored as 46056.00048611111, which is 2026-02-03 00:00:42. The day of a transaction booked in the last 43 seconds moves
# by one, in a file that is valid and looks right. In UTC the same program writes 2026-02-02 23:59:59.
# Cause: it takes the zone's difference of 1900 (Shanghai: local mean time, +8:05:43) in whole minutes off a later date.
# Seen 2026-11-30 with Node 24. Output: "Asia/Shanghai 2026-02-03 00:00:42", "UTC 2026-02-02 23:59:59".
# Exits 1 when that changes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --ignore-scripts xlsx@0.18.5 >/dev/null
cat > write.mjs <<'JS'
import XLSX from 'xlsx'
const sheet = XLSX.utils.aoa_to_sheet([[new Date(2026, 1, 2, 23, 59, 59)]], { cellDates: true })
const book = XLSX.utils.book_new()
XLSX.utils.book_append_sheet(book, sheet, 's')
const read = XLSX.read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })).Sheets.s
console.log(process.env.TZ, XLSX.SSF.format('yyyy-mm-dd hh:mm:ss', read.A1.v))
JS
china=$(TZ=Asia/Shanghai node write.mjs)
utc=$(TZ=UTC node write.mjs)
printf '%s\n%s\n' "$china" "$utc"
[ "$china" = 'Asia/Shanghai 2026-02-03 00:00:42' ] && [ "$utc" = 'UTC 2026-02-02 23:59:59' ]
