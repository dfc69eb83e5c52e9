/* Texts for URLs, and back: a byte as a percent sign and two digits. */
#include <mruby.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "escape.h"

static mrb_bool
plain_p(unsigned char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
         c == '-' || c == '~';
}

static mrb_int
escaped_length(mrb_value string, mrb_bool plus)
{
  const char *p = RSTRING_PTR(string), *end = p + RSTRING_LEN(string);
  mrb_int len = RSTRING_LEN(string);

  for (; p < end; p++) {
    if (!plain_p((unsigned char)*p) && !(plus && *p == ' ')) len += 2;
  }
  return len;
}

/* string.__url_escaped(plus): a space as "+" if so. */
static mrb_value
url_escaped(mrb_state *mrb, mrb_value self)
{
  static const char digits[] = "0123456789ABCDEF";
  mrb_bool plus = mrb_test(mrb_get_arg1(mrb));
  mrb_value made = same_encoding(mrb, self, escaped_length(self, plus));
  const char *p = RSTRING_PTR(self), *end = p + RSTRING_LEN(self);
  char *to = RSTRING_PTR(made);

  for (; p < end; p++) {
    unsigned char c = (unsigned char)*p;
    if (plain_p(c)) *to++ = (char)c;
    else if (plus && c == ' ') *to++ = '+';
    else {
      *to++ = '%';
      *to++ = digits[c >> 4];
      *to++ = digits[c & 15];
    }
  }
  return made;
}

/* string.__url_unescaped(plus): "+" as a space if so. */
static mrb_value
url_unescaped(mrb_state *mrb, mrb_value self)
{
  mrb_bool plus = mrb_test(mrb_get_arg1(mrb));
  mrb_value made = same_encoding(mrb, self, RSTRING_LEN(self));
  const char *p = RSTRING_PTR(self), *end = p + RSTRING_LEN(self);
  char *to = RSTRING_PTR(made);

  for (; p < end; p++) {
    if (*p == '%' && end - p > 2 && hex_digit(p[1]) < 16 && hex_digit(p[2]) < 16) {
      *to++ = (char)(hex_digit(p[1]) << 4 | hex_digit(p[2]));
      p += 2;
    }
    else *to++ = plus && *p == '+' ? ' ' : *p;
  }
  return mrb_str_resize(mrb, made, to - RSTRING_PTR(made));
}

void
kobako_init_url(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  mrb_define_method_id(mrb, string, MRB_SYM(__url_escaped), url_escaped, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, string, MRB_SYM(__url_unescaped), url_unescaped, MRB_ARGS_REQ(1));
}
