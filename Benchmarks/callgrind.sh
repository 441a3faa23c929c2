# Sourced by the scripts that count with callgrind. A program is stripped first: valgrind fails on Swift's debug information.
# Hashing is made the same in every run, or starting would not cost the same.
command -v valgrind >/dev/null || { echo "$0: needs valgrind (apt-get install valgrind)" >&2; exit 1; }
export SWIFT_DETERMINISTIC_HASHING=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Runs a program; the instructions it took. The profile is left in $work/out.
instructions() {
  valgrind --tool=callgrind --callgrind-out-file="$work/out" "$@" 2>&1 | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
