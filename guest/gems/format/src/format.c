/* format, sprintf and String#%: the directives of a format, and the arguments that they take. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "field.h"

#define MOST 0x7fffffff

enum arguments_by { BY_NOTHING, BY_ORDER, BY_NUMBER, BY_NAME };

struct format {
  mrb_state *mrb;
  mrb_value source, out;
  const char *p, *end;
  const mrb_value *argv;
  mrb_int argc, taken;
  enum arguments_by by;
  mrb_value hash;
};

/* The value that the field takes, if it has been said which, and the name of it. */
struct given {
  mrb_value value;
  const char *name;
  int name_length;
};

static mrb_noreturn void
invalid(struct format *f, const char *message)
{
  mrb_state *mrb = f->mrb;

  mrb_raise(mrb, E_ARGUMENT_ERROR, message);
}

static mrb_value
argument(struct format *f, mrb_int index)
{
  if (index >= f->argc) invalid(f, "too few arguments");
  return f->argv[index];
}

static mrb_value
next_argument(struct format *f)
{
  mrb_state *mrb = f->mrb;

  if (f->by == BY_NUMBER) mrb_raisef(mrb, E_ARGUMENT_ERROR, "unnumbered(%i) mixed with numbered", f->taken + 1);
  if (f->by == BY_NAME) mrb_raisef(mrb, E_ARGUMENT_ERROR, "unnumbered(%i) mixed with named", f->taken + 1);
  f->by = BY_ORDER;
  return argument(f, f->taken++);
}

static mrb_value
numbered_argument(struct format *f, mrb_int number)
{
  mrb_state *mrb = f->mrb;

  if (f->by == BY_ORDER) {
    mrb_raisef(mrb, E_ARGUMENT_ERROR, "numbered(%i) after unnumbered(%i)", number, f->taken);
  }
  if (f->by == BY_NAME) mrb_raisef(mrb, E_ARGUMENT_ERROR, "numbered(%i) after named", number);
  if (number < 1) mrb_raisef(mrb, E_ARGUMENT_ERROR, "invalid index - %i$", number);
  f->by = BY_NUMBER;
  return argument(f, number - 1);
}

static mrb_value
named_arguments(struct format *f)
{
  mrb_value hash;

  if (!mrb_undef_p(f->hash)) return f->hash;
  hash = f->argc == 1 ? f->argv[0] : mrb_nil_value();
  if (!mrb_hash_p(hash) && f->argc == 1 && mrb_respond_to(f->mrb, hash, MRB_SYM(to_hash))) {
    hash = mrb_funcall_argv(f->mrb, hash, MRB_SYM(to_hash), 0, NULL);
  }
  if (!mrb_hash_p(hash)) invalid(f, "one hash required");
  return f->hash = hash;
}

/* <name> or {name}, after which p is behind it. */
static void
take_name(struct format *f, struct given *given)
{
  mrb_state *mrb = f->mrb;
  char close = *f->p == '<' ? '>' : '}';
  const char *start = f->p, *to = memchr(start, close, (size_t)(f->end - start));
  mrb_value key[2];
  int length;

  if (!to) invalid(f, "malformed name - unmatched parenthesis");
  length = (int)(to - start) + 1;
  if (given->name) {
    mrb_raisef(mrb, E_ARGUMENT_ERROR, "named%l after <%l>", start, (size_t)length, given->name + 1,
               (size_t)given->name_length - 2);
  }
  if (f->by == BY_ORDER) {
    mrb_raisef(mrb, E_ARGUMENT_ERROR, "named%l after unnumbered(%i)", start, (size_t)length, f->taken);
  }
  if (f->by == BY_NUMBER) mrb_raisef(mrb, E_ARGUMENT_ERROR, "named%l after numbered", start, (size_t)length);
  f->by = BY_NAME;
  given->name = start;
  given->name_length = length;
  key[0] = mrb_symbol_value(mrb_intern(mrb, start + 1, (size_t)length - 2));
  key[1] = mrb_str_new(mrb, start, (size_t)length);
  given->value = mrb_funcall_argv(mrb, named_arguments(f), MRB_SYM(__named), 2, key);
  f->p = to + 1;
}

static mrb_int
take_number(struct format *f, const char *too_big)
{
  mrb_int number = 0;

  for (; f->p < f->end && *f->p >= '0' && *f->p <= '9'; f->p++) {
    number = number * 10 + (*f->p - '0');
    if (number > MOST) invalid(f, too_big);
  }
  if (f->p >= f->end) invalid(f, "malformed format string - %*[0-9]");
  return number;
}

/* What an asterisk stands for: the next argument, or that of the number behind it. */
static mrb_int
take_asterisk(struct format *f, const char *too_big)
{
  const char *behind = ++f->p;
  mrb_int number = take_number(f, too_big), found;
  mrb_value value;

  if (*f->p == '$') {
    value = numbered_argument(f, number);
    f->p++;
  }
  else {
    value = next_argument(f);
    f->p = behind;
  }
  found = mrb_as_int(f->mrb, value);
  if (found > MOST || found < -MOST) invalid(f, too_big);
  return found;
}

