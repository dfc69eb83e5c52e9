/* The variables of a StringIO, and the way to its methods in Ruby. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "string_io.h"

mrb_int
kobako_string_io_mode(mrb_state *mrb, mrb_value io)
{
  mrb_value mode = mrb_iv_get(mrb, io, MRB_IVSYM(mode));

  return mrb_integer_p(mode) ? mrb_integer(mode) : 0;
}

mrb_value
kobako_string_io_text(mrb_state *mrb, mrb_value io, int mode)
{
  if (!(kobako_string_io_mode(mrb, io) & mode)) {
    mrb_raisef(mrb, mrb_exc_get_id(mrb, MRB_SYM(IOError)), "not opened for %s",
               mode == READABLE ? "reading" : "writing");
  }
  return mrb_iv_get(mrb, io, MRB_IVSYM(string));
}

mrb_int
kobako_string_io_position(mrb_state *mrb, mrb_value io)
{
  mrb_value position = mrb_iv_get(mrb, io, MRB_IVSYM(pos));

  return mrb_integer_p(position) && mrb_integer(position) > 0 ? mrb_integer(position) : 0;
}

/* A number of Encoding's list, -1 if the stream has none of its own. */
static mrb_int
own_encoding(mrb_state *mrb, mrb_value io)
{
  mrb_value encoding = mrb_iv_get(mrb, io, MRB_IVSYM(encoding)), number;

  if (mrb_nil_p(encoding)) return -1;
  number = mrb_iv_get(mrb, encoding, MRB_IVSYM(__number));
  return mrb_integer_p(number) ? mrb_integer(number) : -2;
}

mrb_bool
kobako_string_io_plain_p(mrb_state *mrb, mrb_value io, mrb_value text)
{
  mrb_int own;

  if (!mrb_string_p(text)) return FALSE;
  uint32_t encoding = RSTR_ENCODING(mrb_str_ptr(text));
  if (encoding != 0 && encoding != MRB_STR_BINARY) return FALSE;
  own = own_encoding(mrb, io);
  return own == -1 || own == (encoding == 0);
}

mrb_value
kobako_string_io_in_ruby(mrb_state *mrb, mrb_value io, mrb_sym name)
{
  mrb_value options = mrb_nil_value(), given[2];
  mrb_kwargs keywords = { 0 };
  const mrb_value *argv;
  mrb_int argc;

  keywords.rest = &options;
  mrb_get_args(mrb, "*:", &argv, &argc, &keywords);
  given[0] = mrb_ary_new_from_values(mrb, argc, argv);
  given[1] = mrb_hash_p(options) ? options : mrb_hash_new(mrb);
  return mrb_funcall_argv(mrb, io, name, 2, given);
}
