/* What the files of this gem share. */
#ifndef SERVICES_H
#define SERVICES_H

#include <mruby.h>
#include <kobako_services.h>

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
