/* The sets that tr, delete, squeeze and count take: "a-z", "^é". */
#ifndef KOBAKO_CHARACTER_SET_H
#define KOBAKO_CHARACTER_SET_H

#include <mruby.h>

/* Codes up to this one are looked up in tables. */
#define KOBAKO_LOW_CODES 256

/* Codes that follow each other, and the place that the first of them has in the set. */
struct kobako_code_run {
  uint32_t from, to, place;
};

#define KOBAKO_FEW_RUNS 8

struct kobako_character_set {
  mrb_bool negative;
  uint32_t count, sorted_count;
  /* in the order of the text; and by their codes, none twice, if any is beyond the low ones */
  struct kobako_code_run *runs, *sorted;
  struct kobako_code_run few[KOBAKO_FEW_RUNS];
};

/*
 * Reads a set of that encoding, until it has `most` codes; ^ means all others where `negatable`. Raises for a range that
 * ends before it begins.
 */
void kobako_read_set(mrb_state *mrb, struct kobako_character_set *set, mrb_value text, int encoding, mrb_bool negatable,
                     uint32_t most);

/* How many codes it has. */
uint32_t kobako_set_size(const struct kobako_character_set *set);

/* The last run, by the order of the text, that has a code; NULL if none has. Low codes are not always found. */
const struct kobako_code_run *kobako_run_of(const struct kobako_character_set *set, uint32_t code);

/* The code at a place, the last one if there are fewer. The set is not empty. */
uint32_t kobako_code_at(const struct kobako_character_set *set, uint32_t place);

#endif
