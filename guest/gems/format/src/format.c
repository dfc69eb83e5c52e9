/* format, sprintf and String#%: the directives of a format. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "arguments.h"

/* Appends a string, of which the precision says how many characters count. */
static void
put_text(struct format *f, const struct field *field, mrb_value text)
{
  mrb_state *mrb = f->mrb;
  uint32_t encoding;
  const char *p = RSTRING_PTR(text), *end = p + RSTRING_LEN(text), *to = p;
  mrb_int count = 0;

  mrb_str_encoding_of_both(mrb, f->source, text);
  encoding = mrb_str_encoding_of_both(mrb, f->out, text);
  while (to < end && (field->precision < 0 || count < field->precision)) {
    to += RSTR_BINARY_P(mrb_str_ptr(text)) ? 1 : mrb_utf8len(to, end);
    count++;
  }
  if (!(field->flags & FLAG_MINUS)) format_fill(mrb, f->out, ' ', field->width - count);
  mrb_str_cat(mrb, f->out, p, (size_t)(to - p));
  RSTR_SET_ENCODING(mrb_str_ptr(f->out), encoding);
  if (field->flags & FLAG_MINUS) format_fill(mrb, f->out, ' ', field->width - count);
}

static mrb_value
text_of(mrb_state *mrb, mrb_value value, mrb_sym method)
{
  if (mrb_string_p(value) && method == MRB_SYM(to_s)) return value;
  if (!mrb_respond_to(mrb, value, method)) return mrb_funcall_argv(mrb, value, method, 0, NULL);
  return method == MRB_SYM(to_s) ? mrb_obj_as_string(mrb, value) : mrb_inspect(mrb, value);
}

/* A string for its first character, or the number of one. */
static void
put_character(struct format *f, struct field *field, mrb_value value)
{
  mrb_state *mrb = f->mrb;
  mrb_value text;

  if (!mrb_string_p(value) && mrb_responds_p(mrb, value, MRB_SYM(to_str))) {
    text = mrb_funcall_argv(mrb, value, MRB_SYM(to_str), 0, NULL);
    if (!mrb_string_p(text)) {
      mrb_raisef(mrb, E_TYPE_ERROR, "can't convert %Y to String (%Y#to_str gives %Y)", value, value, text);
    }
    value = text;
  }
  if (mrb_string_p(value)) text = value;
  else {
    mrb_int code = mrb_as_int(mrb, value);
    mrb_bool binary = RSTR_BINARY_P(mrb_str_ptr(f->source));
    if (code < 0 || (!binary && (code > 0x10ffff || (code >= 0xd800 && code < 0xe000))))
      format_invalid(f, "invalid character");
    value = mrb_int_value(mrb, code);
    text = mrb_str_new(mrb, "", 0);
    if (code > 0xff && binary) mrb_raisef(mrb, E_RANGE_ERROR, "%i out of char range", code);
    RSTR_SET_ENCODING(mrb_str_ptr(text), RSTR_ENCODING(mrb_str_ptr(f->source)));
    text = mrb_funcall_argv(mrb, text, MRB_OPSYM(lshift), 1, &value);
    mrb_ensure_string_type(mrb, text);
  }
  field->precision = 1;
  put_text(f, field, text);
}

static mrb_noreturn void
malformed(struct format *f, char letter)
{
  mrb_state *mrb = f->mrb;

  if (letter >= ' ' && letter <= '~') mrb_raisef(mrb, E_ARGUMENT_ERROR, "malformed format string - %%%c", letter);
  format_invalid(f, "malformed format string");
}

