#pragma once

/// Nanoseconds of processor time that this thread has used.
long thread_nanoseconds(void);
