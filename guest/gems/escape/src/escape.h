/* Between the escapes of HTML and those of URLs. */
#ifndef KOBAKO_ESCAPE_H
#define KOBAKO_ESCAPE_H

#include <mruby.h>
#include <mruby/string.h>

void kobako_init_html(mrb_state *mrb);
void kobako_init_url(mrb_state *mrb);

/* A new String of so many bytes, of the encoding of another. */
static inline mrb_value
same_encoding(mrb_state *mrb, mrb_value string, mrb_int len)
{
  mrb_value made = mrb_str_new(mrb, NULL, len);

  RSTR_SET_ENCODING(mrb_str_ptr(made), RSTR_ENCODING(mrb_str_ptr(string)));
  return made;
}

/* What a digit counts, 16 for what is none. */
static inline int
hex_digit(char c)
{
  char lower = (char)(c | 0x20);

  return c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

#endif
