#ifndef SCAN_H
#define SCAN_H

#include <stddef.h>

/// The number of libyaml's events in a text; -1 for a syntax error. Nothing is kept: it is what reading costs at the least.
long scan_events(const unsigned char *bytes, size_t count);

#endif
