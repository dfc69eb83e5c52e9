/* Instructions that a translation has done for it. */
#ifndef KOBAKO_STEP_H
#define KOBAKO_STEP_H

#include <mruby.h>

/* Does the instruction at `pc` of the frame that runs. Gives the one that comes next, in whichever frame; `pc` if it was
   not begun; KOBAKO_LEFT as kobako_call_function does. */
const mrb_code *kobako_step(mrb_state *mrb, const mrb_code *pc);

#endif
