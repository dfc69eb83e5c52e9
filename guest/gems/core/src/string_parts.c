/* String#sum, and the lines of a string. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_string.h>
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

static mrb_value
stripped(mrb_state *mrb, mrb_value self, mrb_func_t of_spaces, mrb_bool left, mrb_bool right, mrb_bool change)
{
  const mrb_value *sets;
  mrb_int count;

  if (mrb_get_argc(mrb) == 0) return of_spaces(mrb, self);
  mrb_get_args(mrb, "*", &sets, &count);
  mrb_value args[] = { mrb_ary_new_from_values(mrb, count, sets), mrb_bool_value(left), mrb_bool_value(right) };
  return mrb_funcall_argv(mrb, self, change ? MRB_SYM_B(__strip) : MRB_SYM(__strip), 3, args);
}

/* Without arguments what mruby has, of spaces; with sets of characters as `tr` takes them what Ruby has. */
#define STRIP(function, left, right, change)                            \
  static mrb_func_t spaces_##function;                                  \
  static mrb_value function(mrb_state *mrb, mrb_value self)             \
  {                                                                     \
    return stripped(mrb, self, spaces_##function, left, right, change); \
  }

STRIP(strip, TRUE, TRUE, FALSE)
STRIP(lstrip, TRUE, FALSE, FALSE)
STRIP(rstrip, FALSE, TRUE, FALSE)
STRIP(strip_bang, TRUE, TRUE, TRUE)
STRIP(lstrip_bang, TRUE, FALSE, TRUE)
STRIP(rstrip_bang, FALSE, TRUE, TRUE)

void
kobako_init_string_parts(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

#define WRAP(name, function) spaces_##function = kobako_wrap_string(mrb, name, function, MRB_ARGS_ANY())
  WRAP(MRB_SYM(strip), strip);
  WRAP(MRB_SYM(lstrip), lstrip);
  WRAP(MRB_SYM(rstrip), rstrip);
  WRAP(MRB_SYM_B(strip), strip_bang);
  WRAP(MRB_SYM_B(lstrip), lstrip_bang);
  WRAP(MRB_SYM_B(rstrip), rstrip_bang);
#undef WRAP

  mrb_define_method_id(mrb, string, MRB_SYM(__byte_sum), str_byte_sum, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__newline_lines), str_newline_lines, MRB_ARGS_REQ(1));
}
