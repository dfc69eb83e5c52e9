/* Random's generator: MT19937, with the sequences of CRuby, and what asks it for numbers. mrblib/random.rb has the rest. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_wasi.h>
#include "twister.h"

WASI(random_get) extern uint16_t wasi_random_get(void *buffer, size_t length);

#define WORDS 624
#define SHIFTED 397

struct twister {
  uint32_t words[WORDS];
  uint32_t used;
};

static const struct mrb_data_type type = { "Random", mrb_free };

static void
seed_by_word(struct twister *t, uint32_t seed)
{
  t->words[0] = seed;
  for (uint32_t i = 1; i < WORDS; i++) {
    t->words[i] = 1812433253u * (t->words[i - 1] ^ (t->words[i - 1] >> 30)) + i;
  }
  t->used = WORDS;
}

static void
seed_by_words(struct twister *t, const uint32_t *key, uint32_t len)
{
  uint32_t i = 1, j = 0;

  seed_by_word(t, 19650218u);
  for (uint32_t k = len > WORDS ? len : WORDS; k > 0; k--) {
    t->words[i] = (t->words[i] ^ ((t->words[i - 1] ^ (t->words[i - 1] >> 30)) * 1664525u)) + key[j] + j;
    if (++i == WORDS) {
      t->words[0] = t->words[WORDS - 1];
      i = 1;
    }
    if (++j == len) j = 0;
  }
  for (uint32_t k = WORDS - 1; k > 0; k--) {
    t->words[i] = (t->words[i] ^ ((t->words[i - 1] ^ (t->words[i - 1] >> 30)) * 1566083941u)) - i;
    if (++i == WORDS) {
      t->words[0] = t->words[WORDS - 1];
      i = 1;
    }
  }
  t->words[0] = 0x80000000u;
}

static void
refill(struct twister *t)
{
  for (uint32_t i = 0; i < WORDS; i++) {
    uint32_t y = (t->words[i] & 0x80000000u) | (t->words[(i + 1) % WORDS] & 0x7fffffffu);
    t->words[i] = t->words[(i + SHIFTED) % WORDS] ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
  }
  t->used = 0;
}

static uint32_t
next_word(struct twister *t)
{
  uint32_t y;

  if (t->used >= WORDS) refill(t);
  y = t->words[t->used++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

struct twister *
kobako_twister(mrb_state *mrb, mrb_value value)
{
  return (struct twister *)mrb_data_check_get_ptr(mrb, value, &type);
}

static struct twister *
twister_of(mrb_state *mrb, mrb_value self)
{
  struct twister *t = (struct twister *)mrb_data_get_ptr(mrb, self, &type);

  if (!t) mrb_raise(mrb, E_ARGUMENT_ERROR, "uninitialized Random");
  return t;
}

/* random.__seed(words, several): begins the sequence of some 32-bit words, the lowest first; of one otherwise than of several. */
static mrb_value
seed(mrb_state *mrb, mrb_value self)
{
  struct twister *t = (struct twister *)mrb_data_check_get_ptr(mrb, self, &type);
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
    mrb_data_init(self, t, &type);
  }
  if (several && len > 0) seed_by_words(t, key, (uint32_t)len);
  else seed_by_word(t, len == 1 ? key[0] : 0);
  return self;
}

static mrb_value
int32(mrb_state *mrb, mrb_value self)
{
  return mrb_int_value(mrb, next_word(twister_of(mrb, self)));
}

double
kobako_random_real(struct twister *t, mrb_bool inclusive)
{
  uint64_t a = next_word(t), b = next_word(t), whole;

  if (!inclusive) return ((double)(a >> 5) * 67108864.0 + (double)(b >> 6)) / 9007199254740992.0;
  whole = a << 32 | b;
  /* The upper half of whole * (2**53 + 1). */
  return (double)((whole >> 11) + ((whole << 53) + whole < whole)) / 9007199254740992.0;
}

/* random.__real(inclusive): from 0 to 1. */
static mrb_value
real(mrb_state *mrb, mrb_value self)
{
  mrb_bool inclusive = mrb_test(mrb_get_arg1(mrb));

  return mrb_float_value(mrb, kobako_random_real(twister_of(mrb, self), inclusive));
}

mrb_int
kobako_random_limited(struct twister *t, mrb_int limit)
{
  uint64_t most = limit > 0 ? (uint64_t)limit : 0, mask = most, value;

  if (most == 0) return 0;
  for (int shift = 1; shift < 64; shift <<= 1) mask |= mask >> shift;
retry:
  value = 0;
  for (int i = 1; i >= 0; i--) {
    if ((mask >> (i * 32)) & 0xffffffff) {
      value |= (uint64_t)next_word(t) << (i * 32);
      value &= mask;
      if (value > most) goto retry;
    }
  }
  return (mrb_int)value;
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
    if (i % 4 == 0) word = next_word(t);
    RSTRING_PTR(text)[i] = (char)word;
  }
  return text;
}

static mrb_value
initialize_copy(mrb_state *mrb, mrb_value self)
{
  struct twister *from = twister_of(mrb, mrb_get_arg1(mrb));
  struct twister *t = (struct twister *)mrb_data_check_get_ptr(mrb, self, &type);

  if (!t) {
    t = (struct twister *)mrb_malloc(mrb, sizeof(struct twister));
    mrb_data_init(self, t, &type);
  }
  *t = *from;
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
  mrb_define_private_method_id(mrb, random, MRB_SYM(initialize_copy), initialize_copy, MRB_ARGS_REQ(1));
  kobako_init_choices(mrb, random);
}

void
mrb_kobako_random_gem_final(mrb_state *mrb)
{
}
