#!/bin/sh
# readr 2.1.4 (vroom 1.6.1, Debian 12): write_tsv with its defaults doubles a quote inside a field and does not wrap the
# field: 5" pipe is written as 5"" pipe. Its own read_tsv then gives 5"" pipe back, so that even the pair of them changes
# the text; write_csv of the same data wraps it as RFC 4180 asks. A reader cannot tell it from a text with two quotes.
# Seen 2026-11-30. Output: 'tsv 5"" pipe', 'read 5"" pipe', 'csv "5"" pipe"'. Exits 1 when that changes.
# Needs Debian 12 and root: R's packages have no form that is unpacked into a folder.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  r-cran-readr=2.1.4-1 r-cran-vroom=1.6.1-1 >/dev/null 2>&1
cat > "$dir/write.R" <<'R'
suppressMessages(library(readr))
dir <- commandArgs(TRUE)
x <- data.frame(a = '5" pipe', b = "x")
write_tsv(x, file.path(dir, "x.tsv"))
write_csv(x, file.path(dir, "x.csv"))
cat("tsv", sub("\t.*", "", readLines(file.path(dir, "x.tsv"))[2]), "\n")
cat("read", read_tsv(file.path(dir, "x.tsv"), show_col_types = FALSE)$a, "\n")
cat("csv", sub(",.*", "", readLines(file.path(dir, "x.csv"))[2]), "\n")
R
out=$(Rscript "$dir/write.R" "$dir" | sed 's/ *$//')
printf '%s\n' "$out"
[ "$out" = 'tsv 5"" pipe
read 5"" pipe
csv "5"" pipe"' ]