static void
before_width(struct format *f, const struct field *field)
{
  if (field->flags & FLAG_WIDTH) invalid(f, "width given twice");
  if (field->flags & FLAG_POINT) invalid(f, "width after precision");
}

static void
take_flag(struct format *f, struct field *field, unsigned flag)
{
  if (field->flags & FLAG_WIDTH) invalid(f, "flag after width");
  if (field->flags & FLAG_POINT) invalid(f, "flag after precision");
  field->flags |= flag;
  f->p++;
}

static void
take_width(struct format *f, struct field *field, struct given *given)
{
  mrb_state *mrb = f->mrb;
  mrb_int number = take_number(f, "width too big");

  if (*f->p == '$') {
    if (!mrb_undef_p(given->value)) mrb_raisef(mrb, E_ARGUMENT_ERROR, "value given twice - %i$", number);
    given->value = numbered_argument(f, number);
    f->p++;
    return;
  }
  before_width(f, field);
  field->width = number;
  field->flags |= FLAG_WIDTH;
}

static void
take_width_argument(struct format *f, struct field *field)
{
  before_width(f, field);
  field->flags |= FLAG_WIDTH;
  field->width = take_asterisk(f, "width too big");
  if (field->width < 0) {
    field->flags |= FLAG_MINUS;
    field->width = -field->width;
  }
}

static void
take_precision(struct format *f, struct field *field)
{
  if (field->flags & FLAG_POINT) invalid(f, "precision given twice");
  field->flags |= FLAG_PRECISION | FLAG_POINT;
  f->p++;
  if (f->p < f->end && *f->p == '*') {
    field->precision = take_asterisk(f, "precision too big");
    if (field->precision < 0) {
      field->flags &= ~FLAG_PRECISION;
      field->precision = -1;
    }
    return;
  }
  field->precision = take_number(f, "precision too big");
}

/* All that comes before the letter of a directive, which p is at then. */
static void
take_modifiers(struct format *f, struct field *field, struct given *given)
{
  while (f->p < f->end) {
    switch (*f->p) {
    case ' ': take_flag(f, field, FLAG_SPACE); break;
    case '#': take_flag(f, field, FLAG_SHARP); break;
    case '+': take_flag(f, field, FLAG_PLUS); break;
    case '-': take_flag(f, field, FLAG_MINUS); break;
    case '0': take_flag(f, field, FLAG_ZERO); break;
    case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      take_width(f, field, given);
      break;
    case '*': take_width_argument(f, field); break;
    case '.': take_precision(f, field); break;
    case '<': take_name(f, given); break;
    default: return;
    }
  }
}

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

  if (!mrb_string_p(value) && mrb_respond_to(mrb, value, MRB_SYM(to_str))) {
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
    if (code < 0 || (!binary && (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)))) invalid(f, "invalid character");
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
  invalid(f, "malformed format string");
}

/* One directive, p being behind its percent sign; then behind all of it. */
static void
directive(struct format *f)
{
  struct field field = { 0, 0, -1, 0 };
  struct given given = { mrb_undef_value(), NULL, 0 };

  take_modifiers(f, &field, &given);
  field.type = f->p < f->end ? *f->p : '\0';
  switch (field.type) {
  case '%':
    if (field.flags) invalid(f, "invalid format character - %");
    f->p++;
    mrb_str_cat_lit(f->mrb, f->out, "%");
    return;
  case '{':
    take_name(f, &given);
    put_text(f, &field, text_of(f->mrb, given.value, MRB_SYM(to_s)));
    return;
  case 'c': case 's': case 'p':
  case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': case 'b': case 'B':
  case 'f': case 'e': case 'E': case 'g': case 'G': case 'a': case 'A':
    break;
  default:
    malformed(f, field.type);
  }
  f->p++;
  if (mrb_undef_p(given.value)) given.value = next_argument(f);
  switch (field.type) {
  case 'c': put_character(f, &field, given.value); break;
  case 's': put_text(f, &field, text_of(f->mrb, given.value, MRB_SYM(to_s))); break;
  case 'p': put_text(f, &field, text_of(f->mrb, given.value, MRB_SYM(inspect))); break;
  case 'f': case 'e': case 'E': case 'g': case 'G': case 'a': case 'A':
    format_float(f->mrb, f->out, field, given.value);
    break;
  default: format_integer(f->mrb, f->out, field, given.value);
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
    if (f.p == f.end) invalid(&f, "incomplete format specifier; use %% (double %) instead");
    directive(&f);
    mrb_gc_arena_restore(mrb, arena);
    if (!mrb_undef_p(f.hash)) mrb_gc_protect(mrb, f.hash);
  }
  return f.out;
}

static mrb_value
string_of(mrb_state *mrb, mrb_value value)
{
  if (!mrb_string_p(value) && mrb_respond_to(mrb, value, MRB_SYM(to_str))) {
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

  mrb_value arguments = array ? mrb_ary_new_from_values(mrb, ARY_LEN(array), ARY_PTR(array))
                              : mrb_ary_new_from_values(mrb, 1, &argument);
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
