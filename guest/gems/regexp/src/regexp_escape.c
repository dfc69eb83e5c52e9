/* Regexp.escape of a plain String; what else it may be is left to Ruby. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "regexp.h"

/* What follows the backslash, 0 for a byte that needs none. */
static char
escape_of(char c)
{
  switch (c) {
  case '\n':
    return 'n';
  case '\r':
    return 'r';
  case '\t':
    return 't';
  case '\f':
    return 'f';
  case '\v':
    return 'v';
  default:
    return c && strchr("-[]{}()*+?.\\^$|# ", c) ? c : 0;
  }
}

static mrb_value
escaped(mrb_state *mrb, mrb_value string)
{
  mrb_int len = RSTRING_LEN(string), made_len = len;
  for (mrb_int i = 0; i < len; i++) made_len += escape_of(RSTRING_PTR(string)[i]) != 0;

  mrb_value made = mrb_str_new(mrb, NULL, made_len);
  const char *p = RSTRING_PTR(string);
  char *to = RSTRING_PTR(made);
  for (mrb_int i = 0; i < len; i++) {
    char escape = escape_of(p[i]);
    if (escape) *to++ = '\\';
    *to++ = escape ? escape : p[i];
  }
  mrb_bool ascii = kobako_ascii_p(p, (size_t)len);
  RSTR_SET_ENCODING(mrb_str_ptr(made), ascii ? MRB_STR_US_ASCII : RSTR_ENCODING(mrb_str_ptr(string)));
  return made;
}

static mrb_value
regexp_s_escape(mrb_state *mrb, mrb_value self)
{
  mrb_value string = mrb_get_arg1(mrb);

  if (!mrb_string_p(string) || mrb_obj_class(mrb, string) != mrb->string_class || RSTR_WIDE_P(mrb_str_ptr(string))) {
    return mrb_funcall_argv(mrb, self, MRB_SYM(__escape), 1, &string);
  }
  return escaped(mrb, string);
}

void
kobako_init_regexp_escape(mrb_state *mrb, struct RClass *regexp)
{
  mrb_define_class_method_id(mrb, regexp, MRB_SYM(escape), regexp_s_escape, MRB_ARGS_REQ(1));
  mrb_define_class_method_id(mrb, regexp, MRB_SYM(quote), regexp_s_escape, MRB_ARGS_REQ(1));
}
