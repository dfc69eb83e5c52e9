/* Characters of texts in any encoding that the guest knows. */
#include <mruby.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "characters.h"
#include "single_bytes.h"

int
kobako_encoding_of_flags(uint32_t flags)
{
  if (flags == MRB_STR_US_ASCII) return KOBAKO_UTF_8;
  return flags == MRB_STR_BINARY ? KOBAKO_BINARY : (int)((flags & MRB_STR_ENC_MASK) >> MRB_STR_ENC_SHIFT) + 1;
}

int
kobako_encoding(mrb_value string)
{
  mrb_int index = mrb_str_encoding_index(string);
  return index == 0 && RSTR_BINARY_P(mrb_str_ptr(string)) ? KOBAKO_BINARY : (int)index + 1;
}

static enum kobako_decoded
decode_utf8(const uint8_t *p, mrb_int left, mrb_int *size, uint32_t *code)
{
  mrb_int wanted = *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4, i;

  if (wanted <= left && mrb_utf8len((const char *)p, (const char *)p + left) == wanted) {
    *code = *p & (0x7f >> wanted);
    for (i = 1; i < wanted; i++) *code = *code << 6 | (p[i] & 0x3f);
    *size = wanted;
    return KOBAKO_CHARACTER;
  }
  /* a beginning that could have gone on is one bad part, another byte is one by itself */
  for (i = 1; i < left && i < wanted - 1; i++) {
    uint8_t trial[4] = { p[0], p[1], 0x80, 0x80 };
    if ((p[i] & 0xc0) != 0x80 || !kobako_utf8_p((const char *)trial, wanted)) break;
  }
  *size = i;
  return KOBAKO_INVALID;
}

static uint32_t
number(const uint8_t *p, int bytes, mrb_bool little)
{
  uint32_t n = 0;
  for (int i = 0; i < bytes; i++) n = n << 8 | p[little ? bytes - 1 - i : i];
  return n;
}

static enum kobako_decoded
decode_utf16(const uint8_t *p, mrb_int left, mrb_bool little, mrb_int *size, uint32_t *code)
{
  *size = left < 2 ? left : 2;
  if (left < 2) return KOBAKO_INVALID;
  *code = number(p, 2, little);
  if (*code < 0xd800 || *code > 0xdfff) return KOBAKO_CHARACTER;
  if (*code > 0xdbff) return KOBAKO_INVALID;
  if (left < 4) {
    *size = left;
    return KOBAKO_INVALID;
  }
  uint32_t low = number(p + 2, 2, little);
  if (low < 0xdc00 || low > 0xdfff) return KOBAKO_INVALID;
  *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
  *size = 4;
  return KOBAKO_CHARACTER;
}

static enum kobako_decoded
decode_utf32(const uint8_t *p, mrb_int left, mrb_bool little, mrb_int *size, uint32_t *code)
{
  *size = left < 4 ? left : 4;
  if (left < 4) return KOBAKO_INVALID;
  *code = number(p, 4, little);
  return *code > 0x10ffff || (*code >= 0xd800 && *code <= 0xdfff) ? KOBAKO_INVALID : KOBAKO_CHARACTER;
}

enum kobako_decoded
kobako_decode_at(int encoding, const uint8_t *p, mrb_int left, mrb_int *size, uint32_t *code)
{
  *size = 1;
  *code = *p;
  if (encoding >= KOBAKO_UTF_16LE) {
    mrb_bool little = encoding == KOBAKO_UTF_16LE || encoding == KOBAKO_UTF_32LE;
    return kobako_utf16_p(encoding) ? decode_utf16(p, left, little, size, code)
                                    : decode_utf32(p, left, little, size, code);
  }
  if (*p < 0x80) return KOBAKO_CHARACTER;
  if (encoding == KOBAKO_UTF_8 && kobako_read_short(p, left, size, code)) return KOBAKO_CHARACTER;
  if (encoding == KOBAKO_UTF_8) return decode_utf8(p, left, size, code);
  if (encoding == KOBAKO_BINARY) return KOBAKO_UNDEFINED;
  if (encoding == KOBAKO_US_ASCII) return KOBAKO_INVALID;
  if (encoding >= KOBAKO_FIRST_TABLE) *code = upper_halves[encoding - KOBAKO_FIRST_TABLE][*p - 0x80];
  return *code == 0 ? KOBAKO_UNDEFINED : KOBAKO_CHARACTER;
}

