/* Enumerable's methods that classes of the core have of their own. */
#ifndef KOBAKO_ENUMERABLE_H
#define KOBAKO_ENUMERABLE_H

#include <mruby.h>

/* Once, when all methods of the core are defined: gives Hash the loops of Array. */
void kobako_share_loops(mrb_state *mrb);

/* Once, when all methods of the core are defined: marks those that know nothing of an `each` of a subclass. */
void kobako_mark_by_each(mrb_state *mrb);

/* Once, before that: makes methods of the aliases of the core's collections, each with its own name. */
void kobako_part_aliases(mrb_state *mrb);

#endif
