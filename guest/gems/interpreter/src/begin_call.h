/* Calls that begin in the frame of a method of Ruby or of a block, with what a plain call has not: keywords, or an Array of
   arguments; and those of Class#new. */
#ifndef KOBAKO_BEGIN_CALL_H
#define KOBAKO_BEGIN_CALL_H

#include <mruby.h>

/* Puts a new object into the place of its class, in the frame of `initialize`, whose call gives it. */
void kobako_make_object(mrb_state *mrb, mrb_callinfo *ci);

/* The `initialize` that a call of Class#new comes to, if it is in the cache and the class has no `allocate` of its own. */
const struct mrb_cache_entry *kobako_initializer(mrb_state *mrb, mrb_value c);

/* In the counts of a call: it is `initialize` of a new object of the class in r[0]. */
#define MAKES 0x100

/* Begins a call of the method `mid` of the receiver in r[0], with as many arguments and keywords as `counts` says, which
   goes on at `next` then. Gives the first instruction of the method of Ruby; NULL if it is not begun. */
const mrb_code *kobako_begin_call(mrb_state *mrb, mrb_value *r, const struct mrb_cache_entry *entry, mrb_sym mid,
                                  mrb_int counts, const mrb_code *next);

/* Begins the call of the block of OP_BLKCALL at `pc`, whose arguments are those of an Array. The same. */
const mrb_code *kobako_begin_yield(mrb_state *mrb, const mrb_code *pc);

#endif
