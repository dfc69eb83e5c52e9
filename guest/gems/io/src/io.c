/* IO on descriptors 1 and 2, and the methods of Kernel that print. A call makes one write. */
#include <string.h>
#include <mruby.h>
#include <unistd.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>

static const struct mrb_data_type io_type = { "IO", NULL };

static mrb_noreturn void
raise_named(mrb_state *mrb, mrb_sym name, const char *message)
{
  mrb_raise(mrb, mrb_exc_get_id(mrb, name), message);
}

/* IO */

static int
descriptor(mrb_state *mrb, mrb_value io)
{
  int fd = (int)(intptr_t)mrb_data_check_get_ptr(mrb, io, &io_type);
  if (fd == 0) raise_named(mrb, MRB_SYM(IOError), "uninitialized stream");
  return fd;
}

static void
write_all(mrb_state *mrb, int fd, const char *bytes, size_t len)
{
  while (len > 0) {
    ssize_t written = write(fd, bytes, len);
    if (written <= 0) raise_named(mrb, MRB_SYM(IOError), "stream does not take the output");
    bytes += written;
    len -= (size_t)written;
  }
}

/* A stream that nobody subclassed or gave methods of its own: its bytes need no `write` call. */
static mrb_bool
plain_io_p(mrb_state *mrb, mrb_value out)
{
  return mrb_data_check_get_ptr(mrb, out, &io_type) != NULL &&
         mrb_class(mrb, out) == mrb_class_get_id(mrb, MRB_SYM(IO));
}

static void
emit(mrb_state *mrb, mrb_value out, mrb_value text)
{
  if (plain_io_p(mrb, out)) {
    write_all(mrb, descriptor(mrb, out), RSTRING_PTR(text), (size_t)RSTRING_LEN(text));
  }
  else {
    mrb_funcall_argv(mrb, out, MRB_SYM(write), 1, &text);
  }
}

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
  mrb_data_init(self, (void*)(intptr_t)fd, &io_type);
  return self;
}

static mrb_value
io_write(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc, total = 0;
  int fd = descriptor(mrb, self);

  mrb_get_args(mrb, "*", &argv, &argc);
  for (mrb_int i = 0; i < argc; i++) {
    mrb_value text = mrb_obj_as_string(mrb, argv[i]);
    write_all(mrb, fd, RSTRING_PTR(text), (size_t)RSTRING_LEN(text));
    total += RSTRING_LEN(text);
  }
  return mrb_int_value(mrb, total);
}

static mrb_value
io_push(mrb_state *mrb, mrb_value self)
{
  emit(mrb, self, mrb_obj_as_string(mrb, mrb_get_arg1(mrb)));
  return self;
}

static mrb_value
io_fileno(mrb_state *mrb, mrb_value self)
{
  return mrb_fixnum_value(descriptor(mrb, self));
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
  return mrb_nil_p(sync) ? mrb_bool_value(descriptor(mrb, self) == 2) : sync;
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
  return mrb_format(mrb, "#<%C:<%s>>", mrb_obj_class(mrb, self),
                    descriptor(mrb, self) == 1 ? "STDOUT" : "STDERR");
}

/* What each method prints, as a String */

static void
cat_line(mrb_state *mrb, mrb_value text, mrb_value object)
{
  mrb_value line = mrb_obj_as_string(mrb, object);
  mrb_int len = RSTRING_LEN(line);

  mrb_str_cat(mrb, text, RSTRING_PTR(line), (size_t)len);
  if (len == 0 || RSTRING_PTR(line)[len - 1] != '\n') mrb_str_cat_lit(mrb, text, "\n");
}

/* The arrays around the one that is printed, to see a cycle. */
struct enclosing {
  const struct enclosing *outer;
  void *array;
};

