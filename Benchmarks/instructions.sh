#!/bin/sh
# The ratio of tree building to libyaml's bare event scan by callgrind's instruction counts: (3 passes - 2 passes) of each, so
# that starting and making the texts do not count. The binary is stripped: valgrind fails on Swift's debug information.
set -eu
cd "$(dirname "$0")"
swift build -c release --product bench -q
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$(swift build -c release --show-bin-path)/bench" "$work/bench"
strip "$work/bench"

instructions() {
  valgrind --tool=callgrind --callgrind-out-file="$work/out" "$work/bench" "$1" "$2" 2>&1 |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

difference() {
  more=$(instructions "$1" 3)
  less=$(instructions "$1" 2)
  echo $((more - less))
}

scan=$(difference scan)
tree=$(difference tree)
echo "scan $scan, tree $tree instructions for 10 replies"
awk -v scan="$scan" -v tree="$tree" 'BEGIN { printf "ratio by instructions: %.3f\n", tree / scan }'
