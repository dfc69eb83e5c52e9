/* When regular expressions are compiled. */
#ifndef KOBAKO_PATTERNS_H
#define KOBAKO_PATTERNS_H

#include <mruby.h>

/* From now on, whether a Regexp is compiled when it is used first, not when it is made, so that what is wrong with it is
   told no sooner; gives what held before. */
mrb_bool kobako_defer_patterns(mrb_bool defer);

#endif
