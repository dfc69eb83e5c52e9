/* What the files of this gem have in common. */
#ifndef SERVICES_H
#define SERVICES_H

#include <mruby.h>

void kobako_elements_init(mrb_state *mrb, struct RClass *kobako);

/* Whether it is a method of Enumerable's, or another that Kobako::Elements has to show. */
mrb_bool kobako_elements_method_p(mrb_state *mrb, mrb_sym name);

/* Calls it on the elements of an object; args is an Array. What would give the elements themselves gives the object. */
mrb_value kobako_call_on_elements(mrb_state *mrb, mrb_value object, mrb_sym name, mrb_value args, mrb_value block);

mrb_bool kobako_elements_class_p(const struct RClass *c);

#endif
