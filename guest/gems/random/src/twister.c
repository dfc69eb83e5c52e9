/* The generator of Random: MT19937, with the sequences of CRuby. */
#include <mruby.h>
#include <mruby/data.h>
#include "twister.h"

#define WORDS KOBAKO_TWISTER_WORDS
#define SHIFTED 397

const struct mrb_data_type kobako_random_type = { "Random", mrb_free };

void
kobako_twister_seed(struct twister *t, uint32_t seed)
{
  t->words[0] = seed;
  for (uint32_t i = 1; i < WORDS; i++) {
    t->words[i] = 1812433253u * (t->words[i - 1] ^ (t->words[i - 1] >> 30)) + i;
  }
  t->used = WORDS;
}

void
kobako_twister_seed_words(struct twister *t, const uint32_t *key, uint32_t len)
{
  uint32_t i = 1, j = 0;

  kobako_twister_seed(t, 19650218u);
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

uint32_t
kobako_random_word(struct twister *t)
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
  return (struct twister *)mrb_data_check_get_ptr(mrb, value, &kobako_random_type);
}

double
kobako_random_real(struct twister *t, mrb_bool inclusive)
{
  uint64_t a = kobako_random_word(t), b = kobako_random_word(t), whole;

  if (!inclusive) return ((double)(a >> 5) * 67108864.0 + (double)(b >> 6)) / 9007199254740992.0;
  whole = a << 32 | b;
  /* The upper half of whole * (2**53 + 1). */
  return (double)((whole >> 11) + ((whole << 53) + whole < whole)) / 9007199254740992.0;
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
      value |= (uint64_t)kobako_random_word(t) << (i * 32);
      value &= mask;
      if (value > most) goto retry;
    }
  }
  return (mrb_int)value;
}
