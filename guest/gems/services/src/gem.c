/* Services and handles. */
#include <mruby.h>
#include "services.h"

void
mrb_kobako_services_gem_init(mrb_state *mrb)
{
  kobako_init_asked(mrb, kobako_init_proxies(mrb));
}

void
mrb_kobako_services_gem_final(mrb_state *mrb)
{
}
