/* StringScanner, which `require "strscan"` defines: its string and its position. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "regexp.h"
#include "scanner.h"

#define INSPECTED 5

static void
set_string(mrb_state *mrb, mrb_value self, struct kobako_scanner *scanner, mrb_value string)
{
  mrb_obj_iv_set_force(mrb, mrb_obj_ptr(self), MRB_SYM(string), string);
  scanner->string = string;
  scanner->subject.string = mrb_nil_value();
  kobako_scanner_forget(scanner);
}

static mrb_value
scanner_initialize(mrb_state *mrb, mrb_value self)
{
  mrb_value string, unused, fixed = mrb_undef_value();
  mrb_sym names[] = { MRB_SYM(fixed_anchor) };
  mrb_kwargs keywords = { 1, 0, names, &fixed, NULL };
  struct kobako_scanner *scanner;

  mrb_get_args(mrb, "o|o:", &string, &unused, &keywords);
  string = mrb_ensure_string_type(mrb, string);
  scanner = kobako_new_scanner(mrb, self);
  scanner->pos = scanner->before = 0;
  scanner->fixed = !mrb_undef_p(fixed) && mrb_test(fixed);
  set_string(mrb, self, scanner, string);
  return self;
}

static mrb_value
scanner_copy(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *other = kobako_scanner_or_null(mrb_get_arg1(mrb)), *scanner;
  int count;

  if (!other) return self;
  count = other->groups.num_regs;
  scanner = kobako_new_scanner(mrb, self);
  if (scanner == other) return self;
  set_string(mrb, self, scanner, other->string);
  kobako_scanner_make_room(mrb, scanner, count);
  scanner->groups.num_regs = count;
  if (count > 0) {
    memcpy(scanner->groups.beg, other->groups.beg, sizeof(int) * (size_t)count);
    memcpy(scanner->groups.end, other->groups.end, sizeof(int) * (size_t)count);
  }
  scanner->pos = other->pos;
  scanner->before = other->before;
  scanner->fixed = other->fixed;
  scanner->matched = other->matched;
  return self;
}

static mrb_value
scanner_string(mrb_state *mrb, mrb_value self)
{
  return kobako_scanner_of(mrb, self)->string;
}

static mrb_value
scanner_set_string(mrb_state *mrb, mrb_value self)
{
  mrb_value string = mrb_ensure_string_type(mrb, mrb_get_arg1(mrb));
  struct kobako_scanner *scanner = kobako_new_scanner(mrb, self);

  scanner->pos = 0;
  set_string(mrb, self, scanner, string);
  return string;
}

static mrb_value
scanner_concat(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);

  mrb_str_concat(mrb, scanner->string, mrb_ensure_string_type(mrb, mrb_get_arg1(mrb)));
  return self;
}

static mrb_value
scanner_pos(mrb_state *mrb, mrb_value self)
{
  return mrb_int_value(mrb, kobako_scanner_of(mrb, self)->pos);
}

static mrb_value
scanner_charpos(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  mrb_value done = kobako_scanner_part(mrb, scanner, 0, scanner->pos);
  mrb_int len = RSTRING_LEN(done);

  return mrb_int_value(mrb, kobako_char_offset(done, len) + scanner->pos - len);
}

static mrb_value
scanner_set_pos(mrb_state *mrb, mrb_value self)
{
  mrb_int pos = mrb_as_int(mrb, mrb_get_arg1(mrb));
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  mrb_int len = RSTRING_LEN(scanner->string);

  if (pos < 0) pos += len;
  if (pos < 0 || pos > len) mrb_raise(mrb, E_RANGE_ERROR, "index out of range");
  scanner->pos = pos;
  return mrb_int_value(mrb, pos);
}

static mrb_value
scanner_reset(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);

  scanner->pos = 0;
  kobako_scanner_forget(scanner);
  return self;
}

static mrb_value
scanner_terminate(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);

  scanner->pos = RSTRING_LEN(scanner->string);
  kobako_scanner_forget(scanner);
  return self;
}

static mrb_value
scanner_unscan(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);

  if (!scanner->matched) {
    mrb_raise(mrb, mrb_class_get_under_id(mrb, mrb_class_get_id(mrb, MRB_SYM(StringScanner)), MRB_SYM(Error)),
              "unscan failed: previous match record not exist");
  }
  scanner->pos = scanner->before;
  kobako_scanner_forget(scanner);
  return self;
}

static mrb_value
scanner_eos_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(kobako_scanner_left(kobako_scanner_of(mrb, self)) <= 0);
}

static mrb_value
scanner_rest_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(kobako_scanner_left(kobako_scanner_of(mrb, self)) > 0);
}

static mrb_value
scanner_bol_p(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);

  if (kobako_scanner_left(scanner) < 0) return mrb_nil_value();
  return mrb_bool_value(scanner->pos == 0 || RSTRING_PTR(scanner->string)[scanner->pos - 1] == '\n');
}

/* `len` bytes from where it is, or what there is of them. */
static mrb_value
next_bytes(mrb_state *mrb, const struct kobako_scanner *scanner, mrb_int len)
{
  mrb_int left = kobako_scanner_left(scanner), end = RSTRING_LEN(scanner->string);

  if (left <= 0) return kobako_part(mrb, scanner->string, end, end);
  return kobako_scanner_part(mrb, scanner, scanner->pos, len < left ? scanner->pos + len : end);
}

