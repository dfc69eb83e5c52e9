/* What the engine asks of the platform, and how deep it goes. */
#define HAVE_STDINT_H 1
#define HAVE_INTTYPES_H 1
#define SIZEOF_INT 4
#define SIZEOF_LONG 4
#define SIZEOF_VOIDP 4
#define SIZEOF_LONG_LONG 8

#include <stdarg.h>
#include <stddef.h>

/* The engine prints a byte as "%02x" or "\\x%02x", and warnings, which nobody reads. */
static inline int
onig_hex(char *out, size_t size, const char *format, int byte)
{
  const char *digits = "0123456789abcdef";
  char *p = out;

  (void)size;
  if (*format == '\\') {
    *p++ = '\\';
    *p++ = 'x';
  }
  *p++ = digits[byte >> 4 & 15];
  *p++ = digits[byte & 15];
  *p = '\0';
  return (int)(p - out);
}

static inline int
onig_no_text(char *out, size_t size, const char *format, va_list args)
{
  (void)format;
  (void)args;
  if (size > 0) *out = '\0';
  return 0;
}

#define xsnprintf onig_hex
#define xvsnprintf onig_no_text
