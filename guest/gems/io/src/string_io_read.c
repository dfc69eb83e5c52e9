/* StringIO's reading of UTF-8 and of bytes; what else is asked goes to the Ruby in mrblib. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_utf8.h>
#include "string_io.h"

/* So many of the bytes that are left. */
static mrb_value
take(mrb_state *mrb, mrb_value self, mrb_value text, mrb_int len)
{
  mrb_int at = kobako_string_io_position(mrb, self);
  mrb_value part = mrb_str_byte_subseq(mrb, text, at, len);

  mrb_iv_set(mrb, self, MRB_IVSYM(pos), mrb_int_value(mrb, at + len));
  return part;
}

static mrb_int
left(mrb_state *mrb, mrb_value self, mrb_value text)
{
  mrb_int left = RSTRING_LEN(text) - kobako_string_io_position(mrb, self);

  return left > 0 ? left : 0;
}

/* read(length = nil, buffer = nil) */
static mrb_value
io_read(mrb_state *mrb, mrb_value self)
{
  mrb_value given[2] = { mrb_nil_value(), mrb_nil_value() }, text, part;
  mrb_bool all;

  mrb_get_args(mrb, "|oo", &given[0], &given[1]);
  text = kobako_string_io_text(mrb, self, READABLE);
  all = mrb_nil_p(given[0]);
  if (!kobako_string_io_plain_p(mrb, self, text) || !mrb_nil_p(given[1]) ||
      !(all || (mrb_integer_p(given[0]) && mrb_integer(given[0]) >= 0))) {
    return mrb_funcall_argv(mrb, self, MRB_SYM(__read), 2, given);
  }
  mrb_int len = left(mrb, self, text);
  if (!all && len == 0 && mrb_integer(given[0]) > 0) return mrb_nil_value();
  if (!all && mrb_integer(given[0]) < len) len = mrb_integer(given[0]);
  part = len == 0 ? mrb_str_new(mrb, NULL, 0) : take(mrb, self, text, len);
  RSTR_SET_ENCODING(mrb_str_ptr(part), all ? RSTR_ENCODING(mrb_str_ptr(text)) : MRB_STR_BINARY);
  return part;
}

static mrb_value
io_getbyte(mrb_state *mrb, mrb_value self)
{
  mrb_value text = kobako_string_io_text(mrb, self, READABLE);
  mrb_int at = kobako_string_io_position(mrb, self);

  if (!mrb_string_p(text) || at >= RSTRING_LEN(text)) return mrb_nil_value();
  mrb_iv_set(mrb, self, MRB_IVSYM(pos), mrb_int_value(mrb, at + 1));
  return mrb_fixnum_value((uint8_t)RSTRING_PTR(text)[at]);
}

static mrb_value
io_getc(mrb_state *mrb, mrb_value self)
{
  mrb_value text = kobako_string_io_text(mrb, self, READABLE);
  mrb_int at = kobako_string_io_position(mrb, self);

  if (!mrb_string_p(text) || at >= RSTRING_LEN(text)) return mrb_nil_value();
  uint32_t encoding = RSTR_ENCODING(mrb_str_ptr(text));
  if (encoding == MRB_STR_BINARY) return take(mrb, self, text, 1);
  if (encoding != 0) return mrb_funcall_argv(mrb, self, MRB_SYM(__getc), 0, NULL);
  const char *p = RSTRING_PTR(text) + at;
  return take(mrb, self, text, *p & 0x80 ? mrb_utf8len(p, RSTRING_PTR(text) + RSTRING_LEN(text)) : 1);
}

/* Where a line ends, in bytes from where it begins, and where what ends it does begin. */
struct line {
  mrb_int length, chomped;
};

