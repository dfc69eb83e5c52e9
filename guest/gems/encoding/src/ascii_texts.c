/* String#tr, tr_s, delete, squeeze, count, casecmp and casecmp? where all is ASCII: mruby's own, which go by bytes. What
   is not is for Ruby. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_string.h>
#include "ascii_texts.h"

static mrb_func_t plain_tr, plain_tr_s, plain_delete, plain_squeeze, plain_count, plain_casecmp;

static mrb_bool
ascii_p(mrb_value value)
{
  return mrb_string_p(value) && mrb_str_found_ascii_p(mrb_str_ptr(value));
}

static mrb_value
str_ascii_only_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(ascii_p(self));
}

/* Whether mruby understands a set as CRuby does: without a \, and with no range that ends before it begins. */
static mrb_bool
plain_set_p(mrb_value set)
{
  if (!ascii_p(set)) return FALSE;
  const char *p = RSTRING_PTR(set), *end = p + RSTRING_LEN(set);

  if (memchr(p, '\\', end - p)) return FALSE;
  if (end - p > 1 && *p == '^') p++;
  while (end - p > 2) {
    if (p[1] != '-') p++;
    else if (p[0] > p[2]) return FALSE;
    else p += 3;
  }
  return TRUE;
}

/* Calls a function of mruby's with the same arguments if they are so many plain sets, else a method of Ruby. */
static mrb_value
by_sets(mrb_state *mrb, mrb_value self, mrb_int least, mrb_int most, mrb_func_t plain, mrb_sym general)
{
  const mrb_value *sets;
  mrb_int count;

  mrb_get_args(mrb, "*!", &sets, &count);
  mrb_bool good = count >= least && count <= most && ascii_p(self);
  for (mrb_int i = 0; good && i < count; i++) good = plain_set_p(sets[i]);
  return good ? plain(mrb, self) : mrb_funcall_argv(mrb, self, general, count, sets);
}

static mrb_value
str_tr(mrb_state *mrb, mrb_value self)
{
  return by_sets(mrb, self, 2, 2, plain_tr, MRB_SYM(__tr));
}

static mrb_value
str_tr_s(mrb_state *mrb, mrb_value self)
{
  return by_sets(mrb, self, 2, 2, plain_tr_s, MRB_SYM(__tr_s));
}

static mrb_value
str_delete(mrb_state *mrb, mrb_value self)
{
  return by_sets(mrb, self, 1, 1, plain_delete, MRB_SYM(__delete));
}

static mrb_value
str_squeeze(mrb_state *mrb, mrb_value self)
{
  return by_sets(mrb, self, 0, 1, plain_squeeze, MRB_SYM(__squeeze));
}

static mrb_value
str_count(mrb_state *mrb, mrb_value self)
{
  return by_sets(mrb, self, 1, 1, plain_count, MRB_SYM(__count));
}

static mrb_value
str_casecmp(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);

  if (ascii_p(self) && ascii_p(other)) return plain_casecmp(mrb, self);
  return mrb_funcall_argv(mrb, self, MRB_SYM(__casecmp), 1, &other);
}

static mrb_value
str_casecmp_p(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);

  if (!ascii_p(self) || !ascii_p(other)) return mrb_funcall_argv(mrb, self, MRB_SYM_Q(__casecmp), 1, &other);
  return mrb_bool_value(mrb_integer(plain_casecmp(mrb, self)) == 0);
}

void
kobako_init_ascii_texts(mrb_state *mrb)
{
  plain_tr = kobako_wrap_string(mrb, MRB_SYM(tr), str_tr, MRB_ARGS_REQ(2));
  plain_tr_s = kobako_wrap_string(mrb, MRB_SYM(tr_s), str_tr_s, MRB_ARGS_REQ(2));
  plain_delete = kobako_wrap_string(mrb, MRB_SYM(delete), str_delete, MRB_ARGS_ANY());
  plain_squeeze = kobako_wrap_string(mrb, MRB_SYM(squeeze), str_squeeze, MRB_ARGS_ANY());
  plain_count = kobako_wrap_string(mrb, MRB_SYM(count), str_count, MRB_ARGS_ANY());
  plain_casecmp = kobako_wrap_string(mrb, MRB_SYM(casecmp), str_casecmp, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM(__byte_casecmp), plain_casecmp, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM_Q(ascii_only), str_ascii_only_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM_Q(casecmp), str_casecmp_p, MRB_ARGS_REQ(1));
}
