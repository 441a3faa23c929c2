#define _GNU_SOURCE
#include "include/threads.h"

#include <pthread.h>
#include <sched.h>
#include <time.h>

enum { most = 2 };

struct thread {
  pthread_t id;
  int index;
  pthread_barrier_t *ready;
  void (*work)(void *);
  void *argument;
  long nanoseconds;
};

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000L + time.tv_nsec;
}

/// Keeps this thread on one of the processors it may use. Two that share one say nothing about sharing facts.
static void settle(int index) {
  cpu_set_t allowed, one;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  int left = index % CPU_COUNT(&allowed);
  int processor = 0;
  while (!CPU_ISSET(processor, &allowed) || left-- > 0) processor++;
  CPU_ZERO(&one);
  CPU_SET(processor, &one);
  sched_setaffinity(0, sizeof one, &one);
}

static void *run(void *pointer) {
  struct thread *self = pointer;
  settle(self->index);
  pthread_barrier_wait(self->ready);
  long start = now();
  self->work(self->argument);
  self->nanoseconds = now() - start;
  return NULL;
}

long run_on_threads(int count, void (*work)(void *), void *argument) {
  struct thread threads[most];
  pthread_barrier_t ready;
  if (count < 1 || count > most || pthread_barrier_init(&ready, NULL, count) != 0) return 0;
  for (int i = 0; i < count; i++) {
    threads[i] = (struct thread){.index = i, .ready = &ready, .work = work, .argument = argument};
    // Who has begun waits for those that come: there is no way back.
    if (pthread_create(&threads[i].id, NULL, run, &threads[i]) != 0) return 0;
  }
  long slowest = 0;
  for (int i = 0; i < count; i++) {
    pthread_join(threads[i].id, NULL);
    if (threads[i].nanoseconds > slowest) slowest = threads[i].nanoseconds;
  }
  pthread_barrier_destroy(&ready);
  return slowest;
}
