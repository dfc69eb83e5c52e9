/* What a Symbol has of String: it is done with its name, by what String has under the same name. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include "core.h"

/* Functions read the arguments of the call that is under way. */
static mrb_value
of_name(mrb_state *mrb, mrb_value self, mrb_sym method)
{
  mrb_value name = mrb_sym_str(mrb, mrb_symbol(self));
  struct RClass *c = mrb->string_class;
  mrb_method_t found = mrb_method_search_vm(mrb, &c, method);
  mrb_value block;
  const mrb_value *argv;
  mrb_int argc;

  if (!MRB_METHOD_UNDEF_P(found) && MRB_METHOD_FUNC_P(found)) return MRB_METHOD_FUNC(found)(mrb, name);
  mrb_get_args(mrb, "*&", &argv, &argc, &block);
  return mrb_funcall_with_block(mrb, name, method, argc, argv, block);
}

static mrb_value
symbol_of_name(mrb_state *mrb, mrb_value self, mrb_sym method)
{
  mrb_value text = of_name(mrb, self, method);

  if (!mrb_string_p(text)) return mrb_funcall_argv(mrb, text, MRB_SYM(to_sym), 0, NULL);
  return mrb_symbol_value(mrb_intern_str(mrb, text));
}

#define METHOD(function, form, name)                        \
  static mrb_value function(mrb_state *mrb, mrb_value self) \
  {                                                         \
    return form(mrb, self, name);                           \
  }

METHOD(sym_aref, of_name, MRB_OPSYM(aref))
METHOD(sym_start_with_p, of_name, MRB_SYM_Q(start_with))
METHOD(sym_end_with_p, of_name, MRB_SYM_Q(end_with))
METHOD(sym_upcase, symbol_of_name, MRB_SYM(upcase))
METHOD(sym_downcase, symbol_of_name, MRB_SYM(downcase))
METHOD(sym_capitalize, symbol_of_name, MRB_SYM(capitalize))
METHOD(sym_swapcase, symbol_of_name, MRB_SYM(swapcase))
METHOD(sym_succ, symbol_of_name, MRB_SYM(succ))

void
kobako_init_symbols(mrb_state *mrb)
{
  struct RClass *symbol = mrb->symbol_class;

  mrb_define_method_id(mrb, symbol, MRB_OPSYM(aref), sym_aref, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, symbol, MRB_SYM(slice), sym_aref, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, symbol, MRB_SYM_Q(start_with), sym_start_with_p, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, symbol, MRB_SYM_Q(end_with), sym_end_with_p, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, symbol, MRB_SYM(upcase), sym_upcase, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, symbol, MRB_SYM(downcase), sym_downcase, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, symbol, MRB_SYM(capitalize), sym_capitalize, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, symbol, MRB_SYM(swapcase), sym_swapcase, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, symbol, MRB_SYM(succ), sym_succ, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, symbol, MRB_SYM(next), sym_succ, MRB_ARGS_NONE());
}
