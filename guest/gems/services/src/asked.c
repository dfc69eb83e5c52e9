/* What every object is asked: by ==, as a key, in a sort, as text. A handle's object is asked for what the host says that it
   answers; of the others the handle answers by the identity of the object. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "services.h"

/* The bits are those of the host (lib/kobako/exposure/asked.rb). */
enum asked {
  ASKED_EQUAL = 1,
  ASKED_CASE_EQUAL = 2,
  ASKED_ORDER = 4,
  ASKED_COERCE = 8,
  ASKED_HASH = 16,
  ASKED_EQL = 32,
  ASKED_TO_S = 64,
  ASKED_INSPECT = 128,
  /* Keys go by what the host says if it says both. */
  ASKED_AS_KEY = ASKED_HASH | ASKED_EQL
};

static mrb_bool
same_p(mrb_value a, mrb_value b)
{
  return kobako_handle_id(a) != 0 && kobako_handle_id(a) == kobako_handle_id(b);
}

static mrb_bool
asked_p(mrb_state *mrb, mrb_value self, int bits)
{
  mrb_value asked = kobako_handle_id(self) != 0 ? mrb_iv_get(mrb, self, MRB_SYM(asked)) : mrb_nil_value();

  return mrb_integer_p(asked) && ((int)mrb_integer(asked) & bits) == bits;
}

/* Asks the object; FALSE if it is not to be asked, or does not answer. */
static mrb_bool
ask(mrb_state *mrb, mrb_value self, int bits, mrb_sym method, mrb_int argc, const mrb_value *argv, mrb_value *answer)
{
  return asked_p(mrb, self, bits) && kobako_ask(mrb, self, method, argc, argv, answer);
}

/* Asks for a String; what the handle stands for where there is none. */
static mrb_value
text(mrb_state *mrb, mrb_value self, int bit, mrb_sym method)
{
  mrb_value answer;

  if (ask(mrb, self, bit, method, 0, NULL, &answer) && mrb_string_p(answer)) return answer;
  return mrb_format(mrb, "#<Kobako::Handle %d>", (int)kobako_handle_id(self));
}

static mrb_value
handle_to_s(mrb_state *mrb, mrb_value self)
{
  return text(mrb, self, ASKED_TO_S, MRB_SYM(to_s));
}

static mrb_value
handle_inspect(mrb_state *mrb, mrb_value self)
{
  return text(mrb, self, ASKED_INSPECT, MRB_SYM(inspect));
}

/* The same object, or one that the host says is equal. */
static mrb_bool
equal_p(mrb_state *mrb, mrb_value self, mrb_value other)
{
  mrb_value answer;

  if (same_p(self, other)) return TRUE;
  return ask(mrb, self, ASKED_EQUAL, MRB_OPSYM(eq), 1, &other, &answer) && mrb_test(answer);
}

static mrb_value
handle_eq(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(equal_p(mrb, self, mrb_get_arg1(mrb)));
}

static mrb_value
handle_ne(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(!equal_p(mrb, self, mrb_get_arg1(mrb)));
}

static mrb_value
handle_case_eq(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb), answer;

  if (ask(mrb, self, ASKED_CASE_EQUAL, MRB_OPSYM(eqq), 1, &other, &answer)) {
    return mrb_bool_value(mrb_test(answer));
  }
  return mrb_bool_value(equal_p(mrb, self, other));
}

/* nil where there is no order. */
static mrb_value
handle_cmp(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb), answer;

  if (same_p(self, other)) return mrb_fixnum_value(0);
  if (ask(mrb, self, ASKED_ORDER, MRB_OPSYM(cmp), 1, &other, &answer)) return answer;
  return mrb_nil_value();
}

static mrb_value
handle_coerce(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb), answer;

  if (ask(mrb, self, ASKED_COERCE, MRB_SYM(coerce), 1, &other, &answer)) return answer;
  mrb_raisef(mrb, E_TYPE_ERROR, "%T can't be coerced into %T", self, other);
}

static mrb_value
handle_eql(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb), answer;

  if (same_p(self, other)) return mrb_true_value();
  if (kobako_handle_id(other) == 0) return mrb_false_value();
  return mrb_bool_value(ask(mrb, self, ASKED_AS_KEY, MRB_SYM_Q(eql), 1, &other, &answer) && mrb_test(answer));
}

static mrb_value
handle_hash(mrb_state *mrb, mrb_value self)
{
  mrb_value answer;

  if (ask(mrb, self, ASKED_AS_KEY, MRB_SYM(hash), 0, NULL, &answer) && mrb_integer_p(answer)) return answer;
  return mrb_int_value(mrb, kobako_spread(kobako_handle_id(self)));
}

void
kobako_init_asked(mrb_state *mrb, struct RClass *handle_class)
{
  mrb_define_method_id(mrb, handle_class, MRB_OPSYM(eq), handle_eq, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, handle_class, MRB_OPSYM(neq), handle_ne, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, handle_class, MRB_OPSYM(eqq), handle_case_eq, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, handle_class, MRB_OPSYM(cmp), handle_cmp, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, handle_class, MRB_SYM(coerce), handle_coerce, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, handle_class, MRB_SYM_Q(eql), handle_eql, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, handle_class, MRB_SYM(hash), handle_hash, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, handle_class, MRB_SYM(inspect), handle_inspect, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, handle_class, MRB_SYM(to_s), handle_to_s, MRB_ARGS_NONE());
}
