/* Calls of methods of C, made outside of mruby's loop. */
#ifndef KOBAKO_FUNCTIONS_H
#define KOBAKO_FUNCTIONS_H

#include <mruby.h>

/* A function was called, and mruby's loop has to end its call: something was raised, another fiber runs, the frames are
   elsewhere now, or its own has an environment. What it gave is in mrb->left. */
#define KOBAKO_LEFT ((const mrb_code *)1)

/* Calls the method of C that the instruction at `pc`, a call without a block or OP_EQ, means. Gives the instruction after it, NULL if it is not begun, or
   KOBAKO_LEFT. `arena` is where the loop's part of the arena begins. */
const mrb_code *kobako_call_function(mrb_state *mrb, const mrb_code *pc, int arena);

#endif
