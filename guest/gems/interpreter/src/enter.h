/* Arguments of routines that take more than those that are required. */
#ifndef KOBAKO_ENTER_H
#define KOBAKO_ENTER_H

#include <mruby.h>

/* Puts the arguments of the frame where OP_ENTER at `pc` has them, and nil where the Hash of its keywords would be.
   Gives the instruction after it, or NULL if it is not begun. `arena` is where the loop's part of the arena begins. */
const mrb_code *kobako_enter(mrb_state *mrb, const mrb_code *pc, int arena);

#endif
