/* Kernel's puts, print, p and their relatives, and what $stdout may be. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_io.h>
#include "io.h"
#include "printed_text.h"
#include "stream.h"

static mrb_value
stdout_of(mrb_state *mrb)
{
  return mrb_gv_get(mrb, MRB_GVSYM(stdout));
}

/* Kernel's method is an object's own only if that object took the place of $stdout. */
static mrb_bool
output_itself_p(mrb_state *mrb, mrb_value self, mrb_value out)
{
  return kobako_plain_io_p(mrb, out) || mrb_obj_eq(mrb, self, out);
}

static mrb_value
f_puts(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;
  mrb_value out = stdout_of(mrb);

  mrb_get_args(mrb, "*", &argv, &argc);
  if (!output_itself_p(mrb, self, out)) return mrb_funcall_argv(mrb, out, MRB_SYM(puts), argc, argv);
  kobako_emit(mrb, out, kobako_lines_of(mrb, argc, argv));
  return mrb_nil_value();
}

static mrb_value
f_putc(mrb_state *mrb, mrb_value self)
{
  mrb_value object = mrb_get_arg1(mrb);
  mrb_value out = stdout_of(mrb);

  if (!output_itself_p(mrb, self, out)) return mrb_funcall_argv(mrb, out, MRB_SYM(putc), 1, &object);
  kobako_emit(mrb, out, kobako_character_of(mrb, object));
  return object;
}

static mrb_value
f_print(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  kobako_emit(mrb, stdout_of(mrb), kobako_strings_of(mrb, argc, argv));
  return mrb_nil_value();
}

static mrb_value
f_printf(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;
  mrb_value out = stdout_of(mrb);

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc > 0) kobako_emit(mrb, out, mrb_funcall_argv(mrb, out, MRB_SYM(format), argc, argv));
  return mrb_nil_value();
}

static mrb_value
f_p(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc == 0) return mrb_nil_value();
  kobako_emit(mrb, stdout_of(mrb), kobako_inspected(mrb, argc, argv));
  return argc == 1 ? argv[0] : mrb_ary_new_from_values(mrb, argc, argv);
}

static mrb_value
f_display(mrb_state *mrb, mrb_value self)
{
  mrb_value out = stdout_of(mrb);

  mrb_get_args(mrb, "|o", &out);
  kobako_emit(mrb, out, mrb_obj_as_string(mrb, self));
  return mrb_nil_value();
}

/* What `warn` prints of an Array. */
static mrb_value
lines_of(mrb_state *mrb, mrb_value self)
{
  mrb_value lines = mrb_get_arg1(mrb);

  mrb_ensure_array_type(mrb, lines);
  return kobako_lines_of(mrb, RARRAY_LEN(lines), RARRAY_PTR(lines));
}

/* An output global takes what can write. */
void
kobako_check_output(mrb_state *mrb, mrb_sym name, mrb_value value)
{
  if (name != MRB_GVSYM(stdout) && name != MRB_GVSYM(stderr)) return;
  if (mrb_respond_to(mrb, value, MRB_SYM(write))) return;
  mrb_raisef(mrb, E_TYPE_ERROR, "%n must have write method, %Y given", name, value);
}

void
kobako_init_kernel_output(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module;

  mrb_define_private_method_id(mrb, kernel, MRB_SYM(puts), f_puts, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(print), f_print, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(p), f_p, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(printf), f_printf, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(putc), f_putc, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__lines_of), lines_of, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, kernel, MRB_SYM(display), f_display, MRB_ARGS_OPT(1));
}
