/* What places of routines made once: each literal of a Regexp has one, by which it is found again. */
#ifndef KOBAKO_ONCE_H
#define KOBAKO_ONCE_H

#include <mruby.h>

struct kept {
  const mrb_code *place; /* an address within the code of its routine, which no other place has */
  mrb_value value;
};

#define AT_HAND 64

/* Open addressing, in which what follows moves up where an entry goes (Knuth, The Art of Computer Programming 6.4,
   algorithm R). */
struct mrb_kept_table {
  struct kept at_hand[AT_HAND]; /* those that were asked for last, each where `place_of` says */
  struct kept *entries;
  size_t capacity, count;
};

static inline size_t
place_of(const mrb_code *place)
{
  uintptr_t address = (uintptr_t)place;

  return (address ^ address >> 6) % AT_HAND;
}

/* What a place kept, if it is at hand. */
static inline const mrb_value *
kept_at_hand(const mrb_state *mrb, const mrb_code *place)
{
  const struct kept *kept;

  if (!mrb->kept) return NULL;
  kept = &mrb->kept->at_hand[place_of(place)];
  return kept->place == place ? &kept->value : NULL;
}

void kobako_free_kept(mrb_state *mrb);

#endif
