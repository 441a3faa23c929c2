#pragma once
#include <stddef.h>

#pragma clang assume_nonnull begin

/// One file of a bundled pack. `path` is relative to the folder of the packs, with `/`: "mem-2022/words/en.yaml".
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} RulesFile;

/// Every YAML file of the bundled packs, in ascending order of the bytes of its path. A pointer: Swift does not see
/// an array without a bound.
extern const RulesFile *const rules_files;
extern const size_t rules_file_count;

#pragma clang assume_nonnull end
