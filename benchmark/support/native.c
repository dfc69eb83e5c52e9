/* Runs the script on standard input and prints the nanoseconds of each run to standard error.
   Usage: native RUNS [fresh]    "fresh": each run opens and closes its own interpreter. */
#define _POSIX_C_SOURCE 200809L
#include <mruby.h>
#include <mruby/compile.h>
#include <mruby/proc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static long long now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void run(mrb_state *mrb, const char *source, size_t size)
{
  int arena = mrb_gc_arena_save(mrb);
  mrb_load_nstring(mrb, source, size);
  if (mrb->exc) {
    mrb_print_error(mrb);
    exit(1);
  }
  mrb_gc_arena_restore(mrb, arena);
}

int main(int argc, char **argv)
{
  static char source[1 << 20];
  size_t size = fread(source, 1, sizeof source, stdin);
  int runs = argc > 1 ? atoi(argv[1]) : 1;
  int fresh = argc > 2 && strcmp(argv[2], "fresh") == 0;
  mrb_state *mrb = fresh ? NULL : mrb_open();

  for (int i = -1; i < runs; i++) { /* run -1 is the warm-up */
    long long start = now();
    if (fresh) mrb = mrb_open();
    run(mrb, source, size);
    if (fresh) mrb_close(mrb);
    if (i >= 0) fprintf(stderr, "%lld\n", now() - start);
  }
  return 0;
}
