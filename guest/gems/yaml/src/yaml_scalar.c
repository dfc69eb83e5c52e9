/* What most plain scalars are, as Psych::ScalarScanner#tokenize has it. */
#include <string.h>
#include <mruby.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_floats.h>
#include "yaml.h"

/* Digits that an Integer holds in any case. */
#define SAFE_DIGITS 18

static mrb_bool
digit_p(char c)
{
  return c >= '0' && c <= '9';
}

static mrb_bool
word_start_p(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* `word` is in lower case. */
static mrb_bool
word_p(const char *text, size_t len, const char *word)
{
  if (strlen(word) != len) return FALSE;
  for (size_t i = 0; i < len; i++) {
    if ((text[i] | 0x20) != word[i]) return FALSE;
  }
  return TRUE;
}

static mrb_bool
one_of(const char *text, size_t len, const char *const words[3])
{
  return word_p(text, len, words[0]) || word_p(text, len, words[1]) || word_p(text, len, words[2]);
}

static mrb_bool
resolve_word(mrb_state *mrb, const char *text, size_t len, mrb_value *value)
{
  static const char *const yes[] = { "yes", "true", "on" }, *const no[] = { "no", "false", "off" };

  for (size_t i = 0; i < len; i++) {
    if (text[i] == '\n' || (text[i] & 0x80)) return FALSE;
  }
  if (len <= 5 && word_p(text, len, "null")) *value = mrb_nil_value();
  else if (len <= 5 && one_of(text, len, yes)) *value = mrb_true_value();
  else if (len <= 5 && one_of(text, len, no)) *value = mrb_false_value();
  else *value = mrb_str_new(mrb, text, (mrb_int)len);
  return TRUE;
}

/* Digits in base 10, and a point among them for a Float. */
static mrb_bool
resolve_number(mrb_state *mrb, const char *text, size_t len, mrb_value *value)
{
  const char *at = text, *end = text + len, *digits;
  mrb_int number = 0;

  if (*at == '-' || *at == '+') at++;
  for (digits = at; at < end && digit_p(*at); at++) {
    if (at - digits < SAFE_DIGITS) number = number * 10 + (*at - '0');
  }
  if (at == digits) return FALSE;
  if (at == end) {
    if (at - digits > SAFE_DIGITS || (*digits == '0' && at - digits > 1)) return FALSE;
    *value = mrb_int_value(mrb, *text == '-' ? -number : number);
    return TRUE;
  }
  if (*at != '.') return FALSE;
  at++;
  if (at == end) return FALSE;
  while (at < end && digit_p(*at)) at++;
  if (at < end) return FALSE;
  *value = mrb_float_value(mrb, kobako_read_float(text, len));
  return TRUE;
}

mrb_bool
kobako_yaml_resolve(mrb_state *mrb, const char *text, size_t len, mrb_value *value)
{
  *value = mrb_nil_value();
  if (len == 0) return TRUE;
  return word_start_p(*text) ? resolve_word(mrb, text, len, value) : resolve_number(mrb, text, len, value);
}
