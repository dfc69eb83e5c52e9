/* The instruction after the call at `pc`, if that is one whose answer is known without the function of C; else NULL. */
#ifndef KOBAKO_ANSWER_H
#define KOBAKO_ANSWER_H

#include <mruby.h>

const mrb_code *kobako_answer(mrb_state *mrb, const mrb_code *pc);

#endif
