/* Which special global a name means, and what it takes. */
#ifndef KOBAKO_GLOBAL_NAMES_H
#define KOBAKO_GLOBAL_NAMES_H

#include <mruby.h>

/* The name under which a global is kept: $-v and $-w are $VERBOSE, and there is what `alias` made. */
mrb_sym kobako_global_name(mrb_state *mrb, mrb_sym name);

/* Gives a global another name. */
void kobako_alias_global(mrb_state *mrb, mrb_sym name, mrb_sym old);

/* What a special global is until it is set; undef for one that is not special. */
mrb_value kobako_global_default(mrb_state *mrb, mrb_sym name);

/* What is kept of a value that a special global is set to. Raises NameError or TypeError if it does not take it. */
mrb_value kobako_global_value(mrb_state *mrb, mrb_sym written, mrb_value value);

/* Of those that were set, and of the special ones. */
mrb_value kobako_global_names(mrb_state *mrb, mrb_value set);

#endif
