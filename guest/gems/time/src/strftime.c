/* The formats of strftime, for Time and for Date. */
#include <string.h>
#include <mruby.h>
#include <mruby/error.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "directives.h"

static void format_all(struct kobako_growing *text, const struct kobako_shown *shown, const char *format, size_t len);

const char *
kobako_composition(char letter, mrb_bool date)
{
  switch (letter) {
  case 'c':
    return "%a %b %e %H:%M:%S %Y";
  case 'D':
  case 'x':
    return "%m/%d/%y";
  case 'F':
    return "%Y-%m-%d";
  case 'T':
  case 'X':
    return "%H:%M:%S";
  case 'R':
    return "%H:%M";
  case 'r':
    return "%I:%M:%S %p";
  case 'v':
    return "%e-%^b-%Y";
  case '+':
    return date ? "%a %b %e %H:%M:%S %Z %Y" : NULL;
  default:
    return NULL;
  }
}

static void
composed(struct kobako_growing *text, const struct kobako_shown *shown, const struct kobako_directive *directive,
         const char *format)
{
  struct kobako_growing inner = { .mrb = text->mrb, .string = mrb_nil_value(), .len = 0 };
  struct kobako_directive padded = *directive;

  if (!directive->upper && directive->width == 0) {
    format_all(text, shown, format, strlen(format));
    return;
  }
  format_all(&inner, shown, format, strlen(format));
  kobako_grown(&inner);
  if (!shown->date) padded.left = FALSE;
  kobako_show_cased(text, &padded, RSTRING_PTR(inner.string), (size_t)RSTRING_LEN(inner.string), directive->upper);
}

/* FALSE for what is no directive. */
static mrb_bool
show(struct kobako_growing *text, const struct kobako_shown *shown, const struct kobako_directive *directive,
     char letter)
{
  const char *format = kobako_composition(letter, shown->date);

  if (!format) return kobako_show_directive(text, shown, directive, letter);
  composed(text, shown, directive, format);
  return TRUE;
}

/* Dates are no longer than 1024 bytes for each byte of their format, rounded up to a power of 2. */
static void
check_size(mrb_state *mrb, const struct kobako_shown *shown, int64_t size)
{
  int64_t most = 1024;

  if (!shown->date || size < most) return;
  while (most < 1024 * RSTRING_LEN(shown->format)) most *= 2;
  if (size < most) return;
  mrb_funcall_id(mrb, shown->self, MRB_SYM(__too_wide), 1, mrb_str_dup(mrb, shown->format));
  mrb_raise(mrb, E_RANGE_ERROR, "Numerical result out of range"); /* where a script made that method return */
}

/* Reads the digits of a width; FALSE for one that is too large. */
static mrb_bool
width(const char *format, size_t len, size_t *at, struct kobako_directive *directive)
{
  int64_t width = 0;

  for (; *at < len && format[*at] >= '0' && format[*at] <= '9'; (*at)++) {
    if (width <= INT32_MAX) width = width * 10 + (format[*at] - '0');
  }
  directive->width = width > INT32_MAX ? INT32_MAX : (int32_t)width;
  return width <= INT32_MAX;
}

/* Where the letter is, or the byte that says that this is no directive. */
static size_t
flags(mrb_state *mrb, const struct kobako_shown *shown, const char *format, size_t len,
      struct kobako_directive *directive)
{
  size_t at = 1;

  for (; at < len && strchr("-^#_0123456789", format[at]) && format[at]; at++) {
    char c = format[at];

    if (directive->width > 0) break;
    switch (c) {
    case '-':
      directive->left = TRUE;
      if (!shown->date) directive->fill = 0;
      break;
    case '^':
      directive->upper = TRUE;
      break;
    case '#':
      directive->change = TRUE;
      break;
    case '_':
      directive->fill = ' ';
      break;
    default:
      if (c == '0') directive->fill = '0';
      if (!width(format, len, &at, directive) && !shown->date) return at - 1;
      check_size(mrb, shown, directive->width);
      at--;
    }
  }
  return at;
}

