/* What methods of C give that every script calls, without calling them. */
#ifndef KOBAKO_ANSWER_H
#define KOBAKO_ANSWER_H

#include <mruby.h>
#include <mruby/class.h>

/* Puts into r[0] what a method of C with the n arguments after it gives, if that is known without its function. */
mrb_bool kobako_answered(mrb_state *mrb, const struct mrb_cache_entry *entry, mrb_value *r, mrb_int n);

mrb_bool kobako_answered_by_name(mrb_state *mrb, const mrb_code *pc);

#endif
