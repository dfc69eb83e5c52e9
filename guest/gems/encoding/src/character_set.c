/* Reads sets of characters as runs of codes, and finds codes in them. */
#include <mruby.h>
#include <mruby/error.h>
#include <mruby/string.h>
#include "character_set.h"
#include "characters.h"

/* Places further on are not told apart. */
#define LAST_PLACE 0x7fffffffu

struct reader {
  mrb_value text;
  int encoding;
  const uint8_t *p, *end;
};

static uint32_t
read_code(mrb_state *mrb, struct reader *reader)
{
  mrb_int size;
  uint32_t code;

  if (!kobako_read(reader->encoding, reader->p, reader->end - reader->p, &size, &code)) {
    kobako_refuse_invalid(mrb, reader->text);
  }
  reader->p += size;
  return code;
}

/* Takes a character of ASCII if it comes next, and something after it. */
static mrb_bool
take(struct reader *reader, char wanted)
{
  mrb_int size;
  uint32_t code;

  if (reader->p == reader->end) return FALSE;
  if (!kobako_read(reader->encoding, reader->p, reader->end - reader->p, &size, &code)) return FALSE;
  if (code != (uint32_t)wanted || reader->p + size == reader->end) return FALSE;
  reader->p += size;
  return TRUE;
}

static void
refuse_range(mrb_state *mrb, uint32_t from, uint32_t to)
{
  if (from < 0x80 && to < 0x80) {
    mrb_raisef(mrb, E_ARGUMENT_ERROR, "invalid range \"%c-%c\" in string transliteration", (char)from, (char)to);
  }
  mrb_raise(mrb, E_ARGUMENT_ERROR, "invalid range in string transliteration");
}

static void
add_run(struct kobako_character_set *set, uint32_t from, uint32_t to)
{
  struct kobako_code_run *last = set->count > 0 ? &set->runs[set->count - 1] : NULL;

  if (last && last->to + 1 == from) {
    last->to = to;
    return;
  }
  uint64_t place = last ? (uint64_t)last->place + (last->to - last->from) + 1 : 0;
  set->runs[set->count++] = (struct kobako_code_run){ from, to, place < LAST_PLACE ? (uint32_t)place : LAST_PLACE };
}

uint32_t
kobako_set_size(const struct kobako_character_set *set)
{
  if (set->count == 0) return 0;
  const struct kobako_code_run *last = &set->runs[set->count - 1];
  return last->place + (last->to - last->from) + 1;
}

static void
read_runs(mrb_state *mrb, struct kobako_character_set *set, struct reader *reader, uint32_t most)
{
  while (reader->p < reader->end && kobako_set_size(set) < most) {
    take(reader, '\\');
    uint32_t from = read_code(mrb, reader), to = from;
    if (take(reader, '-')) to = read_code(mrb, reader);
    if (from > to) refuse_range(mrb, from, to);
    /* no character is between the two */
    if (from < 0xd800 && to > 0xdfff) {
      add_run(set, from, 0xd7ff);
      from = 0xe000;
    }
    add_run(set, from, to);
  }
}

/* Puts what is left of a run to the end of others, less its codes below `from`. */
static uint32_t
put_rest(struct kobako_code_run *out, uint32_t count, struct kobako_code_run run, uint32_t from)
{
  if (from > run.to) return count;
  if (from > run.from) run.place += from - run.from;
  out[count] = run;
  if (from > run.from) out[count].from = from;
  return count + 1;
}

/* Both by their codes: where they share codes, what `over` has. */
static uint32_t
overlay(struct kobako_code_run *out, const struct kobako_code_run *under, uint32_t under_count,
        const struct kobako_code_run *over, uint32_t over_count)
{
  uint32_t count = 0, at = 0, from = 0;

  for (uint32_t i = 0; i < over_count; i++) {
    for (; at < under_count && under[at].to < over[i].from; at++) count = put_rest(out, count, under[at], from);
    if (at < under_count && under[at].from < over[i].from && from < over[i].from) {
      count = put_rest(out, count, under[at], from);
      out[count - 1].to = over[i].from - 1;
    }
    out[count++] = over[i];
    from = over[i].to + 1;
    while (at < under_count && under[at].to < from) at++;
  }
  for (; at < under_count; at++) count = put_rest(out, count, under[at], from);
  return count;
}

/* Sorts runs by their codes, of which the last ones count; `out` and `room` hold twice as many. */
static uint32_t
sort(const struct kobako_code_run *runs, uint32_t count, struct kobako_code_run *out, struct kobako_code_run *room)
{
  uint32_t half = count / 2;

  if (count == 0) return 0;
  if (count == 1) {
    out[0] = runs[0];
    return 1;
  }
  uint32_t under = sort(runs, half, room, out);
  uint32_t over = sort(runs + half, count - half, room + (size_t)2 * half, out);
  return overlay(out, room, under, room + (size_t)2 * half, over);
}

void
kobako_read_set(mrb_state *mrb, struct kobako_character_set *set, mrb_value text, int encoding, mrb_bool negatable,
                uint32_t most)
{
  size_t runs = (size_t)RSTRING_LEN(text) + 1;
  uint32_t high = 0;
  mrb_bool ordered = TRUE;

  set->count = set->sorted_count = 0;
  set->runs = runs <= KOBAKO_FEW_RUNS ? set->few : mrb_temp_alloc(mrb, runs * sizeof(struct kobako_code_run));
  struct reader reader = { text, encoding, (const uint8_t *)RSTRING_PTR(text), (const uint8_t *)RSTRING_END(text) };
  set->negative = negatable && take(&reader, '^');
  read_runs(mrb, set, &reader, most);
  for (uint32_t i = 0; i < set->count; i++) {
    high += set->runs[i].to >= KOBAKO_LOW_CODES;
    ordered &= i == 0 || set->runs[i].from > set->runs[i - 1].to;
  }
  if (high == 0) return;
  if (ordered) {
    set->sorted = set->runs;
    set->sorted_count = set->count;
    return;
  }
  size_t room = (size_t)2 * set->count;
  set->sorted = mrb_temp_alloc(mrb, 2 * room * sizeof(struct kobako_code_run));
  set->sorted_count = sort(set->runs, set->count, set->sorted, set->sorted + room);
}

const struct kobako_code_run *
kobako_run_of(const struct kobako_character_set *set, uint32_t code)
{
  uint32_t low = 0, high = set->sorted_count;

  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    const struct kobako_code_run *run = &set->sorted[middle];
    if (code < run->from) high = middle;
    else if (code > run->to) low = middle + 1;
    else return run;
  }
  return NULL;
}

uint32_t
kobako_code_at(const struct kobako_character_set *set, uint32_t place)
{
  uint32_t low = 0, high = set->count;

  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (set->runs[middle].place <= place) low = middle;
    else high = middle;
  }
  const struct kobako_code_run *run = &set->runs[low];
  return place - run->place < run->to - run->from ? run->from + (place - run->place) : run->to;
}
