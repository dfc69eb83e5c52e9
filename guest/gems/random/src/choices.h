/* rand, shuffle and sample. */
#ifndef KOBAKO_CHOICES_H
#define KOBAKO_CHOICES_H

#include <mruby.h>

void kobako_init_choices(mrb_state *mrb, struct RClass *random);

#endif
