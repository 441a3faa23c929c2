#!/bin/sh
# What an evaluation takes, by callgrind: (1300 evaluations - 300) / 1000, so that neither starting nor warming up counts.
# First instructions, of the static program; then calls that count references, check exclusive access or allocate, of the
# program that finds the Swift runtime at run time, for only there have they names. Exit code 1 says that a gate is broken.
set -eu
cd "$(dirname "$0")"
. ./callgrind.sh

# Case, most instructions, most calls that count references or check access, most allocations; - is no gate.
gates='true:60:0:0
a:350:0:0
b:5000:0:0
c:13000:0:0
d:1600:0:0
a unchecked:700:0:0
b unchecked:12000:0:0
c unchecked:30000:0:0
b over maps:-:0:0
c over maps:-:0:0
b, 20 unknown:-:-:0'

build_static() {
  build="swift build -q -c release --product expressions --scratch-path .build/static -Xlinker -s"
  linking='-Xswiftc -static-executable'
  $build $linking >"$work/log" 2>&1 || {
    echo 'evaluations: a static executable does not link here; linking the Swift runtime only'
    linking=--static-swift-stdlib
    $build $linking
  }
  cp "$($build $linking --show-bin-path)/expressions" "$work/static"
}

build_dynamic() {
  swift build -q -c release --product expressions
  cp "$(swift build -c release --show-bin-path)/expressions" "$work/dynamic"
  strip "$work/dynamic"
}

# How often a profile's functions were called, by kind: "references allocations". A function has a number, and its name stands
# where the number first appears.
calls() {
  awk '
    /^c?fn=/ {
      sub(/^c?fn=/, ""); function_id = $1
      if (NF > 1) { sub(/^[^ ]* /, ""); name[function_id] = $0 }
    }
    /^calls=/ { split($1, count, "="); called[function_id] += count[2] }
    END {
      for (id in called) {
        if (name[id] ~ /^swift_(bridgeObject|unknownObject)?([Rr]etain|[Rr]elease)(_n)?$|^swift_beginAccess$/) references += called[id]
        if (name[id] ~ /^(swift_allocObject|malloc|calloc|realloc|aligned_alloc|posix_memalign)$/) allocations += called[id]
      }
      print references + 0, allocations + 0
    }' "$work/out"
}

# The instructions of an evaluation, rounded up.
instructions_each() {
  less=$(instructions "$work/static" run "$1" 300)
  more=$(instructions "$work/static" run "$1" 1300)
  echo $(((more - less + 999) / 1000))
}

# The calls of 1000 evaluations. Starting makes some of either kind: where there are none, the names are lost.
calls_thousand() {
  instructions "$work/dynamic" run "$1" 300 >"$work/ignored"
  before=$(calls)
  instructions "$work/dynamic" run "$1" 1300 >"$work/ignored"
  set -- $before $(calls)
  [ "$1" -gt 0 ] && [ "$2" -gt 0 ] || { echo 'evaluations: no call has a name' >&2; exit 1; }
  echo $(($3 - $1)) $(($4 - $2))
}

build_static
build_dynamic
echo '| an evaluation of | instructions | gate | reference counting, access | gate | allocations | gate |'
echo '|---|---:|---:|---:|---:|---:|---:|'
echo "$gates" | (
  code=0
  while IFS=: read -r name most_instructions most_references most_allocations; do
    count=$(instructions_each "$name")
    pair=$(calls_thousand "$name")
    awk -v name="$name" -v count="$count" -v pair="$pair" \
      -v gates="$most_instructions $most_references $most_allocations" '
      BEGIN {
        split(pair, calls); split(gates, gate)
        value[1] = count; value[2] = calls[1] / 1000; value[3] = calls[2] / 1000
        line = "| " name " |"
        for (i = 1; i <= 3; i++) {
          line = line " " value[i] " | " (gate[i] == "-" ? "" : gate[i]) " |"
          if (gate[i] != "-" && value[i] > gate[i] + 0) broken = broken " over"
        }
        print line broken
        exit broken != ""
      }' || code=1
  done
  exit $code
)
