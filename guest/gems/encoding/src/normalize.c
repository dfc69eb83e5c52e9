/* String#__normalize: canonical and compatible decompositions, put in order and composed again. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "normalization_tables.h"
#include "characters.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum {
  LEADS = 0x1100,
  VOWELS = 0x1161,
  TAILS = 0x11a7,
  SYLLABLES = 0xac00,
  VOWEL_COUNT = 21,
  TAIL_COUNT = 28,
  SYLLABLE_COUNT = 11172
};

/* A character in the buffer: its canonical combining class above its code point. */
#define CODE(character) ((character) & 0x1fffff)
#define CLASS(character) ((character) >> 24)

static uint32_t
combining_class(uint32_t code)
{
  size_t low = 0, high = COUNT(class_runs);

  while (low < high) {
    size_t middle = (low + high) / 2;
    const struct class_run *run = &class_runs[middle];
    if (code < run->first) high = middle;
    else if (code >= run->first + run->count) low = middle + 1;
    else return run->number;
  }
  return 0;
}

static uint32_t
seven_bits(const uint8_t **p)
{
  uint32_t n = 0;
  int shift = 0;

  do n |= (uint32_t)(**p & 0x7f) << shift, shift += 7;
  while (*(*p)++ & 0x80);
  return n;
}

/* What a character decomposes into, NULL if it does not; of a run, by how much the character is another. */
static const uint8_t *
decomposition(uint32_t code, mrb_bool compatible, size_t *size, uint32_t *offset)
{
  size_t low = 0, high = COUNT(places);
  const uint8_t *found = NULL, *p, *end = decompositions + sizeof(decompositions);
  uint32_t at;

  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    if (places[middle].code < code) low = middle;
    else high = middle;
  }
  at = places[low].code;
  for (p = decompositions + places[low].at; p < end;) {
    at += seven_bits(&p);
    uint32_t header = seven_bits(&p);
    uint32_t follow = header & 2 ? *p++ : 0;
    if (at > code) break;
    if (code - at <= follow && (compatible || !(header & 1))) {
      found = p;
      *size = header >> 2;
      *offset = code - at;
    }
    p += header >> 2;
    at += follow;
  }
  return found;
}

/* A character of a decomposition, as `short` of rakelib/support/unicode_tables.rb wrote it. */
static uint32_t
part(const uint8_t **p)
{
  const uint8_t *at = *p;

  if (at[0] < 0xc0) {
    *p += 1;
    return at[0] < 0x80 ? at[0] : 0x300 + (at[0] - 0x80);
  }
  if (at[0] < 0xe0) {
    *p += 2;
    return (at[0] & 0x1f) << 8 | at[1];
  }
  *p += 3;
  return (at[0] & 0x1f) << 16 | at[1] << 8 | at[2];
}

static uint32_t
composition(uint32_t first, uint32_t second)
{
  size_t low = 0, high = COUNT(compositions) / 3;

  if (first >= LEADS && first < LEADS + 19 && second >= VOWELS && second < VOWELS + VOWEL_COUNT) {
    return SYLLABLES + ((first - LEADS) * VOWEL_COUNT + (second - VOWELS)) * TAIL_COUNT;
  }
  if (first >= SYLLABLES && first < SYLLABLES + SYLLABLE_COUNT && (first - SYLLABLES) % TAIL_COUNT == 0 &&
      second > TAILS && second < TAILS + TAIL_COUNT) {
    return first + (second - TAILS);
  }
  if (first > 0xffff || second > 0xffff) {
    for (size_t i = 0; i < COUNT(astral_compositions); i += 3) {
      if (astral_compositions[i] == first && astral_compositions[i + 1] == second) return astral_compositions[i + 2];
    }
    return 0;
  }
  while (low < high) {
    size_t middle = (low + high) / 2;
    const uint16_t *row = compositions + 3 * middle;
    if (row[0] < first || (row[0] == first && row[1] < second)) low = middle + 1;
    else if (row[0] == first && row[1] == second) return row[2];
    else high = middle;
  }
  return 0;
}

static void
push(mrb_state *mrb, mrb_value buffer, uint32_t code)
{
  uint32_t character = code | combining_class(code) << 24;
  mrb_str_cat(mrb, buffer, (const char *)&character, sizeof(character));
}

