/* The class IO, and the printing methods of it and of StringIO. A call makes one write. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "io.h"
#include "printed_text.h"
#include "stream.h"
#include "string_io.h"

static mrb_value
io_initialize(mrb_state *mrb, mrb_value self)
{
  mrb_int fd;
  mrb_value mode = mrb_nil_value();

  mrb_get_args(mrb, "i|o", &fd, &mode);
  if (fd != 1 && fd != 2) {
    mrb_raisef(mrb, E_ARGUMENT_ERROR, "descriptor %i, a sandbox has 1 and 2 (use $stdout or $stderr)", fd);
  }
  if (!mrb_nil_p(mode) && !(mrb_string_p(mode) && mrb_str_equal(mrb, mode, mrb_str_new_lit(mrb, "w")))) {
    mrb_raisef(mrb, E_ARGUMENT_ERROR, "mode %!v, a stream of a sandbox is opened with \"w\"", mode);
  }
  kobako_set_descriptor(self, (int)fd);
  return self;
}

static mrb_value
io_write(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc, total = 0;
  int fd = kobako_descriptor(mrb, self);

  mrb_get_args(mrb, "*", &argv, &argc);
  for (mrb_int i = 0; i < argc; i++) {
    mrb_value text = mrb_obj_as_string(mrb, argv[i]);
    kobako_write_all(mrb, fd, RSTRING_PTR(text), (size_t)RSTRING_LEN(text));
    total += RSTRING_LEN(text);
  }
  return mrb_int_value(mrb, total);
}

static mrb_value
io_push(mrb_state *mrb, mrb_value self)
{
  kobako_emit(mrb, self, mrb_obj_as_string(mrb, mrb_get_arg1(mrb)));
  return self;
}

static mrb_value
io_fileno(mrb_state *mrb, mrb_value self)
{
  return mrb_fixnum_value(kobako_descriptor(mrb, self));
}

/* Of this script only: the host still has what was written. */
static mrb_value
io_close(mrb_state *mrb, mrb_value self)
{
  kobako_close_stream(self);
  return mrb_nil_value();
}

static mrb_value
io_closed_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(kobako_closed_stream_p(self));
}

static mrb_value
io_self(mrb_state *mrb, mrb_value self)
{
  return self;
}

static mrb_value
io_false(mrb_state *mrb, mrb_value self)
{
  return mrb_false_value();
}

static mrb_value
io_sync(mrb_state *mrb, mrb_value self)
{
  mrb_value sync = mrb_iv_get(mrb, self, MRB_SYM(sync));
  return mrb_nil_p(sync) ? mrb_bool_value(kobako_descriptor(mrb, self) == 2) : sync;
}

static mrb_value
io_set_sync(mrb_state *mrb, mrb_value self)
{
  mrb_value sync = mrb_bool_value(mrb_test(mrb_get_arg1(mrb)));
  mrb_iv_set(mrb, self, MRB_SYM(sync), sync);
  return sync;
}

static mrb_value
io_inspect(mrb_state *mrb, mrb_value self)
{
  static const char *const names[] = { "STDIN", "STDOUT", "STDERR" };

  return mrb_format(mrb, "#<%C:<%s>>", mrb_obj_class(mrb, self), names[kobako_descriptor(mrb, self)]);
}

static mrb_value
formatted(mrb_state *mrb, mrb_value self, mrb_int argc, const mrb_value *argv)
{
  return mrb_funcall_argv(mrb, self, MRB_SYM(format), argc, argv);
}

static mrb_value
io_puts(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  kobako_emit(mrb, self, kobako_lines_of(mrb, argc, argv));
  return mrb_nil_value();
}

static mrb_value
io_print(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  kobako_emit(mrb, self, kobako_strings_of(mrb, argc, argv));
  return mrb_nil_value();
}

static mrb_value
io_printf(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc > 0) kobako_emit(mrb, self, formatted(mrb, self, argc, argv));
  return mrb_nil_value();
}

static mrb_value
io_putc(mrb_state *mrb, mrb_value self)
{
  mrb_value object = mrb_get_arg1(mrb);

  kobako_emit(mrb, self, kobako_character_of(mrb, object));
  return object;
}

/* Raises IOError for what is written to; what is read has ended before it began. */
static mrb_value
io_read(mrb_state *mrb, mrb_value self)
{
  mrb_value len = mrb_nil_value();

  mrb_get_args(mrb, "|oo", &len, &len);
  if (kobako_descriptor(mrb, self) != 0) {
    mrb_raise(mrb, mrb_exc_get_id(mrb, MRB_SYM(IOError)), "not opened for reading");
  }
  return mrb_nil_p(len) ? mrb_str_new(mrb, NULL, 0) : mrb_nil_value();
}

void
mrb_kobako_io_gem_init(mrb_state *mrb)
{
  struct RClass *io = mrb_define_class_id(mrb, MRB_SYM(IO), mrb->object_class);
  mrb_value in, out, err;

  MRB_SET_INSTANCE_TT(io, MRB_TT_CDATA);
  mrb_define_class_id(mrb, MRB_SYM(IOError), mrb->eStandardError_class);
  mrb_define_method_id(mrb, io, MRB_SYM(initialize), io_initialize, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, io, MRB_SYM(write), io_write, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, io, MRB_OPSYM(lshift), io_push, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, io, MRB_SYM(puts), io_puts, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, io, MRB_SYM(print), io_print, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, io, MRB_SYM(printf), io_printf, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, io, MRB_SYM(putc), io_putc, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, io, MRB_SYM(read), io_read, MRB_ARGS_OPT(2));
  mrb_define_method_id(mrb, io, MRB_SYM(flush), io_self, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(close), io_close, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM_Q(closed), io_closed_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(fileno), io_fileno, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(to_i), io_fileno, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(sync), io_sync, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM_E(sync), io_set_sync, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, io, MRB_SYM_Q(tty), io_false, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(isatty), io_false, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(inspect), io_inspect, MRB_ARGS_NONE());

  /* A StringIO prints as a stream does: all comes to its write. */
  struct RClass *text = mrb_define_class_id(mrb, MRB_SYM(StringIO), mrb->object_class);
  mrb_define_method_id(mrb, text, MRB_SYM(puts), io_puts, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_SYM(print), io_print, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_SYM(printf), io_printf, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_SYM(putc), io_putc, MRB_ARGS_REQ(1));
  kobako_init_string_io(mrb, text);

  in = kobako_open_stream(mrb, io, 0);
  out = kobako_open_stream(mrb, io, 1);
  err = kobako_open_stream(mrb, io, 2);
  mrb_gv_set(mrb, MRB_GVSYM(stdin), in);
  mrb_gv_set(mrb, MRB_GVSYM(stdout), out);
  mrb_gv_set(mrb, MRB_GVSYM(stderr), err);
  mrb_define_global_const(mrb, "STDIN", in);
  mrb_gv_set(mrb, MRB_GVSYM(VERBOSE), mrb_false_value());
  mrb_define_global_const(mrb, "STDOUT", out);
  mrb_define_global_const(mrb, "STDERR", err);
  kobako_init_kernel_output(mrb);
}

void
mrb_kobako_io_gem_final(mrb_state *mrb)
{
}
