/* The generator of a Random. */
#ifndef KOBAKO_TWISTER_H
#define KOBAKO_TWISTER_H

#include <mruby.h>

struct twister;

/* NULL if the value is no Random, or has no seed yet. */
struct twister *kobako_twister(mrb_state *mrb, mrb_value value);

/* From 0 to 1, which is none of the values unless it is `inclusive`. */
double kobako_random_real(struct twister *twister, mrb_bool inclusive);

/* From 0 to the limit, which is one of the values. */
mrb_int kobako_random_limited(struct twister *twister, mrb_int limit);

/* rand, shuffle and sample. */
void kobako_init_choices(mrb_state *mrb, struct RClass *random);

#endif
