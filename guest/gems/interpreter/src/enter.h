/* Arguments of routines that take more than those that are required. */
#ifndef KOBAKO_ENTER_H
#define KOBAKO_ENTER_H

#include <mruby.h>

/* Puts the arguments of the frame where OP_ENTER at `pc` has them, and nil where the Hash of its keywords would be.
   Gives the instruction after it, or NULL if it is not begun. */
const mrb_code *kobako_enter(mrb_callinfo *ci, const mrb_code *pc);

#endif
