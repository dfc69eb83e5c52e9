/* What the files of this gem call of each other. */
#ifndef KOBAKO_NUMBERS_H
#define KOBAKO_NUMBERS_H

#include <mruby.h>

void kobako_init_math(mrb_state *mrb);

#endif
