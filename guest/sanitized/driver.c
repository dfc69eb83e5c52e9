/* The host of a sanitized guest: runs each invocation in a child of its own, as a sandbox runs it in an instance
   of its own.

   Arguments: seconds, bytes of memory, allocations from one full GC to the next (0: when mruby would), 1 for
   stacks that move at every call. Each line of stdin is the path of a file with the frames of __kobako_eval. Beside it
   come FILE.out, FILE.err, where the sanitizers write too, and FILE.outcome; a line on stdout says how the child
   ended: one of `enum end`, another status of exit, or a signal as a negative number. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum end { OUTCOME = 0, TIME = 3, MEMORY = 4 };

void __kobako_boot(void);
void __kobako_eval(void);
int64_t __kobako_take_outcome(void);

int __sanitizer_install_malloc_and_free_hooks(void (*)(const volatile void*, size_t), void (*)(const volatile void*));
size_t __sanitizer_get_allocated_size(const volatile void*);

/* The guest's stack, with whose end mruby compares addresses; in proportion to MRB_C_STACK_MAX it is as in wasm. */
#define STACK_BYTES (14 << 20)
extern char kobako_stack[];
__asm__(".bss\n.balign 4096\n.globl kobako_stack, __stack_high\n"
        "kobako_stack: .zero 14 << 20\n__stack_high: .zero 4096\n.text\n");

static unsigned seconds;
static int64_t limit, in_use;
static unsigned long period;
static _Bool moves;

/* What expose.patch asks for, set once the interpreter has booted. */
unsigned long kobako_gc_period;
_Bool kobako_moves_stacks;

/* What the guest asks the host for */

void
kobako_alloc_failed(size_t size)
{
  (void)size;
  _exit(MEMORY);
}

static void
count(const volatile void *p, size_t size)
{
  (void)p;
  in_use += (int64_t)size;
  if (limit > 0 && in_use > limit) _exit(MEMORY);
}

static void
uncount(const volatile void *p)
{
  if (p) in_use -= (int64_t)__sanitizer_get_allocated_size(p);
}

uint16_t
wasi_clock_time_get(uint32_t clock, uint64_t precision, int64_t *time)
{
  struct timespec now;

  (void)clock, (void)precision;
  clock_gettime(CLOCK_REALTIME, &now);
  *time = now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
  return 0;
}

uint16_t
wasi_random_get(void *buffer, size_t length)
{
  return getrandom(buffer, length, 0) == (ssize_t)length ? 0 : 1;
}

/* Invocations */

static void
fail(const char *what)
{
  perror(what);
  _exit(1);
}

static int
open_beside(const char *path, const char *suffix, int flags)
{
  char name[PATH_MAX];
  int fd;

  snprintf(name, sizeof(name), "%s%s", path, suffix);
  fd = open(name, flags, 0600);
  if (fd < 0) fail(name);
  return fd;
}

static void
redirect(int fd, int to)
{
  if (dup2(fd, to) < 0) fail("dup2");
  close(fd);
}

static void
out_of_time(int signal)
{
  (void)signal;
  _exit(TIME);
}

static void
invoke(const char *path)
{
  int fresh = O_WRONLY | O_CREAT | O_TRUNC;
  int outcome = open_beside(path, ".outcome", fresh);
  uint64_t packed;

  redirect(open_beside(path, "", O_RDONLY), 0);
  redirect(open_beside(path, ".out", fresh), 1);
  redirect(open_beside(path, ".err", fresh), 2);
  signal(SIGALRM, out_of_time);
  alarm(seconds);
  kobako_gc_period = period;
  kobako_moves_stacks = moves;
  in_use = 0;
  if (__sanitizer_install_malloc_and_free_hooks(count, uncount) == 0) fail("malloc hooks");
  __kobako_eval();
  packed = (uint64_t)__kobako_take_outcome();
  if (write(outcome, (const char*)(uintptr_t)(packed >> 32), (uint32_t)packed) != (ssize_t)(uint32_t)packed) {
    fail("outcome");
  }
  _exit(OUTCOME);
}

static void*
serve(void *unused)
{
  char path[PATH_MAX - sizeof(".outcome")];
  int status;
  pid_t child;

  __kobako_boot();
  while (fgets(path, sizeof(path), stdin)) {
    path[strcspn(path, "\n")] = '\0';
    child = fork();
    if (child == 0) invoke(path);
    if (child < 0 || waitpid(child, &status, 0) != child) fail("fork");
    printf("%d\n", WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
    fflush(stdout);
  }
  return unused;
}

int
main(int argc, char **argv)
{
  pthread_attr_t attributes;
  pthread_t thread;

  if (argc != 5) return 2;
  seconds = (unsigned)strtoul(argv[1], NULL, 10);
  limit = (int64_t)strtoull(argv[2], NULL, 10);
  period = strtoul(argv[3], NULL, 10);
  moves = argv[4][0] == '1';
  pthread_attr_init(&attributes);
  if (pthread_attr_setstack(&attributes, kobako_stack, STACK_BYTES) != 0) fail("stack");
  if (pthread_create(&thread, &attributes, serve, NULL) != 0) fail("thread");
  return pthread_join(thread, NULL);
}
