/* String#tr, tr_s, delete, squeeze and count, by characters of any encoding. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "character_set.h"
#include "characters.h"
#include "output.h"
#include "string_tr.h"
#include "wide.h"

#define NONE UINT32_MAX

/* The text that is read. */
struct source {
  const uint8_t *p, *end;
  int encoding;
  /* of the character that was read last */
  mrb_int size;
};

static struct source
source_of(mrb_value self)
{
  const uint8_t *p = (const uint8_t *)RSTRING_PTR(self);
  int encoding = mrb_str_found_ascii_p(mrb_str_ptr(self)) ? KOBAKO_BINARY : kobako_encoding(self);

  return (struct source){ p, p + RSTRING_LEN(self), encoding, 1 };
}

/* The code of the next character; NONE if it is none. */
static inline uint32_t
next_code(struct source *source)
{
  uint32_t code = *source->p;

  source->size = 1;
  if (source->encoding == KOBAKO_UTF_8 && kobako_read_short(source->p, source->end - source->p, &source->size, &code)) {
    source->p += source->size;
    return code;
  }
  if (source->encoding != KOBAKO_BINARY && (code >= 0x80 || source->encoding >= KOBAKO_UTF_16LE)) {
    if (!kobako_read(source->encoding, source->p, source->end - source->p, &source->size, &code)) return NONE;
  }
  source->p += source->size;
  return code;
}

/* As CRuby does where it goes by bytes of US-ASCII: what is none is taken. */
static void
take_bytes(struct source *source)
{
  if (source->encoding == KOBAKO_US_ASCII) source->encoding = KOBAKO_BINARY;
}

/* Sets whose common characters are meant. */
struct sets {
  mrb_int count;
  struct kobako_character_set *all, one;
  mrb_bool low[KOBAKO_LOW_CODES];
};

/* The low codes of the first set, or those that others have too. */
static void
narrow_low(struct sets *sets, const struct kobako_character_set *set, mrb_bool first)
{
  mrb_bool others[KOBAKO_LOW_CODES], *in = first ? sets->low : others;

  memset(in, set->negative, KOBAKO_LOW_CODES);
  for (uint32_t i = 0; i < set->count; i++) {
    for (uint32_t code = set->runs[i].from; code <= set->runs[i].to && code < KOBAKO_LOW_CODES; code++) {
      in[code] = !set->negative;
    }
  }
  for (int i = 0; !first && i < KOBAKO_LOW_CODES; i++) sets->low[i] &= in[i];
}

static void
read_sets(mrb_state *mrb, mrb_value self, struct sets *sets, const mrb_value *texts, mrb_int count)
{
  sets->count = count;
  if (count == 0) memset(sets->low, TRUE, sizeof(sets->low));
  sets->all =
      sets->count <= 1 ? &sets->one : mrb_temp_alloc(mrb, (size_t)sets->count * sizeof(struct kobako_character_set));
  for (mrb_int i = 0; i < sets->count; i++) {
    mrb_value text = mrb_ensure_string_type(mrb, texts[i]);
    int encoding = kobako_encoding_of_flags(mrb_str_encoding_of_both(mrb, self, text));
    kobako_read_set(mrb, &sets->all[i], text, encoding, TRUE, UINT32_MAX);
    narrow_low(sets, &sets->all[i], i == 0);
  }
}

static mrb_bool
in_sets_p(const struct sets *sets, uint32_t code)
{
  if (code < KOBAKO_LOW_CODES) return sets->low[code];
  for (mrb_int i = 0; i < sets->count; i++) {
    if ((kobako_run_of(&sets->all[i], code) != NULL) == sets->all[i].negative) return FALSE;
  }
  return TRUE;
}

static void
check_count(mrb_state *mrb, mrb_int count)
{
  if (count == 0) mrb_raise(mrb, E_ARGUMENT_ERROR, "wrong number of arguments (given 0, expected 1+)");
}

static mrb_value
str_count(mrb_state *mrb, mrb_value self)
{
  struct sets sets;
  const mrb_value *texts;
  mrb_int given, count = 0;

  mrb_get_args(mrb, "*", &texts, &given);
  check_count(mrb, given);
  read_sets(mrb, self, &sets, texts, given);
  for (struct source source = source_of(self); source.p < source.end;) {
    uint32_t code = next_code(&source);
    if (code == NONE) kobako_refuse_invalid(mrb, self);
    count += in_sets_p(&sets, code);
  }
  return mrb_fixnum_value(count);
}