enum kobako_decoded
kobako_decode(mrb_value string, mrb_int at, mrb_int *end, uint32_t *code)
{
  mrb_int size;
  enum kobako_decoded found = kobako_decode_at(kobako_encoding(string), (const uint8_t *)RSTRING_PTR(string) + at,
                                               RSTRING_LEN(string) - at, &size, code);
  *end = at + size;
  return found;
}

mrb_bool
kobako_valid_p(mrb_value string)
{
  const uint8_t *p = (const uint8_t *)RSTRING_PTR(string), *end = p + RSTRING_LEN(string);
  int encoding = kobako_encoding(string);
  mrb_int size;
  uint32_t code;

  for (; p < end; p += size) {
    if (kobako_decode_at(encoding, p, end - p, &size, &code) == KOBAKO_INVALID) return FALSE;
  }
  return TRUE;
}

static void
put_number(uint32_t n, int bytes, mrb_bool little, char *out)
{
  for (int i = 0; i < bytes; i++) out[little ? i : bytes - 1 - i] = (char)(n >> (8 * i));
}

int
kobako_encode(int encoding, uint32_t code, char *out)
{
  mrb_bool little = encoding == KOBAKO_UTF_16LE || encoding == KOBAKO_UTF_32LE;

  if (encoding == KOBAKO_UTF_8) return (int)mrb_utf8_to_buf(out, code);
  if (encoding < KOBAKO_UTF_16LE) {
    out[0] = (char)code;
    if (code < 0x80 || (encoding == KOBAKO_ISO_8859_1 && code < 0x100)) return 1;
    for (int i = 0; encoding >= KOBAKO_FIRST_TABLE && i < 128; i++) {
      out[0] = (char)(0x80 + i);
      if (upper_halves[encoding - KOBAKO_FIRST_TABLE][i] == code) return 1;
    }
    return 0;
  }
  if (!kobako_utf16_p(encoding)) {
    put_number(code, 4, little, out);
    return 4;
  }
  if (code > 0xffff) {
    put_number(0xd800 + ((code - 0x10000) >> 10), 2, little, out);
    put_number(0xdc00 + ((code - 0x10000) & 0x3ff), 2, little, out + 2);
    return 4;
  }
  put_number(code, 2, little, out);
  return 2;
}

mrb_bool
kobako_read(int encoding, const uint8_t *p, mrb_int left, mrb_int *size, uint32_t *code)
{
  if (encoding == KOBAKO_UTF_8 && kobako_read_short(p, left, size, code)) return TRUE;
  if (encoding != KOBAKO_UTF_8 && encoding != KOBAKO_US_ASCII && encoding < KOBAKO_UTF_16LE) {
    *size = 1;
    *code = *p;
    return TRUE;
  }
  return kobako_decode_at(encoding, p, left, size, code) == KOBAKO_CHARACTER;
}

int
kobako_write(int encoding, uint32_t code, char *out)
{
  if (encoding == KOBAKO_UTF_8 || encoding >= KOBAKO_UTF_16LE) return kobako_encode(encoding, code, out);
  out[0] = (char)code;
  return 1;
}

void
kobako_refuse_invalid(mrb_state *mrb, mrb_value string)
{
  mrb_value encoding = mrb_funcall_id(mrb, string, MRB_SYM(encoding), 0);
  mrb_raisef(mrb, E_ARGUMENT_ERROR, "invalid byte sequence in %v", mrb_funcall_id(mrb, encoding, MRB_SYM(name), 0));
}

mrb_bool
kobako_characters_p(mrb_value string)
{
  struct RString *s = mrb_str_ptr(string);

  return RSTR_BINARY_P(s) || mrb_str_found_ascii_p(s) || kobako_utf8_p(RSTR_PTR(s), RSTR_LEN(s));
}

void
kobako_check_characters(mrb_state *mrb, mrb_value string)
{
  if (!kobako_characters_p(string)) kobako_refuse_invalid(mrb, string);
}