static mrb_value
scanner_rest(mrb_state *mrb, mrb_value self)
{
  return next_bytes(mrb, kobako_scanner_of(mrb, self), MRB_INT_MAX);
}

static mrb_value
scanner_rest_size(mrb_state *mrb, mrb_value self)
{
  mrb_int left = kobako_scanner_left(kobako_scanner_of(mrb, self));
  return mrb_int_value(mrb, left < 0 ? 0 : left);
}

static mrb_value
scanner_peek(mrb_state *mrb, mrb_value self)
{
  mrb_int len = mrb_as_int(mrb, mrb_get_arg1(mrb));
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);

  if (len < 0 && kobako_scanner_left(scanner) > 0) {
    mrb_raise(mrb, E_ARGUMENT_ERROR, "negative string size (or size too big)");
  }
  return next_bytes(mrb, scanner, len);
}

static mrb_value
scanner_peek_byte(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);

  if (kobako_scanner_left(scanner) <= 0) return mrb_nil_value();
  return mrb_fixnum_value((uint8_t)RSTRING_PTR(scanner->string)[scanner->pos]);
}

static mrb_value
scanner_fixed_anchor_p(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_or_null(self);
  return mrb_bool_value(scanner && scanner->fixed);
}

/* Bytes in quotes, with an ellipsis before or behind them. */
static mrb_value
quoted(mrb_state *mrb, const char *before, const char *bytes, mrb_int len, const char *behind)
{
  mrb_value text = mrb_str_new_cstr(mrb, before);

  mrb_str_cat(mrb, text, bytes, len);
  mrb_str_cat_cstr(mrb, text, behind);
  RSTR_SET_ENCODING(mrb_str_ptr(text), MRB_STR_BINARY);
  return mrb_funcall_argv(mrb, text, MRB_SYM(dump), 0, NULL);
}

static mrb_value
scanner_inspect(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_or_null(self);
  mrb_int pos, len, left;
  mrb_value done, next;

  if (!scanner) return mrb_format(mrb, "#<%T (uninitialized)>", self);
  left = kobako_scanner_left(scanner);
  if (left <= 0) return mrb_format(mrb, "#<%T fin>", self);
  pos = scanner->pos;
  len = RSTRING_LEN(scanner->string);
  next = quoted(mrb, "", RSTRING_PTR(scanner->string) + pos, left > INSPECTED ? INSPECTED : left,
                left > INSPECTED ? "..." : "");
  if (pos == 0) return mrb_format(mrb, "#<%T %i/%i @ %v>", self, pos, len, next);
  len = pos > INSPECTED ? INSPECTED : pos;
  done = quoted(mrb, pos > INSPECTED ? "..." : "", RSTRING_PTR(scanner->string) + pos - len, len, "");
  return mrb_format(mrb, "#<%T %i/%i %v @ %v>", self, pos, RSTRING_LEN(scanner->string), done, next);
}

/* __define_string_scanner: defines the class, once it is wanted. */
static mrb_value
define_scanner(mrb_state *mrb, mrb_value self)
{
  struct RClass *c = mrb_define_class_id(mrb, MRB_SYM(StringScanner), mrb->object_class);

  MRB_SET_INSTANCE_TT(c, MRB_TT_CDATA);
  mrb_define_class_under_id(mrb, c, MRB_SYM(Error), E_STANDARD_ERROR);
  mrb_define_private_method_id(mrb, c, MRB_SYM(initialize), scanner_initialize,
                               MRB_ARGS_ARG(1, 1) | MRB_ARGS_KEY(1, 0));
  mrb_define_private_method_id(mrb, c, MRB_SYM(initialize_copy), scanner_copy, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(string), scanner_string, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM_E(string), scanner_set_string, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(concat), scanner_concat, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(pos), scanner_pos, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM_E(pos), scanner_set_pos, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(charpos), scanner_charpos, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(reset), scanner_reset, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(terminate), scanner_terminate, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(unscan), scanner_unscan, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM_Q(eos), scanner_eos_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM_Q(rest), scanner_rest_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM_Q(beginning_of_line), scanner_bol_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(rest), scanner_rest, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(rest_size), scanner_rest_size, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(peek), scanner_peek, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(peek_byte), scanner_peek_byte, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM_Q(fixed_anchor), scanner_fixed_anchor_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(inspect), scanner_inspect, MRB_ARGS_NONE());
  kobako_init_scanner_matches(mrb, c);
  kobako_init_scanner_groups(mrb, c);
  return mrb_obj_value(c);
}

void
kobako_init_scanner(mrb_state *mrb)
{
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(__define_string_scanner), define_scanner,
                               MRB_ARGS_NONE());
}
