/* StringIO#write of texts that need no conversion; others go to the Ruby in mrblib. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_utf8.h>
#include "string_io.h"

/* Whether the bytes of the part are what is to be written, at a place in the text or at its end. */
static mrb_bool
as_it_is_p(mrb_state *mrb, mrb_value self, mrb_value text, mrb_value part)
{
  if (!kobako_string_io_plain_p(mrb, self, text) || mrb_frozen_p(mrb_str_ptr(text))) return FALSE;
  if (RSTR_ENCODING(mrb_str_ptr(part)) == RSTR_ENCODING(mrb_str_ptr(text))) return TRUE;
  return !RSTR_WIDE_P(mrb_str_ptr(part)) && kobako_ascii_p(RSTRING_PTR(part), (size_t)RSTRING_LEN(part));
}

/* The part may be the text itself. */
static void
put(mrb_state *mrb, mrb_value text, mrb_int at, mrb_value part)
{
  mrb_int len = RSTRING_LEN(part);

  if (at == RSTRING_LEN(text)) {
    mrb_str_cat(mrb, text, RSTRING_PTR(part), (size_t)len);
    return;
  }
  if (len > RSTRING_LEN(text) - at) mrb_str_resize(mrb, text, at + len);
  else mrb_str_modify(mrb, mrb_str_ptr(text));
  memmove(RSTRING_PTR(text) + at, RSTRING_PTR(part), (size_t)len);
}

/* The number of bytes that were written. */
static mrb_int
write_part(mrb_state *mrb, mrb_value self, mrb_value value)
{
  mrb_value part = mrb_obj_as_string(mrb, value), text = mrb_iv_get(mrb, self, MRB_IVSYM(string));
  mrb_int at = kobako_string_io_position(mrb, self), len = RSTRING_LEN(part);

  if (!as_it_is_p(mrb, self, text, part) || at > RSTRING_LEN(text)) {
    return mrb_as_int(mrb, mrb_funcall_argv(mrb, self, MRB_SYM(__write), 1, &part));
  }
  if (len == 0) return 0;
  if (kobako_string_io_mode(mrb, self) & APPENDS) at = RSTRING_LEN(text);
  put(mrb, text, at, part);
  mrb_iv_set(mrb, self, MRB_IVSYM(pos), mrb_int_value(mrb, at + len));
  return len;
}

static mrb_value
io_write(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc, total = 0;

  kobako_string_io_text(mrb, self, WRITABLE);
  if (mrb_get_argc(mrb) == 1) return mrb_int_value(mrb, write_part(mrb, self, mrb_get_arg1(mrb)));
  mrb_get_args(mrb, "*", &argv, &argc);
  int arena = mrb_gc_arena_save(mrb);
  for (mrb_int i = 0; i < argc; i++) {
    total += write_part(mrb, self, argv[i]);
    mrb_gc_arena_restore(mrb, arena);
  }
  return mrb_int_value(mrb, total);
}

static mrb_value
io_push(mrb_state *mrb, mrb_value self)
{
  mrb_value part = mrb_get_arg1(mrb);

  mrb_funcall_argv(mrb, self, MRB_SYM(write), 1, &part);
  return self;
}

void
kobako_init_string_io_write(mrb_state *mrb, struct RClass *text)
{
  mrb_define_method_id(mrb, text, MRB_SYM(write), io_write, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_SYM(syswrite), io_write, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_OPSYM(lshift), io_push, MRB_ARGS_REQ(1));
}
