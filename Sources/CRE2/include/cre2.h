#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern of RE2.
typedef struct cre2_pattern cre2_pattern;

/// Compiles `length` bytes of UTF-8. Answers NULL for a pattern that cannot be read, and then writes why into `reason`
/// (zero-terminated, at most `capacity` bytes).
cre2_pattern *cre2_compile(const char *text, size_t length, char *reason, size_t capacity);

/// 1 when the pattern matches: the whole text, or (`whole` 0) some part of it. Threads may match with one pattern at once.
int cre2_matches(cre2_pattern *pattern, const char *text, size_t length, int whole);

/// How many instructions the pattern was compiled to.
int cre2_size(cre2_pattern *pattern);

void cre2_free(cre2_pattern *pattern);

#ifdef __cplusplus
}
#endif
