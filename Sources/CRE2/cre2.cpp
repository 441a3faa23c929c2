#include "cre2.h"

#include <re2/re2.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>

namespace {

// Threads that match with one object take turns at its cache, and each is slower than one alone: so each thread, up to this
// many, has an object of its own. It is made when it is first needed.
constexpr size_t lanes = 16;

size_t lane() {
  static std::atomic<size_t> next{0};
  thread_local const size_t own = next.fetch_add(1, std::memory_order_relaxed) % lanes;
  return own;
}

re2::RE2::Options options() {
  re2::RE2::Options result(re2::RE2::Quiet);
  result.set_max_mem(4 << 20);
  return result;
}

}  // namespace

struct cre2_pattern {
  re2::RE2 first;
  std::atomic<re2::RE2 *> others[lanes] = {};

  cre2_pattern(const re2::StringPiece &text) : first(text, options()) {}

  ~cre2_pattern() {
    for (auto &other : others) delete other.load(std::memory_order_acquire);
  }

  // The object of this thread. Whoever comes first to a pattern uses the one that is there.
  const re2::RE2 &own() {
    size_t mine = lane();
    size_t holder = owner.load(std::memory_order_relaxed);
    // Read before it is written: to try to write takes the memory from all other threads, at every match.
    if (holder == mine || (holder == none && owner.compare_exchange_strong(holder, mine))) return first;
    re2::RE2 *found = others[mine].load(std::memory_order_acquire);
    return found != nullptr ? *found : copy(others[mine]);
  }

 private:
  static constexpr size_t none = lanes;
  std::atomic<size_t> owner{none};

  const re2::RE2 &copy(std::atomic<re2::RE2 *> &place) {
    auto *made = new (std::nothrow) re2::RE2(first.pattern(), options());
    if (made == nullptr || !made->ok()) {
      delete made;
      return first;
    }
    re2::RE2 *there = nullptr;
    if (place.compare_exchange_strong(there, made, std::memory_order_acq_rel)) return *made;
    delete made;
    return *there;
  }
};

cre2_pattern *cre2_compile(const char *text, size_t length, char *reason, size_t capacity) {
  auto *pattern = new (std::nothrow) cre2_pattern(re2::StringPiece(text, length));
  if (pattern != nullptr && pattern->first.ok()) return pattern;
  if (capacity > 0) {
    const char *why = pattern != nullptr ? pattern->first.error().c_str() : "out of memory";
    size_t count = std::min(std::strlen(why), capacity - 1);
    std::memcpy(reason, why, count);
    reason[count] = 0;
  }
  delete pattern;
  return nullptr;
}

int cre2_matches(cre2_pattern *pattern, const char *text, size_t length, int whole) {
  auto anchor = whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
  return pattern->own().Match(re2::StringPiece(text, length), 0, length, anchor, nullptr, 0) ? 1 : 0;
}

int cre2_size(cre2_pattern *pattern) { return pattern->first.ProgramSize(); }

void cre2_free(cre2_pattern *pattern) { delete pattern; }
