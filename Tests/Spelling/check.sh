#!/usr/bin/env bash
# The spelling of all texts for people in one language: check.sh LANGUAGE DICTIONARIES, as in `check.sh es es_ES`.
# A word that the dictionaries lack stands in LANGUAGE.words; one there that no text uses is a fault as well, so that the
# list stays short, and an extraction that finds no text cannot pass.
set -euo pipefail
language=$1
dictionaries=$2
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
list=$folder/$language.words
cd "$folder/../.."
export LC_ALL=C.UTF-8

command -v hunspell >/dev/null || { echo "spelling of $language skipped: hunspell is not installed"; exit 0; }

# Texts without keys, comments, code between backticks, expressions, placeholders, options, addresses and names of files;
# both forms of each marker. What a join looks for is no text.
texts() {
  sed -E \
    -e 's/^ *#.*//' -e '/^(words|language|messages): /d' -e 's/(before|after): \[[^]]*\],? ?//g' \
    -e 's/^( *- )?( *)[A-Za-z0-9_./-]+:( |$)/\1\2/' \
    -e '/^ *(- )?\[?\{[a-z]/ s/([{,] *)[a-z_-]+: /\1/g' \
    -e 's/\\n/ /g' -e 's/`[^`]*`//g' -e 's/\{\{[^}]*\}\}//g' -e 's/\{[a-z_]+\}//g' -e 's#https?://[^ "]*##g' \
    -e 's/--[a-z-]+|[a-z]+(_[a-z]+)+//g' -e 's#[[:alnum:]_/-]+\.[a-z0-9]+##g' \
    -e 's/([[:alpha:]]*)\[([[:alpha:]]*)\|([[:alpha:]]*)\]([[:alpha:]]*)/\1\2\4 \1\3\4/g' \
    -e 's/([[:alpha:]]+)\[([[:alpha:]]+)\]([[:alpha:]]*)/\1\3 \1\2\3/g' "$@"
}

files() { find Rules -path "*/words/$language.yaml" -o -path "*/words/$language/*.yaml" -o -path "Rules/messages/$language/*.yaml"; }

everything() {
  files | sort | while read -r file; do texts "$file"; done
  # The names of respondents stand in all languages together.
  grep -ho "$language: {[^}]*}" Rules/*/uses.yaml | grep -oE '(name|of): [^,}]+' | texts
}

found=$(everything)
status=0
unknown=$(hunspell -d "$dictionaries" -p "$list" -i utf-8 -l <<<"$found" | sort -u)
for word in $unknown; do
  echo "not in the dictionaries, nor in ${list#"$PWD"/}: $word"
  grep -rnw -m 1 --include='*.yaml' -- "$word" $(files) | sed 's/^/  /' | head -n 2 || true
  status=1
done
while read -r word; do
  grep -qiw -F -- "$word" <<<"$found" || { echo "in ${list#"$PWD"/}, but no text uses it: $word"; status=1; }
done <"$list"
sort -c "$list" || status=1
[ $status != 0 ] || echo "spelling of $language: $(wc -w <<<"$found") words, $(wc -l <"$list") of them in ${list#"$PWD"/}"
exit $status
