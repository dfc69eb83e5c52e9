/* What goes by sets of characters. */
#ifndef KOBAKO_STRING_TR_H
#define KOBAKO_STRING_TR_H

#include <mruby.h>

void kobako_init_string_tr(mrb_state *mrb);

#endif