static void
decompose(mrb_state *mrb, mrb_value buffer, uint32_t code, mrb_bool compatible)
{
  size_t size;
  uint32_t offset;
  const uint8_t *p;

  if (code >= SYLLABLES && code < SYLLABLES + SYLLABLE_COUNT) {
    uint32_t index = code - SYLLABLES;
    push(mrb, buffer, LEADS + index / (VOWEL_COUNT * TAIL_COUNT));
    push(mrb, buffer, VOWELS + index / TAIL_COUNT % VOWEL_COUNT);
    if (index % TAIL_COUNT != 0) push(mrb, buffer, TAILS + index % TAIL_COUNT);
    return;
  }
  p = code < 0xa0 ? NULL : decomposition(code, compatible, &size, &offset);
  if (!p) {
    push(mrb, buffer, code);
    return;
  }
  for (const uint8_t *end = p + size; p < end;) {
    push(mrb, buffer, part(&p) + offset);
  }
}

/* Sorts characters by their class, those of one class in the order that they have. */
static void
sort_run(uint32_t *run, uint32_t *scratch, size_t count)
{
  size_t starts[257] = { 0 };

  for (size_t i = 0; i < count; i++) starts[CLASS(run[i]) + 1]++;
  for (int i = 0; i < 256; i++) starts[i + 1] += starts[i];
  for (size_t i = 0; i < count; i++) scratch[starts[CLASS(run[i])]++] = run[i];
  memcpy(run, scratch, count * sizeof(*run));
}

static void
put_in_order(mrb_state *mrb, uint32_t *characters, size_t count)
{
  mrb_value scratch = mrb_nil_value();

  for (size_t from = 0; from < count;) {
    size_t to = from;
    mrb_bool sorted = TRUE;
    uint32_t before = 0;
    for (; to < count; to++) {
      uint32_t class = CLASS(characters[to]);
      if (class == 0) break;
      if (class < before) sorted = FALSE;
      before = class;
    }
    if (!sorted) {
      if (mrb_nil_p(scratch)) scratch = mrb_str_new(mrb, NULL, (mrb_int)count * (mrb_int)sizeof(*characters));
      sort_run(characters + from, (uint32_t *)RSTRING_PTR(scratch), to - from);
    }
    from = to + 1;
  }
}

static size_t
compose(uint32_t *characters, size_t count)
{
  size_t out = 0, starter = 0;
  mrb_bool any = FALSE;
  int last = -1; /* the class of what stands between the starter and the next, -1 if nothing does */

  for (size_t i = 0; i < count; i++) {
    uint32_t character = characters[i], whole = 0;
    if (any && last < (int)CLASS(character)) whole = composition(CODE(characters[starter]), CODE(character));
    if (whole != 0) {
      characters[starter] = whole;
      continue;
    }
    last = (int)CLASS(character);
    if (last == 0) {
      starter = out;
      any = TRUE;
      last = -1;
    }
    characters[out++] = character;
  }
  return out;
}

/* string.__normalize(compatible, composed): a new String of a valid one of UTF-8. */
static mrb_value
str_normalize(mrb_state *mrb, mrb_value self)
{
  mrb_bool compatible, composed;
  mrb_int end;
  uint32_t code;
  mrb_value buffer = mrb_str_new(mrb, NULL, 0), result;

  mrb_get_args(mrb, "bb", &compatible, &composed);
  for (mrb_int at = 0; at < RSTRING_LEN(self); at = end) {
    kobako_decode(self, at, &end, &code);
    decompose(mrb, buffer, code, compatible);
  }
  mrb_str_modify(mrb, mrb_str_ptr(buffer));
  uint32_t *characters = (uint32_t *)RSTRING_PTR(buffer);
  size_t count = RSTRING_LEN(buffer) / sizeof(*characters);
  put_in_order(mrb, characters, count);
  if (composed) count = compose(characters, count);
  result = mrb_str_new_capa(mrb, RSTRING_LEN(self));
  for (size_t i = 0; i < count; i++) {
    char bytes[4];
    mrb_str_cat(mrb, result, bytes, mrb_utf8_to_buf(bytes, CODE(characters[i])));
  }
  return result;
}

void
kobako_init_normalize(mrb_state *mrb)
{
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM(__normalize), str_normalize, MRB_ARGS_REQ(2));
}
