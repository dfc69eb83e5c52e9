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
#include <kobako_utf8.h>
#include "letter_case.h"

enum casing { UP, DOWN, SWAP, TITLE, KINDS };

/* What upcase and its relatives are asked for. */
struct options {
  mrb_bool ascii, fold, turkic;
};

static mrb_func_t plain[KINDS], plain_bang[KINDS];

static mrb_bool
upper_p(OnigCodePoint code)
{
  return ONIGENC_IS_CODE_UPPER(ONIG_ENCODING_UTF8, code);
}

/* Whether a text begins with a letter in upper case: called by the interpreter for the name of a constant. */
mrb_bool
kobako_upper_p(const char *text, mrb_int len)
{
  const OnigUChar *from = (const OnigUChar *)text, *end = from + len;
  int size = ONIGENC_MBC_ENC_LEN(ONIG_ENCODING_UTF8, from);

  return size <= len && upper_p(ONIGENC_MBC_TO_CODE(ONIG_ENCODING_UTF8, from, end));
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

static int
fold(OnigCodePoint code, OnigCodePoint out[3])
{
  const struct ByUnfoldKey *key = onigenc_unicode_unfold_key(code);
  const OnigCodePoint *folded;

  out[0] = code;
  if (!key) return 1;
  folded = key->fold_len == 1   ? FOLDS1_FOLD(key->index)
           : key->fold_len == 2 ? FOLDS2_FOLD(key->index)
                                : FOLDS3_FOLD(key->index);
  for (int i = 0; i < key->fold_len; i++) out[i] = folded[i];
  return key->fold_len;
}

/* In Turkish the capital of i has a dot, and the small I has none. True if `code` is one of these. */
static mrb_bool
turkic(OnigCodePoint code, enum casing casing, mrb_bool first, OnigCodePoint out[3])
{
  mrb_bool raise = casing == UP || casing == SWAP || (casing == TITLE && first);

  if (code == 'i' && raise) out[0] = 0x130;
  else if (code == 'I' && (casing != TITLE || !first) && casing != UP) out[0] = 0x131;
  else if (code == 0x130 && (casing != TITLE || !first) && casing != UP) out[0] = 'i';
  else return FALSE;
  return TRUE;
}

/* Bytes that come of it, put to the text some at a time. */
struct result {
  mrb_value text;
  mrb_int used;
  char room[256];
};

static void
flush(mrb_state *mrb, struct result *result)
{
  mrb_str_cat(mrb, result->text, result->room, result->used);
  result->used = 0;
}

static int
change(OnigCodePoint code, enum casing casing, mrb_bool first, struct options options, OnigCodePoint codes[3])
{
  if (options.turkic && turkic(code, casing, first, codes)) return 1;
  switch (casing) {
  case UP:
    return up(code, codes);
  case DOWN:
    return options.fold ? fold(code, codes) : down(code, codes);
  case SWAP:
    return upper_p(code) || !lower_p(code) ? down(code, codes) : up(code, codes);
  default:
    return first ? title(code, codes) : down(code, codes);
  }
}

static char
change_ascii(char c, enum casing casing, mrb_bool first)
{
  if (casing == SWAP) return ISUPPER(c) ? TOLOWER(c) : TOUPPER(c);
  return casing == UP || (casing == TITLE && first) ? TOUPPER(c) : TOLOWER(c);
}

static mrb_value
converted(mrb_state *mrb, mrb_value self, enum casing casing, struct options options)
{
  struct result result = { mrb_str_new_capa(mrb, RSTRING_LEN(self)), 0, "" };
  const char *p = RSTRING_PTR(self), *end = p + RSTRING_LEN(self);

  for (mrb_bool first = TRUE; p < end; first = FALSE) {
    OnigCodePoint codes[3];

    if (result.used > (mrb_int)sizeof(result.room) - 12) flush(mrb, &result);
    if (!(*p & 0x80) && !options.turkic) {
      result.room[result.used++] = change_ascii(*p++, casing, first);
      continue;
    }
    mrb_int length = mrb_utf8len(p, end);
    if (length == 1 && (*p & 0x80)) mrb_raise(mrb, E_ARGUMENT_ERROR, "input string invalid");
    OnigCodePoint code = ONIGENC_MBC_TO_CODE(ONIG_ENCODING_UTF8, (const OnigUChar *)p, (const OnigUChar *)p + length);
    int count = change(code, casing, first, options, codes);
    for (int i = 0; i < count; i++) result.used += mrb_utf8_to_buf(result.room + result.used, codes[i]);
    p += length;
  }
  flush(mrb, &result);
  return result.text;
}

static struct options
options_of(mrb_state *mrb, enum casing casing)
{
  struct options options = { FALSE, FALSE, FALSE };
  mrb_int argc = mrb_get_argc(mrb);
  const mrb_value *argv = mrb_get_argv(mrb);

  if (argc > 2) mrb_raise(mrb, E_ARGUMENT_ERROR, "too many options");
  for (mrb_int i = 0; i < argc; i++) {
    if (!mrb_symbol_p(argv[i])) mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %Y (expected Symbol)", argv[i]);
    mrb_sym option = mrb_symbol(argv[i]);
    mrb_bool language = option == MRB_SYM(turkic) || option == MRB_SYM(lithuanian);
    if (option == MRB_SYM(fold) && casing != DOWN) {
      mrb_raise(mrb, E_ARGUMENT_ERROR, "option :fold only allowed for downcasing");
    }
    if (i == 1 && (!language || option == mrb_symbol(argv[0])))
      mrb_raise(mrb, E_ARGUMENT_ERROR, "invalid second option");
    if (!language && option != MRB_SYM(ascii) && option != MRB_SYM(fold)) {
      mrb_raise(mrb, E_ARGUMENT_ERROR, "invalid option");
    }
    if (!language && argc > 1) mrb_raise(mrb, E_ARGUMENT_ERROR, "too many options");
    options.ascii |= option == MRB_SYM(ascii);
    options.fold |= option == MRB_SYM(fold);
    options.turkic |= option == MRB_SYM(turkic);
  }
  return options;
}

/* Whether mruby's own conversion is right for it. */
static mrb_bool
plain_p(mrb_value self, struct options options)
{
  struct RString *s = mrb_str_ptr(self);

  if (options.ascii || RSTR_BINARY_P(s)) return TRUE;
  return !options.turkic && (RSTR_SINGLE_BYTE_P(s) || kobako_ascii_p(RSTR_PTR(s), (size_t)RSTR_LEN(s)));
}

static mrb_value
convert(mrb_state *mrb, mrb_value self, enum casing casing)
{
  struct options options = options_of(mrb, casing);
  return plain_p(self, options) ? plain[casing](mrb, self) : converted(mrb, self, casing, options);
}

static mrb_value
convert_bang(mrb_state *mrb, mrb_value self, enum casing casing)
{
  mrb_value changed;
  struct options options = options_of(mrb, casing);

  if (plain_p(self, options)) return plain_bang[casing](mrb, self);
  mrb_check_frozen(mrb, mrb_basic_ptr(self));
  changed = converted(mrb, self, casing, options);
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

mrb_value
kobako_folded(mrb_state *mrb, mrb_value string)
{
  struct options options = { FALSE, TRUE, FALSE };

  return plain_p(string, options) ? plain[DOWN](mrb, string) : converted(mrb, string, DOWN, options);
}

/* Whether inspect shows the character as it is. */
mrb_bool
kobako_printable_p(uint32_t code)
{
  if (code >= 0x80 && code < 0xa0) return FALSE;
  return ONIGENC_IS_CODE_PRINT(ONIG_ENCODING_UTF8, code) && code != 0x2028 && code != 0x2029;
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
