/* What the parser asks for (rakelib/support/prism_toolchain.rb): the texts of its messages, and which characters are
   letters. The C library's vsnprintf brings floats, files and their system calls along. */
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <kobako_floats.h>
#include <oniguruma.h>
#include <regenc.h>

size_t pm_encoding_utf_8_char_width(const uint8_t *at, ptrdiff_t length);

struct text {
  char *at;
  /* What fits, its NUL not counted. */
  size_t room;
  size_t length;
};

static void
add(struct text *text, const char *bytes, size_t length)
{
  size_t fits = text->length < text->room ? text->room - text->length : 0;

  if (fits > length) fits = length;
  memcpy(text->at + text->length, bytes, fits);
  text->length += length;
}

static void
add_number(struct text *text, uint64_t number, uint32_t base, int width)
{
  char digits[20];
  int count = 0;

  do {
    digits[sizeof(digits) - ++count] = "0123456789ABCDEF"[number % base];
    number /= base;
  } while (number > 0 || count < width);
  add(text, digits + sizeof(digits) - count, count);
}

static void
add_integer(struct text *text, int32_t number)
{
  if (number < 0) add(text, "-", 1);
  add_number(text, number < 0 ? 0u - (uint32_t)number : (uint32_t)number, 10, 1);
}

static void
add_string(struct text *text, const char *string, int precision)
{
  const char *end = precision < 0 ? NULL : (const char *)memchr(string, 0, precision);

  add(text, string, end ? (size_t)(end - string) : precision < 0 ? strlen(string) : (size_t)precision);
}

static void
add_float(struct text *text, double number)
{
  char digits[32];

  if (number < 0) add(text, "-", 1);
  add(text, digits, (size_t)kobako_format_float(number < 0 ? -number : number, digits, sizeof(digits), 'g', 6, 0));
}

/* Knows %s, %c, %d, %i, %u, %llu, %g of what is finite and %X, a precision of %s and a width of %X of one digit. */
int
kobako_format(char *to, size_t size, const char *format, va_list arguments)
{
  struct text text = { to, size > 0 ? size - 1 : 0, 0 };

  for (; *format; format++) {
    int precision = -1, width = 1;
    if (*format != '%') {
      add(&text, format, 1);
      continue;
    }
    if (*++format == '.') {
      precision = *++format == '*' ? va_arg(arguments, int) : *format - '0';
      format++;
    }
    if (*format == '0') {
      width = format[1] - '0';
      format += 2;
    }
    int longs = 0;
    for (; *format == 'l'; format++) longs++;
    char character;
    switch (*format) {
    case 's':
      add_string(&text, va_arg(arguments, const char *), precision);
      break;
    case 'd':
    case 'i':
      add_integer(&text, va_arg(arguments, int));
      break;
    case 'u':
      add_number(&text, longs > 1 ? va_arg(arguments, unsigned long long) : va_arg(arguments, unsigned int), 10, 1);
      break;
    case 'g':
      add_float(&text, va_arg(arguments, double));
      break;
    case 'X':
      add_number(&text, va_arg(arguments, unsigned int), 16, width);
      break;
    case 'c':
      character = (char)va_arg(arguments, int);
      add(&text, &character, 1);
      break;
    default:
      add(&text, format, 1);
    }
  }
  if (size > 0) to[text.length < text.room ? text.length : text.room] = 0;
  return (int)text.length;
}

/* The bytes of the character, 0 if there is none or it is not of that kind. */
static size_t
width_of(const uint8_t *at, ptrdiff_t length, unsigned int kind)
{
  size_t width = pm_encoding_utf_8_char_width(at, length);

  if (width == 0) return 0;
  OnigCodePoint code = ONIGENC_MBC_TO_CODE(ONIG_ENCODING_UTF8, at, at + width);
  return ONIGENC_IS_CODE_CTYPE(ONIG_ENCODING_UTF8, code, kind) ? width : 0;
}

size_t
pm_encoding_utf_8_alpha_char(const uint8_t *at, ptrdiff_t length)
{
  return width_of(at, length, ONIGENC_CTYPE_ALPHA);
}

size_t
pm_encoding_utf_8_alnum_char(const uint8_t *at, ptrdiff_t length)
{
  return width_of(at, length, ONIGENC_CTYPE_ALNUM);
}

bool
pm_encoding_utf_8_isupper_char(const uint8_t *at, ptrdiff_t length)
{
  if (length > 0 && *at < 0x80) return *at >= 'A' && *at <= 'Z';
  return width_of(at, length, ONIGENC_CTYPE_UPPER) > 0;
}
