/* What the files of this gem have in common. */
#ifndef SERVICES_H
#define SERVICES_H

#include <mruby.h>
#include <kobako_services.h>

void kobako_elements_init(mrb_state *mrb, struct RClass *kobako);

/* Whether it is a method of Enumerable's, or another that Kobako::Elements has to show. */
mrb_bool kobako_elements_method_p(mrb_state *mrb, mrb_sym name);

/* Calls it on the elements of an object; args is an Array. What would give the elements themselves gives the object. */
mrb_value kobako_call_on_elements(mrb_state *mrb, mrb_value object, mrb_sym name, mrb_value args, mrb_value block);

mrb_bool kobako_elements_class_p(const struct RClass *c);

/* The service of a path. */
mrb_value kobako_new_service(mrb_state *mrb, mrb_sym path);

/* Defines the classes of services and handles; the class of handles. */
struct RClass *kobako_init_proxies(mrb_state *mrb);

/* Defines what handles are asked as every object is. */
void kobako_init_asked(mrb_state *mrb, struct RClass *handle_class);

/* Calls a method of a handle's object. FALSE if it does not answer: it does not expose the method after all, or the
   argument cannot leave the sandbox. Raises what the object raised. */
mrb_bool kobako_ask(mrb_state *mrb, mrb_value handle, mrb_sym method, mrb_int argc, const mrb_value *argv,
                    mrb_value *out);

/* A hash of an id. */
static inline mrb_int
kobako_spread(uint32_t id)
{
  return (mrb_int)(uint32_t)(id * 2654435761u);
}

#endif
