/* How long a match may take. */
#ifndef KOBAKO_TIMEOUT_H
#define KOBAKO_TIMEOUT_H

#include <mruby.h>
#include "pattern.h"

/* Seconds from what is passed as timeout, 0 for nil; raises ArgumentError unless they are above 0. */
double kobako_timeout_of(mrb_state *mrb, mrb_value value);

/* Starts the time of a search by this pattern. */
void kobako_start_search(const struct kobako_pattern *pattern);

void kobako_init_timeout(mrb_state *mrb);

#endif
