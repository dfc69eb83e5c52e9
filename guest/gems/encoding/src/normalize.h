/* String#__normalize. */
#ifndef KOBAKO_NORMALIZE_H
#define KOBAKO_NORMALIZE_H

#include <mruby.h>

void kobako_init_normalize(mrb_state *mrb);

#endif