static void
cat_lines(mrb_state *mrb, mrb_value text, mrb_value object, const struct enclosing *outer, int depth)
{
  struct RArray *array = mrb_string_p(object) ? NULL : mrb_array_of(mrb, object);
  if (!array) {
    int arena = mrb_gc_arena_save(mrb);
    cat_line(mrb, text, object);
    mrb_gc_arena_restore(mrb, arena);
    return;
  }

  object = mrb_obj_value(array);
  struct enclosing here = { outer, mrb_ptr(object) };
  if (depth > 1000) mrb_exc_raise(mrb, mrb_obj_value(mrb->stack_err));
  for (; outer; outer = outer->outer) {
    if (outer->array == here.array) {
      mrb_str_cat_lit(mrb, text, "[...]\n");
      return;
    }
  }
  for (mrb_int i = 0; i < RARRAY_LEN(object); i++) {
    cat_lines(mrb, text, RARRAY_PTR(object)[i], &here, depth + 1);
  }
}

static mrb_value
lines_of(mrb_state *mrb, mrb_int argc, const mrb_value *argv)
{
  mrb_value text = mrb_str_new_capa(mrb, 128);

  if (argc == 0) mrb_str_cat_lit(mrb, text, "\n");
  for (mrb_int i = 0; i < argc; i++) cat_lines(mrb, text, argv[i], NULL, 0);
  return text;
}

static mrb_value
strings_of(mrb_state *mrb, mrb_int argc, const mrb_value *argv)
{
  mrb_value text;

  if (argc == 1) return mrb_obj_as_string(mrb, argv[0]);
  text = mrb_str_new_capa(mrb, 128);
  for (mrb_int i = 0; i < argc; i++) mrb_str_cat_str(mrb, text, mrb_obj_as_string(mrb, argv[i]));
  return text;
}

static mrb_value
inspected(mrb_state *mrb, mrb_int argc, const mrb_value *argv)
{
  mrb_value text = mrb_str_new_capa(mrb, 128);

  for (mrb_int i = 0; i < argc; i++) {
    int arena = mrb_gc_arena_save(mrb);
    mrb_str_cat_str(mrb, text, mrb_inspect(mrb, argv[i]));
    mrb_str_cat_lit(mrb, text, "\n");
    mrb_gc_arena_restore(mrb, arena);
  }
  return text;
}

static mrb_value
character_of(mrb_state *mrb, mrb_value object)
{
  if (mrb_string_p(object)) return mrb_str_substr(mrb, object, 0, 1);
  char byte = (char)(mrb_as_int(mrb, object) & 0xff);
  return mrb_str_new(mrb, &byte, 1);
}

static mrb_value
formatted(mrb_state *mrb, mrb_value self, mrb_int argc, const mrb_value *argv)
{
  return mrb_funcall_argv(mrb, self, MRB_SYM(format), argc, argv);
}

/* The printing methods, on a stream and on Kernel */

static mrb_value
stdout_of(mrb_state *mrb)
{
  return mrb_gv_get(mrb, MRB_GVSYM(stdout));
}

static mrb_value
io_puts(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  emit(mrb, self, lines_of(mrb, argc, argv));
  return mrb_nil_value();
}

static mrb_value
io_print(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  emit(mrb, self, strings_of(mrb, argc, argv));
  return mrb_nil_value();
}

static mrb_value
io_printf(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc > 0) emit(mrb, self, formatted(mrb, self, argc, argv));
  return mrb_nil_value();
}

static mrb_value
io_putc(mrb_state *mrb, mrb_value self)
{
  mrb_value object = mrb_get_arg1(mrb);

  emit(mrb, self, character_of(mrb, object));
  return object;
}

/* Kernel's method is an object's own only if that object took the place of $stdout. */
static mrb_bool
output_itself_p(mrb_state *mrb, mrb_value self, mrb_value out)
{
  return plain_io_p(mrb, out) || mrb_obj_eq(mrb, self, out);
}

static mrb_value
f_puts(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;
  mrb_value out = stdout_of(mrb);

  mrb_get_args(mrb, "*", &argv, &argc);
  if (!output_itself_p(mrb, self, out)) return mrb_funcall_argv(mrb, out, MRB_SYM(puts), argc, argv);
  emit(mrb, out, lines_of(mrb, argc, argv));
  return mrb_nil_value();
}

static mrb_value
f_putc(mrb_state *mrb, mrb_value self)
{
  mrb_value object = mrb_get_arg1(mrb);
  mrb_value out = stdout_of(mrb);

  if (!output_itself_p(mrb, self, out)) return mrb_funcall_argv(mrb, out, MRB_SYM(putc), 1, &object);
  emit(mrb, out, character_of(mrb, object));
  return object;
}