/* One directive, p being behind its percent sign; then behind all of it. */
static void
directive(struct format *f)
{
  struct field field = { 0, 0, -1, 0 };
  struct given given = { mrb_undef_value(), NULL, 0 };

  format_take_modifiers(f, &field, &given);
  field.type = f->p < f->end ? *f->p : '\0';
  switch (field.type) {
  case '%':
    if (field.flags) format_invalid(f, "invalid format character - %");
    f->p++;
    mrb_str_cat_lit(f->mrb, f->out, "%");
    return;
  case '{':
    format_take_name(f, &given);
    put_text(f, &field, text_of(f->mrb, given.value, MRB_SYM(to_s)));
    return;
  default:
    if (!field.type || !strchr("cspdiuoxXbBfeEgGaA", field.type)) malformed(f, field.type);
  }
  f->p++;
  if (mrb_undef_p(given.value)) given.value = format_next_argument(f);
  switch (field.type) {
  case 'c':
    put_character(f, &field, given.value);
    break;
  case 's':
    put_text(f, &field, text_of(f->mrb, given.value, MRB_SYM(to_s)));
    break;
  case 'p':
    put_text(f, &field, text_of(f->mrb, given.value, MRB_SYM(inspect)));
    break;
  case 'f':
  case 'e':
  case 'E':
  case 'g':
  case 'G':
  case 'a':
  case 'A':
    format_float(f->mrb, f->out, field, given.value);
    break;
  default:
    format_integer(f->mrb, f->out, field, given.value);
  }
}

static mrb_value
formatted(mrb_state *mrb, mrb_value source, mrb_int argc, const mrb_value *argv)
{
  struct format f = { 0 };
  int arena;

  /* A copy stays as it is whatever the arguments' methods do to the format. */
  f.mrb = mrb;
  f.source = mrb_str_dup(mrb, source);
  f.argv = argv;
  f.argc = argc;
  f.hash = mrb_undef_value();
  f.p = RSTRING_PTR(f.source);
  f.end = f.p + RSTRING_LEN(f.source);
  f.out = mrb_str_new_capa(mrb, (size_t)RSTRING_LEN(f.source) + 32);
  RSTR_SET_ENCODING(mrb_str_ptr(f.out), RSTR_ENCODING(mrb_str_ptr(source)));
  arena = mrb_gc_arena_save(mrb);
  while (f.p < f.end) {
    const char *percent = memchr(f.p, '%', (size_t)(f.end - f.p));
    mrb_str_cat(mrb, f.out, f.p, (size_t)((percent ? percent : f.end) - f.p));
    if (!percent) break;
    f.p = percent + 1;
    if (f.p == f.end) format_invalid(&f, "incomplete format specifier; use %% (double %) instead");
    directive(&f);
    mrb_gc_arena_restore(mrb, arena);
    if (!mrb_undef_p(f.hash)) mrb_gc_protect(mrb, f.hash);
  }
  return f.out;
}

static mrb_value
string_of(mrb_state *mrb, mrb_value value)
{
  if (!mrb_string_p(value) && mrb_responds_p(mrb, value, MRB_SYM(to_str))) {
    value = mrb_funcall_argv(mrb, value, MRB_SYM(to_str), 0, NULL);
  }
  return mrb_ensure_string_type(mrb, value);
}

static mrb_value
f_format(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc == 0) mrb_raise(mrb, E_ARGUMENT_ERROR, "too few arguments");
  mrb_value arguments = mrb_ary_new_from_values(mrb, argc, argv), source = string_of(mrb, argv[0]);
  return formatted(mrb, source, argc - 1, RARRAY_PTR(arguments) + 1);
}

static mrb_value
str_percent(mrb_state *mrb, mrb_value self)
{
  mrb_value argument = mrb_get_arg1(mrb);
  struct RArray *array = mrb_array_of(mrb, argument);

  mrb_value arguments =
      array ? mrb_ary_new_from_values(mrb, ARY_LEN(array), ARY_PTR(array)) : mrb_ary_new_from_values(mrb, 1, &argument);
  return formatted(mrb, self, RARRAY_LEN(arguments), RARRAY_PTR(arguments));
}

void
mrb_kobako_format_gem_init(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module;

  mrb_define_module_function_id(mrb, kernel, MRB_SYM(format), f_format, MRB_ARGS_ANY());
  mrb_define_module_function_id(mrb, kernel, MRB_SYM(sprintf), f_format, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, mrb->string_class, MRB_OPSYM(mod), str_percent, MRB_ARGS_REQ(1));
}

void
mrb_kobako_format_gem_final(mrb_state *mrb)
{
}
