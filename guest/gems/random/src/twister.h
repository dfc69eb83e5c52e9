/* The generator of Random: MT19937, with the sequences of CRuby. */
#ifndef KOBAKO_TWISTER_H
#define KOBAKO_TWISTER_H

#include <mruby.h>
#include <mruby/data.h>

#define KOBAKO_TWISTER_WORDS 624

struct twister {
  uint32_t words[KOBAKO_TWISTER_WORDS];
  uint32_t used;
};

extern const struct mrb_data_type kobako_random_type;

/* Begins the sequence of one word, or of some. */
void kobako_twister_seed(struct twister *t, uint32_t seed);
void kobako_twister_seed_words(struct twister *t, const uint32_t *key, uint32_t len);

/* NULL if the value is no Random, or has no seed yet. */
struct twister *kobako_twister(mrb_state *mrb, mrb_value value);

uint32_t kobako_random_word(struct twister *t);

/* From 0 to 1, which is none of the values unless it is `inclusive`. */
double kobako_random_real(struct twister *t, mrb_bool inclusive);

/* From 0 to the limit, which is one of the values. */
mrb_int kobako_random_limited(struct twister *t, mrb_int limit);

#endif
