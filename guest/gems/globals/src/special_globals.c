/* What reading $~, $&, $1 and their like gives, and what setting a special global does. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/opcode.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_io.h>
#include <kobako_match.h>
#include "names.h"

/* Warns with the place of the code that runs. */
static void
complain(mrb_state *mrb, mrb_value text)
{
  mrb_funcall_argv(mrb, mrb_obj_value(mrb->kernel_module), MRB_SYM(__complain), 1, &text);
}

/* `||=` asks first: nothing is to be said then. */
static mrb_bool
asked_first_p(const mrb_callinfo *ci)
{
  return ci->proc && !MRB_PROC_CFUNC_P(ci->proc) && ci->pc && *ci->pc == OP_JMPIF;
}

/* What is read of a global that holds no value. */
static mrb_value
without_value(mrb_state *mrb, mrb_sym name)
{
  mrb_sym kept = kobako_global_name(mrb, name);
  mrb_value value;

  if (kept != name) return mrb_gv_get(mrb, kept);
  value = kobako_global_default(mrb, name);
  if (!mrb_undef_p(value)) return value;
  if (mrb_true_p(mrb_gv_get(mrb, MRB_GVSYM(VERBOSE))) && !asked_first_p(mrb->c->ci)) {
    complain(mrb, mrb_format(mrb, "global variable '%n' not initialized", name));
  }
  return mrb_nil_value();
}

/* Called by mrb_gv_get for a name that has no value. */
mrb_value
kobako_special_global(mrb_state *mrb, mrb_sym name)
{
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);
  mrb_int number = 0;
  mrb_value match;
  kobako_region region;

  if (len < 2) return mrb_nil_value();
  if (text[1] >= '1' && text[1] <= '9') {
    for (mrb_int i = 1; i < len; i++) {
      if (text[i] < '0' || text[i] > '9' || number > 100000) return mrb_nil_value();
      number = number * 10 + (text[i] - '0');
    }
    return kobako_match_group(mrb, kobako_last_match(mrb), number);
  }
  if (len != 2) return without_value(mrb, name);
  switch (text[1]) {
  case '!':
    return mrb_errinfo(mrb);
  case '@':
    match = mrb_errinfo(mrb);
    return mrb_nil_p(match) ? match : mrb_funcall_argv(mrb, match, MRB_SYM(backtrace), 0, NULL);
  case '~':
    return kobako_last_match(mrb);
  case '&':
    return kobako_match_group(mrb, kobako_last_match(mrb), 0);
  case '`':
  case '\'':
  case '+':
    match = kobako_last_match(mrb);
    if (!kobako_match_region(mrb, match, &region)) return mrb_nil_value();
    if (text[1] == '+') {
      number = kobako_last_group(&region);
      return number > 0 ? kobako_match_group(mrb, match, number) : mrb_nil_value();
    }
    return mrb_funcall_argv(mrb, match, text[1] == '`' ? MRB_SYM(pre_match) : MRB_SYM(post_match), 0, NULL);
  default:
    return without_value(mrb, name);
  }
}

static void
set_backtrace(mrb_state *mrb, mrb_value backtrace)
{
  mrb_value error = mrb_errinfo(mrb);

  if (mrb_nil_p(error)) mrb_raise(mrb, E_ARGUMENT_ERROR, "$! not set");
  mrb_funcall_argv(mrb, error, MRB_SYM(set_backtrace), 1, &backtrace);
}

/* NaN is the same as itself, too. */
static mrb_bool
same_p(mrb_state *mrb, mrb_value taken, mrb_value value)
{
  return mrb_type(taken) == mrb_type(value) && (mrb_float_p(value) || mrb_obj_eq(mrb, taken, value));
}

/* Called by mrb_gv_set before it stores: TRUE if the value is kept elsewhere, or under another name. */
mrb_bool
kobako_set_global(mrb_state *mrb, mrb_sym name, mrb_value value)
{
  kobako_region region;
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);
  mrb_value taken;
  mrb_sym kept;

  /* Of the names that begin with a small letter the streams alone are special. */
  if (len > 1 && text[1] >= 'a' && text[1] <= 'z' && text[1] != 's') return FALSE;
  kept = kobako_global_name(mrb, name);
  taken = kobako_global_value(mrb, name, value);
  kobako_check_output(mrb, name, value);
  if (kept != name || !same_p(mrb, taken, value)) {
    mrb_gv_set(mrb, kept, taken);
    return TRUE;
  }
  if (len == 2 && text[1] == '@') {
    set_backtrace(mrb, value);
    return TRUE;
  }
  if (len != 2 || text[1] != '~') return FALSE;
  if (!mrb_nil_p(value) && !kobako_match_region(mrb, value, &region)) {
    mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %Y (expected MatchData)", value);
  }
  kobako_set_last_match(mrb, value);
  return TRUE;
}

static mrb_value
alias_global(mrb_state *mrb, mrb_value self)
{
  mrb_sym name, old;

  mrb_get_args(mrb, "nn", &name, &old);
  kobako_alias_global(mrb, name, old);
  return mrb_nil_value();
}

mrb_value mrb_f_global_variables(mrb_state *mrb, mrb_value self);

static mrb_value
global_variables(mrb_state *mrb, mrb_value self)
{
  return kobako_global_names(mrb, mrb_f_global_variables(mrb, self));
}

void
mrb_kobako_globals_gem_init(mrb_state *mrb)
{
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(global_variables), global_variables, MRB_ARGS_NONE());
  mrb_define_singleton_method_id(mrb, (struct RObject *)mrb->kernel_module, MRB_SYM(global_variables), global_variables,
                                 MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(__alias_global), alias_global, MRB_ARGS_REQ(2));
  mrb_define_global_const(mrb, "ARGV", mrb_ary_new(mrb));
}

void
mrb_kobako_globals_gem_final(mrb_state *mrb)
{
}
