/* The class Random. mrblib/random.rb has the rest. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_wasi.h>
#include "choices.h"
#include "twister.h"

WASI(random_get) extern uint16_t wasi_random_get(void *buffer, size_t length);

static struct twister *
twister_of(mrb_state *mrb, mrb_value self)
{
  struct twister *t = (struct twister *)mrb_data_get_ptr(mrb, self, &kobako_random_type);

  if (!t) mrb_raise(mrb, E_ARGUMENT_ERROR, "uninitialized Random");
  return t;
}

/* random.__seed(words, several): begins the sequence of some 32-bit words, the lowest first; of one otherwise than of several. */
static mrb_value
seed(mrb_state *mrb, mrb_value self)
{
  struct twister *t = (struct twister *)mrb_data_check_get_ptr(mrb, self, &kobako_random_type);
  mrb_value words, text;
  mrb_bool several;
  mrb_int len;
  uint32_t *key;

  mrb_get_args(mrb, "Ab", &words, &several);
  words = mrb_ary_dup(mrb, words);
  len = RARRAY_LEN(words);
  text = mrb_str_new(mrb, NULL, (len + 1) * sizeof(uint32_t));
  key = (uint32_t *)(((uintptr_t)RSTRING_PTR(text) + 3) & ~(uintptr_t)3);
  for (mrb_int i = 0; i < len; i++) key[i] = (uint32_t)mrb_as_int(mrb, RARRAY_PTR(words)[i]);
  if (!t) {
    t = (struct twister *)mrb_malloc(mrb, sizeof(struct twister));
    mrb_data_init(self, t, &kobako_random_type);
  }
  if (several && len > 0) kobako_twister_seed_words(t, key, (uint32_t)len);
  else kobako_twister_seed(t, len == 1 ? key[0] : 0);
  return self;
}

static mrb_value
int32(mrb_state *mrb, mrb_value self)
{
  return mrb_int_value(mrb, kobako_random_word(twister_of(mrb, self)));
}

/* random.__real(inclusive): from 0 to 1. */
static mrb_value
real(mrb_state *mrb, mrb_value self)
{
  mrb_bool inclusive = mrb_test(mrb_get_arg1(mrb));

  return mrb_float_value(mrb, kobako_random_real(twister_of(mrb, self), inclusive));
}

/* random.__limited(limit): from 0 to the limit, which is one of the values. */
static mrb_value
limited(mrb_state *mrb, mrb_value self)
{
  mrb_int limit = mrb_as_int(mrb, mrb_get_arg1(mrb));

  return mrb_int_value(mrb, kobako_random_limited(twister_of(mrb, self), limit));
}

static mrb_value
bytes(mrb_state *mrb, mrb_value self)
{
  mrb_int len = mrb_as_int(mrb, mrb_get_arg1(mrb));
  struct twister *t = twister_of(mrb, self);
  mrb_value text;
  uint32_t word = 0;

  if (len < 0) mrb_raise(mrb, E_ARGUMENT_ERROR, "negative string size (or size too big)");
  text = mrb_str_new(mrb, NULL, len);
  mrb_str_ptr(text)->flags |= MRB_STR_BINARY;
  for (mrb_int i = 0; i < len; i++, word >>= 8) {
    if (i % 4 == 0) word = kobako_random_word(t);
    RSTRING_PTR(text)[i] = (char)word;
  }
  return text;
}

static mrb_value
initialize_copy(mrb_state *mrb, mrb_value self)
{
  struct twister *from = twister_of(mrb, mrb_get_arg1(mrb));
  struct twister *t = (struct twister *)mrb_data_check_get_ptr(mrb, self, &kobako_random_type);

  if (!t) {
    t = (struct twister *)mrb_malloc(mrb, sizeof(struct twister));
    mrb_data_init(self, t, &kobako_random_type);
  }
  *t = *from;
  return self;
}

/* random.__state: the words, and how many of them are used, as bytes. */
static mrb_value
state(mrb_state *mrb, mrb_value self)
{
  mrb_value text = mrb_str_new(mrb, (const char *)twister_of(mrb, self), sizeof(struct twister));

  mrb_str_ptr(text)->flags |= MRB_STR_BINARY;
  return text;
}

/* random.__restore(state) */
static mrb_value
restore(mrb_state *mrb, mrb_value self)
{
  struct twister *t = twister_of(mrb, self), given;
  mrb_value text;

  mrb_get_args(mrb, "S", &text);
  if (RSTRING_LEN(text) != sizeof(given)) mrb_raise(mrb, E_ARGUMENT_ERROR, "wrong value");
  memcpy(&given, RSTRING_PTR(text), sizeof(given));
  if (given.used == 0 || given.used > KOBAKO_TWISTER_WORDS) mrb_raise(mrb, E_ARGUMENT_ERROR, "wrong value");
  *t = given;
  return self;
}

/* 63 bits that nothing was made of before. */
static mrb_value
entropy(mrb_state *mrb, mrb_value self)
{
  uint64_t bits = 0;

  if (wasi_random_get(&bits, sizeof(bits)) != 0) mrb_raise(mrb, E_RUNTIME_ERROR, "the host gives no entropy");
  return mrb_int_value(mrb, (mrb_int)(bits >> 1));
}

void
mrb_kobako_random_gem_init(mrb_state *mrb)
{
  struct RClass *random = mrb_define_class_id(mrb, MRB_SYM(Random), mrb->object_class);

  MRB_SET_INSTANCE_TT(random, MRB_TT_CDATA);
  mrb_define_class_method_id(mrb, random, MRB_SYM(new_seed), entropy, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, random, MRB_SYM(__seed), seed, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, random, MRB_SYM(__int32), int32, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, random, MRB_SYM(__real), real, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, random, MRB_SYM(__limited), limited, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, random, MRB_SYM(bytes), bytes, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, random, MRB_SYM(__state), state, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, random, MRB_SYM(__restore), restore, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, random, MRB_SYM(initialize_copy), initialize_copy, MRB_ARGS_REQ(1));
  kobako_init_choices(mrb, random);
}

void
mrb_kobako_random_gem_final(mrb_state *mrb)
{
}
