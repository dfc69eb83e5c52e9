/* Escapes in a pattern's source: those that the engine writes otherwise, and those of bytes. */
#include <string.h>
#include <mruby.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "escapes.h"

mrb_bool
kobako_contains(const char *source, size_t len, const char *part)
{
  size_t n = strlen(part);

  for (; len >= n; source++, len--) {
    if (memcmp(source, part, n) == 0) return TRUE;
  }
  return FALSE;
}

/* \u{1F600 41} is the engine's \x{1F600}\x{41}. */
mrb_value
kobako_engine_source(mrb_state *mrb, const char *p, size_t len)
{
  const char *end = p + len;
  mrb_value out = mrb_str_new(mrb, NULL, 0);

  while (p < end) {
    if (*p != '\\' || end - p < 4 || p[1] != 'u' || p[2] != '{') {
      size_t n = *p == '\\' && end - p > 1 ? 2 : 1;
      mrb_str_cat(mrb, out, p, n);
      p += n;
      continue;
    }
    for (p += 3; p < end && *p != '}';) {
      const char *digits;
      while (p < end && (*p == ' ' || *p == '\t')) p++;
      digits = p;
      while (p < end && *p != '}' && *p != ' ' && *p != '\t') p++;
      if (p == digits) continue;
      mrb_str_cat_lit(mrb, out, "\\x{");
      mrb_str_cat(mrb, out, digits, p - digits);
      mrb_str_cat_lit(mrb, out, "}");
    }
    if (p < end) p++;
  }
  return out;
}

static int
hex_digit(char c)
{
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

/* The byte of a \200 or above, which it steps over; -1 if there is none. Below it may be a reference back. */
static int
octal_byte(const char **p, const char *end)
{
  const char *digits = *p + 1;

  if (end - digits < 3 || digits[0] < '2' || digits[0] > '3') return -1;
  if (digits[1] < '0' || digits[1] > '7' || digits[2] < '0' || digits[2] > '7') return -1;
  *p = digits + 3;
  return (digits[0] - '0') << 6 | (digits[1] - '0') << 3 | (digits[2] - '0');
}

/* The byte of a \xHH or such an octal escape, which it steps over; -1 if there is none. */
static int
escaped_byte(const char **p, const char *end)
{
  const char *digits = *p + 2;
  int first, second;

  if (end - *p < 3 || (*p)[0] != '\\') return -1;
  if ((*p)[1] != 'x') return octal_byte(p, end);
  first = hex_digit(*digits);
  if (first < 0) return -1;
  second = digits + 1 < end ? hex_digit(digits[1]) : -1;
  *p = digits + (second < 0 ? 1 : 2);
  return second < 0 ? first : first << 4 | second;
}

/* Whether there are escapes like \xff; unless `any` are meant, those that in a row are not a character. */
mrb_bool
kobako_escaped_bytes_p(const char *p, size_t len, mrb_bool any)
{
  const char *end = p + len;

  while (p < end) {
    char row[4];
    int count = 0, byte;
    const char *at = p;
    while (count < 4 && (byte = escaped_byte(&at, end)) >= 0x80 && (count == 0 || byte < 0xc0)) {
      row[count++] = (char)byte;
      p = at;
    }
    if (count > 0 && (any || !kobako_utf8_p(row, count))) return TRUE;
    if (count == 0) p += *p == '\\' && end - p > 1 ? 2 : 1;
  }
  return FALSE;
}

static int
hex_digits(const char *p, const char *end)
{
  int n = 0;
  while (p + n < end && hex_digit(p[n]) >= 0) n++;
  return n;
}

/* Of what follows \u{, which is to be one code point or more, apart by spaces. */
static const char *
code_points_error(const char *p, const char *end)
{
  int found = 0;

  for (;; found++) {
    int n;
    while (p < end && (*p == ' ' || *p == '\t')) p++;
    if (p < end && *p == '}') return found > 0 ? NULL : "invalid Unicode list";
    n = hex_digits(p, end);
    if (n == 0) return "invalid Unicode list";
    if (n > 6) return "invalid Unicode range";
    p += n;
  }
}

const char *
kobako_escape_error(const char *p, size_t len)
{
  const char *end = p + len;

  for (; end - p > 1; p += *p == '\\' ? 2 : 1) {
    if (*p != '\\') continue;
    if (p[1] == 'x' && hex_digits(p + 2, end) == 0) return "invalid hex escape";
    if (p[1] != 'u') continue;
    if (end - p > 2 && p[2] == '{') {
      const char *error = code_points_error(p + 3, end);
      if (error) return error;
    }
    else if (hex_digits(p + 2, end) < 4) {
      return "invalid Unicode escape";
    }
  }
  return p < end && *p == '\\' ? "too short escape sequence" : NULL;
}

void
kobako_show_bytes(mrb_state *mrb, mrb_value out, const char *source, size_t len)
{
  static const char digits[] = "0123456789ABCDEF";

  for (size_t i = 0; i < len; i++) {
    unsigned char byte = (unsigned char)source[i];
    char escape[] = { '\\', 'x', digits[byte >> 4], digits[byte & 15] };
    if (byte < 0x80) mrb_str_cat(mrb, out, source + i, 1);
    else mrb_str_cat(mrb, out, escape, 4);
  }
}
