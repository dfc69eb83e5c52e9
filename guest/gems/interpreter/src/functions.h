/* Calls made outside of mruby's loop. */
#ifndef KOBAKO_FUNCTIONS_H
#define KOBAKO_FUNCTIONS_H

#include <mruby.h>

/* A function was called, and mruby's loop has to end its call: something was raised, another fiber runs, the frames are
   elsewhere now, or its own has an environment. What it gave is in mrb->left. */
#define KOBAKO_LEFT ((const mrb_code *)1)

/* Makes the call of the instruction at `pc`, which has no block, or is OP_EQ: of a function of C, or begins one of Ruby that
   is not as plain. Gives the instruction that comes next, NULL if nothing is begun, or KOBAKO_LEFT. `arena` is where the loop's part of the arena begins. */
const mrb_code *kobako_call_function(mrb_state *mrb, const mrb_code *pc, int arena);

#endif
