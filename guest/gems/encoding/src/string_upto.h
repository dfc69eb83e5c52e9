/* What is between two texts. */
#ifndef KOBAKO_STRING_UPTO_H
#define KOBAKO_STRING_UPTO_H

#include <mruby.h>

void kobako_init_string_upto(mrb_state *mrb);

#endif
