/* What CGI and ERB (../library) need of C: String's methods that escape, of any encoding that has ASCII. */
#include <mruby.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "escape.h"

/* Whether its encoding has no ASCII: the other methods are not for such a text. */
static mrb_value
wide_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(RSTR_WIDE_P(mrb_str_ptr(self)) != 0);
}

void
mrb_kobako_escape_gem_init(mrb_state *mrb)
{
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM_Q(__wide), wide_p, MRB_ARGS_NONE());
  kobako_init_html(mrb);
  kobako_init_url(mrb);
}

void
mrb_kobako_escape_gem_final(mrb_state *mrb)
{
}
