/* For methods in C that stand in place of others in C. */
#ifndef KOBAKO_REPLACED_H
#define KOBAKO_REPLACED_H

#include <mruby.h>

/* The function that a class has for a name. */
mrb_func_t kobako_replaced(mrb_state *mrb, struct RClass *c, mrb_sym name);

#endif
