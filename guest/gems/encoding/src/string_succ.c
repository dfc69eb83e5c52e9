/* String#succ: letters and digits count on within their kind, in UTF-8 those of all scripts. */
#include <string.h>
#include <mruby.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <regenc.h>
#include "characters.h"
#include "string_succ.h"

enum kind { NO_CHARACTER, OTHER, LETTER, DIGIT };

static mrb_bool
unicode_p(mrb_value string)
{
  return kobako_encoding(string) == KOBAKO_UTF_8;
}

static enum kind
kind_of(uint32_t code, mrb_bool unicode)
{
  if (code < 0x80 || !unicode) return ISDIGIT(code) ? DIGIT : ISALPHA(code) ? LETTER : OTHER;
  if (ONIGENC_IS_CODE_DIGIT(ONIG_ENCODING_UTF8, code)) return DIGIT;
  return ONIGENC_IS_CODE_ALPHA(ONIG_ENCODING_UTF8, code) ? LETTER : OTHER;
}

/* The first code of characters with so many bytes, and the one after the last. */
static uint32_t
first_of(mrb_int size, mrb_bool unicode)
{
  static const uint32_t firsts[] = { 0, 0x80, 0x800, 0x10000, 0x110000 };
  return unicode ? firsts[size - 1] : size == 1 ? 0 : 0x100;
}

/* The code that is `step` further, past the gap of surrogates; UINT32_MAX if it has another size. */
static uint32_t
beside(uint32_t code, int step, mrb_int size, mrb_bool unicode)
{
  uint32_t other = code + (uint32_t)step;

  if (unicode && other >= 0xd800 && other <= 0xdfff) other = step > 0 ? 0xe000 : 0xd7ff;
  return other >= first_of(size, unicode) && other < first_of(size + 1, unicode) ? other : UINT32_MAX;
}

struct letter {
  mrb_int at, size;
  uint32_t code;
};

/* The character that ends at a byte; FALSE if there is none, and then that byte is passed. */
static mrb_bool
letter_before(mrb_value string, mrb_int end, mrb_bool unicode, struct letter *letter)
{
  const uint8_t *p = (const uint8_t *)RSTRING_PTR(string);
  mrb_int at = end - 1;

  while (unicode && at > 0 && end - at < 4 && (p[at] & 0xc0) == 0x80) at--;
  letter->at = at;
  letter->code = p[at];
  letter->size = 1;
  if (!unicode || (at == end - 1 && p[at] < 0x80)) return TRUE;
  if (kobako_read(KOBAKO_UTF_8, p + at, end - at, &letter->size, &letter->code) && letter->size == end - at)
    return TRUE;
  letter->at = end - 1;
  return FALSE;
}

static void
put(mrb_value string, const struct letter *letter, uint32_t code, mrb_bool unicode)
{
  kobako_write(unicode ? KOBAKO_UTF_8 : KOBAKO_BINARY, code, RSTRING_PTR(string) + letter->at);
}

/* The code that follows in its kind, or the first of them in `first`, FALSE then. */
static mrb_bool
following(const struct letter *letter, enum kind kind, mrb_bool unicode, uint32_t *code, uint32_t *first)
{
  uint32_t next = letter->code;

  for (int i = 0; i < 2 && next != UINT32_MAX; i++) {
    next = beside(next, 1, letter->size, unicode);
    if (next != UINT32_MAX && kind_of(next, unicode) == kind) {
      *code = next;
      return TRUE;
    }
  }
  for (uint32_t before = *first = letter->code; before != UINT32_MAX && kind_of(before, unicode) == kind;) {
    *first = before;
    before = beside(before, -1, letter->size, unicode);
  }
  return FALSE;
}

/* Counts the last character on, and those before it while they begin anew; TRUE if it ends there. */
static mrb_bool
count_on(mrb_value string, mrb_bool unicode, mrb_int *at)
{
  struct letter letter;

  for (mrb_int end = RSTRING_LEN(string); end > 0; end = letter.at) {
    if (!letter_before(string, end, unicode, &letter)) continue;
    uint32_t next = beside(letter.code, 1, letter.size, unicode);
    put(string, &letter, next == UINT32_MAX ? first_of(letter.size, unicode) : next, unicode);
    if (next != UINT32_MAX) return TRUE;
    *at = letter.at;
  }
  return FALSE;
}

void
kobako_succeed(mrb_state *mrb, mrb_value string)
{
  mrb_bool unicode = unicode_p(string), carried = FALSE, aside = FALSE;
  mrb_int len = RSTRING_LEN(string), at = 0;
  char carry[4] = { 1 };
  mrb_int carry_size = 1;
  uint32_t last = 0;
  struct letter letter;

  mrb_str_modify(mrb, mrb_str_ptr(string));
  for (mrb_int end = len; end > 0; end = letter.at) {
    mrb_bool good = letter_before(string, end, unicode, &letter);
    /* past what is no letter and no digit, only one of the same kind is carried to */
    if (carried && aside && (ISALPHA(last) ? ISDIGIT(letter.code) : ISDIGIT(last) && ISALPHA(letter.code))) break;
    if (!good) continue;
    enum kind kind = kind_of(letter.code, unicode);
    uint32_t code, first;
    aside = kind == OTHER;
    if (aside) continue;
    if (following(&letter, kind, unicode, &code, &first)) {
      put(string, &letter, code, unicode);
      return;
    }
    put(string, &letter, first, unicode);
    last = first;
    carried = TRUE;
    at = letter.at;
    carry_size = kobako_write(unicode ? KOBAKO_UTF_8 : KOBAKO_BINARY,
                              kind == DIGIT ? beside(first, 1, letter.size, unicode) : first, carry);
  }
  if (len == 0 || (!carried && count_on(string, unicode, &at))) return;
  mrb_str_resize(mrb, string, len + carry_size);
  char *p = RSTRING_PTR(string);
  memmove(p + at + carry_size, p + at, len - at);
  memcpy(p + at, carry, carry_size);
}

static mrb_value
str_succ(mrb_state *mrb, mrb_value self)
{
  mrb_value string = mrb_str_dup(mrb, self);

  kobako_succeed(mrb, string);
  return string;
}

static mrb_value
str_succ_bang(mrb_state *mrb, mrb_value self)
{
  kobako_succeed(mrb, self);
  return self;
}

void
kobako_init_string_succ(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  mrb_define_method_id(mrb, string, MRB_SYM(succ), str_succ, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(next), str_succ, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM_B(succ), str_succ_bang, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM_B(next), str_succ_bang, MRB_ARGS_NONE());
}
