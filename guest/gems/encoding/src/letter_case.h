/* String#upcase and its relatives. */
#ifndef KOBAKO_LETTER_CASE_H
#define KOBAKO_LETTER_CASE_H

#include <mruby.h>

/* As letters of any case are compared; raises ArgumentError for what is no character. */
mrb_value kobako_folded(mrb_state *mrb, mrb_value string);

void kobako_init_letter_case(mrb_state *mrb);

#endif
