/* Warnings. */
#ifndef KOBAKO_WARNING_H
#define KOBAKO_WARNING_H

#include <mruby.h>

/* What $VERBOSE says: 0 if it is nil, 1 if it is false, 2 if it is true. */
int kobako_verbosity(mrb_state *mrb);

/* Hands a text to Warning.warn. */
void kobako_warn(mrb_state *mrb, mrb_value text);

/* Called by mrb_warn: a text that the line of the code that runs, and "warning: ", come before, unless $VERBOSE is
   nil. */
void kobako_warning(mrb_state *mrb, mrb_value text);

#endif