static mrb_value
f_print(mrb_state *mrb, mrb_value self)
{
  return io_print(mrb, stdout_of(mrb));
}

static mrb_value
f_printf(mrb_state *mrb, mrb_value self)
{
  return io_printf(mrb, stdout_of(mrb));
}

static mrb_value
f_p(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc == 0) return mrb_nil_value();
  emit(mrb, stdout_of(mrb), inspected(mrb, argc, argv));
  return argc == 1 ? argv[0] : mrb_ary_new_from_values(mrb, argc, argv);
}

static mrb_value
f_display(mrb_state *mrb, mrb_value self)
{
  mrb_value out = stdout_of(mrb);

  mrb_get_args(mrb, "|o", &out);
  emit(mrb, out, mrb_obj_as_string(mrb, self));
  return mrb_nil_value();
}

static mrb_value
f_warn(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;
  const mrb_sym names[] = { MRB_SYM(uplevel), MRB_SYM(category) };
  mrb_value options[2];
  const mrb_kwargs keywords = { 2, 0, names, options, NULL };

  mrb_get_args(mrb, "*:", &argv, &argc, &keywords);
  if (argc > 0) emit(mrb, mrb_gv_get(mrb, MRB_GVSYM(stderr)), lines_of(mrb, argc, argv));
  return mrb_nil_value();
}

/* An output global takes what can write. */
void
kobako_check_output(mrb_state *mrb, mrb_sym name, mrb_value value)
{
  if (name != MRB_GVSYM(stdout) && name != MRB_GVSYM(stderr)) return;
  if (mrb_respond_to(mrb, value, MRB_SYM(write))) return;
  mrb_raisef(mrb, E_TYPE_ERROR, "%n must have write method, %Y given", name, value);
}

static mrb_value
open_stream(mrb_state *mrb, struct RClass *io, int fd)
{
  return mrb_obj_value(mrb_data_object_alloc(mrb, io, (void*)(intptr_t)fd, &io_type));
}

void
kobako_init_io(mrb_state *mrb)
{
  struct RClass *io = mrb_define_class_id(mrb, MRB_SYM(IO), mrb->object_class);
  struct RClass *kernel = mrb->kernel_module;
  mrb_value out, err;

  MRB_SET_INSTANCE_TT(io, MRB_TT_CDATA);
  mrb_define_class_id(mrb, MRB_SYM(IOError), mrb->eStandardError_class);
  mrb_define_method_id(mrb, io, MRB_SYM(initialize), io_initialize, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, io, MRB_SYM(write), io_write, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, io, MRB_OPSYM(lshift), io_push, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, io, MRB_SYM(puts), io_puts, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, io, MRB_SYM(print), io_print, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, io, MRB_SYM(printf), io_printf, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, io, MRB_SYM(putc), io_putc, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, io, MRB_SYM(flush), io_self, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(fileno), io_fileno, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(to_i), io_fileno, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(sync), io_sync, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM_E(sync), io_set_sync, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, io, MRB_SYM_Q(tty), io_false, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(isatty), io_false, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, io, MRB_SYM(inspect), io_inspect, MRB_ARGS_NONE());

  mrb_define_private_method_id(mrb, kernel, MRB_SYM(puts), f_puts, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(print), f_print, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(p), f_p, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(pp), f_p, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(printf), f_printf, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(putc), f_putc, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(warn), f_warn, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, kernel, MRB_SYM(display), f_display, MRB_ARGS_OPT(1));

  /* A StringIO prints as a stream does: all comes to its write. */
  struct RClass *text = mrb_define_class_id(mrb, MRB_SYM(StringIO), mrb->object_class);
  mrb_define_method_id(mrb, text, MRB_SYM(puts), io_puts, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_SYM(print), io_print, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_SYM(printf), io_printf, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_SYM(putc), io_putc, MRB_ARGS_REQ(1));

  out = open_stream(mrb, io, 1);
  err = open_stream(mrb, io, 2);
  mrb_gv_set(mrb, MRB_GVSYM(stdout), out);
  mrb_gv_set(mrb, MRB_GVSYM(stderr), err);
  mrb_define_global_const(mrb, "STDOUT", out);
  mrb_define_global_const(mrb, "STDERR", err);
}
