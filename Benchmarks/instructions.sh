#!/bin/sh
# The ratio of tree building to libyaml's bare event scan by callgrind's instruction counts: (3 passes - 2 passes) of each, so
# that starting and making the texts do not count. Exit code 1 says that it is over 1.20.
set -eu
cd "$(dirname "$0")"
. ./callgrind.sh
swift build -c release --product bench -q
cp "$(swift build -c release --show-bin-path)/bench" "$work/bench"
strip "$work/bench"

difference() {
  more=$(instructions "$work/bench" "$1" 3)
  less=$(instructions "$work/bench" "$1" 2)
  echo $((more - less))
}

scan=$(difference scan)
tree=$(difference tree)
echo "scan $scan, tree $tree instructions for 10 replies"
awk -v scan="$scan" -v tree="$tree" 'BEGIN { printf "ratio by instructions: %.3f\n", tree / scan; exit tree / scan > 1.2 }'
