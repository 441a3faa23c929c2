#pragma once

/// Runs `work` on so many threads at a time, at most 2, each on a processor of its own where there is one, and answers the
/// nanoseconds that the slowest took. Elapsed time counts, not processor time: who waits for a lock uses none. 0 says that there
/// are no threads to be had.
long run_on_threads(int count, void (*_Nonnull work)(void *_Nullable), void *_Nullable argument);
