/* See pairs.c. */
#ifndef KOBAKO_PAIRS_H
#define KOBAKO_PAIRS_H

#include <mruby.h>

const mrb_code *kobako_next_pair(mrb_state *mrb, const mrb_code *pc, int arena);

#endif
