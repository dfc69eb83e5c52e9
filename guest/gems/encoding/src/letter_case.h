/* String#upcase and its relatives. */
#ifndef KOBAKO_LETTER_CASE_H
#define KOBAKO_LETTER_CASE_H

#include <mruby.h>

void kobako_init_letter_case(mrb_state *mrb);

#endif
