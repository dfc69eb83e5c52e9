/* String#sum, and the lines of a string. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "core.h"

/* string.__byte_sum */
static mrb_value
str_byte_sum(mrb_state *mrb, mrb_value self)
{
  const unsigned char *bytes = (const unsigned char *)RSTRING_PTR(self);
  mrb_int sum = 0;

  for (mrb_int i = 0; i < RSTRING_LEN(self); i++) sum += bytes[i];
  return mrb_int_value(mrb, sum);
}

/* Where a line that begins at `at` ends without its newline. */
static mrb_int
chomped(mrb_value string, mrb_int at, mrb_int end)
{
  const char *bytes = RSTRING_PTR(string);

  if (end > at && bytes[end - 1] == '\n') end--;
  else return end;
  return end > at && bytes[end - 1] == '\r' ? end - 1 : end;
}

/* string.__newline_lines(chomp): what "\n" ends. */
static mrb_value
str_newline_lines(mrb_state *mrb, mrb_value self)
{
  mrb_bool chomp;
  mrb_value lines = mrb_ary_new(mrb);
  int arena = mrb_gc_arena_save(mrb);

  mrb_get_args(mrb, "b", &chomp);
  for (mrb_int at = 0, next; at < RSTRING_LEN(self); at = next) {
    const char *newline = memchr(RSTRING_PTR(self) + at, '\n', RSTRING_LEN(self) - at);

    next = newline ? newline - RSTRING_PTR(self) + 1 : RSTRING_LEN(self);
    mrb_ary_push(mrb, lines, mrb_str_byte_subseq(mrb, self, at, (chomp ? chomped(self, at, next) : next) - at));
    mrb_gc_arena_restore(mrb, arena);
  }
  return lines;
}

void
kobako_init_string_parts(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  mrb_define_method_id(mrb, string, MRB_SYM(__byte_sum), str_byte_sum, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__newline_lines), str_newline_lines, MRB_ARGS_REQ(1));
}
