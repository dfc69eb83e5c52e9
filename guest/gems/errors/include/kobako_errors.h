/* What the guest crate asks of an error. */
#ifndef KOBAKO_ERRORS_H
#define KOBAKO_ERRORS_H

#include <mruby.h>

/* Of the error of a name that is not there: [the name, the names that are there, the paths of the
   services that are bound there], all Symbols. FALSE for another exception. */
mrb_bool kobako_within_reach(mrb_state *mrb, const mrb_value *exc, mrb_value *out);

#endif
