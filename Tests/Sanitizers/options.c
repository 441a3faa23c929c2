// Asked by the address sanitizer when a program starts. Swift's globals hold pointers with marks in their spare bits, behind which
// the search for leaks cannot look: it would report all that they hold.
const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "detect_leaks=0"; }

// Asked by the thread sanitizer. swift-subprocess guards its list of processes with a lock that the sanitizer does not see.
const char *__tsan_default_suppressions(void);
const char *__tsan_default_suppressions(void) { return "race:Subprocess\n"; }
