/* Sorts by keys that are integers, floats or strings, by a word of each. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/string.h>
#include "sort_keys.h"

#define RUN 8 /* items that are sorted by insertion */

struct item {
  uint64_t word; /* compares as the key does; of a string the beginning */
  mrb_int index;
};

struct items {
  struct item *all, *room;
  const mrb_value *strings; /* NULL where words say all */
};

#define SIGN ((uint64_t)1 << 63)

static inline uint64_t
word_of_integer(mrb_int key)
{
  return (uint64_t)(int64_t)key ^ SIGN;
}

/* IEEE 754's totalOrder, but for -0.0. */
static inline uint64_t
word_of_float(mrb_float key)
{
  double number = key == 0 ? 0.0 : key;
  uint64_t bits;

  memcpy(&bits, &number, sizeof(bits));
  return bits & SIGN ? ~bits : bits | SIGN;
}

static inline uint64_t
word_of_string(mrb_value key)
{
  unsigned char bytes[8] = { 0 };
  mrb_int length = RSTRING_LEN(key);

  memcpy(bytes, RSTRING_PTR(key), length < 8 ? length : 8);
  uint64_t word = 0;
  for (int i = 0; i < 8; i++) word = word << 8 | bytes[i];
  return word;
}

/* The kind of all keys; MRB_TT_UNDEF if it is not one, or has no order of C's own. */
static enum mrb_vtype
kind_of(mrb_state *mrb, const struct order *order, const mrb_value *keys, mrb_int size)
{
  enum mrb_vtype kind = mrb_type(keys[0]);

  for (mrb_int i = 0; i < size; i++) {
    if (mrb_type(keys[i]) != kind || !kobako_ordered_p(mrb, order, keys[i])) return MRB_TT_UNDEF;
  }
  return kind;
}

static inline uint64_t
word_of(mrb_value key, enum mrb_vtype kind)
{
  if (kind == MRB_TT_INTEGER) return word_of_integer(mrb_integer(key));
  return kind == MRB_TT_FLOAT ? word_of_float(mrb_float(key)) : word_of_string(key);
}

static inline mrb_bool
above(mrb_state *mrb, const struct items *items, const struct item *a, const struct item *b)
{
  if (a->word != b->word) return a->word > b->word;
  return items->strings && mrb_str_cmp(mrb, items->strings[a->index], items->strings[b->index]) > 0;
}

static void
insert(mrb_state *mrb, const struct items *items, mrb_int begin, mrb_int end)
{
  for (mrb_int i = begin + 1; i < end; i++) {
    struct item item = items->all[i];
    mrb_int at = i;

    for (; at > begin && above(mrb, items, &items->all[at - 1], &item); at--) items->all[at] = items->all[at - 1];
    items->all[at] = item;
  }
}

static void
merge(mrb_state *mrb, const struct items *items, mrb_int begin, mrb_int middle, mrb_int end)
{
  const struct item *all = items->all;
  struct item *room = items->room;
  mrb_int left = begin, right = middle, at = begin;

  if (middle < end && above(mrb, items, &all[middle - 1], &all[middle])) {
    while (left < middle && right < end) {
      room[at++] = above(mrb, items, &all[left], &all[right]) ? all[right++] : all[left++];
    }
  }
  memcpy(room + at, all + left, (middle - left) * sizeof(struct item));
  at += middle - left;
  memcpy(room + at, all + right, (end - right) * sizeof(struct item));
}

static inline mrb_int
least(mrb_int a, mrb_int b)
{
  return a < b ? a : b;
}

static void
sort(mrb_state *mrb, struct items *items, mrb_int size)
{
  for (mrb_int begin = 0; begin < size; begin += RUN) insert(mrb, items, begin, least(begin + RUN, size));
  for (mrb_int width = RUN; width < size; width *= 2) {
    struct item *sorted = items->room;

    for (mrb_int begin = 0; begin < size; begin += 2 * width) {
      merge(mrb, items, begin, least(begin + width, size), least(begin + 2 * width, size));
    }
    items->room = items->all;
    items->all = sorted;
  }
}

mrb_value
kobako_sorted_by_keys(mrb_state *mrb, const struct order *order, mrb_value keys, mrb_value values)
{
  const mrb_value *read = RARRAY_PTR(keys), *given = RARRAY_PTR(values);
  mrb_int size = RARRAY_LEN(keys);
  enum mrb_vtype kind = size == 0 ? MRB_TT_UNDEF : kind_of(mrb, order, read, size);

  if (kind == MRB_TT_UNDEF || (size_t)size > SIZE_MAX / 2 / sizeof(struct item)) return mrb_nil_value();
  mrb_value sorted = mrb_ary_new_from_values(mrb, size, given);
  struct item *room = (struct item *)mrb_malloc(mrb, (size_t)size * 2 * sizeof(struct item));
  struct items items = { room, room + size, kind == MRB_TT_STRING ? read : NULL };

  for (mrb_int i = 0; i < size; i++) items.all[i] = (struct item){ word_of(read[i], kind), i };
  sort(mrb, &items, size);
  for (mrb_int i = 0; i < size; i++) RARRAY_PTR(sorted)[i] = given[items.all[i].index];
  mrb_free(mrb, room);
  return sorted;
}
