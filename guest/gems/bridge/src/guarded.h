/* A call that may raise, for functions that must not. */
#ifndef KOBAKO_GUARDED_H
#define KOBAKO_GUARDED_H

#include <mruby.h>
#include <mruby/error.h>

/* FALSE and the exception in *out if `body` raised, else its value. */
static inline mrb_bool
kobako_guarded(mrb_state *mrb, mrb_protect_error_func *body, void *data, mrb_value *out)
{
  mrb_bool error = FALSE;
  *out = mrb_protect_error(mrb, body, data, &error);
  return !error;
}

#endif
