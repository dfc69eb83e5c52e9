/* What follows a text. */
#ifndef KOBAKO_STRING_SUCC_H
#define KOBAKO_STRING_SUCC_H

#include <mruby.h>

/* Makes of a String the one that follows it. */
void kobako_succeed(mrb_state *mrb, mrb_value string);

void kobako_init_string_succ(mrb_state *mrb);

#endif
