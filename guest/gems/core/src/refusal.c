/* What a sandbox has no use for. */
#include <mruby.h>
#include <mruby/error.h>
#include <mruby/presym.h>
#include "core.h"

static mrb_value
kernel_backquote(mrb_state *mrb, mrb_value self)
{
  mrb_raise(mrb, E_NOTIMP_ERROR,
            "backquotes not implemented: a sandbox has no processes (bind a service that does the work)");
}

void
kobako_init_refusal(mrb_state *mrb)
{
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_OPSYM(tick), kernel_backquote, MRB_ARGS_REQ(1));
}
