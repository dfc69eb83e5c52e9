/* The host's side of service calls. A call with a block yields [1] to it a few times; the answer is what the block
   gave last, or the request itself. The method `fail` has a fault, `child` a handle for its answer; `overrun` and
   `overflow` are faults that the sanitizers must find. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Marks the length of a message that goes to the block of a call, or comes from there. */
#define BLOCK (UINT32_C(1) << 31)

enum { TIMES = 3, DEPTH = 32 };
enum tag { VALUE = 1, BREAK = 2 };

/* Yields that are left of each call under way. */
static int left[DEPTH];
static int depth;

static const uint8_t arguments[] = "\x91\x01";
static const uint8_t handle[] = "\x92\x00\xd6\x01\x00\x00\x00\x05";
static const uint8_t fault[] =
  "\x92\x01\xc7\x26\x02\x83\xa4type\xa7runtime\xa7message\xa6" "failed\xa7" "details\xc0";
static const uint8_t block_error[] =
  "\x92\x01\xc7\x33\x02\x83\xa4type\xa7runtime\xa7message\xa6" "failed\xa7" "details\xc7\x0b\x00" "block_error";

/* Two parts in memory that the guest frees. */
static int64_t
message(const uint8_t *head, size_t size, const uint8_t *tail, size_t more, uint32_t mark)
{
  uint8_t *bytes = malloc(size + more);

  memcpy(bytes, head, size);
  if (more > 0) memcpy(bytes + size, tail, more);
  return (int64_t)((uint64_t)(uintptr_t)bytes << 32 | (uint32_t)(size + more) | mark);
}

#define MESSAGE(literal, mark) message(literal, sizeof(literal) - 1, NULL, 0, mark)

static int64_t
value(const uint8_t *bytes, size_t length)
{
  return message((const uint8_t*)"\x92\x00", 2, bytes, length, 0);
}

/* A request is [target, method, …]: whether the method has this name. */
static int
calls(const uint8_t *request, size_t length, const char *name)
{
  size_t at = 1, size = strlen(name);

  if (request[at] == 0xd6) at += 6;
  else if (request[at] == 0xd9) at += 2 + request[at + 1];
  else at += 1 + (request[at] & 0x1f);
  return at + 1 + size < length && request[at] == (0xa0 | size) && memcmp(request + at + 1, name, size) == 0;
}

static int64_t
after_block(const uint8_t *response, size_t length)
{
  if (response[0] == VALUE && --left[depth - 1] > 0) return MESSAGE(arguments, BLOCK);
  depth--;
  if (response[0] == VALUE || response[0] == BREAK) return value(response + 1, length - 1);
  return MESSAGE(block_error, 0);
}

static int64_t
overrun(const uint8_t *bytes, size_t length)
{
  uint8_t *copy = malloc(length);
  uint8_t last;

  memcpy(copy, bytes, length);
  last = copy[length];
  free(copy);
  return value(&last, 1);
}

static int64_t
overflow(size_t length)
{
  int sum = INT32_MAX - 1;

  sum += (int)length;
  return value((const uint8_t*)&sum, 1);
}

int64_t
__kobako_dispatch(const uint8_t *bytes, size_t length)
{
  if (length & BLOCK) return after_block(bytes, length & ~BLOCK);
  if (calls(bytes, length, "fail")) return MESSAGE(fault, 0);
  if (calls(bytes, length, "child")) return MESSAGE(handle, 0);
  if (calls(bytes, length, "overrun")) return overrun(bytes, length);
  if (calls(bytes, length, "overflow")) return overflow(length);
  if (bytes[length - 1] != 0xc3 || depth == DEPTH) return value(bytes, length);
  left[depth++] = TIMES;
  return MESSAGE(arguments, BLOCK);
}
