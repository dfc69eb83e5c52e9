/* upcase and its relatives for letters beyond ASCII, by the tables that the engine folds case with. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <regenc.h>
#include <kobako_string.h>
#include "letter_case.h"

enum casing { UP, DOWN, SWAP, TITLE, KINDS };

static mrb_func_t plain[KINDS], plain_bang[KINDS];

static mrb_bool
upper_p(OnigCodePoint code)
{
  return ONIGENC_IS_CODE_UPPER(ONIG_ENCODING_UTF8, code);
}

static mrb_bool
lower_p(OnigCodePoint code)
{
  return ONIGENC_IS_CODE_LOWER(ONIG_ENCODING_UTF8, code);
}

/* The code points that fold to `code`: their count. */
static int
unfolds_of(OnigCodePoint code, const OnigCodePoint **unfolds)
{
  int index = onigenc_unicode_fold1_key(&code);

  if (index < 0) return 0;
  *unfolds = FOLDS1_UNFOLDS(index);
  return (int)FOLDS1_UNFOLDS_NUM(index);
}

static OnigCodePoint
simple_up(OnigCodePoint code)
{
  const struct ByUnfoldKey *key = onigenc_unicode_unfold_key(code);
  const OnigCodePoint *unfolds;
  OnigCodePoint folded = key && key->fold_len == 1 ? *FOLDS1_FOLD(key->index) : code;
  int count = unfolds_of(folded, &unfolds);

  if (code == 0x131) return 'I';
  if (upper_p(code)) return code;
  if (folded != code && upper_p(folded)) return folded;
  for (int i = 0; i < count; i++) {
    if (upper_p(unfolds[i])) return unfolds[i];
  }
  return code;
}

static int
up(OnigCodePoint code, OnigCodePoint out[3])
{
  const struct ByUnfoldKey *key = lower_p(code) || code >= 0x1f88 ? onigenc_unicode_unfold_key(code) : NULL;

  if (!key || key->fold_len == 1 || upper_p(code)) {
    out[0] = simple_up(code);
    return 1;
  }
  for (int i = 0; i < key->fold_len; i++) {
    out[i] = simple_up(key->fold_len == 2 ? FOLDS2_FOLD(key->index)[i] : FOLDS3_FOLD(key->index)[i]);
  }
  return key->fold_len;
}

static int
down(OnigCodePoint code, OnigCodePoint out[3])
{
  const struct ByUnfoldKey *key = onigenc_unicode_unfold_key(code);
  const OnigCodePoint *unfolds;
  int count;

  out[0] = code;
  if (code == 0x130) {
    out[0] = 'i';
    out[1] = 0x307;
    return 2;
  }
  if (lower_p(code)) return 1;
  if (key && key->fold_len == 1 && !upper_p(*FOLDS1_FOLD(key->index))) {
    out[0] = *FOLDS1_FOLD(key->index);
  }
  else if (code == 0x1e9e) {
    out[0] = 0xdf;
  }
  else if (code >= 0x1f88 && code <= 0x1faf) {
    out[0] = code - 8;
  }
  else if (code == 0x1fbc || code == 0x1fcc || code == 0x1ffc) {
    out[0] = code - 9;
  }
  else if (upper_p(code)) {
    count = unfolds_of(code, &unfolds);
    for (int i = 0; i < count; i++) {
      if (lower_p(unfolds[i])) out[0] = unfolds[i];
    }
  }
  return 1;
}

static int
title(OnigCodePoint code, OnigCodePoint out[3])
{
  const OnigCodePoint *unfolds;
  const struct ByUnfoldKey *key = onigenc_unicode_unfold_key(code);
  int count, length;

  /* Georgian has capitals, but no capitalized words */
  if (code >= 0x10d0 && code <= 0x10ff) {
    out[0] = code;
    return 1;
  }
  if (code >= 0x1c90 && code <= 0x1cbf) return down(code, out);
  if (code >= 0x1c4 && code <= 0x1f3) {
    count = unfolds_of(key ? *FOLDS1_FOLD(key->index) : code, &unfolds);
    for (int i = 0; i < count; i++) {
      if (count == 2 && !upper_p(unfolds[i])) {
        out[0] = unfolds[i];
        return 1;
      }
    }
  }
  /* Greek with an iota below keeps it */
  if (code >= 0x1f80 && code <= 0x1faf) {
    out[0] = code | 8;
    return 1;
  }
  if (code == 0x1fb3 || code == 0x1fc3 || code == 0x1ff3) {
    out[0] = code + 9;
    return 1;
  }
  if (code == 0x1fbc || code == 0x1fcc || code == 0x1ffc) {
    out[0] = code;
    return 1;
  }
  length = up(code, out);
  for (int i = code == 0x149 ? length : 1; i < length; i++) {
    OnigCodePoint small[3];
    if (down(out[i], small) == 1) out[i] = small[0];
  }
  return length;
}

