/* Texts of UTF-16 and UTF-32. */
#ifndef KOBAKO_WIDE_H
#define KOBAKO_WIDE_H

#include <mruby.h>

/* Gives a String what those of UTF-16 and UTF-32 do otherwise, if it is one of them. */
void kobako_widen(mrb_state *mrb, mrb_value string);

void kobako_init_wide(mrb_state *mrb);

#endif