/* The line from a place on that is not the end; `limit` is -1 if there is none. */
static struct line
line_at(mrb_state *mrb, mrb_value text, mrb_int at, mrb_value separator, mrb_int limit)
{
  const char *p = RSTRING_PTR(text) + at;
  mrb_int len = RSTRING_LEN(text) - at, found = -1;
  struct line line = { len, len };

  if (!mrb_nil_p(separator)) {
    found = mrb_str_index(mrb, text, RSTRING_PTR(separator), RSTRING_LEN(separator), at);
  }
  if (found >= 0) {
    found -= at;
    line.length = found + RSTRING_LEN(separator);
    line.chomped = found;
    if (found > 0 && RSTRING_LEN(separator) == 1 && p[found] == '\n' && p[found - 1] == '\r') line.chomped--;
  }
  if (limit >= 0 && limit < line.length) {
    mrb_bool utf8 = !RSTR_BINARY_P(mrb_str_ptr(text));
    while (utf8 && limit < line.length && (p[limit] & 0xc0) == 0x80) limit++;
    line.length = line.chomped = limit;
  }
  return line;
}

static mrb_bool
plain_separator_p(mrb_value separator)
{
  if (mrb_nil_p(separator)) return TRUE;
  return mrb_string_p(separator) && RSTRING_LEN(separator) > 0 && !RSTR_WIDE_P(mrb_str_ptr(separator)) &&
         kobako_ascii_p(RSTRING_PTR(separator), (size_t)RSTRING_LEN(separator));
}

/* The next line, nil at the end. */
static mrb_value
next_line(mrb_state *mrb, mrb_value self, mrb_value separator, mrb_value limit, mrb_value chomp)
{
  mrb_value text = kobako_string_io_text(mrb, self, READABLE), part, number;
  mrb_int most = mrb_integer_p(limit) ? mrb_integer(limit) : -1, at, lines;

  if (!kobako_string_io_plain_p(mrb, self, text) || !plain_separator_p(separator) || most == 0) {
    mrb_value given[] = { separator, limit, chomp };
    return mrb_funcall_argv(mrb, self, MRB_SYM(__any_line), 3, given);
  }
  at = kobako_string_io_position(mrb, self);
  if (at >= RSTRING_LEN(text)) return mrb_nil_value();
  struct line line = line_at(mrb, text, at, separator, most);
  part = mrb_str_byte_subseq(mrb, text, at, mrb_test(chomp) ? line.chomped : line.length);
  mrb_iv_set(mrb, self, MRB_IVSYM(pos), mrb_int_value(mrb, at + line.length));
  number = mrb_iv_get(mrb, self, MRB_IVSYM(lineno));
  if (!mrb_integer_p(number) || mrb_int_add_overflow(mrb_integer(number), 1, &lines)) lines = 1;
  mrb_iv_set(mrb, self, MRB_IVSYM(lineno), mrb_int_value(mrb, lines));
  return part;
}

/* __line(separator, limit, chomp) */
static mrb_value
io_line(mrb_state *mrb, mrb_value self)
{
  mrb_value separator, limit, chomp;

  mrb_get_args(mrb, "ooo", &separator, &limit, &chomp);
  return next_line(mrb, self, separator, limit, chomp);
}

static mrb_value
io_gets(mrb_state *mrb, mrb_value self)
{
  /* To ask how many there are makes an argument of keywords. */
  mrb_bool plain = mrb->c->ci->nk == 0 && mrb_get_argc(mrb) == 0 &&
                   kobako_string_io_plain_p(mrb, self, mrb_iv_get(mrb, self, MRB_IVSYM(string)));
  mrb_value line =
      plain ? mrb_gv_get(mrb, mrb_intern_lit(mrb, "$/")) : kobako_string_io_in_ruby(mrb, self, MRB_SYM(__gets));

  if (plain) {
    if (mrb_nil_p(line)) line = mrb_str_new_lit(mrb, "\n");
    line = next_line(mrb, self, line, mrb_nil_value(), mrb_false_value());
  }
  mrb_gv_set(mrb, mrb_intern_lit(mrb, "$_"), line);
  return line;
}

void
kobako_init_string_io_read(mrb_state *mrb, struct RClass *text)
{
  mrb_define_method_id(mrb, text, MRB_SYM(read), io_read, MRB_ARGS_OPT(2));
  mrb_define_method_id(mrb, text, MRB_SYM(getbyte), io_getbyte, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, text, MRB_SYM(getc), io_getc, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, text, MRB_SYM(gets), io_gets, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, text, MRB_SYM(__line), io_line, MRB_ARGS_REQ(3));
}