/* Whether a letter is at `at`, behind E, O or colons, where it is then. */
static mrb_bool
modified(const char *format, size_t len, size_t *at, struct kobako_directive *directive)
{
  char c = format[*at];

  if (c == 'E' || c == 'O') {
    const char *allowed = c == 'E' ? "cCxXyY" : "deHkIlmMSuUVwWy";

    if (*at + 1 >= len || !format[*at + 1] || !strchr(allowed, format[*at + 1])) return FALSE;
    (*at)++;
  }
  else if (c == ':') {
    int colons = 0;

    while (*at + (size_t)colons < len && format[*at + (size_t)colons] == ':') colons++;
    if (colons > 3 || *at + (size_t)colons >= len || format[*at + (size_t)colons] != 'z') return FALSE;
    directive->colons = colons;
    *at += (size_t)colons;
  }
  return TRUE;
}

/* Bytes of the directive, which begins with a per cent sign. */
static size_t
directive(struct kobako_growing *text, const struct kobako_shown *shown, const char *format, size_t len)
{
  struct kobako_directive found = { 0 };
  size_t at = flags(text->mrb, shown, format, len, &found);

  if (at >= len) {
    if (!shown->date) return 0;
    kobako_grow(text, format, len);
    return len;
  }
  if (!modified(format, len, &at, &found) || !show(text, shown, &found, format[at])) {
    kobako_grow(text, format, at + 1);
  }
  return at + 1;
}

static void
format_all(struct kobako_growing *text, const struct kobako_shown *shown, const char *format, size_t len)
{
  mrb_state *mrb = text->mrb;
  int arena = mrb_gc_arena_save(mrb);

  for (size_t at = 0; at < len;) {
    const char *percent = (const char *)memchr(format + at, '%', len - at);
    size_t plain = percent ? (size_t)(percent - format) - at : len - at;

    kobako_grow(text, format + at, plain);
    at += plain;
    if (!percent) break;
    plain = directive(text, shown, format + at, len - at);
    if (plain == 0) mrb_raisef(mrb, E_ARGUMENT_ERROR, "invalid format: %v", shown->format);
    at += plain;
    mrb_gc_arena_restore(mrb, arena);
    if (!mrb_nil_p(text->string)) mrb_gc_protect(mrb, text->string);
  }
}

static mrb_value
formatted(mrb_state *mrb, const struct kobako_shown *shown, const char *format, size_t len)
{
  struct kobako_growing text = { .mrb = mrb, .string = mrb_nil_value(), .len = 0 };

  format_all(&text, shown, format, len);
  kobako_grown(&text);
  return text.string;
}

mrb_value
kobako_strftime(mrb_state *mrb, struct kobako_shown *shown, mrb_value format)
{
  uint32_t encoding = RSTR_ENCODING(mrb_str_ptr(format));

  /* What is asked on the way may change the text. */
  shown->format = mrb_frozen_p(mrb_basic_ptr(format)) ? format : mrb_str_dup(mrb, format);
  format = formatted(mrb, shown, RSTRING_PTR(shown->format), (size_t)RSTRING_LEN(shown->format));
  check_size(mrb, shown, RSTRING_LEN(format));
  RSTR_SET_ENCODING(mrb_str_ptr(format), encoding);
  return format;
}

mrb_value
kobako_strftime_literal(mrb_state *mrb, const struct kobako_shown *shown, const char *format)
{
  return formatted(mrb, shown, format, strlen(format));
}

mrb_value
kobako_strftime_format(mrb_state *mrb, mrb_value format)
{
  format = mrb_ensure_string_type(mrb, format);
  if (RSTR_WIDE_P(mrb_str_ptr(format))) {
    mrb_raise(mrb, E_ARGUMENT_ERROR, "format should have ASCII compatible encoding");
  }
  return format;
}
