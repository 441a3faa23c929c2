#!/bin/sh
# Writes embedded.c anew: every YAML file below this folder, sorted by the bytes of its path.
# Run it after adding, renaming or removing a file; the compiler notices a changed one by itself.
set -eu
cd "$(dirname "$0")"
export LC_ALL=C

files=$(find . -type f -name '*.yaml' | sed 's|^\./||' | sort)
if printf '%s\n' "$files" | grep -q '[^A-Za-z0-9._/-]'; then
  echo "embed.sh: a path may hold only letters, digits, '.', '_', '-' and '/':" >&2
  printf '%s\n' "$files" | grep '[^A-Za-z0-9._/-]' >&2
  exit 1
fi

trap 'rm -f embedded.c.new' EXIT
{
  echo '// Written by embed.sh: do not edit.'
  echo '#include "rules.h"'
  echo
  echo '// The package is C17 for its other targets; clang takes #embed there too, with a remark for every file.'
  echo '#pragma clang diagnostic ignored "-Wc23-extensions"'
  echo
  echo '// The zero at the end lets an empty file be embedded too; it is not counted.'
  number=0
  for file in $files; do
    printf 'static const unsigned char file_%d[] = {\n#embed "%s" suffix(,)\n  0};\n' "$number" "$file"
    number=$((number + 1))
  done
  echo
  echo 'static const RulesFile files[] = {'
  number=0
  for file in $files; do
    printf '  {"%s", file_%d, sizeof file_%d - 1},\n' "$file" "$number" "$number"
    number=$((number + 1))
  done
  echo '};'
  echo 'const RulesFile *const rules_files = files;'
  echo 'const size_t rules_file_count = sizeof files / sizeof files[0];'
} > embedded.c.new
mv embedded.c.new embedded.c