static inline void
put_bytes(mrb_state *mrb, struct kobako_output *result, const uint8_t *bytes, mrb_int size)
{
  if (size > result->left) kobako_make_room(mrb, result, size);
  if (size == 1) *result->end = (char)*bytes;
  else memcpy(result->end, bytes, size);
  result->end += size;
  result->left -= size;
}

static void
put_code(mrb_state *mrb, struct kobako_output *result, int encoding, uint32_t code)
{
  if (result->left < 4) kobako_make_room(mrb, result, 4);
  int size = kobako_write(encoding, code, result->end);
  result->end += size;
  result->left -= size;
}

/* Without the characters of sets; nil if there are none. */
static mrb_value
deleted(mrb_state *mrb, mrb_value self, const mrb_value *texts, mrb_int count)
{
  struct sets sets;

  if (RSTRING_LEN(self) == 0) return mrb_nil_value();
  check_count(mrb, count);
  read_sets(mrb, self, &sets, texts, count);
  struct kobako_output result = kobako_output(mrb, RSTRING_LEN(self));
  mrb_bool changed = FALSE;
  for (struct source source = source_of(self); source.p < source.end;) {
    uint32_t code = next_code(&source);
    if (code == NONE) kobako_refuse_invalid(mrb, self);
    if (in_sets_p(&sets, code)) changed = TRUE;
    else put_bytes(mrb, &result, source.p - source.size, source.size);
  }
  return changed ? kobako_output_text(mrb, &result, RSTR_ENCODING(mrb_str_ptr(self))) : mrb_nil_value();
}

static mrb_value
squeezed(mrb_state *mrb, mrb_value self, const mrb_value *texts, mrb_int count)
{
  struct sets sets;
  uint32_t last = NONE;

  read_sets(mrb, self, &sets, texts, count);
  struct kobako_output result = kobako_output(mrb, RSTRING_LEN(self));
  mrb_bool changed = FALSE;
  struct source source = source_of(self);
  take_bytes(&source);
  while (source.p < source.end) {
    uint32_t code = next_code(&source);
    if (code == NONE) kobako_refuse_invalid(mrb, self);
    if (code == last && in_sets_p(&sets, code)) changed = TRUE;
    else put_bytes(mrb, &result, source.p - source.size, source.size);
    last = code;
  }
  return changed ? kobako_output_text(mrb, &result, RSTR_ENCODING(mrb_str_ptr(self))) : mrb_nil_value();
}

/* What takes the place of characters. */
struct translation {
  struct kobako_character_set from, to;
  uint32_t low[KOBAKO_LOW_CODES];
};

static void
read_translation(mrb_state *mrb, struct translation *translation, mrb_value from, mrb_value to, int encoding)
{
  struct kobako_character_set *set = &translation->from;

  kobako_read_set(mrb, set, from, encoding, TRUE, UINT32_MAX);
  /* what is behind those is not looked at */
  uint32_t most = set->negative ? UINT32_MAX : kobako_set_size(set);
  kobako_read_set(mrb, &translation->to, to, encoding, FALSE, most > 0 ? most : 1);
  uint32_t last = kobako_code_at(&translation->to, UINT32_MAX);
  for (int i = 0; i < KOBAKO_LOW_CODES; i++) translation->low[i] = set->negative ? last : NONE;
  for (uint32_t i = 0; i < set->count; i++) {
    struct kobako_code_run run = set->runs[i];
    for (uint32_t code = run.from; code <= run.to && code < KOBAKO_LOW_CODES; code++) {
      translation->low[code] = set->negative ? NONE : kobako_code_at(&translation->to, run.place + (code - run.from));
    }
  }
}

static uint32_t
translated(const struct translation *translation, uint32_t code)
{
  if (code < KOBAKO_LOW_CODES) return translation->low[code];
  const struct kobako_code_run *run = kobako_run_of(&translation->from, code);
  if (translation->from.negative) return run ? NONE : kobako_code_at(&translation->to, UINT32_MAX);
  return run ? kobako_code_at(&translation->to, run->place + (code - run->from)) : NONE;
}

