#!/bin/sh
# What an evaluation takes, by callgrind: (1300 evaluations - 300) / 1000, so that neither starting nor warming up counts; of
# the 500 rules (13 - 3) / 10, all of them together.
# First instructions, of the static program; then calls that count references, check exclusive access or allocate, of the
# program that finds the Swift runtime at run time, for only there have they names. Exit code 1 says that a gate is broken.
set -eu
cd "$(dirname "$0")"
. ./callgrind.sh

# Case, evaluations to count, most instructions, most calls that count references or check access, most allocations; - is no
# gate. Of the 500 rules, the loop that goes through them retains and releases each once; evaluating them adds nothing.
gates='true:1000:60:0:0
a:1000:350:0:0
b:1000:5000:0:0
c:1000:13000:0:0
d:1000:1600:0:0
a unchecked:1000:700:0:0
b unchecked:1000:12000:0:0
c unchecked:1000:30000:0:0
b over maps:1000:-:0:0
c over maps:1000:-:0:0
b, 20 unknown:1000:-:-:0
500 rules:10:-:1000:0'

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

# The instructions of so many evaluations of a case, after some that warm up.
instructions_of() {
  less=$(instructions "$work/static" run "$1" $(($2 * 3 / 10)))
  more=$(instructions "$work/static" run "$1" $(($2 * 13 / 10)))
  echo $((more - less))
}

# Their calls. Starting makes some of either kind: where there are none, the names are lost.
calls_of() {
  instructions "$work/dynamic" run "$1" $(($2 * 3 / 10)) >"$work/ignored"
  before=$(calls)
  instructions "$work/dynamic" run "$1" $(($2 * 13 / 10)) >"$work/ignored"
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
  while IFS=: read -r name evaluations most_instructions most_references most_allocations; do
    count=$(instructions_of "$name" "$evaluations")
    pair=$(calls_of "$name" "$evaluations")
    awk -v name="$name" -v evaluations="$evaluations" -v counts="$count $pair" \
      -v gates="$most_instructions $most_references $most_allocations" '
      BEGIN {
        split(counts, count); split(gates, gate)
        line = "| " name " |"
        for (i = 1; i <= 3; i++) {
          each = count[i] / evaluations
          # Of instructions, starting takes a few more or less each time; of calls it does not.
          if (i == 1) each = int(each + 0.5)
          line = line " " each " | " (gate[i] == "-" ? "" : gate[i]) " |"
          if (gate[i] != "-" && each > gate[i] + 0) over = " over"
        }
        print line over
        exit over != ""
      }' || code=1
  done
  exit $code
)
