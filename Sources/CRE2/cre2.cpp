#include "cre2.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstring>
#include <new>

struct cre2_pattern {
  re2::RE2 expression;
  cre2_pattern(const re2::StringPiece &text, const re2::RE2::Options &options) : expression(text, options) {}
};

cre2_pattern *cre2_compile(const char *text, size_t length, char *reason, size_t capacity) {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(4 << 20);
  auto *pattern = new (std::nothrow) cre2_pattern(re2::StringPiece(text, length), options);
  if (pattern != nullptr && pattern->expression.ok()) return pattern;
  if (capacity > 0) {
    const char *why = pattern != nullptr ? pattern->expression.error().c_str() : "out of memory";
    size_t count = std::min(std::strlen(why), capacity - 1);
    std::memcpy(reason, why, count);
    reason[count] = 0;
  }
  delete pattern;
  return nullptr;
}

int cre2_matches(const cre2_pattern *pattern, const char *text, size_t length, int whole) {
  auto anchor = whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
  return pattern->expression.Match(re2::StringPiece(text, length), 0, length, anchor, nullptr, 0) ? 1 : 0;
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }
