/* What an output global may be. */
#ifndef KOBAKO_IO_GLOBALS_H
#define KOBAKO_IO_GLOBALS_H

#include <mruby.h>

/* Raises TypeError if $stdout or $stderr is set to what cannot write. */
void kobako_check_output(mrb_state *mrb, mrb_sym name, mrb_value value);

#endif