static mrb_value
converted(mrb_state *mrb, mrb_value self, enum casing casing)
{
  mrb_value out = mrb_str_new_capa(mrb, RSTRING_LEN(self));
  const char *p = RSTRING_PTR(self), *end = p + RSTRING_LEN(self);
  mrb_bool first = TRUE;

  while (p < end) {
    mrb_int length = mrb_utf8len(p, end);
    OnigCodePoint code = ONIGENC_MBC_TO_CODE(ONIG_ENCODING_UTF8, (const OnigUChar *)p, (const OnigUChar *)p + length);
    OnigCodePoint codes[3];
    int count;

    if (length == 1 && (*p & 0x80)) {
      mrb_str_cat(mrb, out, p, 1);
    }
    else {
      switch (casing) {
      case UP:
        count = up(code, codes);
        break;
      case DOWN:
        count = down(code, codes);
        break;
      case SWAP:
        count = upper_p(code) || !lower_p(code) ? down(code, codes) : up(code, codes);
        break;
      default:
        count = first ? title(code, codes) : down(code, codes);
      }
      for (int i = 0; i < count; i++) {
        char bytes[4];
        mrb_str_cat(mrb, out, bytes, mrb_utf8_to_buf(bytes, codes[i]));
      }
    }
    p += length;
    first = FALSE;
  }
  return out;
}

/* Whether mruby's own conversion is right for it. */
static mrb_bool
plain_p(mrb_state *mrb, mrb_value self)
{
  struct RString *s = mrb_str_ptr(self);

  if (mrb_get_argc(mrb) > 0 && mrb_symbol_p(mrb_get_argv(mrb)[0]) &&
      mrb_symbol(mrb_get_argv(mrb)[0]) == MRB_SYM(ascii)) {
    return TRUE;
  }
  if (RSTR_SINGLE_BYTE_P(s) || RSTR_BINARY_P(s)) return TRUE;
  for (mrb_int i = 0; i < RSTR_LEN(s); i++) {
    if (RSTR_PTR(s)[i] & 0x80) return FALSE;
  }
  return TRUE;
}

static mrb_value
convert(mrb_state *mrb, mrb_value self, enum casing casing)
{
  return plain_p(mrb, self) ? plain[casing](mrb, self) : converted(mrb, self, casing);
}

static mrb_value
convert_bang(mrb_state *mrb, mrb_value self, enum casing casing)
{
  mrb_value changed;

  if (plain_p(mrb, self)) return plain_bang[casing](mrb, self);
  mrb_check_frozen(mrb, mrb_basic_ptr(self));
  changed = converted(mrb, self, casing);
  if (mrb_str_equal(mrb, self, changed)) return mrb_nil_value();
  mrb_str_resize(mrb, self, RSTRING_LEN(changed));
  mrb_str_modify(mrb, mrb_str_ptr(self));
  memcpy(RSTRING_PTR(self), RSTRING_PTR(changed), RSTRING_LEN(changed));
  return self;
}

static mrb_value
str_upcase(mrb_state *mrb, mrb_value self)
{
  return convert(mrb, self, UP);
}
static mrb_value
str_downcase(mrb_state *mrb, mrb_value self)
{
  return convert(mrb, self, DOWN);
}
static mrb_value
str_swapcase(mrb_state *mrb, mrb_value self)
{
  return convert(mrb, self, SWAP);
}
static mrb_value
str_capitalize(mrb_state *mrb, mrb_value self)
{
  return convert(mrb, self, TITLE);
}
static mrb_value
str_upcase_bang(mrb_state *mrb, mrb_value self)
{
  return convert_bang(mrb, self, UP);
}
static mrb_value
str_downcase_bang(mrb_state *mrb, mrb_value self)
{
  return convert_bang(mrb, self, DOWN);
}
static mrb_value
str_swapcase_bang(mrb_state *mrb, mrb_value self)
{
  return convert_bang(mrb, self, SWAP);
}
static mrb_value
str_capitalize_bang(mrb_state *mrb, mrb_value self)
{
  return convert_bang(mrb, self, TITLE);
}

void
kobako_init_letter_case(mrb_state *mrb)
{
  plain[UP] = kobako_wrap_string(mrb, MRB_SYM(upcase), str_upcase, MRB_ARGS_ANY());
  plain[DOWN] = kobako_wrap_string(mrb, MRB_SYM(downcase), str_downcase, MRB_ARGS_ANY());
  plain[SWAP] = kobako_wrap_string(mrb, MRB_SYM(swapcase), str_swapcase, MRB_ARGS_ANY());
  plain[TITLE] = kobako_wrap_string(mrb, MRB_SYM(capitalize), str_capitalize, MRB_ARGS_ANY());
  plain_bang[UP] = kobako_wrap_string(mrb, MRB_SYM_B(upcase), str_upcase_bang, MRB_ARGS_ANY());
  plain_bang[DOWN] = kobako_wrap_string(mrb, MRB_SYM_B(downcase), str_downcase_bang, MRB_ARGS_ANY());
  plain_bang[SWAP] = kobako_wrap_string(mrb, MRB_SYM_B(swapcase), str_swapcase_bang, MRB_ARGS_ANY());
  plain_bang[TITLE] = kobako_wrap_string(mrb, MRB_SYM_B(capitalize), str_capitalize_bang, MRB_ARGS_ANY());
}