/* With other characters for those of a set, nil if there are none; repeated ones once where `squeeze`. */
static mrb_value
replaced(mrb_state *mrb, mrb_value self, mrb_value from, mrb_value to, mrb_bool squeeze)
{
  struct translation translation;
  uint32_t last = NONE;

  if (RSTRING_LEN(to) == 0) return deleted(mrb, self, &from, 1);
  if (RSTRING_LEN(self) == 0) return mrb_nil_value();
  uint32_t flags = mrb_str_encoding_of_both(mrb, self, from), other = mrb_str_encoding_of_both(mrb, self, to);
  if (flags != other) flags = mrb_str_encoding_of_both(mrb, from, to);
  int encoding = kobako_encoding_of_flags(flags);
  read_translation(mrb, &translation, from, to, encoding);
  struct kobako_output result = kobako_output(mrb, RSTRING_LEN(self));
  mrb_bool changed = FALSE;
  struct source source = source_of(self);
  if (!squeeze) take_bytes(&source);
  while (source.p < source.end) {
    uint32_t code = next_code(&source);
    if (code == NONE) kobako_refuse_invalid(mrb, self);
    uint32_t by = translated(&translation, code);
    if (by == NONE) {
      put_bytes(mrb, &result, source.p - source.size, source.size);
    }
    else {
      changed = TRUE;
      if (!squeeze || by != last) put_code(mrb, &result, encoding, by);
    }
    last = by;
  }
  return changed ? kobako_output_text(mrb, &result, flags) : mrb_nil_value();
}

enum change { TR, TR_S, DELETE, SQUEEZE };

/* What the arguments of a method make of a text; nil if nothing changes. */
static mrb_value
changed(mrb_state *mrb, mrb_value self, enum change change)
{
  const mrb_value *texts;
  mrb_value from, to;
  mrb_int count;

  if (change <= TR_S) {
    mrb_get_args(mrb, "oo", &from, &to);
    from = mrb_ensure_string_type(mrb, from);
    to = mrb_ensure_string_type(mrb, to);
    return replaced(mrb, self, from, to, change == TR_S);
  }
  mrb_get_args(mrb, "*", &texts, &count);
  return change == DELETE ? deleted(mrb, self, texts, count) : squeezed(mrb, self, texts, count);
}

static mrb_value
change(mrb_state *mrb, mrb_value self, enum change change)
{
  mrb_value text = changed(mrb, self, change);

  if (!mrb_nil_p(text)) return text;
  text = mrb_str_dup(mrb, self);
  kobako_widen(mrb, text);
  return text;
}

static mrb_value
change_bang(mrb_state *mrb, mrb_value self, enum change change)
{
  struct RString *s = mrb_str_ptr(self);

  if (change == SQUEEZE || (RSTR_LEN(s) > 0 && mrb_frozen_p(s))) mrb_check_frozen(mrb, s);
  mrb_value text = changed(mrb, self, change);
  if (mrb_nil_p(text)) return text;
  mrb_check_frozen(mrb, s);
  mrb_str_modify(mrb, s);
  mrb_str_resize(mrb, self, RSTRING_LEN(text));
  memcpy(RSTR_PTR(s), RSTRING_PTR(text), RSTRING_LEN(text));
  RSTR_SET_ENCODING(s, RSTR_ENCODING(mrb_str_ptr(text)));
  return self;
}

static mrb_value
str_tr(mrb_state *mrb, mrb_value self)
{
  return change(mrb, self, TR);
}

static mrb_value
str_tr_bang(mrb_state *mrb, mrb_value self)
{
  return change_bang(mrb, self, TR);
}

static mrb_value
str_tr_s(mrb_state *mrb, mrb_value self)
{
  return change(mrb, self, TR_S);
}

static mrb_value
str_tr_s_bang(mrb_state *mrb, mrb_value self)
{
  return change_bang(mrb, self, TR_S);
}

static mrb_value
str_delete(mrb_state *mrb, mrb_value self)
{
  return change(mrb, self, DELETE);
}

static mrb_value
str_delete_bang(mrb_state *mrb, mrb_value self)
{
  return change_bang(mrb, self, DELETE);
}

static mrb_value
str_squeeze(mrb_state *mrb, mrb_value self)
{
  return change(mrb, self, SQUEEZE);
}

static mrb_value
str_squeeze_bang(mrb_state *mrb, mrb_value self)
{
  return change_bang(mrb, self, SQUEEZE);
}

void
kobako_init_string_tr(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  mrb_define_method_id(mrb, string, MRB_SYM(count), str_count, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, string, MRB_SYM(tr), str_tr, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, string, MRB_SYM_B(tr), str_tr_bang, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, string, MRB_SYM(tr_s), str_tr_s, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, string, MRB_SYM_B(tr_s), str_tr_s_bang, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, string, MRB_SYM(delete), str_delete, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, string, MRB_SYM_B(delete), str_delete_bang, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, string, MRB_SYM(squeeze), str_squeeze, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, string, MRB_SYM_B(squeeze), str_squeeze_bang, MRB_ARGS_ANY());
}
