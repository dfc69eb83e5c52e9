/* What stands before the letter of a directive: flags, width, precision, and which argument it takes. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "arguments.h"

#define MOST 0x7fffffff

mrb_noreturn void
format_invalid(struct format *f, const char *message)
{
  mrb_state *mrb = f->mrb;

  mrb_raise(mrb, E_ARGUMENT_ERROR, message);
}

static mrb_value
argument(struct format *f, mrb_int index)
{
  if (index >= f->argc) format_invalid(f, "too few arguments");
  return f->argv[index];
}

mrb_value
format_next_argument(struct format *f)
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
  if (!mrb_hash_p(hash) && f->argc == 1 && mrb_responds_p(f->mrb, hash, MRB_SYM(to_hash))) {
    hash = mrb_funcall_argv(f->mrb, hash, MRB_SYM(to_hash), 0, NULL);
  }
  if (!mrb_hash_p(hash)) format_invalid(f, "one hash required");
  return f->hash = hash;
}

/* <name> or {name}, after which p is behind it. */
void
format_take_name(struct format *f, struct given *given)
{
  mrb_state *mrb = f->mrb;
  char close = *f->p == '<' ? '>' : '}';
  const char *start = f->p, *to = memchr(start, close, (size_t)(f->end - start));
  mrb_value key[2];
  int length;

  if (!to) format_invalid(f, "malformed name - unmatched parenthesis");
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
    if (number > MOST) format_invalid(f, too_big);
  }
  if (f->p >= f->end) format_invalid(f, "malformed format string - %*[0-9]");
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
    value = format_next_argument(f);
    f->p = behind;
  }
  found = mrb_as_int(f->mrb, value);
  if (found > MOST || found < -MOST) format_invalid(f, too_big);
  return found;
}

static void
before_width(struct format *f, const struct field *field)
{
  if (field->flags & FLAG_WIDTH) format_invalid(f, "width given twice");
  if (field->flags & FLAG_POINT) format_invalid(f, "width after precision");
}

static void
take_flag(struct format *f, struct field *field, unsigned flag)
{
  if (field->flags & FLAG_WIDTH) format_invalid(f, "flag after width");
  if (field->flags & FLAG_POINT) format_invalid(f, "flag after precision");
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
  if (field->flags & FLAG_POINT) format_invalid(f, "precision given twice");
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
void
format_take_modifiers(struct format *f, struct field *field, struct given *given)
{
  while (f->p < f->end) {
    switch (*f->p) {
    case ' ':
      take_flag(f, field, FLAG_SPACE);
      break;
    case '#':
      take_flag(f, field, FLAG_SHARP);
      break;
    case '+':
      take_flag(f, field, FLAG_PLUS);
      break;
    case '-':
      take_flag(f, field, FLAG_MINUS);
      break;
    case '0':
      take_flag(f, field, FLAG_ZERO);
      break;
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      take_width(f, field, given);
      break;
    case '*':
      take_width_argument(f, field);
      break;
    case '.':
      take_precision(f, field);
      break;
    case '<':
      format_take_name(f, given);
      break;
    default:
      return;
    }
  }
}
