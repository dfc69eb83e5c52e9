/* String#casecmp and casecmp?. */
#include <mruby.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_string.h>
#include "casecmp.h"
#include "letter_case.h"

static mrb_func_t plain_casecmp;

/* The argument as a String that can be compared with this one, or nil. */
static mrb_value
compared(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_try_string(mrb, mrb_get_arg1(mrb));

  return mrb_nil_p(other) || mrb_str_compatible_p(self, other) ? other : mrb_nil_value();
}

static mrb_value
str_casecmp(mrb_state *mrb, mrb_value self)
{
  mrb_value other = compared(mrb, self);

  if (mrb_nil_p(other)) return other;
  if (mrb_string_p(mrb_get_arg1(mrb))) return plain_casecmp(mrb, self);
  return mrb_funcall_argv(mrb, self, MRB_SYM(casecmp), 1, &other);
}

static mrb_value
str_casecmp_p(mrb_state *mrb, mrb_value self)
{
  mrb_value other = compared(mrb, self);

  if (mrb_nil_p(other)) return other;
  if (mrb_str_found_ascii_p(mrb_str_ptr(self)) && mrb_str_found_ascii_p(mrb_str_ptr(other))) {
    const char *text = RSTRING_PTR(other);
    return mrb_bool_value(mrb_strcasecmp_p(RSTRING_PTR(self), RSTRING_LEN(self), text, RSTRING_LEN(other)));
  }
  self = kobako_folded(mrb, self);
  return mrb_bool_value(mrb_str_equal(mrb, self, kobako_folded(mrb, other)));
}

void
kobako_init_casecmp(mrb_state *mrb)
{
  plain_casecmp = kobako_wrap_string(mrb, MRB_SYM(casecmp), str_casecmp, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM_Q(casecmp), str_casecmp_p, MRB_ARGS_REQ(1));
}
